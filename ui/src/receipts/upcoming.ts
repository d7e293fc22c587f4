/** What the strip of coming things says, and the row of the conversation that each leads to. */
import type { UpcomingItem } from '../api/generated/UpcomingItem';
import type { Glyph } from '../kit/glyphs';
import { show, t, view } from '../state/view.svelte';

export const GLYPHS: Record<string, Glyph> = {
  delivery: 'truck',
  pickup: 'package',
  return: 'arrow-u-up-left',
  guarantee: 'shield-check',
  warranty: 'shield-check',
  refund: 'arrow-down-left-bold',
};

/** The key of the row that tells of it, as the timeline has it. */
export function rowOf({ upcomingKind, receipt, parcel }: UpcomingItem): string {
  if (parcel !== null) return `delivery-${receipt}-${parcel}`;
  if (upcomingKind === 'refund') return `waiting-${receipt}`;
  return `service-${receipt}-${upcomingKind}`;
}

/** A parcel of which neither a day nor its arrival is known: its conversation tells of it, no strip of what comes can. */
export function hasNoDay({ upcomingKind, until, asksArrival }: UpcomingItem): boolean {
  return upcomingKind === 'delivery' && until === null && !asksArrival;
}

function parcelTitle({ from, until, isLate }: UpcomingItem): string {
  if (!until) return t('delivery-unknown');
  if (isLate && until < view.today) return t('upcoming-since', { day: show.dayShort(until) });
  const near = show.dayNear(until);
  const isRange = from !== null && from !== until;
  if (isRange && from > view.today)
    return t('upcoming-between', { from: show.dayInWeek(from, until), until: show.dayInWeek(until) });
  if (isRange)
    return near ? t('upcoming-by', { day: near }) : t('upcoming-by-date', { day: show.dayShort(until) });
  return near ? t('upcoming-near', { day: near }) : t('upcoming-on', { day: show.dayShort(until) });
}

export function titleOf(item: UpcomingItem): string {
  const { upcomingKind, until, isLate, money } = item;
  const day = until ? show.dayShort(until) : '';
  switch (upcomingKind) {
    case 'pickup':
      return until ? t('upcoming-pickup-until', { day }) : t('upcoming-pickup');
    case 'return':
      return until === view.today ? t('return-today') : t('return-until', { day });
    case 'guarantee':
      return t('guarantee-until', { day });
    case 'warranty':
      return t('warranty-until', { day });
    case 'refund':
      if (!money) return t(isLate ? 'upcoming-refund-late' : 'upcoming-refund');
      return t(isLate ? 'upcoming-refund-late-of' : 'upcoming-refund-of', { money: show.unsigned(money) });
    default:
      return parcelTitle(item);
  }
}
