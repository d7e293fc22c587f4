import { expect, it } from 'vitest';

import { partAt } from './parts';

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

it('reads none above the first heading', () => {
  expect(partAt([{ id: 'display', top: 300 }], 266)).toBeNull();
});
