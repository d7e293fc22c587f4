/** What the second line of a conversation tells: what the history says of it first, else its newest entry. */
import type { ConversationRow } from '../api/generated/ConversationRow';
import type { ExpectedItem } from '../api/generated/ExpectedItem';
import type { LinkedItem } from '../api/generated/LinkedItem';
import type { PriceChangeItem } from '../api/generated/PriceChangeItem';
import type { ReceiptInbox } from '../api/generated/ReceiptInbox';
import type { UpcomingItem } from '../api/generated/UpcomingItem';

export type Preview =
  | { kind: 'rise'; rise: PriceChangeItem }
  | { kind: 'parcel'; parcel: UpcomingItem }
  | { kind: 'expected'; expected: ExpectedItem }
  | { kind: 'receipt'; lines: number }
  | { kind: 'entry' };

/** What receipts say of conversations. */
export type Receipts = {
  parcelIn: ReadonlyMap<number, UpcomingItem>;
  linkedIn: ReadonlyMap<number, LinkedItem[]>;
};

/** A parcel of which a day is known, or which should be there; one that was only ordered may never say more. */
function isComing({ upcomingKind, until, asksArrival }: UpcomingItem): boolean {
  return upcomingKind === 'pickup' || (upcomingKind === 'delivery' && (until !== null || asksArrival));
}

/** Of each conversation the parcel that comes first, a late one before those to come, and the receipts that were linked. */
export function receiptsBy({ upcoming, linked }: ReceiptInbox): Receipts {
  const parcelIn = new Map<number, UpcomingItem>();
  for (const parcel of upcoming.filter(isComing)) {
    const first = parcelIn.get(parcel.counterparty);
    if (!first || (parcel.isLate && !first.isLate)) parcelIn.set(parcel.counterparty, parcel);
  }
  const linkedIn = new Map<number, LinkedItem[]>();
  for (const item of linked)
    for (const who of new Set(item.entries.map(({ counterparty }) => counterparty)))
      linkedIn.set(who, [...(linkedIn.get(who) ?? []), item]);
  return { parcelIn, linkedIn };
}

/** The receipt of the newest entry, which the list knows by its day and amount. */
function receiptOf({ id, lastDate, lastMoney }: ConversationRow, linked: LinkedItem[]): LinkedItem | null {
  const isNewest = ({ counterparty, date, money }: LinkedItem['entries'][number]) =>
    counterparty === id &&
    date === lastDate &&
    money.amount === lastMoney.amount &&
    money.currency === lastMoney.currency;
  return linked.find(({ entries }) => entries.some(isNewest)) ?? null;
}

export function previewOf(row: ConversationRow, { parcelIn, linkedIn }: Receipts): Preview {
  const parcel = parcelIn.get(row.id);
  if (row.rise) return { kind: 'rise', rise: row.rise };
  if (parcel) return { kind: 'parcel', parcel };
  if (row.expected) return { kind: 'expected', expected: row.expected };
  const linked = row.unread > 0 ? receiptOf(row, linkedIn.get(row.id) ?? []) : null;
  return linked ? { kind: 'receipt', lines: linked.receipt.lines.length } : { kind: 'entry' };
}
