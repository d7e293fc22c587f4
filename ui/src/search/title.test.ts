import { expect, it } from 'vitest';

import type { SearchExcerpt } from '../api/generated/SearchExcerpt';
import type { SearchHit } from '../api/generated/SearchHit';
import { entryTitle, plain } from './title';

const NAME = plain('Volt & Cie');

function entry(text: string | null, bought: string[] = [], excerpts: Partial<SearchExcerpt>[] = []) {
  const receipts = bought.length > 0 ? [{ lines: bought.map((line) => ({ text: line })) }] : [];
  return { item: { kind: 'entry', text, receipts }, excerpts } as unknown as SearchHit;
}

const excerpt = (place: string, text: string) => ({ place, text, marks: [{ start: 0, end: 3 }] });

it('calls an entry by its text where the words stand in that, as a person writes it', () => {
  const found = entry('SAC ET FILTRE', ['Ampoule'], [excerpt('text', 'SAC ET FILTRE')]);
  expect(entryTitle(found, NAME)).toEqual({ text: 'Sac et Filtre', marks: [{ start: 0, end: 3 }] });
});

it('calls it by what was bought rather than by the town that the bank prints', () => {
  expect(entryTitle(entry('Saint-Aubry', ['Sac de filtres', 'Ampoule']), NAME)?.text).toBe('Sac de filtres');
});

it('shows the words in what was bought', () => {
  const found = entry('Saint-Aubry', ['Sac de filtres'], [excerpt('line', 'Sac de filtres')]);
  expect(entryTitle(found, NAME)?.marks).toEqual([{ start: 0, end: 3 }]);
});

it('calls it by whose it is where nothing more is known, or by the bank’s words where that is said above', () => {
  expect(entryTitle(entry('Saint-Aubry'), NAME)).toBe(NAME);
  expect(entryTitle(entry('Saint-Aubry'), null)?.text).toBe('Saint-Aubry');
  expect(entryTitle(entry(null), null)).toBeNull();
});
