/** Rows that are known already and follow each other become one line, so that what is new can be read. */
import type { ReviewRow } from '../api/generated/ReviewRow';

export type Part =
  | { kind: 'row'; row: ReviewRow }
  | { kind: 'fold'; from: number | string; until: number | string; count: number };

/** A run shorter than this is not worth folding. */
const FOLD_FROM = 4;

const IN_DOUBT = new Set(['conflict', 'unreadable']);

/** What wants to be looked at comes first; the rest keeps the order of the file. */
export function doubtsFirst(rows: ReviewRow[]): ReviewRow[] {
  return [
    ...rows.filter(({ state }) => IN_DOUBT.has(state)),
    ...rows.filter(({ state }) => !IN_DOUBT.has(state)),
  ];
}

export function foldRows(rows: ReviewRow[], isFolding: boolean): Part[] {
  if (!isFolding) return rows.map((row) => ({ kind: 'row', row }));
  const parts: Part[] = [];
  let run: ReviewRow[] = [];
  const endRun = (): void => {
    const first = run[0];
    const last = run[run.length - 1];
    if (first && last && run.length >= FOLD_FROM) {
      parts.push({ kind: 'fold', from: first.line ?? '', until: last.line ?? '', count: run.length });
    } else {
      parts.push(...run.map((row): Part => ({ kind: 'row', row })));
    }
    run = [];
  };
  for (const row of rows) {
    if (row.state === 'known') {
      run.push(row);
    } else {
      endRun();
      parts.push({ kind: 'row', row });
    }
  }
  endRun();
  return parts;
}
