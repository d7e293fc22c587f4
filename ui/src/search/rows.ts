/** What the search screen lists: rows told apart by what they are, each group of them as long as it is wanted. */
import type { AccountRow } from '../api/generated/AccountRow';
import type { ConversationRow } from '../api/generated/ConversationRow';
import type { SearchExcerpt } from '../api/generated/SearchExcerpt';
import type { SearchGroup } from '../api/generated/SearchGroup';
import type { SearchHit } from '../api/generated/SearchHit';
import { unshouted } from '../text/unshouted';
import { keyOf } from '../timeline/grouping';
import { kindOf, type Kind } from './palette';

/** In the order in which they are listed. */
export const ROW_KINDS = ['conversation', 'entry', 'receipt', 'note', 'mail'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** An account or a conversation whose name was typed. */
export type NamedRow = { kind: 'conversation'; key: string } & (
  { account: AccountRow } | { account: null; counterparty: ConversationRow }
);

/** What was found in a conversation: the hit itself, or a text that belongs to it and holds the words. */
export type HitRow = {
  kind: Kind | 'mail';
  key: string;
  group: SearchGroup;
  hit: SearchHit;
  excerpt: SearchExcerpt | null;
};

export type Row = NamedRow | HitRow;

export type Section = { kind: RowKind; rows: Row[]; count: number; folded: number };

/** Rows of a kind that are listed before it is asked for the others, where all kinds are listed. */
const LISTED: Record<RowKind, number> = { conversation: 3, entry: 6, receipt: 2, note: 2, mail: 2 };

export function namedRows(accounts: AccountRow[], counterparties: ConversationRow[]): NamedRow[] {
  return [
    ...accounts.map((account) => ({
      kind: 'conversation' as const,
      key: `found-account-${account.id}`,
      account,
    })),
    ...counterparties.map((counterparty) => ({
      kind: 'conversation' as const,
      key: `found-counterparty-${counterparty.id}`,
      account: null,
      counterparty,
    })),
  ];
}

/** What stands beside a hit as a row of its own: a document or a note of its entry, a mail that told of it. */
function besideKind(hit: SearchHit, { place, file }: SearchExcerpt): HitRow['kind'] | null {
  if (file !== null && place === 'message') return 'mail';
  if (hit.item.kind !== 'entry') return null;
  if (place === 'note') return 'note';
  return file === null ? null : 'receipt';
}

function rowsOfHit(group: SearchGroup, hit: SearchHit): HitRow[] {
  const key = `found-${keyOf(hit.item)}`;
  const rows: HitRow[] = [{ kind: kindOf(hit), key, group, hit, excerpt: null }];
  for (const [at, excerpt] of hit.excerpts.entries()) {
    const kind = besideKind(hit, excerpt);
    const isSame = (row: HitRow) => row.kind === kind && row.excerpt?.file === excerpt.file;
    if (kind !== null && !rows.some(isSame))
      rows.push({ kind, key: `${key}-${kind}-${at}`, group, hit, excerpt });
  }
  return rows;
}

const momentOf = ({ hit: { item } }: HitRow) =>
  `${item.date} ${item.kind === 'entry' ? (item.time ?? '') : ''}`;

/** Newest first. */
export function hitRows(groups: SearchGroup[]): HitRow[] {
  const rows = groups.flatMap((group) => group.hits.flatMap((hit) => rowsOfHit(group, hit)));
  return rows.sort((a, b) => momentOf(b).localeCompare(momentOf(a)));
}

export function countsOf(rows: Row[]): Record<RowKind, number> {
  const counts: Record<RowKind, number> = { conversation: 0, entry: 0, receipt: 0, note: 0, mail: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** Every kind of which there is something, or the one that is wanted alone, which is then listed whole. */
export function sectionsOf(rows: Row[], only: RowKind | null, unfolded: ReadonlySet<RowKind>): Section[] {
  return ROW_KINDS.filter((kind) => only === null || kind === only).flatMap((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    // One row more takes the place of the words that would offer it.
    const isWhole = only !== null || unfolded.has(kind) || all.length <= LISTED[kind] + 1;
    const listed = isWhole ? all : all.slice(0, LISTED[kind]);
    return all.length === 0
      ? []
      : [{ kind, rows: listed, count: all.length, folded: all.length - listed.length }];
  });
}

/** The option that unfolds what a section does not list. */
export function moreKey(kind: RowKind): string {
  return `found-more-${kind}`;
}

/** What arrows walk, in the order of the screen. */
export function optionsOf(sections: Section[]): string[] {
  return sections.flatMap(({ kind, rows, folded }) => [
    ...rows.map(({ key }) => key),
    ...(folded > 0 ? [moreKey(kind)] : []),
  ]);
}

/** The words as they stand where they were found, longest first. */
export function wordsIn(groups: SearchGroup[]): string[] {
  const words = new Set<string>();
  const take = ({ text, marks }: Pick<SearchExcerpt, 'text' | 'marks'>) =>
    marks.forEach(({ start, end }) =>
      // As the bank prints them, and as its bubbles show them.
      [text, unshouted(text)].forEach((told) => words.add(told.slice(start, end))),
    );
  for (const { name, marks, hits } of groups) {
    take({ text: name, marks });
    for (const { excerpts } of hits) excerpts.forEach(take);
  }
  return [...words].filter(Boolean).sort((a, b) => b.length - a.length);
}
