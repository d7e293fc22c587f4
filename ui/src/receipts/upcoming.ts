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

const STATES: Record<string, string> = {
  shipped: 'step-shipped',
  delayed: 'parcel-late',
  outForDelivery: 'step-onTheWay',
};

/** How far a parcel is, in a word. */
function stateOf({ event, isLate }: UpcomingItem): string {
  return t(isLate ? 'parcel-late' : (STATES[event ?? ''] ?? 'step-ordered'));
}

/** How far a parcel is, and when it comes: in few words to be seen, in full to be heard. */
export function parcelLine(parcel: UpcomingItem, isSpoken = false): string {
  const { upcomingKind, from, until, isLate, event } = parcel;
  if (upcomingKind !== 'delivery') return titleOf(parcel);
  if (!until) return t('delivery-arrived');
  const state = stateOf(parcel);
  if (isLate && until < view.today)
    return t('parcel-since-in-list', { state, day: isSpoken ? show.dayLower(until) : show.dayShort(until) });
  if (isSpoken) return t('parcel-in-list', { state, days: spokenDays(from, until) });
  // Beside “shipped” a day would be the one of that.
  if (!isLate && event !== 'outForDelivery') return parcelTitle(parcel);
  const days =
    from && from !== until
      ? t('day-range', { from: show.dayInWeek(from, until), until: show.dayInWeek(until) })
      : (show.dayNear(until) ?? show.dayInWeek(until));
  return t('parcel-in-list', { state, days });
}

function spokenDays(from: string | null, until: string): string {
  const day = show.dayLower(until);
  if (!from || from === until) return t('delivery-on', { day });
  return t('delivery-between', { from: show.dayBeforeLower(from, until), until: day });
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
