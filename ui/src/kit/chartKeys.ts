/** Which point of a chart a key leads to: charts are walked along like sliders. */
type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** The index among `count` points that a key leads to from this one; none where it leads nowhere. */
export function stepped(
  { key, altKey, ctrlKey, metaKey }: Pressed,
  at: number,
  count: number,
): number | null {
  const by = STEPS[key];
  if (by === undefined || altKey || ctrlKey || metaKey) return null;
  return Math.min(count - 1, Math.max(0, at + by));
}
