import { describe, expect, it } from 'vitest';

import type { ConversationRow } from '../api/generated/ConversationRow';
import type { LinkedItem } from '../api/generated/LinkedItem';
import type { ReceiptInbox } from '../api/generated/ReceiptInbox';
import type { UpcomingItem } from '../api/generated/UpcomingItem';
import { previewOf, receiptsBy } from './preview';

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const quiet: ConversationRow = {
  id: 1,
  name: 'Volt & Cie',
  counterpartyKind: 'merchant',
  lastDate: '2026-10-31',
  lastMoney: euros('-24.99'),
  preview: 'Sacs et filtres',
  unread: 0,
  count: 4,
  category: null,
  muted: false,
  pinned: false,
  alerts: 0,
  rise: null,
  expected: null,
};
const unread: ConversationRow = { ...quiet, unread: 1 };
const expected = { entry: 4, date: '2026-11-08', money: euros('-74.30') } as ConversationRow['expected'];
const rise: ConversationRow['rise'] = {
  entry: 4,
  date: '2026-10-31',
  from: euros('-12.99'),
  to: euros('-24.99'),
};
const parcel: UpcomingItem = {
  upcomingKind: 'delivery',
  from: '2026-11-05',
  until: '2026-11-07',
  isLate: false,
  asksArrival: false,
  event: 'outForDelivery',
  money: null,
  receipt: 3,
  parcel: 0,
  counterparty: 1,
  name: 'Volt & Cie',
  title: 'Grille-pain Duo',
  told: '2026-11-02',
};
const receipt = (date: string, amount: string) =>
  ({
    receipt: { lines: [{}, {}] },
    entries: [{ counterparty: 1, date, money: euros(amount) }],
  }) as LinkedItem;

const receipts = (upcoming: UpcomingItem[], linked: LinkedItem[] = []) =>
  receiptsBy({ upcoming, linked } as unknown as ReceiptInbox);

describe('the second line of a conversation', () => {
  it('tells a price that rose first, then a parcel, then what is due, then the newest entry', () => {
    const coming = receipts([parcel]);
    const kinds = [
      previewOf({ ...quiet, rise, expected }, coming),
      previewOf({ ...quiet, expected }, coming),
      previewOf({ ...quiet, expected }, receipts([])),
      previewOf(quiet, receipts([])),
    ].map(({ kind }) => kind);
    expect(kinds).toEqual(['rise', 'parcel', 'expected', 'entry']);
  });

  it('tells a late parcel before the next one, and else the next one', () => {
    const other = { ...parcel, receipt: 4, until: '2026-11-12' };
    const late = { ...parcel, receipt: 5, until: '2026-11-01', isLate: true };
    expect(previewOf(quiet, receipts([parcel, other]))).toEqual({ kind: 'parcel', parcel });
    expect(previewOf(quiet, receipts([parcel, late, other]))).toEqual({ kind: 'parcel', parcel: late });
  });

  it('tells nothing of a parcel without a day, of another conversation, or of what is no parcel', () => {
    const dayless = { ...parcel, from: null, until: null };
    const elsewhere = { ...parcel, counterparty: 2 };
    const service = { ...parcel, upcomingKind: 'return' };
    expect(previewOf(quiet, receipts([dayless, elsewhere, service]))).toEqual({ kind: 'entry' });
  });

  it('tells a parcel to fetch, and one that should be there, without a day too', () => {
    const ready = { ...parcel, upcomingKind: 'pickup', until: null };
    const asking = { ...parcel, until: null, asksArrival: true };
    expect(previewOf(quiet, receipts([ready])).kind).toBe('parcel');
    expect(previewOf(quiet, receipts([asking])).kind).toBe('parcel');
  });

  it('tells that the receipt of the newest entry was read until that was seen', () => {
    const read = receipts([], [receipt('2026-10-31', '-24.99')]);
    expect(previewOf(unread, read)).toEqual({ kind: 'receipt', lines: 2 });
    expect(previewOf(quiet, read)).toEqual({ kind: 'entry' });
  });

  it('takes the receipt of another entry for none', () => {
    const others = [receipt('2026-10-30', '-24.99'), receipt('2026-10-31', '-25.00')];
    expect(previewOf(unread, receipts([], others))).toEqual({ kind: 'entry' });
  });
});
