import type { ProofItem } from '../api/generated/ProofItem';
import { daysBetween } from '../dates/format';
import { show, t } from '../state/view.svelte';

/** « octobre » for a calendar month, else the two days. */
export function statementName({ from, date }: ProofItem): string {
  if (from === null) return t('until-day', { day: show.dayShort(date) });
  const isMonth = from.slice(0, 7) === date.slice(0, 7) && daysBetween(from, date) >= 24;
  if (isMonth)
    return t('of-month', {
      month: show.monthLong(date),
      vowel: /^[aoâô]/i.test(show.monthLong(date)) ? 'yes' : 'no',
    });
  return t('from-until', { from: show.dayShort(from), until: show.dayShort(date) });
}
