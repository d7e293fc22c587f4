import { expect, it } from 'vitest';

import type { SearchChip } from '../api/generated/SearchChip';
import { settled, textOf, type Typed } from './parts';

/** The chip that a part of this text becomes. */
function chip(text: string, part: string, kind: string, problem: string | null = null): SearchChip {
  const start = text.indexOf(part);
  return { start, end: start + part.length, kind, label: `‹${part}›`, excluded: false, problem };
}

const typed = (rest: string, parts: Typed['parts'] = []): Typed => ({ parts, rest });
const months = (text: string, part: string) => ({ text: part, chip: chip(text, part, 'days') });
const shown = ({ parts, rest }: Typed) => [...parts.map(({ chip: { label } }) => label), rest];

it('says chips and field together, one space between them', () => {
  expect(textOf(typed('filtre', [months('mai', 'mai'), months('2026', '2026')]))).toBe('mai 2026 filtre');
  expect(textOf(typed('', [months('mai', 'mai')]))).toBe('mai');
});

it('makes a chip of what has a meaning once its end is written, and leaves words', () => {
  const text = 'filtre chez:volt 2026';
  const chips = [chip(text, 'filtre', 'word'), chip(text, 'chez:volt', 'from'), chip(text, '2026', 'days')];
  expect(shown(settled(typed(text), chips, true))).toEqual(['‹chez:volt›', 'filtre 2026']);
  expect(shown(settled(typed(text), chips, false))).toEqual(['‹chez:volt›', '‹2026›', 'filtre']);
});

it('keeps the space behind which the next word is written', () => {
  const text = 'filtre chez:volt ';
  const chips = [chip(text, 'filtre', 'word'), chip(text, 'chez:volt', 'from')];
  expect(settled(typed(text), chips, true).rest).toBe('filtre ');
  expect(settled(typed('filtre  '), [chip('filtre  ', 'filtre', 'word')], true).rest).toBe('filtre  ');
});

it('joins a chip with what goes on from it', () => {
  const [mars] = [months('mars', 'mars')];
  const text = 'mars 2024';
  const whole = chip(text, text, 'days');
  expect(shown(settled(typed('2024', [mars]), [whole], true))).toEqual(['‹mars›', '2024']);
  expect(shown(settled(typed('2024 ', [mars]), [whole], true))).toEqual(['‹mars 2024›', '']);
});

it('leaves what nothing can be found by where it is written, and shows it as a chip afterwards', () => {
  const text = 'filtre 2026-02-30 ';
  const chips = [chip(text, 'filtre', 'word'), chip(text, '2026-02-30', 'unclear', 'no such day')];
  expect(shown(settled(typed(text), chips, true))).toEqual([text]);
  expect(shown(settled(typed(text), chips, false))).toEqual(['‹2026-02-30›', 'filtre ']);
});

it('names a chip anew that is understood otherwise now', () => {
  const old = { text: 'mars', chip: { ...chip('mars', 'mars', 'days'), label: 'mars 2025' } };
  const now = { ...chip('mars filtre', 'mars', 'days'), label: 'mars 2026' };
  expect(shown(settled(typed('filtre', [old]), [now], true))).toEqual(['mars 2026', 'filtre']);
});

it.each([
  ['filtre "sacs et', '"sacs et', 'phrase'],
  ['filtre chez:', 'chez:', 'from'],
  ['filtre «sacs', '«sacs', 'phrase'],
])('leaves what would take the next word in where it stands: %s', (text, part, kind) => {
  expect(shown(settled(typed(text), [chip(text, 'filtre', 'word'), chip(text, part, kind)], false))).toEqual([
    text,
  ]);
});

it('leaves a month behind a number that is no day of it', () => {
  const text = '12 volt mars ';
  const chips = [chip(text, '12', 'word'), chip(text, 'volt', 'word'), chip(text, 'mars', 'days')];
  expect(shown(settled(typed(text), chips, true))).toEqual([text]);
});
