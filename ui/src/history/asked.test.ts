import { describe, expect, it } from 'vitest';

import type { HistoryRow } from '../api/generated/HistoryRow';
import { entriesAsked } from './asked';

const row = (operationKind: string, entry: number | null) => ({ operationKind, entry }) as HistoryRow;

describe('the entries that answers were about', () => {
  it('are each looked up once, the newest first, and none of other operations', () => {
    const rows = [row('answerAlert', 4), row('note', 7), row('answerAlert', 4), row('answerAlert', 9)];
    expect(entriesAsked(rows)).toEqual([4, 9]);
  });

  it('are so many at most', () => {
    const rows = Array.from({ length: 90 }, (_, entry) => row('answerAlert', entry));
    expect(entriesAsked(rows)).toHaveLength(40);
  });

  it('are none where an answer names none', () => {
    expect(entriesAsked([row('answerAlert', null)])).toEqual([]);
  });
});
