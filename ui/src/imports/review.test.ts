import { describe, expect, it } from 'vitest';

import { makeReview } from '../api/fakeReview';
import type { ReviewRow } from '../api/generated/ReviewRow';
import {
  agreed,
  chosen,
  isAssumed,
  emptyAnswers,
  isOpen,
  withAnswer,
  withLeftOut,
  withRows,
  withRowsOf,
} from './answers';
import { heightOf, isNear, stretches } from './chunks';
import { addedByReview, hasToKeep, isProved, leftOutOf, rowsIn, rowsToSee } from './counts';
import { doubtsFirst, foldRows, numbered } from './foldRows';
import { answerFor, controls } from './switches';

const review = makeReview(true);
const csv = review.files[1]!;
const sign = csv.questions.find(({ about }) => about === 'sign')!;

function row(state: string, line: number): ReviewRow {
  return {
    state,
    line,
    date: null,
    text: `line ${line}`,
    counterparty: null,
    newcomer: false,
    money: null,
    corrected: null,
    near: null,
  };
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

describe('rows that are left out', () => {
  it('are counted once, and none of what is known or unreadable', () => {
    const all = csv.rows.map((_, at) => at);
    const answers = withRows(emptyAnswers(review), 1, all, false);
    expect(leftOutOf(csv, answers[1])).toBe(6);
    expect(addedByReview(review, answers)).toBe(37);
    const back = withRows(answers, 1, all, true);
    expect(addedByReview(review, back)).toBe(43);
  });

  it('leave a file to be kept whose other lines are known, and none that is left out', () => {
    const answers = emptyAnswers(review);
    expect(hasToKeep(review, answers)).toBe(true);
    expect(hasToKeep(review, withLeftOut(withLeftOut(answers, 0, true), 1, true))).toBe(false);
  });

  it('are all taken again when the file is read otherwise', () => {
    const answers = withRows(emptyAnswers(review), 1, [12], false);
    expect(withRowsOf(answers, 1, ['dateOrder'])[1]?.unwanted).toEqual([]);
    expect(withRowsOf(answers, 1, ['conflict'])[1]?.unwanted).toEqual([12]);
  });
});

describe('what may be turned', () => {
  it('stands in one order, what is asked and what was decided', () => {
    expect(controls(csv).map(({ about }) => about)).toEqual([
      'encoding',
      'decimalSign',
      'dateOrder',
      'sign',
      'account',
    ]);
  });

  it('leaves a file under its plain reading once it is turned back', () => {
    expect(answerFor(review, 0, 'sign', 'inverted')).toBe('inverted');
    expect(answerFor(review, 0, 'sign', 'asPrinted')).toBe('');
    expect(answerFor(review, 1, 'dateOrder', 'dmy')).toBe('dmy');
  });
});

describe('stretches of a long table', () => {
  it('hold every row once', () => {
    const rows = Array.from({ length: 1001 }, (_, at) => at);
    expect(stretches(rows).flat()).toEqual(rows);
  });

  it('are drawn near the window and stand for their height elsewhere', () => {
    expect([
      isNear(-2000, -1000, 800),
      isNear(-950, -850, 800),
      isNear(1600, 2000, 800),
      isNear(1800, 2000, 800),
    ]).toEqual([false, true, true, false]);
    expect([heightOf(undefined, 10), heightOf(512, 10)]).toEqual([370, 512]);
  });
});

describe('counts of a review', () => {
  it('add what the files bring, without those left out', () => {
    const answers = emptyAnswers(review);
    expect(addedByReview(review, answers)).toBe(43);
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
    expect(doubtsFirst(numbered(rows)).map(({ row }) => row.line)).toEqual([3, 5, 2, 4]);
  });

  it('fold a long run of known rows into one line', () => {
    const rows = [1, 2, 3, 4, 5].map((line) => row('known', line));
    expect(foldRows(numbered([...rows, row('new', 6)]), true)).toEqual([
      { kind: 'fold', from: 1, until: 5, count: 5 },
      { kind: 'row', row: row('new', 6), index: 5 },
    ]);
  });

  it('leave a short run as it is', () => {
    expect(foldRows(numbered([row('known', 1), row('known', 2), row('new', 3)]), true)).toHaveLength(3);
  });

  it('lose no row', () => {
    const rows = csv.rows;
    const counted = foldRows(doubtsFirst(numbered(rows)), true).reduce(
      (sum, part) => sum + (part.kind === 'fold' ? part.count : 1),
      0,
    );
    expect(counted).toBe(rows.length);
    expect(foldRows(numbered(rows), false)).toHaveLength(rows.length);
  });
});

describe('what an import is told as', () => {
  const file = (operation: number | null, proved: boolean) => ({
    name: 'releve.ofx',
    operation,
    counts: { new: 2, known: 0, updated: 0, conflict: 0, unreadable: 0 },
    proof: 'holds',
    proved,
    receipts: 0,
    links: 0,
    deletions: [],
  });
  const done = (...files: ReturnType<typeof file>[]) => ({ files, operation: 1, account: 1 });

  it('is proved where every file that brought something is', () => {
    expect(isProved(done(file(1, true), file(null, false)))).toBe(true);
    expect(isProved(done(file(1, true), file(2, false)))).toBe(false);
    expect(isProved(done(file(null, true)))).toBe(false);
  });
});
