import { describe, expect, it } from 'vitest';

import type { TimelineItem } from '../api/contract';
import { entryItem } from '../testing/items';
import { arrivedAfter, firstUnread, groupRows, keyOf, newestOf, tabStop, type Row } from './grouping';

const TODAY = '2026-11-04';

const entry = (id: number, date: string, amount: string, unread = false): TimelineItem =>
  entryItem(id, date, { money: { amount, currency: 'EUR' }, unread });

const imported: TimelineItem = {
  kind: 'import',
  operation: 4,
  date: '2026-10-31',
  file: 'releve.ofx',
  added: 2,
  known: 0,
  unreadable: 0,
};

describe('what came at the end', () => {
  const old = [entry(1, '2026-10-28', '-1'), entry(2, '2026-10-29', '-2')];

  it('counts the entries after the last one known', () => {
    expect(arrivedAfter(old, [...old, entry(3, '2026-10-30', '-3'), imported])).toBe(1);
  });

  it('does not count what came in the middle, nor the first sight', () => {
    expect(arrivedAfter(old, [old[0]!, entry(9, '2026-10-28', '-9'), old[1]!])).toBe(0);
    expect(arrivedAfter([], old)).toBe(0);
  });
});

describe('two debits that an alert is about', () => {
  const asked: TimelineItem = {
    kind: 'alert',
    alertKind: 'doubleDebit',
    entry: 2,
    first: 1,
    date: '2026-10-28',
    money: { amount: '-24.99', currency: 'EUR' },
    counterparty: 1,
    name: 'Volt & Cie',
    account: 1,
    from: '18:02',
    until: '18:05',
    minutes: 3,
    neverBefore: true,
    knownBy: 14,
    rhythm: null,
    steady: true,
    answer: null,
  };
  const debits = [entry(1, '2026-10-28', '-24.99'), entry(2, '2026-10-28', '-24.99')];
  const minutes = (items: TimelineItem[]) =>
    groupRows(items, null, TODAY).flatMap((row) => (row.kind === 'item' ? [row.minutes] : []));

  it('are held together by the minutes between them', () => {
    expect(minutes([...debits, asked])).toEqual([null, 3, null]);
  });

  it('are not, once that is answered, nor where something stands between them', () => {
    expect(minutes([...debits, { ...asked, answer: 'mine' }])).toEqual([null, null, null]);
    const [first, second] = debits as [TimelineItem, TimelineItem];
    expect(minutes([first, entry(9, '2026-10-28', '-1'), second, asked])).toEqual([null, null, null, null]);
  });
});

const kinds = (rows: Row[]) => rows.map((row) => (row.kind === 'item' ? row.place : row.kind));

