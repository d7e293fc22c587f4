import { expect, it } from 'vitest';

import type { EntryItem } from '../api/generated/EntryItem';
import { grouped, isNamed, stepped } from './palette';

const hit = (id: number, counterparty: number, name: string) => ({ id, counterparty, name }) as EntryItem;

it('names a command by the beginnings of its words, blind to accents', () => {
  expect(isNamed('Réglages', 'regl')).toBe(true);
  expect(isNamed('Importer un fichier', 'fich imp')).toBe(true);
  expect(isNamed('Importer un fichier', 'porter')).toBe(false);
  expect(isNamed('Verrouiller', '  ')).toBe(false);
});

it('puts hits under their conversation, newest conversation first', () => {
  const groups = grouped([hit(9, 1, 'Volt & Cie'), hit(8, 2, 'Morel'), hit(7, 1, 'Volt & Cie')]);
  expect(groups.map(({ name, entries }) => [name, entries.map(({ id }) => id)])).toEqual([
    ['Volt & Cie', [9, 7]],
    ['Morel', [8]],
  ]);
});

it('walks the options around their ends', () => {
  expect(stepped(['a', 'b'], null, 1)).toBe('a');
  expect(stepped(['a', 'b'], 'b', 1)).toBe('a');
  expect(stepped(['a', 'b'], 'a', -1)).toBe('b');
  expect(stepped(['a', 'b'], 'gone', -1)).toBe('b');
  expect(stepped([], null, 1)).toBe(null);
});
