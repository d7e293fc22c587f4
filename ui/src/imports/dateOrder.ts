/** What a file says of the order of day and month, by examples. */
import type { MappingDto } from '../api/generated/MappingDto';
import type { ReviewRow } from '../api/generated/ReviewRow';

export type DateEvidence = {
  /** A date as printed that could be another day. */
  example: string;
  /** The day that it is read as. */
  day: string;
  /** A line whose date has one reading, and that date; none where every line could be read otherwise. */
  decides: { line: number; printed: string } | null;
};

const DATES = ['bookingDate', 'transactionDate', 'valueDate'];

/** The first two numbers of a date that ends with its year. */
function firstTwo(printed: string): number[] {
  const found = /^\s*(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(printed);
  return found ? [Number(found[1]), Number(found[2])] : [];
}

/** Whether a day has these two numbers: a row that has several dates shows one of them. */
function isOf(day: string, [first, second]: number[]): boolean {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return (first === month && second === date) || (first === date && second === month);
}

/** `rows` as they were read. None where no date of the shown lines could be another day. */
export function dateEvidence({ columns, lines }: MappingDto, rows: ReviewRow[]): DateEvidence | null {
  const column = columns.findIndex(({ role }) => DATES.includes(role));
  const dates = lines
    .filter(({ lineKind }) => lineKind === 'row')
    .map(({ line, cells }) => ({ line, printed: (cells[column] ?? '').trim() }));
  const decides = dates.find(({ printed }) => firstTwo(printed).some((number) => number > 12)) ?? null;
  for (const { line, printed } of dates) {
    const [first = 0, second = 0] = firstTwo(printed);
    if (first === second || Math.max(first, second) > 12) continue;
    const day = rows.find((row) => row.line === line)?.date;
    if (day && isOf(day, [first, second])) return { example: printed, day, decides };
  }
  return null;
}