describe('rows of a conversation', () => {
  it('puts one day marker before the first row of each day', () => {
    const rows = groupRows(
      [entry(1, '2026-10-28', '-1'), entry(2, '2026-10-28', '-2'), entry(3, '2026-10-30', '-3')],
      null,
      TODAY,
    );
    expect(kinds(rows)).toEqual(['day', 'first', 'last', 'day', 'alone']);
  });

  it('does not say the last day of a gap over it, as the gap names its own days', () => {
    const gap: TimelineItem = {
      kind: 'gap',
      date: '2026-07-31',
      from: '2026-05-01',
      until: '2026-07-31',
      balances: null,
      accepted: false,
    };
    const said = (items: TimelineItem[]) =>
      groupRows(items, null, TODAY).map((row) =>
        row.kind === 'day' ? `${row.key}${row.isQuiet ? ', quiet' : ''}` : row.key,
      );
    expect(said([gap, entry(1, '2026-07-31', '-1'), entry(2, '2026-08-01', '-2')])).toEqual([
      'day-2026-07-31, quiet',
      'gap-2026-05-01',
      'day-2026-07-31-1',
      'entry-1',
      'day-2026-08-01',
      'entry-2',
    ]);
    expect(said([entry(1, '2026-07-31', '-1'), gap])).toEqual([
      'day-2026-07-31',
      'entry-1',
      'gap-2026-05-01',
    ]);
  });

  it('sets what is to come apart, before the day of the first of it', () => {
    const items = [entry(1, '2026-11-04', '-1'), entry(2, '2026-11-05', '-2'), entry(3, '2026-11-06', '-3')];
    expect(kinds(groupRows(items, null, TODAY))).toEqual([
      'day',
      'alone',
      'toCome',
      'day',
      'alone',
      'day',
      'alone',
    ]);
  });

  it('joins entries of one day and one direction only', () => {
    const rows = groupRows(
      [
        entry(1, '2026-10-28', '-1.00'),
        entry(2, '2026-10-28', '-2.00'),
        entry(3, '2026-10-28', '-2.00'),
        entry(4, '2026-10-28', '5.00'),
      ],
      null,
      TODAY,
    );
    expect(kinds(rows)).toEqual(['day', 'first', 'middle', 'last', 'alone']);
  });

  it('parts a group where something else stands between', () => {
    const rows = groupRows(
      [entry(1, '2026-10-31', '-1'), imported, entry(2, '2026-10-31', '-1')],
      null,
      TODAY,
    );
    expect(kinds(rows)).toEqual(['day', 'alone', 'alone', 'alone']);
  });

  it('puts the unread marker before the first unread entry and parts the group there', () => {
    const items = [
      entry(1, '2026-10-28', '-1'),
      entry(2, '2026-10-28', '-2', true),
      entry(3, '2026-10-28', '-2', true),
    ];
    expect(kinds(groupRows(items, firstUnread(items), TODAY))).toEqual([
      'day',
      'alone',
      'unread',
      'first',
      'last',
    ]);
  });

  it('keeps the unread marker where it was once the entries count as seen', () => {
    const items = [entry(1, '2026-10-28', '-1'), entry(2, '2026-10-29', '-2')];
    expect(kinds(groupRows(items, 'entry-2', TODAY))).toEqual(['day', 'alone', 'unread', 'day', 'alone']);
  });

  it('has no unread marker when everything was seen', () => {
    expect(firstUnread([entry(1, '2026-10-28', '-1'), imported])).toBeNull();
  });

  it('stops Tab at the selected entry, else at the newest', () => {
    const rows = groupRows(
      [entry(1, '2026-10-28', '-1'), entry(2, '2026-10-29', '-2'), imported],
      null,
      TODAY,
    );
    expect(tabStop(rows, 1)).toBe('entry-1');
    expect(tabStop(rows, 99)).toBe('entry-2');
    expect(tabStop([], null)).toBeNull();
  });

  it('gives every row a key of its own, even two proofs of one file', () => {
    const proof: TimelineItem = {
      kind: 'proof',
      date: '2026-10-31',
      from: null,
      proof: 'holds',
      openingDate: null,
      opening: null,
      in: { amount: '0', currency: 'EUR' },
      out: { amount: '0', currency: 'EUR' },
      count: 0,
      closing: null,
      difference: null,
      brokenAtLine: null,
      unproved: null,
      file: 'releve.ofx',
    };
    const keys = groupRows([proof, proof, imported], null, TODAY).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps the key of a row when older rows come before it', () => {
    const late = entry(9, '2026-10-28', '-1');
    const alone = groupRows([late], null, TODAY).find(({ kind }) => kind === 'item');
    const after = groupRows([entry(1, '2026-10-28', '-1'), late], null, TODAY).find(
      ({ key }) => key === keyOf(late),
    );
    expect(after?.key).toBe(alone?.key);
  });
});

describe('the newest day', () => {
  const items = [entry(1, '2026-10-30', '-1'), entry(2, '2026-11-04', '-2'), entry(3, '2026-11-28', '-3')];
  const newest = (of: TimelineItem[], hasNewer: boolean) => newestOf(of, hasNewer, TODAY)?.date ?? null;

  it('is not one of those to come', () => {
    expect(newest(items, false)).toBe('2026-11-04');
    expect(newest(items.slice(2), false)).toBeNull();
  });

  it('is unknown while what follows may be newer and is not read', () => {
    expect(newest(items.slice(0, 1), true)).toBeNull();
    expect(newest(items, true)).toBe('2026-11-04');
  });
});
