import { expect, it } from 'vitest';

import { partAt, readingLine } from './parts';

const HEADINGS = [
  { id: 'display', top: -900 },
  { id: 'reach', top: 92 },
  { id: 'about', top: 602 },
];

it('reads the part whose heading has come up to the line last', () => {
  expect(partAt(HEADINGS, 266)).toBe('reach');
  expect(partAt(HEADINGS, 90)).toBe('display');
});

it('does not take the last part for the one read because nothing follows it', () => {
  expect(partAt(HEADINGS, 601)).toBe('reach');
  expect(partAt(HEADINGS, 602)).toBe('about');
});

it('reads below the upper edge until the last screenful, and then further down, to the foot of the page', () => {
  expect(readingLine(0, 800, 3000)).toBe(96);
  expect(readingLine(1400, 800, 3000)).toBe(96);
  expect(readingLine(1800, 800, 3000)).toBe(448);
  expect(readingLine(2200, 800, 3000)).toBe(800);
});

it('begins below the upper edge of a page that is hardly higher than the pane, or not at all', () => {
  expect(readingLine(0, 800, 1000)).toBe(96);
  expect(readingLine(200, 800, 1000)).toBe(800);
  expect(readingLine(0, 800, 800)).toBe(96);
});

it('reads none above the first heading', () => {
  expect(partAt([{ id: 'display', top: 300 }], 266)).toBeNull();
});
