import { expect, test } from 'vitest';

import type { MappingDto } from '../api/generated/MappingDto';
import type { ReviewRow } from '../api/generated/ReviewRow';
import { dateEvidence } from './dateOrder';

const decided = (value: string) => ({ value, by: 'usual' });

function mapping(dates: string[]): MappingDto {
  const column = (header: string, role: string) => ({ header, role, inDoubt: false, isFilled: true });
  return {
    sheet: null,
    profile: null,
    profiles: [],
    usualName: '',
    encoding: 'UTF-8',
    delimiter: decided(';'),
    header: decided('1'),
    skipEnd: decided('0'),
    dateOrder: decided('dmy'),
    decimalSign: decided('comma'),
    sign: decided('asPrinted'),
    outWords: decided(''),
    columns: [column('Libellé', 'text'), column('Date', 'bookingDate')],
    steps: 0,
    agreeing: 0,
    lines: [
      { line: 1, lineKind: 'header', cells: ['Libellé', 'Date'] },
      ...dates.map((date, at) => ({ line: at + 2, lineKind: 'row', cells: ['BOULANGERIE', date] })),
    ],
    moreLines: 0,
  };
}

/** The rows as they were read, by their lines. */
const read = (days: (string | null)[]): ReviewRow[] =>
  days.map((date, at) => ({
    state: date ? 'new' : 'unreadable',
    line: at + 2,
    date,
    text: 'BOULANGERIE',
    counterparty: null,
    newcomer: false,
    money: null,
    corrected: null,
    near: null,
  }));

test('a date that could be another day is an example, and a line with one reading decides', () => {
  const found = dateEvidence(
    mapping(['04/04/2026', '03/04/2026', '25/04/2026']),
    read(['2026-04-04', '2026-04-03', '2026-04-25']),
  );
  expect(found).toEqual({
    example: '03/04/2026',
    day: '2026-04-03',
    decides: { line: 4, printed: '25/04/2026' },
  });
});

test('the day is what the file was read as, whichever order that was', () => {
  expect(dateEvidence(mapping(['3/4/2026']), read(['2026-03-04']))?.day).toBe('2026-03-04');
  expect(dateEvidence(mapping(['03.04.26 18:05']), read(['2026-04-03']))?.day).toBe('2026-04-03');
});

test('a row that shows another of its dates is no example', () => {
  const found = dateEvidence(mapping(['03/04/2026', '05/06/2026']), read(['2026-04-07', '2026-06-05']));
  expect(found?.example).toBe('05/06/2026');
});

test('nothing decides where every line could be read otherwise', () => {
  const found = dateEvidence(mapping(['01/02/2026', '05/06/2026']), read(['2026-02-01', '2026-06-05']));
  expect(found?.decides).toBeNull();
});

test('there is no example where no date could be another day, or none was read', () => {
  const plain = mapping(['2026-04-03', '25/04/2026', '04/04/2026', '']);
  expect(dateEvidence(plain, read(['2026-04-03', '2026-04-25', '2026-04-04', null]))).toBeNull();
  expect(dateEvidence(mapping(['03/04/2026']), read([null]))).toBeNull();
});
