import { describe, expect, it } from 'vitest';

import { makeReview } from '../api/fakeReview';
import type { ReviewRow } from '../api/generated/ReviewRow';
import { agreed, chosen, isAssumed, emptyAnswers, isOpen, withAnswer, withLeftOut } from './answers';
import { addedByReview, rowsIn, rowsToSee } from './counts';
import { doubtsFirst, foldRows } from './foldRows';

const review = makeReview(true);
const csv = review.files[1]!;
const sign = csv.questions.find(({ about }) => about === 'sign')!;

function row(state: string, line: number): ReviewRow {
  return { state, line, date: null, text: `line ${line}`, counterparty: null, money: null };
}

describe('answers to a review', () => {
  it('start empty, and an assumption stands until it is contradicted', () => {
    const answers = emptyAnswers(review);
    const dates = csv.questions.find(({ about }) => about === 'dateOrder')!;
    expect(chosen(dates, answers[1])).toBe('dmy');
    expect(chosen(dates, withAnswer(answers, 1, 'dateOrder', 'mdy')[1])).toBe('mdy');
  });

  it('leave a question open while nothing is assumed nor chosen', () => {
    const answers = emptyAnswers(review);
    expect(isOpen(sign, answers[1])).toBe(true);
    expect(isOpen(sign, withAnswer(answers, 1, 'sign', 'inverted')[1])).toBe(false);
  });

  it('replace an earlier answer to the same question', () => {
    const once = withAnswer(emptyAnswers(review), 1, 'sign', 'asPrinted');
    expect(withAnswer(once, 1, 'sign', 'inverted')[1]?.answers).toEqual([
      { about: 'sign', choice: 'inverted' },
    ]);
  });

  it('take what was assumed and shown for agreed when the import is asked for', () => {
    const answers = withAnswer(emptyAnswers(review), 1, 'sign', 'inverted');
    const sent = agreed(review, answers);
    expect(sent[1]?.answers).toContainEqual({ about: 'dateOrder', choice: 'dmy' });
    expect(sent[1]?.answers).toContainEqual({ about: 'sign', choice: 'inverted' });
  });

  it('call a guess a guess until the user says something', () => {
    const account = csv.questions.find(({ about }) => about === 'account')!;
    expect(isAssumed(account, emptyAnswers(review)[1])).toBe(true);
    expect(isAssumed(account, withAnswer(emptyAnswers(review), 1, 'account', 'new')[1])).toBe(false);
    expect(isAssumed(sign, emptyAnswers(review)[1])).toBe(false);
  });

  it('name every file, so that one put back is put back', () => {
    const back = withLeftOut(withLeftOut(emptyAnswers(review), 3, true), 3, false);
    expect(agreed(review, back).map(({ file, leftOut }) => [file, leftOut])).toEqual(
      review.files.map((_, file) => [file, false]),
    );
  });
});

describe('counts of a review', () => {
  it('add what the files bring, without those left out', () => {
    const answers = emptyAnswers(review);
    expect(addedByReview(review, answers)).toBe(42);
    expect(addedByReview(review, withLeftOut(answers, 1, true))).toBe(37);
  });

  it('count the rows that want to be looked at', () => {
    expect(rowsIn(csv.counts)).toBe(18);
    expect(rowsToSee(csv.counts)).toBe(2);
  });
});

describe('rows of a review', () => {
  it('show what is in doubt first and keep the order of the file otherwise', () => {
    const rows = [row('new', 2), row('conflict', 3), row('known', 4), row('unreadable', 5)];
    expect(doubtsFirst(rows).map(({ line }) => line)).toEqual([3, 5, 2, 4]);
  });

  it('fold a long run of known rows into one line', () => {
    const rows = [1, 2, 3, 4, 5].map((line) => row('known', line));
    expect(foldRows([...rows, row('new', 6)], true)).toEqual([
      { kind: 'fold', from: 1, until: 5, count: 5 },
      { kind: 'row', row: row('new', 6) },
    ]);
  });

  it('leave a short run as it is', () => {
    expect(foldRows([row('known', 1), row('known', 2), row('new', 3)], true)).toHaveLength(3);
  });

  it('lose no row', () => {
    const rows = csv.rows;
    const counted = foldRows(doubtsFirst(rows), true).reduce(
      (sum, part) => sum + (part.kind === 'fold' ? part.count : 1),
      0,
    );
    expect(counted).toBe(rows.length);
    expect(foldRows(rows, false)).toHaveLength(rows.length);
  });
});
