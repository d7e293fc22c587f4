import { describe, expect, it } from 'vitest';

import { daysOf } from './days';

const days = { transactionDate: null, bookingDate: '2026-10-30', valueDate: null };

describe('the days of an entry', () => {
  it('are those that the statement says, the time beside that of the operation', () => {
    const entry = { date: '2026-10-28', time: '18:05' };
    expect(daysOf({ ...days, transactionDate: '2026-10-28', valueDate: '2026-10-31', entry })).toEqual([
      { key: 'date-transaction', day: '2026-10-28', time: '18:05' },
      { key: 'date-booking', day: '2026-10-30', time: null },
      { key: 'date-value', day: '2026-10-31', time: null },
    ]);
  });

  it('keep the time of what was booked on the day that it was made', () => {
    const entry = { date: '2026-10-30', time: '08:12' };
    expect(daysOf({ ...days, entry })).toEqual([
      { key: 'date-transaction', day: '2026-10-30', time: '08:12' },
      { key: 'date-booking', day: '2026-10-30', time: null },
    ]);
  });

  it('are one where only the booking is known', () => {
    const entry = { date: '2026-10-30', time: null };
    expect(daysOf({ ...days, entry }).map(({ key }) => key)).toEqual(['date-booking']);
  });
});
