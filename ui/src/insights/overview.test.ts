import { describe, expect, it } from 'vitest';

import type { AccountRow } from '../api/generated/AccountRow';
import type { ChargeRow } from '../api/generated/ChargeRow';
import type { OverviewMonth } from '../api/generated/OverviewMonth';
import type { OverviewScope } from '../api/generated/OverviewScope';
import {
  chargesOf,
  columnsOf,
  firstToTell,
  knownPart,
  mergedUnproved,
  monthlyOf,
  newPriceOf,
  runsOf,
  scopeKey,
  scopeOf,
  scopesOf,
  sharesOf,
  stepped,
  twelveUntil,
  widthsOf,
} from './overview';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

function account(id: number, accountKind: string, currency = 'EUR'): AccountRow {
  return {
    id,
    name: `Compte ${id}`,
    named: true,
    accountKind,
    ending: null,
    servicer: null,
    currency,
    balance: null,
    movement: { amount: '0.00', currency },
    since: null,
    unread: 0,
    proof: 'holds',
    muted: false,
    own: false,
  };
}

function month(name: string, into: string, out: string, state: string | null = 'whole'): OverviewMonth {
  const count = into === '0.00' && out === '0.00' ? 0 : 3;
  return { month: name, in: eur(into), out: eur(out), net: eur('0.00'), count, state };
}

describe('whose money is looked at', () => {
  const accounts = [account(7, 'savings'), account(1, 'current'), account(9, 'current', 'GBP')];

  it('is one account’s, or that of all accounts of one currency, never of two', () => {
    expect(scopesOf(accounts).map(scopeKey)).toEqual(['account:7', 'account:1', 'account:9', 'all:EUR']);
  });

  it('is the current account’s until another is chosen, and again once that is gone', () => {
    const chosen = (key: string | null) => scopeOf(accounts, key)?.account;
    expect(chosen(null)).toBe(1);
    expect(chosen('all:EUR')).toBeNull();
    expect(chosen('account:33')).toBe(1);
    expect(scopeOf([], null)).toBeNull();
  });
});

describe('months', () => {
  it('follow each other over the turn of the year', () => {
    expect(stepped('2025-12', 1)).toBe('2026-01');
    expect(stepped('2026-10', -1)).toBe('2026-09');
    expect(twelveUntil('2026-11')).toEqual({ from: '2025-12', until: '2026-11' });
  });

  it('are told up to the last one that anything is known of', () => {
    const known = { from: '2026-02', until: '2026-10' };
    expect(knownPart({ from: '2026-01', until: '2026-12' }, known)).toEqual(known);
    expect(knownPart({ from: '2020-01', until: '2020-12' }, known).from).toBe('2020-01');
  });

  it('begin with the last whole one, for one that is not over says little', () => {
    const months = [
      month('2026-09', '10.00', '-5.00'),
      month('2026-10', '10.00', '-5.00', 'incomplete'),
      month('2026-11', '0.00', '0.00', 'toCome'),
    ];
    expect(firstToTell(months)).toBe('2026-09');
    expect(firstToTell(months.slice(1))).toBe('2026-10');
    expect(firstToTell([])).toBeNull();
  });
});

describe('periods that prove nothing', () => {
  const statement = (account: number, from: string, broken: boolean) => ({
    days: { account, from, until: '2026-10-31' },
    broken,
  });

  it('are told once where two files of one account tell of the same days', () => {
    const twice = [
      statement(1, '2026-10-01', true),
      statement(1, '2026-10-01', false),
      statement(2, '2026-10-01', false),
      statement(1, '2026-10-15', false),
    ];
    expect(mergedUnproved(twice)).toEqual([
      statement(1, '2026-10-01', true),
      statement(2, '2026-10-01', false),
      statement(1, '2026-10-15', false),
    ]);
  });
});

describe('bars', () => {
  it('of money in and out stand on one scale', () => {
    const { columns, ticks } = columnsOf([
      month('2026-09', '1000.00', '-500.00'),
      month('2026-10', '0.00', '-2000.00'),
    ]);
    expect(columns.map(({ into, out }) => [into, out])).toEqual([
      [0.5, 0.25],
      [0, 1],
    ]);
    expect(ticks.map(({ value }) => value)).toEqual([0, 1000, 2000]);
  });

  it('are flat where nothing happened', () => {
    const { columns, ticks } = columnsOf([month('2026-09', '0.00', '0.00')]);
    expect(columns.map(({ into, out }) => [into, out])).toEqual([[0, 0]]);
    expect(ticks).toEqual([]);
    expect(widthsOf([eur('0.00')])).toEqual([0]);
  });

  it('of a whole add up to it, and what was given back has no part', () => {
    expect(sharesOf([eur('30.00'), eur('10.00'), eur('-4.00')])).toEqual([0.75, 0.25, 0]);
    expect(widthsOf([eur('30.00'), eur('15.00')])).toEqual([1, 0.5]);
  });
});

describe('what comes back', () => {
  const row = (
    entry: number,
    amount: string,
    part: Partial<ChargeRow> = {},
    rhythm = 'monthly',
  ): ChargeRow => ({
    expected: {
      entry,
      date: '2026-11-05',
      money: eur(amount),
      steady: true,
      counterparty: entry,
      name: 'Onde Mobile',
      account: 1,
      paymentType: 'directDebit',
      rhythm,
      knownBy: 9,
    },
    usualDay: 5,
    lastMoney: eur(amount),
    lastDate: '2026-10-05',
    ended: false,
    due: '2026-11-05',
    often: 'chaque mois',
    priceChanges: [],
    ...part,
  });
  const all: OverviewScope = { account: null, currency: 'EUR' };

  it('is what goes out again and again, the dearest in a year first', () => {
    const rows = [
      row(1, '-120.00', {}, 'yearly'),
      row(2, '-14.99'),
      row(3, '2180.00'),
      row(4, '-9.99', { ended: true }),
      row(5, '-30.00', {}, 'weekly'),
    ];
    const told = (scope: OverviewScope = all) => chargesOf(rows, scope).map(({ expected }) => expected.entry);
    expect(told()).toEqual([5, 2, 1]);
    expect(told({ account: null, currency: 'GBP' })).toEqual([]);
    expect(monthlyOf(chargesOf(rows, all))).toEqual(eur('14.99'));
    expect(monthlyOf([])).toBeNull();
  });

  it('is of the account that is looked at', () => {
    expect(chargesOf([row(1, '-14.99')], { account: 2, currency: 'EUR' })).toEqual([]);
  });

  it('has a new price where that is its own and not older than a year', () => {
    const change = (date: string, to: string) => ({ entry: 1, date, from: eur('-12.99'), to: eur(to) });
    const told = (date: string, to = '-14.99') =>
      newPriceOf(row(1, '-14.99', { priceChanges: [change(date, to)] }), '2026-11-04');
    expect(told('2026-09-05')).toEqual({
      since: '2026-09-05',
      from: eur('12.99'),
      to: eur('14.99'),
      difference: eur('2.00'),
    });
    expect(told('2025-09-05')).toBeNull();
    expect(told('2026-09-05', '-4.00')).toBeNull();
  });
});

it('says what several months lack once for all of them', () => {
  expect(runsOf([null, 'missing', 'missing', 'missing', null, 'toCome'])).toEqual([0, 3, 0, 0, 0, 1]);
  expect(runsOf(['incomplete', 'missing', 'missing'])).toEqual([1, 2, 0]);
  expect(runsOf([])).toEqual([]);
});
