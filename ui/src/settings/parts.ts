/** A part's heading, and how far below the page's upper edge it stands. */
export type Heading = { id: string; top: number };

/** So far below the upper edge of the pane a part's heading may stand while the part is what is read. */
const READ_PX = 160;

/**
 * The part that is read where the page is scrolled so far, of `most`: the last one whose heading has come up. Those that are too
 * near the page's foot to come up are read one after the other on the way there.
 */
export function partAt(headings: Heading[], scrolled: number, most: number): string | null {
  const starts = headings.map(({ top }) => top - READ_PX);
  const low = starts.findIndex((start) => start > most);
  if (low !== -1) {
    const before = Math.max(starts[low - 1] ?? 0, 0);
    const step = Math.max(most - before, 0) / (starts.length - low);
    for (let at = low; at < starts.length; at += 1) starts[at] = before + step * (at - low + 1);
  }
  return headings.filter((_, at) => (starts[at] ?? 0) <= scrolled).at(-1)?.id ?? null;
}
