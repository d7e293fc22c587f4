/** The word and the arrow that say, beside sign and side, which way the money went. */
import type { EntryItem } from '../api/contract';
import type { Glyph } from '../kit/glyphs';
import { isOut } from '../money/format';

export type Verb = { key: string; glyph: Glyph };

const OUT: Record<string, Verb> = {
  card: { key: 'verb-paid', glyph: 'arrow-up-right-bold' },
  transfer: { key: 'verb-sent', glyph: 'arrow-up-right-bold' },
  directDebit: { key: 'verb-debited', glyph: 'arrow-up-right-bold' },
  cash: { key: 'verb-withdrawn', glyph: 'coins-bold' },
  cheque: { key: 'verb-cheque', glyph: 'receipt-bold' },
  fee: { key: 'verb-fee', glyph: 'arrow-up-right-bold' },
  interest: { key: 'verb-interest', glyph: 'arrow-up-right-bold' },
};

const IN: Record<string, Verb> = {
  refund: { key: 'verb-refunded', glyph: 'arrow-u-up-left-bold' },
  cash: { key: 'verb-deposited', glyph: 'coins-bold' },
  cheque: { key: 'verb-cheque', glyph: 'receipt-bold' },
  interest: { key: 'verb-interest', glyph: 'arrow-down-left-bold' },
  salary: { key: 'verb-salary', glyph: 'arrow-down-left-bold' },
};

const PENDING: Verb = { key: 'verb-pending', glyph: 'clock-bold' };
const NOTED: Verb = { key: 'verb-info', glyph: 'clock-bold' };

const BETWEEN: Glyph = 'arrows-left-right-bold';

/** Cash that the user wrote down. */
const WRITTEN: Verb = { key: 'verb-cash', glyph: 'coins-bold' };

export function verbFor({ status, paymentType, money, transfer, typed }: EntryItem): Verb {
  if (status === 'pending') return PENDING;
  if (status === 'info') return NOTED;
  if (transfer) return { key: isOut(money) ? 'verb-sent' : 'verb-received', glyph: BETWEEN };
  if (typed) return WRITTEN;
  if (isOut(money)) return OUT[paymentType] ?? { key: 'verb-paid', glyph: 'arrow-up-right-bold' };
  return IN[paymentType] ?? { key: 'verb-received', glyph: 'arrow-down-left-bold' };
}

/** Of a purchase, or of what comes back of one, of which no statement tells yet. */
export function verbOfExpected(isRefund: boolean): Verb {
  return isRefund
    ? { key: 'verb-refund-expected', glyph: 'arrow-u-up-left-bold' }
    : { key: 'verb-expected', glyph: 'clock-bold' };
}

const TYPES = new Set([
  'card',
  'transfer',
  'directDebit',
  'cash',
  'cheque',
  'fee',
  'interest',
  'salary',
  'refund',
  'other',
]);

/** The catalogue's name of a payment type. */
export function typeKey(paymentType: string): string {
  return `type-${TYPES.has(paymentType) ? paymentType : 'other'}`;
}
