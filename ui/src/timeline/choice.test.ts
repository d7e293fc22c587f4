import { describe, expect, it } from 'vitest';

import type { EntryItem } from '../api/contract';
import { entryItem } from '../testing/items';
import { extended, inOrder, NONE, toCsv, toggled } from './choice';

const entry = (id: number, date = '2026-10-28', time: string | null = null): EntryItem =>
  entryItem(id, date, { time, money: { amount: '-24.99', currency: 'EUR' } });

const ids = (choice: ReadonlyMap<number, EntryItem>) => [...choice.keys()];

describe('choosing several', () => {
  const rows = [1, 2, 3, 4, 5].map((id) => entry(id));

  it('takes an entry in and out', () => {
    const one = toggled(NONE, rows[1]!);
    expect(ids(one)).toEqual([2]);
    expect(ids(toggled(one, rows[1]!))).toEqual([]);
  });

  it('reaches from the last one chosen to this one, in either direction', () => {
    expect(ids(extended(NONE, rows, 2, rows[3]!))).toEqual([2, 3, 4]);
    expect(ids(extended(NONE, rows, 4, rows[1]!))).toEqual([2, 3, 4]);
  });

  it('takes this one alone when the last one is no longer on screen', () => {
    expect(ids(extended(NONE, rows, 99, rows[2]!))).toEqual([3]);
  });

  it('keeps what was chosen before', () => {
    expect(ids(extended(toggled(NONE, rows[0]!), rows, 3, rows[3]!))).toEqual([1, 3, 4]);
  });

  it('copies in the order of the days, whatever the order of choosing', () => {
    let choice = NONE;
    for (const each of [
      entry(7, '2026-10-30'),
      entry(9, '2026-10-28', '18:05'),
      entry(8, '2026-10-28', '18:02'),
    ])
      choice = toggled(choice, each);
    expect(inOrder(choice).map(({ id }) => id)).toEqual([8, 9, 7]);
  });
});

describe('cells', () => {
  it('quotes commas, quotes and line ends', () => {
    expect(toCsv(['a', 'b'], [['x, y', 'say "z"\n']])).toBe('a,b\r\n"x, y","say ""z""\n"\r\n');
  });

  it('never hands a formula to a sheet, and leaves a negative amount alone', () => {
    expect(toCsv(['a', 'b'], [['=1+1', '-24.99']])).toBe("a,b\r\n'=1+1,-24.99\r\n");
  });
});
