/** What the overview's charts and sentences are made of; figures are never read from the numbers here. */
import type { AccountRow } from '../api/generated/AccountRow';
import type { ChargeRow } from '../api/generated/ChargeRow';
import type { MoneyDto } from '../api/generated/MoneyDto';
import type { MonthSpan } from '../api/generated/MonthSpan';
import type { OverviewMonth } from '../api/generated/OverviewMonth';
import type { OverviewScope } from '../api/generated/OverviewScope';
import type { PriceChangeItem } from '../api/generated/PriceChangeItem';
import type { UnprovedStatement } from '../api/generated/UnprovedStatement';
import type { Glyph } from '../kit/glyphs';
import { addDays } from '../dates/format';
import { isOut, plotted, withoutSign } from '../money/format';
import { sumMoney } from '../money/sum';
import { monthBefore, niceTicks } from '../timeline/charts';

export const SPANS = ['twelve', 'year', 'month'] as const;
export type Span = (typeof SPANS)[number];

const TWELVE = 12;

/** How the states of a month are shown, those that a sum must own up to. */
export const STATES: Record<string, { glyph: Glyph; key: string; tone: 'wait' | '' }> = {
  incomplete: { glyph: 'warning-fill', key: 'month-incomplete', tone: 'wait' },
  missing: { glyph: 'warning-fill', key: 'coverage-gap', tone: 'wait' },
  toCome: { glyph: 'calendar-blank', key: 'month-to-come', tone: '' },
  running: { glyph: 'hourglass', key: 'month-running', tone: '' },
};

/** Whether a sum over a month of this state lacks days of it. */
export function isLacking(state: string | null): boolean {
  return STATES[state ?? '']?.tone === 'wait';
}

/** The same period of one account is told once, whichever files it came in: as not adding up where any of them does not. */
export function mergedUnproved(statements: UnprovedStatement[]): UnprovedStatement[] {
  const merged = new Map<string, UnprovedStatement>();
  for (const { days, broken } of statements) {
    const key = `${days.account} ${days.from} ${days.until}`;
    merged.set(key, { days, broken: broken || (merged.get(key)?.broken ?? false) });
  }
  return [...merged.values()];
}

/** `account:1` or `all:EUR`: a scope as the chooser has it. */
export function scopeKey({ account, currency }: OverviewScope): string {
  return account === null ? `all:${currency}` : `account:${account}`;
}

/** Every scope that may be chosen: each account, then all accounts of each currency that several have. */
export function scopesOf(accounts: AccountRow[]): OverviewScope[] {
  const currencies = [...new Set(accounts.map(({ currency }) => currency))];
  const shared = currencies.filter(
    (currency) => accounts.filter((account) => account.currency === currency).length > 1,
  );
  return [
    ...accounts.map(({ id, currency }) => ({ account: id, currency })),
    ...shared.map((currency) => ({ account: null, currency })),
  ];
}

