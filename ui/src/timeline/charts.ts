/** Shapes of the two charts of a header, as numbers; figures are never read from here. */
import type { BalanceDto } from '../api/generated/BalanceDto';
import type { CoveragePeriod } from '../api/generated/CoveragePeriod';
import type { MonthTotal } from '../api/generated/MonthTotal';
import { addDays, daysBetween } from '../dates/format';
import { plotted } from '../money/format';
import { gapsIn, stateOfMonth, type CoverageState } from './coverage';

export type Bar = { month: string; total: MonthTotal | null; height: number; isIn: boolean };

const MONTHS = 12;

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** The currency with most entries: one chart never adds two. */
export function mainCurrency(months: MonthTotal[]): string | null {
  const counts = new Map<string, number>();
  for (const { out, count } of months) counts.set(out.currency, (counts.get(out.currency) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Twelve months up to the newest with entries, those without a bar too; heights from 0 to 1. */
export function bars(months: MonthTotal[]): Bar[] {
  const currency = mainCurrency(months);
  const own = months.filter(({ out }) => out.currency === currency);
  const newest = own
    .map(({ month }) => month)
    .sort()
    .pop();
  if (!newest) return [];
  const isIn = own.every(({ out }) => plotted(out) === 0);
  const size = (total: MonthTotal) => Math.abs(plotted(isIn ? total.in : total.out));
  const highest = Math.max(...own.map(size));
  const result: Bar[] = [];
  for (let month = newest; result.length < MONTHS; month = monthBefore(month)) {
    const total = own.find((each) => each.month === month) ?? null;
    result.unshift({ month, total, height: total && highest > 0 ? size(total) / highest : 0, isIn });
  }
  return result;
}

/** The months that a chart's table lists: those with something. While amounts are hidden all of them, as which have something
 * is not told either. */
export function listed(
  shown: { month: string; total: MonthTotal | null }[],
  isHidden: boolean,
): { month: string; total: MonthTotal }[] {
  const any = shown.find(({ total }) => total !== null)?.total ?? null;
  return shown.flatMap(({ month, total }) => {
    const told = isHidden ? any : total;
    return told ? [{ month, total: told }] : [];
  });
}

export type Pair = { month: string; total: MonthTotal | null; out: number; into: number };

/** Twelve months of money out and in, on one scale; heights from 0 to 1. */
export function pairs(months: MonthTotal[]): Pair[] {
  const currency = mainCurrency(months);
  const own = months.filter(({ out }) => out.currency === currency);
  const newest = own
    .map(({ month }) => month)
    .sort()
    .at(-1);
  if (!newest) return [];
  const size = (total: MonthTotal, way: 'out' | 'in') => Math.abs(plotted(total[way]));
  const highest = Math.max(...own.flatMap((total) => [size(total, 'out'), size(total, 'in')]));
  const result: Pair[] = [];
  for (let month = newest; result.length < MONTHS; month = monthBefore(month)) {
    const total = own.find((each) => each.month === month) ?? null;
    const height = (way: 'out' | 'in') => (total && highest > 0 ? size(total, way) / highest : 0);
    result.unshift({ month, total, out: height('out'), into: height('in') });
  }
  return result;
}

export type Point = { x: number; y: number };
export type Tick = { value: number; y: number };
export type MonthMark = { month: string; from: number; to: number; state: CoverageState };
export type Hole = { from: number; to: number; span: CoveragePeriod };
export type Curve = {
  line: string;
  area: string;
  last: Point;
  ticks: Tick[];
  months: MonthMark[];
  holes: Hole[];
};

/** Round steps, at most four lines, zero among them when it is in reach. */
export function niceTicks(low: number, high: number): number[] {
  const span = Math.max(high - low, 1);
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const ticks: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step)
    ticks.push(value === 0 ? 0 : value);
  return ticks;
}

/** From the month of the first balance to that of the last. */
export function monthsOf(curve: BalanceDto[]): string[] {
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (!first || !last) return [];
  const months: string[] = [];
  for (let month = last.asOf.slice(0, 7); month >= first.asOf.slice(0, 7); month = monthBefore(month))
    months.unshift(month);
  return months;
}

/** An opening balance is of the evening before: the month that ends with it has no stretch of its own. */
function told(months: string[], first: string | undefined): string[] {
  return months.length > 1 && first && !addDays(first, 1).startsWith(first.slice(0, 7))
    ? months.slice(1)
    : months;
}

function monthMarks(
  curve: BalanceDto[],
  periods: CoveragePeriod[],
  x: (day: string) => number,
  end: number,
): MonthMark[] {
  return told(monthsOf(curve), curve[0]?.asOf).map((month, index, months) => {
    const next = months[index + 1];
    const isProved = curve.some(({ asOf, proved }) => proved && asOf.startsWith(month));
    return {
      month,
      from: index === 0 ? x(curve[0]?.asOf ?? month) : x(`${month}-01`),
      to: next ? x(`${next}-01`) : end,
      state: stateOfMonth(periods, month) ?? (isProved ? 'proved' : 'unproved'),
    };
  });
}

/** A step line in a box: a balance holds until the next day that has one. `null` with fewer than two days. */
export function curve(
  points: BalanceDto[],
  width: number,
  height: number,
  periods: CoveragePeriod[] = [],
): Curve | null {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last || first.asOf === last.asOf) return null;
  const values = points.map(({ money }) => plotted(money));
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1);
  const days = daysBetween(first.asOf, last.asOf);
  const x = (day: string) => (width * Math.max(0, daysBetween(first.asOf, day))) / days;
  const y = (value: number) => height - (height * (value - low)) / (high - low);
  const at = points.map(({ asOf }, index) => ({ x: x(asOf), y: y(values[index] ?? 0) }));
  const round = (value: number) => value.toFixed(1);
  const line = at
    .map((point, index) =>
      index === 0 ? `M${round(point.x)} ${round(point.y)}` : `H${round(point.x)}V${round(point.y)}`,
    )
    .join('');
  return {
    line,
    area: `${line}V${round(height)}H0Z`,
    last: at[at.length - 1] ?? { x: width, y: height },
    ticks: niceTicks(low, high).map((value) => ({ value, y: y(value) })),
    months: monthMarks(points, periods, x, width),
    holes: gapsIn(periods)
      .filter(({ from, until }) => until >= first.asOf && from <= last.asOf)
      .map((span) => ({ from: x(span.from), to: Math.min(width, x(addDays(span.until, 1))), span })),
  };
}
