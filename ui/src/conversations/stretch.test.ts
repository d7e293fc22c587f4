import { describe, expect, it } from 'vitest';

import { placesOf, stretchOf } from './stretch';

describe('a stretch', () => {
  it('holds every row in view and more on both sides, wherever the list is scrolled to', () => {
    for (let above = -500; above < 290_000; above += 333) {
      const { from, until } = stretchOf(5_000, 58, above, 700);
      const first = Math.max(Math.floor(above / 58), 0);
      const last = Math.min(Math.ceil((above + 700) / 58), 5_000);
      expect(from).toBeLessThanOrEqual(Math.max(first - 8, 0));
      expect(until).toBeGreaterThanOrEqual(Math.min(last + 8, 5_000));
      expect(until - from).toBeLessThan(50);
    }
  });

  it('never goes beyond the list', () => {
    expect(stretchOf(3, 58, 0, 700)).toEqual({ from: 0, until: 3 });
    expect(stretchOf(0, 58, 0, 700)).toEqual({ from: 0, until: 0 });
    expect(stretchOf(100, 58, 90_000, 700)).toEqual({ from: 100, until: 100 });
  });

  it('is a beginning while the height of a row is unknown', () => {
    expect(stretchOf(5_000, 0, 0, 700)).toEqual({ from: 0, until: 24 });
  });
});

describe('the places of a stretch', () => {
  it('are in order, with those that are kept', () => {
    expect(placesOf({ from: 10, until: 13 }, 100, [40, 11, 2])).toEqual([2, 10, 11, 12, 40]);
  });

  it('are only of rows that there are', () => {
    expect(placesOf({ from: 8, until: 16 }, 10, [-1, 12])).toEqual([8, 9]);
  });
});
