/** Rows of a file that the ledger may hold under a day nearby, each beside what it holds. */
import type { NearRow } from '../api/generated/NearRow';
import type { ReviewRow } from '../api/generated/ReviewRow';

export type Pair = { row: ReviewRow; near: NearRow };

export function pairsOf(rows: ReviewRow[]): Pair[] {
  return rows.flatMap((row) => (row.near === null ? [] : [{ row, near: row.near }]));
}
