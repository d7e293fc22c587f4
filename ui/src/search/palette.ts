/** What the palette lists and how it is walked: commands, examples, what stays of a query when parts of it go. */
import type { SearchChip } from '../api/generated/SearchChip';
import type { EntryItem } from '../api/generated/EntryItem';
import type { SearchGroup } from '../api/generated/SearchGroup';
import type { SearchHit } from '../api/generated/SearchHit';
import type { MoneyDto } from '../api/generated/MoneyDto';
import type { TimelineItem } from '../api/generated/TimelineItem';
import type { Glyph } from '../kit/glyphs';
import { sumMoney } from '../money/sum';
import type { Shortcut } from '../window/shortcuts';
import { fold } from './highlight';

export type Command = { shortcut: Shortcut; key: string; glyph: Glyph };

export const COMMANDS: Command[] = [
  { shortcut: 'import', key: 'shortcut-import', glyph: 'tray-arrow-down' },
  { shortcut: 'goTo', key: 'shortcut-go-to', glyph: 'calendar-blank' },
  { shortcut: 'firstUnread', key: 'shortcut-first-unread', glyph: 'chat-circle-text' },
  { shortcut: 'hideAmounts', key: 'shortcut-hide', glyph: 'eye-slash' },
  { shortcut: 'lock', key: 'shortcut-lock', glyph: 'lock-simple' },
  { shortcut: 'undo', key: 'shortcut-undo', glyph: 'arrow-counter-clockwise' },
  { shortcut: 'redo', key: 'shortcut-redo', glyph: 'arrow-clockwise' },
  { shortcut: 'inspector', key: 'shortcut-inspector', glyph: 'sidebar-simple' },
  { shortcut: 'overview', key: 'overview', glyph: 'chart-bar' },
  { shortcut: 'history', key: 'rail-history', glyph: 'clock-counter-clockwise' },
  { shortcut: 'settings', key: 'rail-settings', glyph: 'gear-six' },
  { shortcut: 'shortcuts', key: 'shortcuts', glyph: 'keyboard' },
];

/** Each with a text `search-example-…`, what is typed, and `search-means-…`, what it looks for. */
export const EXAMPLES = ['amount', 'range', 'from', 'account', 'days', 'tag', 'without', 'is'] as const;

/** Whether a query says of itself that it is a question. */
export function isQuestion(query: string): boolean {
  return /\S\s*\?$/.test(query);
}

/** Conversations named alike are listed up to here: the rest is in the list itself. */
export const NAMES_SHOWN = 5;

/** Whether every word of the query begins a word of the text, blind to case and accents. */
export function isNamed(text: string, query: string): boolean {
  const wanted = wordsOf(query);
  return wanted.length > 0 && begins(fold(text), wanted);
}

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

function begins(folded: string, wanted: string[]): boolean {
  return wanted.every((word) => {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1))
      if (at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return true;
    return false;
  });
}

/** Names as they are compared, kept as long as their rows: there are thousands of them for every letter that is typed. */
const folded = new WeakMap<object, string>();

/** The first rows named so. */
export function firstNamed<Row extends object>(
  rows: Row[],
  nameOf: (row: Row) => string,
  query: string,
  most = NAMES_SHOWN,
): Row[] {
  const wanted = wordsOf(query);
  const found: Row[] = [];
  if (wanted.length === 0) return found;
  for (const row of rows) {
    let name = folded.get(row);
    if (name === undefined) folded.set(row, (name = fold(nameOf(row))));
    if (begins(name, wanted)) found.push(row);
    if (found.length === most) break;
  }
  return found;
}

/** Plain words are read where they are typed; a chip says what more there is, and what is wrong. */
export function shownChips(chips: SearchChip[]): SearchChip[] {
  return chips.filter(({ kind, excluded, problem }) => kind !== 'word' || excluded || problem !== null);
}

/** What stays of a text without some of its parts. */
export function without(text: string, parts: { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of [...parts].sort((a, b) => b.start - a.start))
    rest = rest.slice(0, start) + rest.slice(end);
  return rest.replace(/\s+/g, ' ').trim();
}

