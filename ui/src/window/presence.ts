/**
 * Tells that someone is there. Reading and scrolling are no commands, so the core, which locks after a time without one,
 * would take a reader for absent: `onpresent` is called after a key, a click or a scroll, at most once per `everyMs`.
 */
export function watchPresence(everyMs: number, onpresent: () => void): () => void {
  const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
  let last = Date.now();
  const touch = () => {
    const now = Date.now();
    if (now - last < everyMs) return;
    last = now;
    onpresent();
  };
  events.forEach((event) => window.addEventListener(event, touch, { passive: true }));
  return () => events.forEach((event) => window.removeEventListener(event, touch));
}
