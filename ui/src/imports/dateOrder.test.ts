import { expect, test } from 'vitest';

import type { MappingDto } from '../api/generated/MappingDto';
import { dateEvidence } from './dateOrder';

const decided = (value: string) => ({ value, by: 'usual' });

function mapping(dates: string[], order = 'dmy'): MappingDto {
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
    dateOrder: decided(order),
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

test('a date that could be another day is an example, and a line with one reading decides', () => {
  expect(dateEvidence(mapping(['04/04/2026', '03/04/2026', '25/04/2026']))).toEqual({
    example: '03/04/2026',
    day: '2026-04-03',
    decides: { line: 4, printed: '25/04/2026' },
  });
});

test('where the month comes first the same date is another day', () => {
  expect(dateEvidence(mapping(['3/4/2026'], 'mdy'))?.day).toBe('2026-03-04');
});

test('two figures of a year are those of a statement', () => {
  expect(dateEvidence(mapping(['03.04.26 18:05']))?.day).toBe('2026-04-03');
});

test('nothing decides where every line could be read otherwise', () => {
  expect(dateEvidence(mapping(['01/02/2026', '05/06/2026']))?.decides).toBeNull();
});

test('there is no example where no date could be another day', () => {
  expect(dateEvidence(mapping(['2026-04-03', '25/04/2026', '04/04/2026', '']))).toBeNull();
});
