import { describe, expect, it } from 'vitest';

import type { ConversationList } from '../api/generated/ConversationList';
import type { ReceiptInbox } from '../api/generated/ReceiptInbox';
import {
  filterList,
  likeFirst,
  markedBy,
  neighbour,
  refsOf,
  sidesOf,
  unreadIn,
  unreadOf,
  withSeen,
} from './list';
import { hue, initials } from './monogram';

const money = { amount: '-1.00', currency: 'EUR' };
const account = (id: number, unread: number) => ({
  id,
  name: 'Compte',
  named: true,
  accountKind: 'current',
  ending: null,
  servicer: null,
  currency: 'EUR',
  balance: null,
  movement: money,
  since: null,
  unread,
  proof: 'holds',
  muted: false,
  own: false,
});
const row = (id: number, counterpartyKind: string, unread: number) => ({
  id,
  name: `n${id}`,
  counterpartyKind,
  lastDate: '2026-10-31',
  lastMoney: money,
  preview: null,
  unread,
  count: 1,
  category: null,
  muted: false,
  pinned: false,
  alerts: 0,
  rise: null,
  expected: null,
});
const list: ConversationList = {
  accounts: [account(1, 0), account(2, 4)],
  conversations: [row(1, 'merchant', 0), row(2, 'person', 1), row(3, 'bank', 0)],
};

const marked = { waitingIn: new Set([2]), askingIn: new Set([3]) };

describe('the conversation list', () => {
  it('keeps merchants apart from persons and the bank', () => {
    expect(filterList(list, 'merchants', marked).conversations.map(({ id }) => id)).toEqual([1]);
    expect(filterList(list, 'accounts', marked).conversations).toEqual([]);
  });

  it('holds nothing new in a conversation that was seen, and what was new in others', () => {
    const seen = withSeen(list, { kind: 'account', id: 2 });
    expect(unreadIn(list, { kind: 'account', id: 2 })).toBeGreaterThan(0);
    expect(unreadIn(seen, { kind: 'account', id: 2 })).toBe(0);
    expect(unreadIn(seen, { kind: 'counterparty', id: 2 })).toBeGreaterThan(0);
    const all = withSeen(seen, { kind: 'counterparty', id: 2 });
    expect(unreadIn(all, { kind: 'counterparty', id: 2 })).toBe(0);
  });

  it('finds the conversations in which a receipt waits', () => {
    expect(filterList(list, 'waiting', marked)).toEqual({
      accounts: [],
      conversations: [row(2, 'person', 1)],
    });
  });

  it('counts what the history asks among the alerts, beside what receipts ask', () => {
    const alerted = {
      ...list,
      conversations: [row(1, 'merchant', 0), { ...row(2, 'person', 1), alerts: 2 }],
    };
    const inbox = { waitingIn: [], askingIn: [3] } as unknown as ReceiptInbox;
    expect([...markedBy(inbox, alerted).askingIn]).toEqual([3, 2]);
  });

  it('finds the conversations in which something asks for an answer', () => {
    const asking = filterList(list, 'alerts', marked);
    expect([asking.accounts.length, asking.conversations.map(({ id }) => id)]).toEqual([0, [3]]);
  });

  it('shows what was not seen, accounts too', () => {
    const unread = filterList(list, 'unread', marked);
    expect([unread.accounts.length, unread.conversations.length]).toEqual([1, 1]);
  });

  it('is walked accounts first, around its ends', () => {
    const refs = refsOf(list, false);
    expect(neighbour(refs, { kind: 'account', id: 2 }, 1)).toEqual({ kind: 'counterparty', id: 1 });
    expect(neighbour(refs, { kind: 'counterparty', id: 3 }, 1)).toEqual({ kind: 'account', id: 1 });
    expect(neighbour(refs, null, -1)).toEqual({ kind: 'counterparty', id: 3 });
    expect(neighbour([], null, 1)).toBeNull();
  });

  it('does not take an account for the counterparty of the same number', () => {
    expect(neighbour(refsOf(list, false), { kind: 'counterparty', id: 1 }, -1)).toEqual({
      kind: 'account',
      id: 2,
    });
  });

  it('skips what was seen when asked to', () => {
    expect(refsOf(list, true)).toEqual([
      { kind: 'account', id: 2 },
      { kind: 'counterparty', id: 2 },
    ]);
  });
});

describe('marks of the user', () => {
  const marked: ConversationList = {
    accounts: [],
    conversations: [
      row(1, 'merchant', 2),
      { ...row(2, 'person', 3), muted: true },
      { ...row(3, 'bank', 0), pinned: true },
    ],
  };

  it('set pinned conversations above the others, for keys too', () => {
    expect(sidesOf(marked.conversations).pinned.map(({ id }) => id)).toEqual([3]);
    expect(refsOf(marked, false).map(({ id }) => id)).toEqual([3, 1, 2]);
  });

  it('keep what is muted out of the count and of the way from new to new', () => {
    expect(unreadOf(marked)).toBe(1);
    expect(refsOf(marked, true).map(({ id }) => id)).toEqual([1]);
  });
});

describe('a merge', () => {
  it('offers names alike first', () => {
    const named = (id: number, name: string) => ({ ...row(id, 'merchant', 0), name });
    const rows = [named(1, 'Onde Mobile'), named(2, 'VOLT CIE 75'), named(3, 'Café Volt')];
    expect(likeFirst(rows, 'Volt & Cie').map(({ id }) => id)).toEqual([2, 3, 1]);
  });
});

describe('a monogram', () => {
  it('takes the first letters of two telling words', () => {
    expect(initials('Volt & Cie')).toBe('VC');
    expect(initials('Pharmacie du Canal')).toBe('PC');
    expect(initials('Énergie Claire')).toBe('ÉC');
  });

  it('takes two letters of a single word', () => {
    expect(initials('Cinéclub+')).toBe('CI');
    expect(initials('4')).toBe('4');
  });

  it('is empty for a name without letters', () => {
    expect(initials('***')).toBe('');
  });

  it('has the same tint for a name every time, one of eight', () => {
    const names = ['Volt & Cie', 'Grand Marché', 'Onde Mobile', 'Léa Martin', 'Atelier Nord', '', 'x'];
    expect(names.map(hue)).toEqual(names.map(hue));
    expect(names.map(hue).every((tint) => tint >= 1 && tint <= 8)).toBe(true);
  });
});
