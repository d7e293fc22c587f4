import { describe, expect, it } from 'vitest';

import type { HistoryRow } from '../api/generated/HistoryRow';
import { entriesAsked } from './asked';

const row = (entry: number | null) => ({ entry }) as HistoryRow;

describe('the entries that the history tells of', () => {
  it('are each looked up once, the newest first', () => {
    expect(entriesAsked([row(4), row(7), row(null), row(4), row(9)])).toEqual([4, 7, 9]);
  });

  it('are so many at most', () => {
    const rows = Array.from({ length: 90 }, (_, entry) => row(entry));
    expect(entriesAsked(rows)).toHaveLength(40);
  });

  it('are none where nothing was done to one', () => {
    expect(entriesAsked([row(null)])).toEqual([]);
  });
});
