import { expect, it } from 'vitest';

import { isTyped, named, walked } from './walk';

const NAMES = ['Compte courant', 'Énergie Claire', 'Grand Marché', 'Garage du Pont', 'Volt & Cie'];

it('arrows stop at the ends of the list', () => {
  expect(walked(5, 0, 'ArrowDown')).toBe(1);
  expect(walked(5, 4, 'ArrowDown')).toBe(4);
  expect(walked(5, 0, 'ArrowUp')).toBe(0);
  expect(walked(5, 2, 'Home')).toBe(0);
  expect(walked(5, 2, 'End')).toBe(4);
  expect(walked(5, 2, 'Enter')).toBe(null);
});

it('the first letters of a name lead to it, blind to accents', () => {
  expect(named(NAMES, 'e', 0)).toBe(1);
  expect(named(NAMES, 'gra', 0)).toBe(2);
  expect(named(NAMES, 'gar', 2)).toBe(3);
  expect(named(NAMES, 'x', 0)).toBe(null);
});

it('the same letter again leads on, around the end', () => {
  expect(named(NAMES, 'g', 0)).toBe(2);
  expect(named(NAMES, 'gg', 2)).toBe(3);
  expect(named(NAMES, 'ggg', 3)).toBe(2);
});

it('letters and figures are typed, a space only within a name', () => {
  expect(isTyped('g', '')).toBe(true);
  expect(isTyped(' ', '')).toBe(false);
  expect(isTyped(' ', 'grand')).toBe(true);
  expect(isTyped('Enter', '')).toBe(false);
  expect(isTyped('?', '')).toBe(false);
});
