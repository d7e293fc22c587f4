/** Sums over the files of a review or of a finished import. */
import type { Counts } from '../api/generated/Counts';
import type { FileAnswers } from '../api/generated/FileAnswers';
import type { FileReview } from '../api/generated/FileReview';
import type { ImportDone } from '../api/generated/ImportDone';
import type { ImportReview } from '../api/generated/ImportReview';
import type { ReviewRow } from '../api/generated/ReviewRow';

export type RowState = keyof Counts;

/** In the order of the filters: what needs eyes first is not first, as in the file. */
export const ROW_STATES: RowState[] = ['new', 'updated', 'known', 'conflict', 'unreadable'];

export function rowsIn(counts: Counts): number {
  return ROW_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** What was added: new rows, and rows that were kept beside what is like them, without those that were not wanted. */
export function addedBy(done: ImportDone): number {
  return done.files.reduce(
    (sum, { counts, deletions }) => sum + counts.new + counts.conflict - deletions.length,
    0,
  );
}

/** Whether every statement that came is proved. */
export function isProved(done: ImportDone): boolean {
  const brought = done.files.filter(({ operation }) => operation !== null);
  return brought.length > 0 && brought.every(({ proved }) => proved);
}

/** Whether nothing was added nor said anew. */
export function knownOnly(done: ImportDone): boolean {
  return done.files.every(({ counts }) => counts.new + counts.conflict + counts.updated === 0);
}

/** Whether a row may be left out: what is known or unreadable brings nothing. */
export function isOffered({ state }: ReviewRow): boolean {
  return state === 'new' || state === 'conflict';
}

/** How many of a file's rows the user does not want. */
export function leftOutOf(file: FileReview, answers: FileAnswers | undefined): number {
  return (answers?.unwanted ?? []).filter((at) => {
    const row = file.rows[at];
    return row !== undefined && isOffered(row);
  }).length;
}

/** What would be added by the files that are not left out: new rows, and rows that are kept beside what is like them. */
export function addedByReview(review: ImportReview, answers: FileAnswers[]): number {
  return review.files.reduce((sum, file, index) => {
    if (answers[index]?.leftOut) return sum;
    return sum + file.counts.new + file.counts.conflict - leftOutOf(file, answers[index]);
  }, 0);
}

/** Whether a file that is not left out has something to keep, be it all known: its balances, and what was answered about it. */
export function hasToKeep(review: ImportReview, answers: FileAnswers[]): boolean {
  return review.files.some(
    (file, index) =>
      !answers[index]?.leftOut && file.format !== null && !file.already && rowsIn(file.counts) > 0,
  );
}

/** How many rows are left out of files that are not. */
export function leftOutByReview(review: ImportReview, answers: FileAnswers[]): number {
  return review.files.reduce(
    (sum, file, index) => (answers[index]?.leftOut ? sum : sum + leftOutOf(file, answers[index])),
    0,
  );
}

/** Rows that want to be looked at: in conflict or unreadable. */
export function rowsToSee(counts: Counts): number {
  return counts.conflict + counts.unreadable;
}
