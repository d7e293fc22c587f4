/** Rows that are known already and follow each other become one line, so that what is new can be read. */
import type { ReviewRow } from '../api/generated/ReviewRow';

/** A row and its place among those of its file. */
export type Numbered = { row: ReviewRow; index: number };

export type Part =
  | ({ kind: 'row' } & Numbered)
  | { kind: 'fold'; from: number | string; until: number | string; count: number };

/** A run shorter than this is not worth folding. */
const FOLD_FROM = 4;

const IN_DOUBT = new Set(['conflict', 'unreadable']);

export function isInDoubt({ state }: ReviewRow): boolean {
  return IN_DOUBT.has(state);
}

export function numbered(rows: ReviewRow[]): Numbered[] {
  return rows.map((row, index) => ({ row, index }));
}

/** What wants to be looked at comes first; the rest keeps the order of the file. */
export function doubtsFirst(rows: Numbered[]): Numbered[] {
  return [...rows.filter(({ row }) => isInDoubt(row)), ...rows.filter(({ row }) => !isInDoubt(row))];
}

export function foldRows(rows: Numbered[], isFolding: boolean): Part[] {
  const asPart = (row: Numbered): Part => ({ kind: 'row', ...row });
  if (!isFolding) return rows.map(asPart);
  const parts: Part[] = [];
  let run: Numbered[] = [];
  const endRun = (): void => {
    const first = run[0];
    const last = run[run.length - 1];
    if (first && last && run.length >= FOLD_FROM) {
      parts.push({ kind: 'fold', from: first.row.line ?? '', until: last.row.line ?? '', count: run.length });
    } else {
      parts.push(...run.map(asPart));
    }
    run = [];
  };
  for (const each of rows) {
    if (each.row.state === 'known') {
      run.push(each);
    } else {
      endRun();
      parts.push(asPart(each));
    }
  }
  endRun();
  return parts;
}
