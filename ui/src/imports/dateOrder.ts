/** What a file says of the order of day and month, by examples. */
import type { MappingDto } from '../api/generated/MappingDto';

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
function firstTwo(printed: string): [number, number] | null {
  const found = /^\s*(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(printed);
  return found ? [Number(found[1]), Number(found[2])] : null;
}

function isoDay(printed: string, order: string): string | null {
  const found = /^\s*(\d{1,2})\D(\d{1,2})\D(\d{4}|\d{2})(?!\d)/.exec(printed);
  if (!found) return null;
  const [, first = '', second = '', last = ''] = found;
  const year = last.length === 4 ? last : `${Number(last) < 70 ? 20 : 19}${last}`;
  const [day, month] = order === 'mdy' ? [second, first] : [first, second];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** None where no date of the shown lines could be another day. */
export function dateEvidence({ columns, lines, dateOrder }: MappingDto): DateEvidence | null {
  const column = columns.findIndex(({ role }) => DATES.includes(role));
  const dates = lines
    .filter(({ lineKind }) => lineKind === 'row')
    .map(({ line, cells }) => ({ line, printed: (cells[column] ?? '').trim() }));
  const example = dates.find(({ printed }) => {
    const [first, second] = firstTwo(printed) ?? [0, 0];
    return first !== second && first >= 1 && first <= 12 && second >= 1 && second <= 12;
  })?.printed;
  const day = example === undefined ? null : isoDay(example, dateOrder.value);
  if (example === undefined || day === null) return null;
  const decides = dates.find(({ printed }) => (firstTwo(printed) ?? []).some((number) => number > 12));
  return { example, day, decides: decides ?? null };
}
