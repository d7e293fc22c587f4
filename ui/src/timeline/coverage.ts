/** Which months of an account the statements tell of, and how. */
import type { CoveragePeriod } from '../api/generated/CoveragePeriod';
import type { Glyph } from '../kit/glyphs';

/** Worst first: a month is told by the worst of its days. */
const STATES = ['missing', 'accepted', 'unproved', 'overlapping', 'proved'] as const;

export type CoverageState = (typeof STATES)[number];

export const COVERAGE_LOOKS: Record<CoverageState, { glyph: Glyph; key: string }> = {
  missing: { glyph: 'warning-fill', key: 'coverage-gap' },
  accepted: { glyph: 'calendar-x', key: 'coverage-accepted' },
  unproved: { glyph: 'minus-circle-fill', key: 'coverage-unproved' },
  overlapping: { glyph: 'stack-fill', key: 'coverage-overlapping' },
  proved: { glyph: 'seal-check-fill', key: 'month-proved' },
};

/** Missing days of which the user said that their statement is not to be had are asked for no more. */
export function stateOf({ state, accepted }: CoveragePeriod): string {
  return accepted ? 'accepted' : state;
}

/** How a month stands; `null` where no statement tells of it and none before or after does. */
export function stateOfMonth(periods: CoveragePeriod[], month: string): CoverageState | null {
  const within = periods.filter(({ from, until }) => from.slice(0, 7) <= month && until.slice(0, 7) >= month);
  return STATES.find((state) => within.some((period) => stateOf(period) === state)) ?? null;
}

/** The days that no statement tells of. */
export function gapsIn(periods: CoveragePeriod[]): CoveragePeriod[] {
  return periods.filter(({ state }) => state === 'missing');
}

export type MonthCell = { month: string; state: CoverageState | null; from: string };
export type YearRow = { year: string; months: MonthCell[] };

/** The years that the periods reach over, the latest first, each with its twelve months. */
export function calendar(periods: CoveragePeriod[]): YearRow[] {
  const first = periods[0]?.from;
  const last = periods[periods.length - 1]?.until;
  if (first === undefined || last === undefined) return [];
  const rows: YearRow[] = [];
  for (let year = Number(last.slice(0, 4)); year >= Number(first.slice(0, 4)); year -= 1) {
    const months = Array.from({ length: 12 }, (_, at) => {
      const month = `${year}-${String(at + 1).padStart(2, '0')}`;
      return { month, state: stateOfMonth(periods, month), from: `${month}-01` };
    });
    rows.push({ year: String(year), months });
  }
  return rows;
}