/** The chosen scope while there is such a one, else the first current account, else the first of all. */
export function scopeOf(accounts: AccountRow[], chosen: string | null): OverviewScope | null {
  const scopes = scopesOf(accounts);
  const current = accounts.find(({ accountKind }) => accountKind === 'current');
  return (
    scopes.find((scope) => scopeKey(scope) === chosen) ??
    scopes.find(({ account }) => account !== null && account === current?.id) ??
    scopes[0] ??
    null
  );
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === TWELVE ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function stepped(month: string, by: 1 | -1): string {
  return by === 1 ? monthAfter(month) : monthBefore(month);
}

/** Twelve months, the last one `until`. */
export function twelveUntil(until: string): MonthSpan {
  let from = until;
  for (let step = 1; step < TWELVE; step += 1) from = monthBefore(from);
  return { from, until };
}

export function yearSpan(year: number): MonthSpan {
  return { from: `${year}-01`, until: `${year}-12` };
}

/** The months of a span that anything can be known of: none to come. */
export function knownPart(span: MonthSpan, known: MonthSpan | null): MonthSpan {
  if (!known || known.until < span.from || known.from > span.until) return span;
  return {
    from: known.from > span.from ? known.from : span.from,
    until: known.until < span.until ? known.until : span.until,
  };
}

/** The month that is told of first: the last one that statements tell the whole of, else the last with entries. */
export function firstToTell(months: OverviewMonth[]): string | null {
  const newestFirst = [...months].reverse();
  const told =
    newestFirst.find(({ state, count }) => count > 0 && (state === 'whole' || state === null)) ??
    newestFirst.find(({ count }) => count > 0) ??
    newestFirst[0];
  return told?.month ?? null;
}

/** How many months alike in this begin with each: none where the one before is alike, nor where there is nothing to say. */
export function runsOf(words: (string | null)[]): number[] {
  return words.map((word, at) => {
    if (word === null || words[at - 1] === word) return 0;
    const end = words.findIndex((other, next) => next > at && other !== word);
    return (end === -1 ? words.length : end) - at;
  });
}

export type Column = { sum: OverviewMonth; into: number; out: number };
export type Columns = { columns: Column[]; ticks: { value: number; height: number }[] };

/** Bars and lines on one scale; heights from 0 to 1. */
export function columnsOf(months: OverviewMonth[]): Columns {
  const size = (money: MoneyDto) => Math.abs(plotted(money));
  const highest = Math.max(0, ...months.flatMap((month) => [size(month.in), size(month.out)]));
  const height = (value: number) => (highest > 0 ? value / highest : 0);
  return {
    columns: months.map((sum) => ({ sum, into: height(size(sum.in)), out: height(size(sum.out)) })),
    ticks: highest > 0 ? niceTicks(0, highest).map((value) => ({ value, height: height(value) })) : [],
  };
}

/** Widths from 0 to 1, the first being the widest. */
export function widthsOf(amounts: MoneyDto[]): number[] {
  const widest = Math.max(0, ...amounts.map((money) => plotted(money)));
  return amounts.map((money) => (widest > 0 ? Math.max(0, plotted(money)) / widest : 0));
}

/** Shares of a whole, from 0 to 1; what is below zero has none. */
export function sharesOf(amounts: MoneyDto[]): number[] {
  const sizes = amounts.map((money) => Math.max(0, plotted(money)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => (whole > 0 ? size / whole : 0));
}

/** How often in a year; what is not known counts as once a month. */
const PER_YEAR: Record<string, number> = {
  weekly: 52,
  fortnightly: 26,
  monthly: 12,
  twoMonthly: 6,
  quarterly: 4,
  halfYearly: 2,
  yearly: 1,
};

/** The charges of a scope that go on, the dearest in a year first. */
export function chargesOf(rows: ChargeRow[], { account, currency }: OverviewScope): ChargeRow[] {
  const yearly = ({ expected: { money, rhythm } }: ChargeRow) =>
    Math.abs(plotted(money)) * (PER_YEAR[rhythm] ?? TWELVE);
  return rows
    .filter(({ expected, ended }) => !ended && isOut(expected.money))
    .filter(({ expected }) => expected.money.currency === currency)
    .filter(({ expected }) => account === null || expected.account === account)
    .sort((a, b) => yearly(b) - yearly(a));
}

/** What those of every month come to; `null` where there are none. */
export function monthlyOf(rows: ChargeRow[]): MoneyDto | null {
  const monthly = rows.filter(({ expected }) => expected.rhythm === 'monthly');
  return sumMoney(monthly.map(({ expected }) => withoutSign(expected.money)))[0] ?? null;
}

const NEW_PRICE_DAYS = 366;

export type NewPrice = { since: string; from: MoneyDto; to: MoneyDto; difference: MoneyDto };

/** The price that a charge has come to within a year, and the one before; without signs. */
export function newPriceOf({ priceChanges, lastMoney }: ChargeRow, today: string): NewPrice | null {
  const isOwn = ({ date, to }: PriceChangeItem) =>
    date >= addDays(today, -NEW_PRICE_DAYS) && to.amount === lastMoney.amount;
  const change = priceChanges.filter(isOwn).at(-1);
  if (!change) return null;
  const [from, to] = [withoutSign(change.from), withoutSign(change.to)];
  const [difference] = sumMoney([change.from, to]);
  return difference ? { since: change.date, from, to, difference } : null;
}
