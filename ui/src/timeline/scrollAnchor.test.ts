import { describe, expect, it } from 'vitest';

import {
  isAlmostAtEnd,
  isAtEnd,
  isNearEnd,
  isNearStart,
  restoreAnchor,
  stickyDay,
  takeAnchor,
  takeAnchors,
  type RowTop,
} from './scrollAnchor';

const rows = [
  { key: 'a', top: 0 },
  { key: 'b', top: 100 },
  { key: 'c', top: 180 },
  { key: 'd', top: 300 },
];

const topIn =
  (there: RowTop[]) =>
  (wanted: string): number | undefined =>
    there.find(({ key }) => key === wanted)?.top;

describe('the scroll anchor', () => {
  it('is the first row that starts inside the view', () => {
    expect(takeAnchor(rows, 90)).toEqual({ key: 'b', offset: 10 });
  });

  it('is the last row when all of them start above the view', () => {
    expect(takeAnchor(rows, 400)).toEqual({ key: 'd', offset: -100 });
  });

  it('is nothing in an empty conversation', () => {
    expect(takeAnchor([], 0)).toBeNull();
    expect(takeAnchors([], 0)).toEqual([]);
  });

  it('stands where it stood after rows came above it', () => {
    const anchors = takeAnchors(rows, 90);
    const grown = [{ key: 'older', top: 0 }, ...rows.map(({ key, top }) => ({ key, top: top + 640 }))];
    expect(restoreAnchor(anchors, topIn(grown))).toBe(90 + 640);
  });

  it('stands where it stood after rows above it went', () => {
    const anchors = takeAnchors(rows, 170);
    const shrunk = rows.slice(2).map(({ key, top }) => ({ key, top: top - 180 }));
    expect(restoreAnchor(anchors, topIn(shrunk))).toBe(0);
  });

  it('passes to the next row when its row is gone', () => {
    const anchors = takeAnchors(rows, 90);
    const without = [
      { key: 'a', top: 0 },
      { key: 'c', top: 100 },
      { key: 'd', top: 220 },
    ];
    expect(restoreAnchor(anchors, topIn(without))).toBe(10);
  });

  it('says so when every row is gone', () => {
    expect(restoreAnchor(takeAnchors(rows, 0), topIn([{ key: 'z', top: 0 }]))).toBeNull();
  });
});

describe('the ends of the view', () => {
  const box = { scrollHeight: 5000, clientHeight: 800 };

  it('follow the conversation only at its end', () => {
    expect(isAtEnd({ ...box, scrollTop: 4180 })).toBe(true);
    expect(isAtEnd({ ...box, scrollTop: 4000 })).toBe(false);
  });

  it('need no way to them where little is left', () => {
    expect(isAlmostAtEnd({ ...box, scrollTop: 4050 })).toBe(true);
    expect(isAlmostAtEnd({ ...box, scrollTop: 3900 })).toBe(false);
  });

  it('ask for more before they are reached', () => {
    expect(isNearStart({ ...box, scrollTop: 600 })).toBe(true);
    expect(isNearEnd({ ...box, scrollTop: 600 })).toBe(false);
    expect(isNearEnd({ ...box, scrollTop: 3600 })).toBe(true);
  });
});

describe('the day above the view', () => {
  const days = [
    { date: '2026-10-01', top: 0 },
    { date: '2026-10-02', top: 400 },
  ];

  it('is that of the last marker which left the view', () => {
    expect(stickyDay(days, 120)).toBe('2026-10-01');
    expect(stickyDay(days, 500)).toBe('2026-10-02');
  });

  it('makes way for a marker that passes under it', () => {
    expect(stickyDay(days, 380)).toBeNull();
  });

  it('is not shown while the first marker is in view', () => {
    expect(stickyDay(days, 0)).toBeNull();
    expect(stickyDay(days, 12)).toBeNull();
  });
});
