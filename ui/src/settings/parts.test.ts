import { expect, it } from 'vitest';

import { partAt } from './parts';

/** A page of 3,000 px in a pane of 800. */
const MOST = 2200;
const HEADINGS = [
  { id: 'display', top: 20 },
  { id: 'data', top: 900 },
  { id: 'profiles', top: 1600 },
  { id: 'reach', top: 2500 },
  { id: 'about', top: 2800 },
];

const at = (scrolled: number) => partAt(HEADINGS, scrolled, MOST);

it('reads the part whose heading came up last', () => {
  expect(at(0)).toBe('display');
  expect(at(739)).toBe('display');
  expect(at(740)).toBe('data');
  expect(at(1439)).toBe('data');
});

it('reads a part whose heading stands at the upper edge, however near the foot of the page', () => {
  expect(at(1600)).toBe('profiles');
  expect(at(1700)).toBe('profiles');
});

it('reads those that cannot come up one after the other, the last at the foot', () => {
  expect(at(1819)).toBe('profiles');
  expect(at(1820)).toBe('reach');
  expect(at(2199)).toBe('reach');
  expect(at(2200)).toBe('about');
});

it('reads the last part of a page that does not scroll only where it is the only one', () => {
  expect(partAt(HEADINGS.slice(0, 1), 0, 0)).toBe('display');
  expect(partAt([], 0, 0)).toBeNull();
});

it('reads none above the first heading', () => {
  expect(partAt([{ id: 'display', top: 900 }], 0, MOST)).toBeNull();
});
