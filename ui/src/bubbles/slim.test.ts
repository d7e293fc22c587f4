import { expect, it } from 'vitest';

import type { EntryItem } from '../api/contract';
import { isToldOnOneLine } from './slim';

const plain = {
  status: 'booked',
  transfer: null,
  refundOf: null,
  original: null,
  typed: null,
  receipts: [],
  tags: [],
} as unknown as EntryItem;

it('tells on one line what says only how it was paid and stands beside others', () => {
  expect(isToldOnOneLine(plain, 'middle')).toBe(true);
  expect(isToldOnOneLine(plain, 'alone')).toBe(false);
});

it.each([
  { status: 'pending' },
  { tags: ['maison'] },
  { receipts: [{}] },
  { original: {} },
  { refundOf: {} },
  { transfer: {} },
  { typed: '/espèces 4,20' },
])('gives more lines to what says more: %o', (more) => {
  expect(isToldOnOneLine({ ...plain, ...more } as EntryItem, 'middle')).toBe(false);
});
