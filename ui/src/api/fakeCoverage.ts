/** Which days the statements of the invented accounts tell of: one with everything that a chain can show, others whole. */
import type { AccountCoverage } from './generated/AccountCoverage';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

export function makeCoverage(
  { id, name }: { id: number; name: string },
  isGapAccepted: boolean,
): AccountCoverage {
  if (id !== 1) {
    const periods = [{ from: '2026-01-01', until: '2026-10-31', state: 'proved', accepted: false }];
    return { account: id, name, periods, breaks: [] };
  }
  return {
    account: id,
    name,
    periods: [
      { from: '2025-09-01', until: '2026-01-31', state: 'proved', accepted: false },
      { from: '2026-02-01', until: '2026-02-28', state: 'overlapping', accepted: false },
      { from: '2026-03-01', until: '2026-04-30', state: 'proved', accepted: false },
      { from: '2026-05-01', until: '2026-05-14', state: 'missing', accepted: isGapAccepted },
      { from: '2026-05-15', until: '2026-06-30', state: 'proved', accepted: false },
      { from: '2026-07-01', until: '2026-07-31', state: 'unproved', accepted: false },
      { from: '2026-08-01', until: '2026-10-31', state: 'proved', accepted: false },
    ],
    breaks: [
      {
        date: '2026-08-01',
        expected: eur('1310.22'),
        stated: eur('1306.02'),
        difference: eur('-4.20'),
      },
    ],
  };
}
