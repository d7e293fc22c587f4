/** How far what begins on a line of a document goes on: a tag to its end, a field of SWIFT to the next, a record of QIF to its caret. */

/** Longer than what any bank says of one entry: where no end is found, one line is meant. */
const LONGEST = 80;

/** The index of the last line of what begins on the line at `at`. */
export function endOfBlock(lines: string[], at: number): number {
  const block = lines.slice(at, at + LONGEST).map((line) => line.trim());
  const first = block[0] ?? '';
  const tag = /^<([\w:.]+)/.exec(first)?.[1];
  if (tag) {
    const end = block.findIndex((line) => line.includes(`</${tag}>`));
    return end < 0 ? at : at + end;
  }
  if (first.startsWith(':61:')) {
    const next = block.findIndex((line, index) => index > 0 && isNextField(line));
    return next < 0 ? at : at + next - 1;
  }
  const caret = block.indexOf('^');
  const isRecord = caret > 0 && block.slice(0, caret).every((line) => /^[A-Z]/.test(line));
  return isRecord ? at + caret - 1 : at;
}

function isNextField(line: string): boolean {
  return line === '' || (/^[:-]/.test(line) && !line.startsWith(':86:'));
}
