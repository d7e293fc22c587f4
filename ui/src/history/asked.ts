/** Which entries the history has to look up: an answer names its entry by number. */
import type { HistoryRow } from '../api/generated/HistoryRow';

/** An answer to an alert, which is about one entry of a merchant's. */
export const ANSWER = 'answerAlert';

/** So many of the newest answers say which entry they are about: each is asked for by itself. */
const ASKED = 40;

export function entriesAsked(rows: HistoryRow[]): number[] {
  const answers = rows.filter(({ operationKind }) => operationKind === ANSWER);
  return [...new Set(answers.flatMap(({ entry }) => entry ?? []))].slice(0, ASKED);
}
