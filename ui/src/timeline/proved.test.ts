import { describe, expect, it } from 'vitest';

import type { TimelineItem } from '../api/contract';
import { entryItem } from '../testing/items';
import { proofOf } from './proved';

const NONE = { amount: '0.00', currency: 'EUR' };

const entry = (id: number, date: string, unread: boolean): TimelineItem => entryItem(id, date, { unread });

function proof(from: string | null, date: string, outcome = 'holds', file = 'releve.ofx'): TimelineItem {
  return {
    kind: 'proof',
    date,
    from,
    proof: outcome,
    openingDate: null,
    opening: null,
    in: NONE,
    out: NONE,
    count: 1,
    closing: null,
    difference: null,
    brokenAtLine: null,
    unproved: null,
    file,
  };
}

describe('the proof of what was imported', () => {
  it('is the last one of its files', () => {
    const items = [
      proof('2026-08-01', '2026-08-31'),
      proof('2026-09-01', '2026-09-30'),
      proof('2026-10-01', '2026-10-31', 'holds', 'autre.ofx'),
    ];
    expect(proofOf(items, ['releve.ofx'])).toBe('proof-2026-09-30-2026-09-01-releve.ofx');
    expect(proofOf(items, ['carte.csv'])).toBeNull();
    expect(proofOf(items, [])).toBeNull();
  });

  it('is the first that does not hold', () => {
    const items = [
      proof('2026-08-01', '2026-08-31'),
      proof('2026-09-01', '2026-09-30', 'broken'),
      proof('2026-10-01', '2026-10-31', 'unstated'),
      proof('2026-11-01', '2026-11-30', 'broken'),
      proof('2026-12-01', '2026-12-31'),
    ];
    expect(proofOf(items, ['releve.ofx'])).toBe('proof-2026-09-30-2026-09-01-releve.ofx');
  });

  it('is not that of an older import whose file was named alike', () => {
    const items = [
      entry(1, '2026-08-12', false),
      proof('2026-08-01', '2026-08-31', 'broken'),
      entry(2, '2026-09-12', true),
      proof('2026-09-01', '2026-09-30'),
      entry(3, '2026-10-12', false),
      proof('2026-10-01', '2026-10-31'),
    ];
    expect(proofOf(items, ['releve.ofx'])).toBe('proof-2026-09-30-2026-09-01-releve.ofx');
  });

  it('may be that of a statement that does not say where it begins', () => {
    const items = [
      proof(null, '2026-08-31'),
      entry(2, '2026-09-12', true),
      proof(null, '2026-09-30', 'broken'),
      proof('2026-10-01', '2026-10-31'),
    ];
    expect(proofOf(items, ['releve.ofx'])).toBe('proof-2026-09-30--releve.ofx');
  });
});
