export type Heading = { id: string; top: number };

/** So far below the upper edge a part's heading may stand while the part is what is read. */
const READ_PX = 96;

/** How far below the upper edge the eyes are: in the last screenful, where no heading comes up any more, further and
 * further down, at the end at its foot. */
export function readingLine(scrolled: number, height: number, whole: number): number {
  const most = whole - height;
  const last = Math.min(height, most);
  const share = last <= 0 ? 0 : Math.min(Math.max((scrolled - most + last) / last, 0), 1);
  return READ_PX + (height - READ_PX) * share;
}

/** The part that is read, where the eyes are at `line`: the last one whose heading is not below it. */
export function partAt(headings: Heading[], line: number): string | null {
  return headings.filter(({ top }) => top <= line).at(-1)?.id ?? null;
}
