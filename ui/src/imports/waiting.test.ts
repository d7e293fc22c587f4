import { expect, it } from 'vitest';

import type { Watched } from '../api/generated/Watched';
import { countOf, keysOf, withNews } from './waiting';

function folder(name: string, files: Record<string, number>): Watched {
  const waiting = Object.entries(files).map(([file, bytes]) => ({
    path: `/${name}/${file}`,
    name: file,
    bytes,
    day: '2026-11-05',
  }));
  return {
    path: `/${name}`,
    name,
    isOn: true,
    isMissing: false,
    waiting,
    count: waiting.length,
    until: 1,
    lastDay: null,
  };
}

const BEFORE = [folder('a', { 'one.ofx': 10, 'two.ofx': 20 }), folder('b', { 'one.ofx': 10 })];

const names = (folders: Watched[]) => folders.map(({ name }) => name);

it('takes all that waits for news where nothing was told of', () => {
  expect(names(withNews(BEFORE, new Set()))).toEqual(['a', 'b']);
  expect(names(withNews([folder('c', {})], new Set()))).toEqual([]);
});

it('takes nothing for news that waited before, also where another file went', () => {
  const told = keysOf(BEFORE);
  expect(withNews(BEFORE, told)).toEqual([]);
  expect(withNews([folder('a', { 'two.ofx': 20 })], told)).toEqual([]);
});

it('names only the folder that something came into', () => {
  const now = [folder('a', { 'one.ofx': 10, 'two.ofx': 20 }), folder('b', { 'one.ofx': 10, 'new.pdf': 5 })];
  expect(names(withNews(now, keysOf(BEFORE)))).toEqual(['b']);
});

it('takes a file that was written anew under its name for another one', () => {
  expect(names(withNews([folder('b', { 'one.ofx': 11 })], keysOf(BEFORE)))).toEqual(['b']);
});

it('counts also what is not handed over', () => {
  expect(countOf([{ ...folder('a', { 'one.ofx': 10 }), count: 431 }, folder('b', { 'two.ofx': 1 })])).toBe(
    432,
  );
});
