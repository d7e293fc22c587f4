import { expect, it } from 'vitest';

import { placesOf } from './marking';

const marked = (text: string, words: string[]) =>
  placesOf(text, words).map(({ start, end }) => text.slice(start, end));

it('finds words as they are written, at beginnings of words', () => {
  expect(marked('Filtre, FILTRES et filtre', ['FILTRE', 'Filtre'])).toEqual(['Filtre', 'FILTRE']);
  expect(marked('infiltre le filtre', ['filtre'])).toEqual(['filtre']);
});

it('takes signs as they are, and the longer of two words', () => {
  expect(marked('40.22 (a+b)', ['40.22', '(a+b'])).toEqual(['40.22', '(a+b']);
  expect(marked('filtres', ['filtres', 'filtre'])).toEqual(['filtres']);
  expect(marked('filtres', [])).toEqual([]);
});
