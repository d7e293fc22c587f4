/** A half year of days as weeks of seven, each with how much it holds; for the eye only, figures stand in the table. */
import type { DayTotal } from '../api/generated/DayTotal';
import { addDays, weekday } from '../dates/format';
import { plotted } from '../money/format';

export type Cell = { day: string; step: 0 | 1 | 2 | 3 };
/** `month` names the week in which a month begins. */
export type Week = { monday: string; month: string | null; cells: Cell[] };

const WEEKS = 26;

function stepOf(size: number, sizes: number[]): Cell['step'] {
  if (size === 0) return 0;
  const rank = sizes.filter((each) => each < size).length / sizes.length;
  return rank < 1 / 3 ? 1 : rank < 2 / 3 ? 2 : 3;
}

/** The weeks up to the one that holds `until`; steps are thirds of the days that have anything, so that one large day hides no other. */
export function heat(days: DayTotal[], until: string): Week[] {
  const sizes = new Map(days.map(({ day, money }) => [day, Math.abs(plotted(money))]));
  const filled = [...sizes.values()].filter((size) => size > 0);
  const lastMonday = addDays(until, -weekday(until));
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = addDays(lastMonday, 7 * (index + 1 - WEEKS));
    const cells = Array.from({ length: 7 }, (__, at) => addDays(monday, at))
      .filter((day) => day <= until)
      .map((day): Cell => ({ day, step: stepOf(sizes.get(day) ?? 0, filled) }));
    const first = cells.find(({ day }) => day.endsWith('-01'));
    return { monday, month: first?.day.slice(0, 7) ?? null, cells };
  });
}
