import { describe, expect, it } from 'vitest';

import { calendar, gapsIn, stateOfMonth } from './coverage';

const periods = [
  { from: '2025-12-10', until: '2026-01-31', state: 'proved', accepted: false },
  { from: '2026-02-01', until: '2026-02-03', state: 'missing', accepted: false },
  { from: '2026-02-04', until: '2026-03-15', state: 'unproved', accepted: false },
  { from: '2026-03-16', until: '2026-03-31', state: 'overlapping', accepted: false },
];

describe('months of a chain of statements', () => {
  it('are told by the worst of their days', () => {
    const months = ['2025-11', '2025-12', '2026-02', '2026-03', '2026-04'];
    expect(months.map((month) => stateOfMonth(periods, month))).toEqual([
      null,
      'proved',
      'missing',
      'unproved',
      null,
    ]);
  });

  it('are asked for no more once their statement is said not to be had', () => {
    const said = periods.map((period) => ({ ...period, accepted: period.state === 'missing' }));
    expect(stateOfMonth(said, '2026-02')).toBe('accepted');
  });

  it('stand in whole years, the latest first', () => {
    const years = calendar(periods);
    expect(years.map(({ year, months }) => [year, months.length])).toEqual([
      ['2026', 12],
      ['2025', 12],
    ]);
    expect(years[1]?.months.filter(({ state }) => state !== null).map(({ from }) => from)).toEqual([
      '2025-12-01',
    ]);
    expect(calendar([])).toEqual([]);
  });

  it('leave the days that no statement tells of to be named', () => {
    expect(gapsIn(periods).map(({ from, until }) => [from, until])).toEqual([['2026-02-01', '2026-02-03']]);
  });
});
