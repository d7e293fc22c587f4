/** What the canned ledger understands of a search: enough for tests and pictures, the real reading is Rust's. */
import type { EntryItem } from './contract';
import { SAID } from './fakeQuestion';
import { MESSAGES } from './fakeStory';
import type { ConversationRef } from './generated/ConversationRef';
import type { NoteItem } from './generated/NoteItem';
import type { ReceiptBlock } from './generated/ReceiptBlock';
import type { SearchChip } from './generated/SearchChip';
import type { SearchExcerpt } from './generated/SearchExcerpt';
import type { SearchGroup } from './generated/SearchGroup';
import type { SearchHit } from './generated/SearchHit';
import type { SearchMark } from './generated/SearchMark';
import type { SearchResults } from './generated/SearchResults';
import type { WaitingItem } from './generated/WaitingItem';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Rows = { entries: EntryItem[]; waiting: WaitingItem[]; notes: (NoteItem & { with: ConversationRef })[] };
type Test = (row: EntryItem | WaitingItem | NoteItem, name: string) => boolean;
type Told = { kind: string; label: string; problem?: string; test: Test };

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
);
const ENGLISH = 'january february march april may june july august september october november december'.split(
  ' ',
);

const NAMED = [...MONTHS, ...ENGLISH].join('|').replaceAll('e', '[eéû]').replace('aout', 'ao[uû]t');
const PIECE = new RegExp(`\\p{L}+:"[^"]*"|(?:${NAMED}) 20\\d\\d|>\\d+ ?€|\\S+`, 'giu');

const days = (label: string, start: string): Told => ({
  kind: 'days',
  label,
  test: ({ date }) => date.startsWith(start),
});
const cost = (row: { money?: { amount: string } | null }) => Math.abs(Number(row.money?.amount ?? NaN));
const costOf = (row: EntryItem | WaitingItem | NoteItem) => ('money' in row ? cost(row) : NaN);

/** A part of what is typed; none where it is a word. */
function told(typed: string, fr: boolean): Told | null {
  const month = /^(\p{L}+) (\d{4})$/u.exec(typed);
  const at = month
    ? Math.max(MONTHS.indexOf(fold(month[1] ?? '')), ENGLISH.indexOf(fold(month[1] ?? '')))
    : -1;
  if (month && at >= 0) return days(typed, `${month[2]}-${String(at + 1).padStart(2, '0')}`);
  if (/^20\d\d$/.test(typed)) return days(typed, typed);
  if (/^2026-02-3\d$/.test(typed))
    return {
      kind: 'unclear',
      label: typed,
      problem: fr ? 'Ce jour n’existe pas dans le calendrier.' : 'The calendar has no such day.',
      test: () => true,
    };
  const over = /^>(\d+)(?: ?€)?$/.exec(typed);
  if (over)
    return {
      kind: 'amount',
      label: fr ? `plus de ${over[1]} €` : `over €${over[1]}`,
      test: (row) => costOf(row) > Number(over[1]),
    };
  const from = /^(?:chez|de|from):"?([^"]+)"?$/.exec(typed);
  if (from) {
    const wanted = fold(from[1] ?? '');
    return {
      kind: 'from',
      label: `${fr ? 'chez :' : 'from:'} ${from[1]}`,
      test: (_, name) => fold(name).includes(wanted),
    };
  }
  if (typed === 'sans:reçu' || typed === 'without:receipt')
    return {
      kind: 'has',
      label: fr ? 'sans reçu' : 'without a receipt',
      test: (row) => 'receipts' in row && row.receipts.length === 0,
    };
  const tag = /^#(\p{L}+)$/u.exec(typed);
  if (tag)
    return {
      kind: 'tag',
      label: typed,
      test: (row) => 'tags' in row && row.tags.includes((tag[1] ?? '').toLowerCase()),
    };
  return null;
}

function marksIn(text: string, words: string[]): SearchMark[] {
  const letters = Array.from(text);
  const folded = letters.map(fold).join('');
  const marks = words.flatMap((word) => {
    const start = folded.indexOf(word);
    return start < 0 || folded.length !== text.length ? [] : [{ start, end: start + word.length }];
  });
  return marks.sort((a, b) => a.start - b.start);
}

/** The mails among a receipt's documents that say more, each with its text. */
function messagesOf(receipts: ReceiptBlock[]): [string, string][] {
  const files = receipts.flatMap(({ originals }) => originals.map(({ file }) => file));
  return files.flatMap((file): [string, string][] => (MESSAGES[file] ? [[file, MESSAGES[file]]] : []));
}

