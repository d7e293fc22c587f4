import { describe, expect, it } from 'vitest';

import { bars, curve, listed, mainCurrency, monthsOf, niceTicks, pairs } from './charts';

const month = (name: string, out: string, money_in = '0.00', currency = 'EUR', count = 1) => ({
  month: name,
  out: { amount: out, currency },
  in: { amount: money_in, currency },
  count,
});

const balance = (asOf: string, amount: string, proved = false) => ({
  asOf,
  proved,
  money: { amount, currency: 'EUR' },
});

describe('the bars of a counterparty', () => {
  it('cover twelve months, those without an entry too', () => {
    const shown = bars([month('2026-03', '-10.00'), month('2026-01', '-20.00')]);
    expect(shown.map((bar) => bar.month)).toEqual([
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
    expect(shown.map((bar) => bar.height).slice(-3)).toEqual([1, 0, 0.5]);
  });

  it('show money in where none goes out', () => {
    expect(bars([month('2026-03', '0.00', '2180.00')])[11]).toMatchObject({ isIn: true, height: 1 });
  });

  it('never add two currencies', () => {
    const months = [
      month('2026-03', '-10.00'),
      month('2026-03', '-99.00', '0.00', 'GBP', 1),
      month('2026-02', '-5.00'),
    ];
    expect(mainCurrency(months)).toBe('EUR');
    expect(bars(months)[11]?.total?.out.amount).toBe('-10.00');
  });

  it('are none for a conversation without entries', () => {
    expect(bars([])).toEqual([]);
  });
});

describe('the balance curve', () => {
  it('holds a balance until the next day that has one', () => {
    const shape = curve([balance('2026-01-01', '100'), balance('2026-01-11', '50')], 100, 50);
    expect(shape?.line).toBe('M0.0 0.0H100.0V25.0');
  });

  it('keeps zero in sight, and what is below it', () => {
    const shape = curve([balance('2026-01-01', '-50'), balance('2026-01-11', '50')], 100, 50);
    expect(shape?.ticks.some(({ value }) => value === 0)).toBe(true);
    expect(shape?.line.startsWith('M0.0 50.0')).toBe(true);
  });

  it('marks the months in which a bank agreed', () => {
    const shape = curve(
      [balance('2026-01-10', '1'), balance('2026-01-31', '2', true), balance('2026-02-10', '3')],
      100,
      50,
    );
    expect(shape?.months.map(({ month: name, state }) => [name, state])).toEqual([
      ['2026-01', 'proved'],
      ['2026-02', 'unproved'],
    ]);
  });

  it('is not drawn from a single day', () => {
    expect(curve([balance('2026-01-01', '100')], 100, 50)).toBeNull();
    expect(curve([], 100, 50)).toBeNull();
  });

  it('has round figures on its axis', () => {
    expect(niceTicks(0, 3120)).toEqual([0, 2000]);
    expect(niceTicks(-60, 310)).toEqual([0, 200]);
  });
});

describe('months of money in and out', () => {
  const total = (month: string, out: string, into: string) => ({
    month,
    out: { amount: out, currency: 'EUR' },
    in: { amount: into, currency: 'EUR' },
    count: 1,
  });

  it('stand on one scale, twelve of them, empty ones too', () => {
    const shown = pairs([total('2026-08', '-50.00', '0.00'), total('2026-10', '-25.00', '100.00')]);
    expect(shown).toHaveLength(12);
    expect(shown.at(-1)).toMatchObject({ month: '2026-10', out: 0.25, into: 1 });
    expect(shown.at(-2)).toMatchObject({ month: '2026-09', total: null, out: 0, into: 0 });
    expect(shown.at(-3)).toMatchObject({ month: '2026-08', out: 0.5, into: 0 });
  });

  it('are none where there is nothing', () => {
    expect(pairs([])).toEqual([]);
  });
});

describe('days without a statement', () => {
  const at = (asOf: string) => ({ money: { amount: '10.00', currency: 'EUR' }, asOf, proved: true });
  const points = [at('2026-04-01'), at('2026-07-10')];

  it('stand where they are, the last day included', () => {
    const shape = curve(points, 100, 50, [
      { from: '2026-04-01', until: '2026-04-30', state: 'proved', accepted: false },
      { from: '2026-05-01', until: '2026-05-10', state: 'missing', accepted: false },
    ]);
    expect(shape?.holes.map(({ from, to }) => [from, to])).toEqual([[30, 40]]);
    expect(shape?.months.map(({ month, state }) => [month, state])).toContainEqual(['2026-04', 'proved']);
  });

  it('have their months told, though no balance is known of them', () => {
    const shape = curve(points, 100, 50, [
      { from: '2026-04-01', until: '2026-04-30', state: 'proved', accepted: false },
      { from: '2026-05-01', until: '2026-06-30', state: 'missing', accepted: false },
      { from: '2026-07-01', until: '2026-07-10', state: 'proved', accepted: false },
    ]);
    expect(shape?.months.map(({ month, state }) => `${month} ${state}`)).toEqual([
      '2026-04 proved',
      '2026-05 missing',
      '2026-06 missing',
      '2026-07 proved',
    ]);
  });

  it('leave out the month that the opening balance only ends', () => {
    const shape = curve([at('2026-03-31'), at('2026-05-10')], 40, 50);
    expect(shape?.months.map(({ month, from, to }) => [month, from, to])).toEqual([
      ['2026-04', 0, 31],
      ['2026-05', 31, 40],
    ]);
  });

  it('are left out when the curve does not reach them', () => {
    expect(
      curve(points, 100, 50, [{ from: '2025-05-01', until: '2025-05-10', state: 'missing', accepted: false }])
        ?.holes,
    ).toEqual([]);
  });
});

describe('the months that a table lists', () => {
  const shown = bars([month('2026-03', '-10.00'), month('2026-01', '-20.00')]);
  const names = (isHidden: boolean) => listed(shown, isHidden).map(({ month }) => month);

  it('are those with something', () => {
    expect(names(false)).toEqual(['2026-01', '2026-03']);
  });

  it('are all of them, and all alike, while amounts are hidden', () => {
    expect(names(true)).toEqual(shown.map(({ month }) => month));
    expect(new Set(listed(shown, true).map(({ total }) => total)).size).toBe(1);
  });

  it('are none where nothing ever was', () => {
    expect(listed([], true)).toEqual([]);
  });
});

describe('the months of a curve', () => {
  it('go from the first balance to the last, those without one too', () => {
    expect(monthsOf([balance('2025-12-30', '1.00'), balance('2026-02-02', '2.00')])).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsOf([])).toEqual([]);
  });
});
