import { describe, expect, it } from 'vitest';

import type { Row } from './grouping';
import { Places } from './places';
import { restoreAnchor, stickyDay, takeAnchors } from './scrollAnchor';

const ROW_PX = 50;

function entry(id: number): Row {
  return { kind: 'item', key: `entry-${id}`, item: {} as never, place: 'alone', minutes: null };
}

function day(date: string): Row {
  return { kind: 'day', key: `day-${date}`, date, isQuiet: false };
}

/** One day after the other with so many entries each; rows are equally high. */
function rowsOf(days: number, entries: number): Row[] {
  return Array.from({ length: days }, (_, at) => [
    day(`2026-03-${String(at + 1).padStart(2, '0')}`),
    ...Array.from({ length: entries }, (_, index) => entry(at * entries + index)),
  ]).flat();
}

function placesOf(rows: Row[]): { places: Places; asked: () => number } {
  let asked = 0;
  const places = new Places(rows, (at) => {
    asked += 1;
    return at * ROW_PX;
  });
  return { places, asked: () => asked };
}

describe('what holds the view', () => {
  it('is the first entry in it, and its heirs', () => {
    const held = placesOf(rowsOf(3, 4)).places.holding(60);
    expect(held[0]).toEqual({ key: 'entry-1', top: 100 });
    expect(held.map(({ key }) => key)).not.toContain('day-2026-03-02');
    expect(held).toHaveLength(11);
  });

  it('is the last entry where none begins in view', () => {
    expect(placesOf([...rowsOf(1, 2), day('2026-04-01')]).places.holding(120)).toEqual([
      { key: 'entry-1', top: 100 },
    ]);
    expect(placesOf([]).places.holding(0)).toEqual([]);
  });

  it('stays in place when entries of its own day are read above it', () => {
    const rows = rowsOf(1, 5);
    const anchors = takeAnchors(placesOf(rows).places.holding(0), 0);
    const [marker, ...entries] = rows;
    const grown = [marker!, entry(91), entry(92), ...entries];
    const { places } = placesOf(grown);
    expect(restoreAnchor(anchors, (key) => places.topOf(key))).toBe(2 * ROW_PX);
  });

  it('is found by asking a few rows of many', () => {
    const { places, asked } = placesOf(rowsOf(60, 90));
    places.holding(100_000);
    places.daysAround(100_000);
    expect(asked()).toBeLessThan(80);
  });
});

describe('the days around the upper edge', () => {
  it('say the same of the pill as all days do, wherever one scrolls to', () => {
    const rows = rowsOf(9, 7);
    const { places } = placesOf(rows);
    const all = rows.flatMap((row, at) => (row.kind === 'day' ? [{ date: row.date, top: at * ROW_PX }] : []));
    for (let scrollTop = 0; scrollTop < rows.length * ROW_PX; scrollTop += 7)
      expect(stickyDay(places.daysAround(scrollTop), scrollTop), String(scrollTop)).toBe(
        stickyDay(all, scrollTop),
      );
  });
});
