/** What the canned ledger answers to questions: months of a merchant, and the states of an answer. The real reading is Rust's. */
import type { EntryItem, TimelineItem } from './contract';
import { cents, COUNTERPARTIES, euros } from './fakeLedger';
import type { AnswerChip } from './generated/AnswerChip';
import type { AnswerItem } from './generated/AnswerItem';
import type { ConversationRef } from './generated/ConversationRef';
import type { Lang } from './generated/Lang';
import { withStory } from './fakeStory';

/** A question that was asked, and what was chosen of its readings. */
export type Asked = { id: number; with: ConversationRef; date: string; text: string; pick: Pick };

type Pick = { whom?: number | null; month?: string; flow?: 'out' | 'in'; name?: number };

const TODAY = '2026-11-04';

const MONTHS: Record<Lang, string[]> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

export const SAID = {
  fr: {
    at: (who: string, month: string, count: number) =>
      `chez ${who} en ${month}, en\u00a0${count}\u00a0paiements`,
    all: (month: string, count: number) => `dépensés en ${month}, en\u00a0${count}\u00a0paiements`,
    nothing: (words: string, month: string) => `Rien pour «\u00a0${words}\u00a0» en ${month}.`,
    unknown: (word: string) =>
      `Je n’ai pas compris «\u00a0${word}\u00a0». Essayez une date, un marchand ou un montant.`,
    several: (word: string) => `Plusieurs noms vont avec «\u00a0${word}\u00a0». Lequel\u202f?`,
    gap: 'Il manque le relevé du 1er au 14 mai 2026.',
    everybody: 'tous les marchands',
    days: (last: number, month: string) => `1er – ${last} ${month}`,
    flow: { out: 'sorties', in: 'entrées' },
    proof: (month: string) => `relevé de ${month} prouvé`,
    next: (month: string) => [`et en ${month}\u202f?`, 'par semaine', 'le plus gros achat'],
  },
  en: {
    at: (who: string, month: string, count: number) =>
      `at ${who} in ${month}, in\u00a0${count}\u00a0payments`,
    all: (month: string, count: number) => `spent in ${month}, in\u00a0${count}\u00a0payments`,
    nothing: (words: string, month: string) => `Nothing for “${words}” in ${month}.`,
    unknown: (word: string) => `I did not understand “${word}”. Try a date, a merchant or an amount.`,
    several: (word: string) => `Several names fit “${word}”. Which one?`,
    gap: 'The statement of 1 to 14 May 2026 is missing.',
    everybody: 'all merchants',
    days: (last: number, month: string) => `1 – ${last} ${month}`,
    flow: { out: 'money out', in: 'money in' },
    proof: (month: string) => `${month} statement proven`,
    next: (month: string) => [`and in ${month}?`, 'by week', 'the largest purchase'],
  },
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function monthOf(text: string): number | null {
  const words = plain(text).split(/[^a-z]+/);
  const at = [...Array(12).keys()].find((month) =>
    [MONTHS.fr[month], MONTHS.en[month]].some((name) => name !== undefined && words.includes(plain(name))),
  );
  return at ?? null;
}

function nameOf(month: string, lang: Lang): string {
  return MONTHS[lang][Number(month.slice(5)) - 1] ?? '';
}

function around(month: string): string[] {
  const newest =
    month > '2025-11' ? 2026 * 12 + 10 : Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) + 7;
  return Array.from({ length: 12 }, (_, at) => {
    const number = newest - 11 + at;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

const lastDay = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

function empty({ id, date }: Asked): AnswerItem {
  return {
    question: id,
    date,
    outcome: 'answered',
    what: 'sum',
    flow: 'out',
    figures: [],
    count: 0,
    sentence: '',
    strong: [],
    back: [],
    before: null,
    bars: [],
    barUnit: 'month',
    average: null,
    entries: [],
    more: 0,
    query: null,
    groups: [],
    moreGroups: 0,
    held: [],
    parcels: [],
    from: null,
    until: null,
    proof: null,
    gaps: [],
    knownUntil: null,
    notUnderstood: [],
    chips: [],
    followUps: [],
  };
}

function chip(
  kind: string,
  label: string,
  choices: AnswerChip['choices'],
  who: number | null = null,
): AnswerChip {
  return { kind, label, choices, conversation: who === null ? null : { kind: 'counterparty', id: who } };
}

function choice(
  label: string,
  pick: Pick,
  current: boolean,
  who: number | null = null,
): AnswerChip['choices'][number] {
  const conversation = who === null ? null : ({ kind: 'counterparty', id: who } as const);
  return { label, pick: JSON.stringify(pick), current, conversation };
}

function understoodAs(
  asked: Asked,
  who: number | null,
  month: string,
  flow: 'out' | 'in',
  lang: Lang,
): AnswerChip[] {
  const said = SAID[lang];
  const named = COUNTERPARTIES.find(({ id }) => id === who);
  const shown = COUNTERPARTIES.filter(({ id }) => id === who || id < 6);
  const beside = around(month).filter((each) => Math.abs(Number(each.slice(5)) - Number(month.slice(5))) < 3);
  const full = (each: string) => `${nameOf(each, lang)} ${each.slice(0, 4)}`;
  return [
    chip(
      'whom',
      named?.name ?? said.everybody,
      [
        ...shown.map(({ id, name }) => choice(name, { ...asked.pick, whom: id }, id === who, id)),
        choice(said.everybody, { ...asked.pick, whom: null }, who === null),
      ],
      who,
    ),
    chip(
      'period',
      said.days(lastDay(month), full(month)),
      beside.map((each) => choice(full(each), { ...asked.pick, month: each }, each === month)),
    ),
    chip(
      'flow',
      said.flow[flow],
      (['out', 'in'] as const).map((each) =>
        choice(said.flow[each], { ...asked.pick, flow: each }, each === flow),
      ),
    ),
  ];
}

function marked(sentence: string, strong: string[]): AnswerItem['strong'] {
  return strong
    .map((text) => ({ start: sentence.indexOf(text), end: sentence.indexOf(text) + text.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
}

/** Words that are none, and words that fit two names. */
function unanswered(asked: Asked, lang: Lang): AnswerItem | null {
  const said = SAID[lang];
  const word = /tant[oô]t|soonish/i.exec(asked.text)?.[0];
  if (word !== undefined) {
    return {
      ...empty(asked),
      outcome: 'notUnderstood',
      sentence: said.unknown(word),
      notUnderstood: [word],
      chips: [chip('name', word, [choice('Transports Métropole', { ...asked.pick, name: 6 }, false, 6)])],
    };
  }
  const both = /transports?(?! m)/i.exec(asked.text)?.[0];
  if (both === undefined || asked.pick.name !== undefined) return null;
  const names = COUNTERPARTIES.filter(({ id }) => id === 6 || id === 10);
  const choices = names.map(({ id, name }) => choice(name, { ...asked.pick, name: id }, false, id));
  return {
    ...empty(asked),
    outcome: 'several',
    sentence: said.several(both),
    chips: [chip('name', both, choices)],
  };
}

export function fakeAnswer(asked: Asked, entries: EntryItem[], lang: Lang): AnswerItem {
  const none = unanswered(asked, lang);
  if (none) return none;
  const said = SAID[lang];
  const named = COUNTERPARTIES.find(({ name }) => plain(asked.text).includes(plain(name)));
  const here = asked.with.kind === 'counterparty' ? asked.with.id : null;
  const who = asked.pick.whom === undefined ? (asked.pick.name ?? named?.id ?? here) : asked.pick.whom;
  const number = monthOf(asked.text) ?? 9;
  const month = asked.pick.month ?? `${number > 10 ? 2025 : 2026}-${String(number + 1).padStart(2, '0')}`;
  const flow = asked.pick.flow ?? 'out';
  const full = `${nameOf(month, lang)} ${month.slice(0, 4)}`;
  const counts = (entry: EntryItem) =>
    entry.status === 'booked' &&
    entry.transfer === null &&
    (who === null || entry.counterparty === who) &&
    (flow === 'out') === entry.money.amount.startsWith('-');
  const of = (each: string) => entries.filter((entry) => counts(entry) && entry.date.startsWith(each));
  const sum = (each: string) => Math.abs(of(each).reduce((total, { money }) => total + cents(money), 0));
  const chips = understoodAs(asked, who, month, flow, lang);
  const gaps = month === '2026-05' ? [said.gap] : [];
  const words = /cafeti[eè]re|coffee maker/i.exec(asked.text)?.[0];
  if (words !== undefined || of(month).length === 0) {
    const sentence = said.nothing(words ?? COUNTERPARTIES.find(({ id }) => id === who)?.name ?? '…', full);
    return { ...empty(asked), outcome: 'nothing', sentence, strong: marked(sentence, [full]), gaps, chips };
  }
  const name = COUNTERPARTIES.find(({ id }) => id === who)?.name ?? '';
  const sentence = who === null ? said.all(full, of(month).length) : said.at(name, full, of(month).length);
  const shown = around(month);
  const before = shown[shown.indexOf(month) - 1];
  const over = shown.filter((each) => each !== '2026-11' && each !== '2026-05' && sum(each) > 0);
  const after = shown[shown.indexOf(month) + 1];
  const listed = of(month).slice(-8);
  return {
    ...empty(asked),
    flow,
    figures: [euros(sum(month))],
    count: of(month).length,
    sentence,
    strong: marked(sentence, [name, full].filter(Boolean)),
    before: before ? { difference: euros(sum(month) - sum(before)), month: nameOf(before, lang) } : null,
    bars: shown.map((each) => ({
      from: `${each}-01`,
      until: `${each}-${lastDay(each)}`,
      money: euros(sum(each)),
      asked: each === month,
      partial: each === '2026-11' || each === '2026-05',
    })),
    average: euros(Math.round(over.reduce((total, each) => total + sum(each), 0) / Math.max(over.length, 1))),
    entries: listed.map((entry) => {
      const told = withStory({ kind: 'entry', ...entry }, entries);
      return told.kind === 'entry' ? told : entry;
    }),
    more: of(month).length - listed.length,
    query: of(month).length > 8 ? `2026-${month.slice(5)}` : null,
    proof: month < '2026-11' && month !== '2026-05' ? said.proof(nameOf(month, lang)) : null,
    gaps,
    chips,
    followUps: said.next(nameOf(after ?? before ?? month, lang)),
  };
}

/** What a page does not wait for: of all time, or of words that are looked for. */
function isCountedLater(text: string): boolean {
  return /en tout|in total|cafeti[eè]re|coffee maker/i.test(text);
}

/** The rows that a question and its answer take. */
export function questionRows(asked: Asked, entries: EntryItem[], lang: Lang): TimelineItem[] {
  const { id, date, text } = asked;
  const answer: TimelineItem = isCountedLater(text)
    ? { kind: 'uncounted', question: id, date }
    : { kind: 'answer', ...fakeAnswer(asked, entries, lang) };
  return [{ kind: 'question', id, date, text }, answer];
}

/** The same, or its beginning, by words. */
export function isAsked(text: string): boolean {
  return /\?\s*$/.test(text) || /^(combien|how much|c'est quoi mon solde)\b/i.test(text);
}

export function askedIn(conversation: ConversationRef, text: string, id: number, after: Asked | null): Asked {
  const month = after?.pick.month;
  const kept = after && monthOf(text) === null ? { ...after.pick, ...(month ? { month } : {}) } : {};
  return { id, with: conversation, date: TODAY, text, pick: kept };
}
