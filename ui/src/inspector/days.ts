/** The days of an entry, with what each is called. */
import type { EntryFull } from '../api/generated/EntryFull';

export type Day = { key: string; day: string; time: string | null };

type Days = Pick<EntryFull, 'transactionDate' | 'bookingDate' | 'valueDate'> & {
  entry: Pick<EntryFull['entry'], 'date' | 'time'>;
};

/** A transaction date that is the booking date is not said twice, but where a time says when it was made. */
export function daysOf({ transactionDate, bookingDate, valueDate, entry: { date, time } }: Days): Day[] {
  const made = transactionDate ?? (time === null ? null : date);
  return [
    { key: 'date-transaction', day: made, time },
    { key: 'date-booking', day: bookingDate, time: null },
    { key: 'date-value', day: valueDate, time: null },
  ].flatMap(({ day, ...rest }) => (day === null ? [] : { day, ...rest }));
}
