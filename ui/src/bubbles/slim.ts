/** Which entries of an account take one line. */
import type { EntryItem } from '../api/contract';
import type { Place } from '../timeline/grouping';

/** Whether an entry says only how it was paid, and stands beside others: it takes one line. */
export function isToldOnOneLine(entry: EntryItem, place: Place): boolean {
  return (
    place !== 'alone' &&
    entry.status === 'booked' &&
    entry.transfer === null &&
    entry.refundOf === null &&
    entry.original === null &&
    entry.typed === null &&
    entry.receipts.length === 0 &&
    entry.tags.length === 0
  );
}
