import { expect, it } from 'vitest';

import type { SearchExcerpt } from '../api/generated/SearchExcerpt';
import type { SearchGroup } from '../api/generated/SearchGroup';
import type { SearchHit } from '../api/generated/SearchHit';
import { countsOf, hitRows, moreKey, optionsOf, sectionsOf, wordsIn, type RowKind } from './rows';

const excerpt = (place: string, file: string | null = null, text = 'Filtre lavable'): SearchExcerpt => ({
  place,
  file,
  text,
  marks: [{ start: 0, end: 6 }],
  extra: false,
});
const hit = (item: object, excerpts: SearchExcerpt[] = []) => ({ item, excerpts }) as unknown as SearchHit;
const entry = (id: number, date: string, time: string | null, ...excerpts: SearchExcerpt[]) =>
  hit({ kind: 'entry', id, date, time }, excerpts);
const group = (...hits: SearchHit[]) => ({ name: 'Volt', marks: [], hits }) as unknown as SearchGroup;

const NONE: ReadonlySet<RowKind> = new Set();

it('lists a document or a note that holds the words beside its entry, and each document once', () => {
  const [line, other] = [excerpt('line', 'Facture.pdf'), excerpt('line', 'Facture.pdf', 'Filtre de hotte')];
  const found = entry(1, '2026-10-16', null, line, other, excerpt('note'), excerpt('message', 'Envoi.eml'));
  expect(hitRows([group(found)]).map(({ kind }) => kind)).toEqual(['entry', 'receipt', 'note', 'mail']);
  expect(countsOf(hitRows([group(found)]))).toEqual({
    conversation: 0,
    entry: 1,
    receipt: 1,
    note: 1,
    mail: 1,
  });
});

it('lists a receipt that waits once, and the mail that told of it', () => {
  const waiting = hit({ kind: 'waiting', id: 3, date: '2026-11-02' }, [
    excerpt('line', 'Commande.eml'),
    excerpt('message', 'Commande.eml'),
  ]);
  expect(hitRows([group(waiting)]).map(({ kind }) => kind)).toEqual(['receipt', 'mail']);
});

it('lists what is newest first, whatever its conversation', () => {
  const first = group(entry(1, '2026-10-28', '18:02'), entry(2, '2026-03-12', null));
  const rows = hitRows([first, group(entry(3, '2026-10-28', '18:05'))]);
  expect(rows.map(({ key }) => key)).toEqual(['found-entry-3', 'found-entry-1', 'found-entry-2']);
});

const many = hitRows([
  group(
    ...Array.from({ length: 6 }, (_, at) => hit({ kind: 'waiting', id: at, date: `2026-10-0${at + 1}` })),
    ...Array.from({ length: 3 }, (_, at) => hit({ kind: 'note', id: at, date: `2026-10-0${at + 1}` })),
  ),
]);

it('folds a long group until it is unfolded or wanted alone, and never for one row', () => {
  const sizes = (only: RowKind | null, unfolded: ReadonlySet<RowKind>) =>
    sectionsOf(many, only, unfolded).map(({ kind, rows, folded }) => [kind, rows.length, folded]);
  expect(sizes(null, NONE)).toEqual([
    ['receipt', 2, 4],
    ['note', 3, 0],
  ]);
  expect(sizes(null, new Set(['receipt']))).toEqual([
    ['receipt', 6, 0],
    ['note', 3, 0],
  ]);
  expect(sizes('receipt', NONE)).toEqual([['receipt', 6, 0]]);
});

it('walks the rows in their order, with what unfolds a group behind it', () => {
  const options = optionsOf(sectionsOf(many, null, NONE));
  expect(options).toHaveLength(6);
  expect(options[2]).toBe(moreKey('receipt'));
});

it('knows the words as they stand where they were found, longest first', () => {
  const found = group(entry(1, '2026-10-16', null, excerpt('text'), excerpt('line', 'a.pdf', 'FILTRES')));
  found.hits[0]!.excerpts[1]!.marks = [{ start: 0, end: 7 }];
  expect(wordsIn([found])).toEqual(['FILTRES', 'Filtres', 'Filtre']);
});
