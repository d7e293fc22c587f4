/** One stop in the tab order for several buttons: arrows move between them, around the ends. */

const WAYS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves the focus by an arrow key among the buttons inside; whether the key was one. */
export function rove(event: KeyboardEvent, inside: HTMLElement | undefined): boolean {
  const by = WAYS[event.key];
  if (by === undefined || !inside || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  const buttons = [...inside.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus({ focusVisible: true });
  return true;
}
