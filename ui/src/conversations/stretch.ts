/** Which rows of a long list are made: those in view and some around them. All rows are equally high. */

/** The first row, and the one after the last. */
export type Stretch = { from: number; until: number };

/** Rows are made and let go so many at a time, and as many more on either side. */
const STEP = 8;

/** What a list shows before anything is known of its place. */
export const FIRST: Stretch = { from: 0, until: 3 * STEP };

/**
 * The rows to make of a list of so many: `above` is how far its top edge lies above that of the view, in pixels, negative
 * while it lies below.
 */
export function stretchOf(count: number, rowHeight: number, above: number, viewHeight: number): Stretch {
  if (rowHeight <= 0) return { from: 0, until: Math.min(FIRST.until, count) };
  const first = Math.floor(above / rowHeight / STEP) * STEP - STEP;
  const last = Math.ceil((above + viewHeight) / rowHeight / STEP) * STEP + STEP;
  const from = Math.min(Math.max(first, 0), count);
  return { from, until: Math.max(Math.min(last, count), from) };
}

/** The places of the rows to make, in order: the stretch, and those that must not go while they are elsewhere. */
export function placesOf({ from, until }: Stretch, count: number, kept: number[]): number[] {
  const places = new Set(kept.filter((at) => at >= 0 && at < count));
  for (let at = from; at < Math.min(until, count); at += 1) places.add(at);
  return [...places].sort((a, b) => a - b);
}
