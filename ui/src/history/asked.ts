/** Which entries the history has to look up: a row names its entry by number. */
import type { HistoryRow } from '../api/generated/HistoryRow';

/** So many of the newest entries are told of by their amount and day: each is asked for by itself. */
const ASKED = 40;

export function entriesAsked(rows: HistoryRow[]): number[] {
  return [...new Set(rows.flatMap(({ entry }) => entry ?? []))].slice(0, ASKED);
}
