import { describe, expect, it } from 'vitest';

import type { TransferSide } from '../api/generated/TransferSide';
import { otherMoney, reasonKeys } from './transfer';
import { verbFor } from './verb';
import { makeEntries } from '../api/fakeLedger';

const side: TransferSide = {
  account: 2,
  entry: 7,
  date: '2026-10-20',
  money: { amount: '200.00', currency: 'EUR' },
  byUser: false,
  reasons: ['accountName', 'sameDay'],
};

describe('a transfer between own accounts', () => {
  it('says what speaks for it, or that its owner does', () => {
    expect(reasonKeys(side)).toEqual(['transfer-reason-account-name', 'transfer-reason-same-day']);
    expect(reasonKeys({ ...side, byUser: true, reasons: [] })).toEqual(['transfer-by-you']);
    expect(reasonKeys({ ...side, reasons: ['sameDay', 'moonlight'] })).toEqual(['transfer-reason-same-day']);
  });

  it('names the other sum only where it is another', () => {
    expect(otherMoney({ amount: '-200.00', currency: 'EUR' }, side)).toBeNull();
    const dollars = { ...side, money: { amount: '200.00', currency: 'USD' } };
    expect(otherMoney({ amount: '-200.00', currency: 'EUR' }, dollars)).toEqual({
      amount: '200.00',
      currency: 'USD',
    });
    expect(
      otherMoney(
        { amount: '92.40', currency: 'EUR' },
        { ...side, money: { amount: '-100.00', currency: 'USD' } },
      ),
    ).toEqual({ amount: '100.00', currency: 'USD' });
  });

  it('points from each side to the other, in the invented household', () => {
    const entries = makeEntries();
    const moved = entries.filter(({ transfer }) => transfer !== null);
    expect(moved.length).toBeGreaterThan(0);
    for (const entry of moved) {
      const other = entries.find(({ id }) => id === entry.transfer?.entry);
      expect(other?.transfer?.entry).toBe(entry.id);
      expect(verbFor(entry).glyph).toBe('arrows-left-right-bold');
    }
  });
});