/** Wider searches to offer where nothing was found: without the days, and with nothing but the words. */
export function widerSearches(text: string, chips: SearchChip[]): { key: string; query: string }[] {
  const isWord = ({ kind, excluded }: SearchChip) => !excluded && (kind === 'word' || kind === 'phrase');
  const isDays = ({ kind }: SearchChip) => kind === 'days';
  if (!chips.some(isWord)) return [];
  const others = chips.filter((chip) => !isWord(chip));
  const wider = [];
  if (others.some(isDays) && !others.every(isDays))
    wider.push({ key: 'search-without-days', query: without(text, others.filter(isDays)) });
  if (others.length > 0) wider.push({ key: 'search-everywhere', query: without(text, others) });
  return wider;
}

/** What was looked for, without what narrows it: its words, or all of it where there are none. */
export function soughtIn(query: string, chips: SearchChip[]): string {
  const words = chips.filter(({ kind }) => kind === 'word' || kind === 'phrase');
  return words.length > 0 ? words.map(({ label }) => label).join(' ') : query;
}

/** The entries among what was found, newest first. */
export function entriesOf(groups: SearchGroup[]): EntryItem[] {
  const hits = groups.flatMap(({ hits }) => hits.map(({ item }) => item));
  const entries = hits.filter((item) => item.kind === 'entry');
  return entries.sort((a, b) => b.date.localeCompare(a.date));
}

/** What can be told apart among what was found. */
export const KINDS = ['entry', 'receipt', 'note'] as const;
export type Kind = (typeof KINDS)[number];

export function kindOf({ item }: SearchHit): Kind {
  if (item.kind === 'entry' || item.kind === 'note') return item.kind;
  return 'receipt';
}

/** What a row says of itself. */
export function ownWords(item: TimelineItem): string | null {
  if (item.kind === 'entry') return item.text || null;
  if (item.kind === 'waiting') return item.title;
  if (item.kind === 'note') return item.text || item.tags.map((tag) => `#${tag}`).join(' ');
  return null;
}

/** How many of each kind there are; those of which there are none are left out. */
export function kindsIn(groups: SearchGroup[]): { kind: Kind; count: number }[] {
  const hits = groups.flatMap(({ hits }) => hits);
  return KINDS.map((kind) => ({ kind, count: hits.filter((hit) => kindOf(hit) === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

/** The groups with only what is of one kind. */
export function onlyOf(groups: SearchGroup[], kind: Kind | null): SearchGroup[] {
  if (kind === null) return groups;
  return groups
    .map((group) => ({ ...group, hits: group.hits.filter((hit) => kindOf(hit) === kind) }))
    .filter(({ hits }) => hits.length > 0);
}

export type Sums = {
  /** What statements tell of. */
  booked: MoneyDto[];
  /** What none tells of yet. */
  expected: MoneyDto[];
  /** Transfers between own accounts are neither spent nor earned: found among the rest, they are left out. */
  lacksTransfers: boolean;
};

/** What the found rows come to, by currency; what was only noted by the bank is no money yet. */
export function sumsOf(groups: SearchGroup[]): Sums {
  const items = groups.flatMap(({ hits }) => hits.map(({ item }) => item));
  const entries = items.filter((item) => item.kind === 'entry');
  const counted = entries.filter(({ transfer }) => transfer === null);
  const ofStatus = (wanted: string) =>
    counted.flatMap(({ status, money }) => (status === wanted ? [money] : []));
  // What one of the candidates may have paid is among the entries, or will be.
  const waiting = items.flatMap((item) =>
    item.kind === 'waiting' && item.money && item.candidates.length === 0 ? [item.money] : [],
  );
  return {
    booked: sumMoney(ofStatus('booked')),
    expected: sumMoney([...ofStatus('pending'), ...waiting]),
    lacksTransfers: counted.length < entries.length,
  };
}

/** The next option by arrow keys, around the ends; none leads to the first or last. */
export function stepped(ids: string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at === -1) return (by === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[(at + by + ids.length) % ids.length] ?? null;
}
