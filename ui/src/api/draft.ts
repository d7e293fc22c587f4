/** Parts that the core does not send yet, in the shapes that the window draws them from. Same rules as the wire: money as
 * decimal strings, calendar days. */
import type { MoneyDto } from './generated/MoneyDto';

/** What one day of a conversation sums to. */
export type DayTotal = { day: string; money: MoneyDto; count: number };

export type HeaderExtras = { days: DayTotal[] };
