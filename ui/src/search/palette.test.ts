import { describe, expect, it } from 'vitest';

import type { SearchChip } from '../api/generated/SearchChip';
import type { SearchGroup } from '../api/generated/SearchGroup';
import type { SearchHit } from '../api/generated/SearchHit';
import {
  firstNamed,
  isNamed,
  kindsIn,
  NAMES_SHOWN,
  onlyOf,
  ownWords,
  shownChips,
  soughtIn,
  stepped,
  sumsOf,
  widerSearches,
  without,
} from './palette';

const chip = (kind: string, start: number, end: number, part: Partial<SearchChip> = {}): SearchChip => ({
  kind,
  start,
  end,
  label: kind,
  excluded: false,
  problem: null,
  ...part,
});

it('names a command by the beginnings of its words, blind to accents', () => {
  expect(isNamed('Réglages', 'regl')).toBe(true);
  expect(isNamed('Importer un fichier', 'fich imp')).toBe(true);
  expect(isNamed('Importer un fichier', 'porter')).toBe(false);
  expect(isNamed('Verrouiller', '  ')).toBe(false);
});

it('names what stands after a sign, and a name with a sign in it', () => {
  expect(isNamed('Volt & Cie', 'cie')).toBe(true);
  expect(isNamed('L’Atelier', 'atelier')).toBe(true);
  expect(isNamed('H&M Paris', 'h&m')).toBe(true);
  expect(isNamed('Catelier', 'atelier')).toBe(false);
});

it('lists the first rows named so, and no more than are shown', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ name: at % 2 === 0 ? `Café ${at}` : `Volt ${at}` }));
  const found = firstNamed(rows, ({ name }) => name, 'cafe');
  expect(found).toHaveLength(NAMES_SHOWN);
  expect(found[1]?.name).toBe('Café 2');
  expect(firstNamed(rows, ({ name }) => name, 'volt 39').map(({ name }) => name)).toEqual(['Volt 39']);
  expect(firstNamed(rows, ({ name }) => name, ' ')).toEqual([]);
});

it('shows a chip for whatever is more than a word to find', () => {
  const chips = [chip('word', 0, 6), chip('days', 7, 16), chip('word', 17, 23, { excluded: true })];
  expect(shownChips(chips).map(({ start }) => start)).toEqual([7, 17]);
  expect(shownChips([chip('unclear', 0, 1, { problem: 'no letters' })])).toHaveLength(1);
});

it('takes parts out of a text and leaves single spaces', () => {
  expect(without('filtre en mars 2026 >10', [{ start: 7, end: 19 }])).toBe('filtre >10');
  expect(without('filtre >10', [{ start: 0, end: 10 }])).toBe('');
});

it('names what was looked for by its words, or by all of it', () => {
  const chips = [chip('word', 0, 9, { label: 'cafetière' }), chip('days', 10, 18)];
  expect(soughtIn('cafetière mai 2026', chips)).toBe('cafetière');
  expect(soughtIn('mai 2026', [chip('days', 0, 8)])).toBe('mai 2026');
});

it('offers to look without the days, and everywhere', () => {
  const text = 'cafetière mai 2026 chez:volt';
  const chips = [chip('word', 0, 9), chip('days', 10, 18), chip('from', 19, 28)];
  expect(widerSearches(text, chips)).toEqual([
    { key: 'search-without-days', query: 'cafetière chez:volt' },
    { key: 'search-everywhere', query: 'cafetière' },
  ]);
  expect(widerSearches('mai 2026', [chip('days', 0, 8)])).toEqual([]);
  expect(widerSearches('cafetière mai', [chip('word', 0, 9), chip('days', 10, 13)])).toEqual([
    { key: 'search-everywhere', query: 'cafetière' },
  ]);
});

describe('what is found comes to', () => {
  const hit = (kind: string, amount: string | null, part = {}) => {
    const money = amount === null ? null : { amount, currency: 'EUR' };
    return { item: { kind, money, transfer: null, status: 'booked', candidates: [], ...part }, excerpts: [] };
  };
  const sums = (...hits: object[]) => sumsOf([{ hits }] as unknown as SearchGroup[]);
  const eur = (amount: string) => [{ amount, currency: 'EUR' }];

  it('what was booked, and apart from it what is on no statement yet', () => {
    const found = sums(
      hit('entry', '-24.99'),
      hit('entry', '5.00'),
      hit('entry', '-9.00', { status: 'pending' }),
      hit('waiting', '-119.00'),
      hit('waiting', '-24.99', { candidates: [{}] }),
      hit('waiting', null),
      hit('note', null),
    );
    expect(found).toEqual({ booked: eur('-19.99'), expected: eur('-128.00'), lacksTransfers: false });
  });

  it('nothing for what only moved between own accounts, nor for what the bank only noted', () => {
    const found = sums(hit('entry', '-100.00', { transfer: {} }), hit('entry', '-3.00', { status: 'info' }));
    expect(found).toEqual({ booked: [], expected: [], lacksTransfers: true });
  });
});

it('walks the options around their ends', () => {
  expect(stepped(['a', 'b'], null, 1)).toBe('a');
  expect(stepped(['a', 'b'], 'b', 1)).toBe('a');
  expect(stepped(['a', 'b'], 'a', -1)).toBe('b');
  expect(stepped(['a', 'b'], 'gone', -1)).toBe('b');
  expect(stepped([], null, 1)).toBe(null);
});

it('knows what a row says of itself', () => {
  const words = (item: object) => ownWords(item as Parameters<typeof ownWords>[0]);
  expect(words({ kind: 'entry', text: 'Sacs et filtres' })).toBe('Sacs et filtres');
  expect(words({ kind: 'entry', text: null })).toBeNull();
  expect(words({ kind: 'note', text: '', tags: ['maison', 'été'] })).toBe('#maison #été');
  expect(words({ kind: 'delivery' })).toBeNull();
});

it('tells how much of each kind was found, and shows one kind alone', () => {
  const of = (kind: string) => ({ item: { kind }, excerpts: [] }) as unknown as SearchHit;
  const group = (hits: SearchHit[]) => ({ name: 'Volt', hits }) as unknown as SearchGroup;
  const groups = [group([of('entry'), of('waiting')]), group([of('entry'), of('delivery')])];
  expect(kindsIn(groups)).toEqual([
    { kind: 'entry', count: 2 },
    { kind: 'receipt', count: 2 },
  ]);
  expect(onlyOf(groups, 'receipt').map(({ hits }) => hits.map(({ item }) => item.kind))).toEqual([
    ['waiting'],
    ['delivery'],
  ]);
  expect(onlyOf(groups, 'note')).toEqual([]);
  expect(onlyOf(groups, null)).toBe(groups);
});
