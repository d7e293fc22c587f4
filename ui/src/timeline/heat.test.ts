import { expect, it } from 'vitest';

import { heat } from './heat';

const day = (date: string, amount: string) => ({ day: date, money: { amount, currency: 'EUR' }, count: 1 });

it('ends with the week of today, cut after today', () => {
  const weeks = heat([], '2026-11-04');
  expect(weeks).toHaveLength(26);
  expect(weeks.at(-1)?.monday).toBe('2026-11-02');
  expect(weeks.at(-1)?.cells.map((cell) => cell.day)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
});

it('names the week in which a month begins', () => {
  const weeks = heat([], '2026-11-04');
  expect(weeks.find(({ cells }) => cells.some((cell) => cell.day === '2026-11-01'))?.month).toBe('2026-11');
  expect(weeks.at(-1)?.month).toBe(null);
});

it('shares steps out by rank, so that one large day hides no other', () => {
  const weeks = heat(
    [day('2026-10-26', '-1'), day('2026-10-27', '-2'), day('2026-10-28', '-9000')],
    '2026-11-01',
  );
  expect(weeks.at(-1)?.cells.map(({ step }) => step)).toEqual([1, 2, 3, 0, 0, 0, 0]);
});
