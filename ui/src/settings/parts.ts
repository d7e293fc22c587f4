export type Heading = { id: string; top: number };

/** The part that is read, where the eyes are at `line`: the last one whose heading is not below it. */
export function partAt(headings: Heading[], line: number): string | null {
  return headings.filter(({ top }) => top <= line).at(-1)?.id ?? null;
}
