/** Sums over the files of a review or of a finished import. */
import type { Counts } from '../api/generated/Counts';
import type { FileAnswers } from '../api/generated/FileAnswers';
import type { ImportDone } from '../api/generated/ImportDone';
import type { ImportReview } from '../api/generated/ImportReview';

export type RowState = keyof Counts;

/** In the order of the filters: what needs eyes first is not first, as in the file. */
export const ROW_STATES: RowState[] = ['new', 'updated', 'known', 'conflict', 'unreadable'];

export function rowsIn(counts: Counts): number {
  return ROW_STATES.reduce((sum, state) => sum + counts[state], 0);
}

export function addedBy(done: ImportDone): number {
  return done.files.reduce((sum, { counts }) => sum + counts.new, 0);
}

/** Whether nothing was added nor said anew. */
export function knownOnly(done: ImportDone): boolean {
  return done.files.every(({ counts }) => counts.new === 0 && counts.updated === 0);
}

/** What would be added by the files that are not left out. */
export function addedByReview(review: ImportReview, answers: FileAnswers[]): number {
  return review.files.reduce(
    (sum, file, index) => (answers[index]?.leftOut ? sum : sum + file.counts.new),
    0,
  );
}

/** Rows that want to be looked at: in conflict or unreadable. */
export function rowsToSee(counts: Counts): number {
  return counts.conflict + counts.unreadable;
}
