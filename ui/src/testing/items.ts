/** Rows of a conversation as tests want them. */
import type { EntryItem } from '../api/contract';

/** An entry of a card, read and without anything beside it. */
export function entryItem(
  id: number,
  date: string,
  other: Partial<EntryItem> = {},
): EntryItem & { kind: 'entry' } {
  return {
    kind: 'entry',
    id,
    date,
    time: null,
    money: { amount: '-4.20', currency: 'EUR' },
    status: 'booked',
    account: 1,
    counterparty: 1,
    name: 'Volt & Cie',
    text: null,
    paymentType: 'card',
    card: null,
    original: null,
    unread: false,
    note: null,
    tags: [],
    receipts: [],
    transfer: null,
    category: null,
    typed: null,
    refundOf: null,
    isRefunded: false,
    cost: null,
    ...other,
  };
}