function excerptsOf(row: EntryItem | WaitingItem | NoteItem, name: string, words: string[]): SearchExcerpt[] {
  const receipts = 'receipts' in row ? row.receipts : 'receipt' in row ? [row.receipt] : [];
  const texts: [string, string | null, string][] = [
    ['text', null, ('text' in row ? row.text : 'title' in row ? row.title : '') ?? ''],
    ['note', null, ('note' in row ? row.note : '') ?? ''],
    ...receipts.flatMap(({ file, lines }) =>
      lines.map(({ text }): [string, string | null, string] => ['line', file, text]),
    ),
    ...messagesOf(receipts).map(([file, text]): [string, string | null, string] => ['message', file, text]),
  ];
  let seen = fold(name);
  const excerpts: SearchExcerpt[] = [];
  for (const [place, file, text] of texts) {
    const marks = marksIn(text, words);
    const extra = place !== 'text' && words.every((word) => seen.includes(word));
    if (marks.length === 0 || (extra && file === null)) continue;
    excerpts.push({ place, file, text, marks, extra });
    seen += ` ${fold(text)}`;
  }
  return excerpts.slice(0, 3);
}

/** The month of which a statement is missing. */
const isOfMay = ({ kind, label }: SearchChip) => kind === 'days' && /mai|may|-05/i.test(label);

export function fakeSearch(
  query: string,
  { entries, waiting, notes }: Rows,
  names: Map<number, string>,
  kinds: Map<number, string>,
  lang: 'fr' | 'en',
  limit: number,
  toCheck: ReadonlySet<number>,
): SearchResults {
  const pieces = [...query.matchAll(PIECE)];
  const chips: SearchChip[] = [];
  const tests: Test[] = [];
  const words: string[] = [];
  for (const piece of pieces) {
    const place = { start: piece.index, end: piece.index + piece[0].length };
    const part = told(piece[0], lang === 'fr');
    const { kind, label, problem } = part ?? { kind: 'word', label: piece[0] };
    chips.push({ ...place, kind, label, excluded: false, problem: problem ?? null });
    if (part) tests.push(part.test);
    else words.push(fold(piece[0]));
  }
  const ofNote = ({ with: { kind, id } }: { with: ConversationRef }) =>
    kind === 'counterparty' ? (names.get(id) ?? '') : '';
  const rows = [
    ...entries.map((item) => ({ item: { kind: 'entry' as const, ...item }, name: item.name })),
    ...waiting.map((item) => ({
      item: { kind: 'waiting' as const, ...item },
      name: names.get(item.counterparty) ?? '',
    })),
    ...notes.map((item) => ({ item: { kind: 'note' as const, ...item }, name: ofNote(item) })),
  ];
  const found = rows.filter(({ item, name }) => {
    const receipts = 'receipts' in item ? item.receipts : [];
    const text = fold(`${name} ${JSON.stringify(item)} ${messagesOf(receipts).join(' ')}`);
    return words.every((word) => text.includes(word)) && tests.every((test) => test(item, name));
  });
  found.sort((a, b) => b.item.date.localeCompare(a.item.date));
  const groups = new Map<string, SearchGroup>();
  for (const { item, name } of found.slice(0, limit)) {
    const conversation: ConversationRef =
      item.kind === 'note' ? item.with : { kind: 'counterparty', id: item.counterparty };
    const key = `${conversation.kind}-${conversation.id}`;
    const kind = kinds.get(conversation.id) ?? 'merchant';
    const group = groups.get(key) ?? { conversation, name, kind, marks: marksIn(name, words), hits: [] };
    groups.set(key, group);
    group.hits.push({
      item,
      excerpts: excerptsOf(item, name, words),
      toCheck: item.kind === 'entry' && toCheck.has(item.id),
    } as SearchHit);
  }
  const isNothing = pieces.length === 0 || chips.every(({ kind }) => kind === 'unclear');
  const isMissing = found.length === 0 && chips.some(isOfMay);
  return {
    chips,
    written: query,
    groups: isNothing ? [] : [...groups.values()],
    count: isNothing ? 0 : Math.min(found.length, limit),
    more: found.length > limit,
    gaps: isMissing ? [SAID[lang].gap] : [],
    asksStatement: isMissing,
  };
}
