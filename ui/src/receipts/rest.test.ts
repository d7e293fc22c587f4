import { expect, it } from 'vitest';

import type { ReceiptBlock } from '../api/generated/ReceiptBlock';
import { restOf } from './rest';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

function receipt(lines: (string | null)[], total: string | null, taxes: string[] = []): ReceiptBlock {
  return {
    lines: lines.map((amount) => ({
      text: 'Lampe',
      quantity: null,
      money: amount === null ? null : eur(amount),
    })),
    total: total === null ? null : eur(total),
    taxes: taxes.map((amount) => ({ rate: '20', money: eur(amount) })),
  } as ReceiptBlock;
}

it('tells what delivery adds to the lines', () => {
  expect(restOf(receipt(['14.90', '6.59'], '24.99', ['4.17']))).toEqual(eur('3.50'));
});

it('tells what is taken off', () => {
  expect(restOf(receipt(['14.90', '6.59'], '20', ['3.33']))).toEqual(eur('-1.49'));
});

it('tells nothing of lines that are the whole, or that lack their tax alone', () => {
  expect(restOf(receipt(['14.90', '6.59'], '21.49', ['3.58']))).toBeNull();
  expect(restOf(receipt(['10.00', '5.00'], '18', ['2', '1']))).toBeNull();
});

it('tells nothing where a line, or the total, states no amount', () => {
  expect(restOf(receipt(['14.90', null], '24.99'))).toBeNull();
  expect(restOf(receipt(['14.90'], null))).toBeNull();
  expect(restOf(receipt([], '24.99'))).toBeNull();
});
