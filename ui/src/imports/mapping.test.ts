import { expect, test } from 'vitest';

import { has } from '../text/catalogue';
import { given, takenBack } from './answers';
import { columnsAnswer, lacking, roleKey, ROLES, structural, twice } from './mapping';

test('two columns of one role are both wrong, where a row has one of it', () => {
  expect([...twice(['bookingDate', 'amount', 'text', 'amount', 'text'])]).toEqual([1, 3]);
  expect([...twice(['currency', 'currency', 'other'])]).toEqual([]);
});

test('a statement has a day and an amount', () => {
  expect(lacking(['text', 'amount'])).toBe('date');
  expect(lacking(['valueDate', 'text'])).toBe('amount');
  expect(lacking(['valueDate', 'credit'])).toBeNull();
});

test('roles are sent with the place of their column', () => {
  expect(columnsAnswer(['bookingDate', 'ignored', 'amount'])).toBe('bookingDate:0,ignored:1,amount:2');
});

test('another header or separator forgets what was said of columns', () => {
  expect(structural('header', '3')).toEqual([
    { about: 'header', choice: '3' },
    { about: 'columns', choice: '' },
  ]);
});

test('every role has a name in both languages', () => {
  for (const role of ROLES) {
    expect(has('fr', roleKey(role)), role).toBe(true);
    expect(has('en', roleKey(role)), role).toBe(true);
  }
});

test('going back takes back what was answered since', () => {
  const before = [{ about: 'dateOrder', choice: 'dmy' }];
  const now = [
    { about: 'dateOrder', choice: 'mdy' },
    { about: 'sign', choice: 'inverted' },
  ];
  expect(takenBack(before, now)).toEqual([
    { about: 'dateOrder', choice: 'dmy' },
    { about: 'sign', choice: '' },
  ]);
  expect(
    given('sign', { file: 0, leftOut: false, unwanted: [], answers: [{ about: 'sign', choice: '' }] }),
  ).toBeNull();
});
