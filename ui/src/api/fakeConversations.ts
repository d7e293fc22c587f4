/** The list, the conversations and their entries as the canned ledger tells them. */
import type { Api, ConversationHeader, EntryItem, TimelineItem } from './contract';
import { fault, has, type Household } from './fakeHousehold';
import { makeInbox } from './fakeInbox';
import { alertsOf, expectedOf, riseOf, withInsights } from './fakeInsights';
import { balanceAt, cents, COUNTERPARTIES, euros, makeAccounts, makeCurve, makeProofs } from './fakeLedger';
import { questionRows } from './fakeQuestion';
import { refundsOf } from './fakeRefunds';
import { fakeSearch } from './fakeSearch';
import { storyOf, withStory } from './fakeStory';
import { categoryIn } from './fakeWords';
import type { ConversationRef } from './generated/ConversationRef';
import type { ConversationRow } from './generated/ConversationRow';
import type { DayTotal } from './generated/DayTotal';
import type { MonthTotal } from './generated/MonthTotal';

/** Rows of one day, in the order of the conversation. */
const ORDER: TimelineItem['kind'][] = [
  'entry',
  'waiting',
  'note',
  'delivery',
  'service',
  'balance',
  'proof',
  'gap',
  'chainBreak',
  'import',
  'question',
];

export function fakeConversations(house: Household) {
  function itemsFor(conversation: ConversationRef): TimelineItem[] {
    return withInsights(storiesFor(conversation), conversation, house.entries, house.saidOfAlerts);
  }

  function storiesFor(conversation: ConversationRef): TimelineItem[] {
    const own: TimelineItem[] = [
      ...house.entries
        .filter(has(conversation))
        .map((entry) => withStory({ kind: 'entry', ...house.withCategory(entry) }, house.entries)),
      ...house.notes
        .filter(({ with: { kind, id } }) => kind === conversation.kind && id === conversation.id)
        .map((note): TimelineItem => ({ kind: 'note', ...note })),
      ...(house.entries.length === 0 ? [] : storyOf(conversation, house.isGapAccepted)),
      ...house.questions
        .filter(({ with: { kind, id } }) => kind === conversation.kind && id === conversation.id)
        .flatMap((asked) => questionRows(asked, house.entries, house.lang)),
    ];
    const rank = ({ kind }: TimelineItem) =>
      ORDER.indexOf(kind === 'answer' || kind === 'uncounted' ? 'question' : kind);
    const sorted = (items: TimelineItem[]) =>
      items.sort((a, b) => a.date.localeCompare(b.date) || rank(a) - rank(b));
    if (conversation.kind !== 'account' || conversation.id !== 1 || house.entries.length === 0)
      return sorted(own);
    const proofs: TimelineItem[] = makeProofs(house.entries).map((proof) => ({ kind: 'proof', ...proof }));
    const others: TimelineItem[] = [
      {
        kind: 'import',
        operation: 9,
        date: '2026-11-02',
        file: 'releve_2026-10.ofx',
        added: 22,
        known: 3,
        unreadable: 1,
      },
      {
        kind: 'balance',
        date: '2026-10-15',
        money: euros(balanceAt(house.entries, 1, '2026-10-15')),
        balanceKind: 'interim',
      },
      { kind: 'balance', date: '2025-09-01', money: euros(64_210), balanceKind: 'user' },
    ];
    return sorted([...own, ...proofs, ...others]);
  }

  function rowFor(id: number): ConversationRow | null {
    const own = house.entries.filter((entry) => entry.counterparty === id && !entry.transfer);
    const last = own[own.length - 1];
    const who = COUNTERPARTIES.find((each) => each.id === id);
    if (!last || !who) return null;
    const rise = riseOf(house.entries, house.saidOfAlerts);
    return {
      id,
      name: who.name,
      counterpartyKind: who.kind,
      lastDate: last.date,
      lastMoney: last.money,
      preview: last.text,
      unread: own.filter((entry) => entry.unread).length,
      count: own.length,
      category: categoryIn(house.words, id)?.word ?? null,
      ...house.marks.of({ kind: 'counterparty', id }),
      alerts: alertsOf(house.entries, house.saidOfAlerts).filter(
        ({ counterparty, answer }) => counterparty === id && answer === null,
      ).length,
      rise: rise?.entry === last.id ? rise : null,
      expected: expectedOf(house.entries).find(({ counterparty }) => counterparty === id) ?? null,
    };
  }

  function months(own: EntryItem[]): MonthTotal[] {
    const sums = new Map<string, { out: number; in: number; count: number }>();
    for (const { date, money, transfer } of own) {
      const month = date.slice(0, 7);
      const sum = sums.get(month) ?? { out: 0, in: 0, count: 0 };
      const amount = transfer ? 0 : cents(money);
      sums.set(month, {
        out: sum.out + Math.min(amount, 0),
        in: sum.in + Math.max(amount, 0),
        count: sum.count + 1,
      });
    }
    return [...sums]
      .filter(([month]) => month >= '2025-12')
      .map(([month, sum]) => ({ month, out: euros(sum.out), in: euros(sum.in), count: sum.count }));
  }

  function days(own: EntryItem[]): DayTotal[] {
    return [...new Set(own.map(({ date }) => date))].map((day) => {
      const inside = own.filter(({ date }) => date === day);
      return {
        day,
        money: euros(inside.reduce((sum, { money }) => sum + cents(money), 0)),
        count: inside.length,
      };
    });
  }

  function header(conversation: ConversationRef): ConversationHeader {
    const own = house.entries.filter(has(conversation));
    const account =
      makeAccounts(house.entries).find(
        ({ id }) => conversation.kind === 'account' && id === conversation.id,
      ) ?? null;
    const year = own
      .filter(({ date, status, transfer }) => date.startsWith('2026') && status === 'booked' && !transfer)
      .map(({ money }) => cents(money));
    const out = year.filter((amount) => amount < 0).reduce((a, b) => a + b, 0);
    const into = year.filter((amount) => amount > 0).reduce((a, b) => a + b, 0);
    return {
      conversation,
      name: account?.name ?? own[0]?.name ?? '',
      account,
      count: own.length,
      since: own[0]?.date ?? null,
      year: { year: 2026, out: out < 0 ? [euros(out)] : [], in: into > 0 ? [euros(into)] : [] },
      months: months(own),
      lacking:
        conversation.kind === 'counterparty' && own.some(({ account }) => account === 1) ? ['2026-05'] : [],
      days: conversation.kind === 'account' ? [] : days(own),
      curve: account?.balance ? makeCurve(house.entries, account.id) : [],
      statements: conversation.kind === 'account' ? 14 : 0,
      proved: conversation.kind === 'account' ? 12 : 0,
      merged: [],
      category: conversation.kind === 'account' ? null : categoryIn(house.words, conversation.id),
      ...house.marks.of(conversation),
      expected:
        expectedOf(house.entries).find(
          ({ counterparty }) => conversation.kind === 'counterparty' && counterparty === conversation.id,
        ) ?? null,
    };
  }

  return {
    async listConversations() {
      if (house.entries.length === 0) return { accounts: [], conversations: [] };
      const rows = COUNTERPARTIES.map(({ id }) => rowFor(id)).filter((row) => row !== null);
      rows.sort((a, b) => b.lastDate.localeCompare(a.lastDate));
      return { accounts: makeAccounts(house.entries), conversations: rows };
    },
    async getHeader(conversation) {
      if (conversation.id > 900) throw fault('notFound', 'Cette conversation n’existe plus.');
      return header(conversation);
    },
    async pageTimeline({ conversation, before, after, at, limit }) {
      const all = itemsFor(conversation);
      let start = Math.max(0, all.length - limit);
      let end = all.length;
      if (before !== null) {
        end = Number(before);
        start = Math.max(0, end - limit);
      } else if (after !== null) {
        start = Number(after);
        end = Math.min(all.length, start + limit);
      } else if (at !== null) {
        const isThere = (item: TimelineItem) =>
          at.kind === 'day' ? item.date >= at.day : item.kind === 'entry' && item.id === at.entry;
        const found = all.findIndex(isThere);
        start = found < 0 ? all.length : found;
        end = Math.min(all.length, start + limit);
      }
      return {
        items: all.slice(start, end),
        older: start > 0 ? String(start) : null,
        newer: end < all.length ? String(end) : null,
      };
    },
    async markRead(conversation) {
      house.entries = house.entries.map((entry) =>
        has(conversation)(entry) ? { ...entry, unread: false } : entry,
      );
      return null;
    },
    async getEntry(id) {
      const entry = house.entries.find((each) => each.id === id);
      if (!entry) throw fault('notFound', 'Cette opération n’existe plus.');
      const raw = `CB ${entry.name.toUpperCase()} ${entry.date.slice(8, 10)}/${entry.date.slice(5, 7)} PARIS 75`;
      const told = withStory({ kind: 'entry', ...entry }, house.entries);
      return {
        entry: { ...house.withCategory(entry), receipts: told.kind === 'entry' ? told.receipts : [] },
        ...refundsOf(entry, house.entries, house.saidOfRefunds),
        category: categoryIn(house.words, entry.counterparty),
        history: house.log.rows.filter((row) => row.entry === id),
        alerts: alertsOf(house.entries, house.saidOfAlerts).filter(
          ({ first, entry: second }) => first === id || second === id,
        ),
        deleted: false,
        accountName: makeAccounts(house.entries).find((account) => account.id === entry.account)?.name ?? '',
        raw: [
          { label: 'NAME', text: raw },
          { label: 'MEMO', text: `CARTE ${entry.card ?? '----'} REF 0052817-${String(id).padStart(2, '0')}` },
        ],
        transactionDate: entry.date,
        bookingDate: '2026-10-30',
        valueDate: '2026-10-30',
        reference: `0052817-${id}`,
        endToEndId: entry.paymentType === 'transfer' ? 'E2E-20261030-77' : null,
        mandateId: entry.paymentType === 'directDebit' ? 'FR88ZZZ412' : null,
        counterpartyAccount: entry.paymentType === 'transfer' ? 'FR76 3000 4000 0500 0012 3456 789' : null,
        rate: entry.original ? '0.9256' : null,
        counterparts: entry.transfer
          ? []
          : house.entries.filter(
              (each) =>
                each.account !== entry.account &&
                each.date === entry.date &&
                cents(each.money) === -cents(entry.money),
            ),
        balanceAfter: euros(balanceAt(house.entries, entry.account, entry.date)),
        provenance: [
          {
            file: 'releve_2026-10.ofx',
            line: 214,
            format: 'OFX 2.2',
            importedAt: '2026-11-02T08:12:44Z',
            sha256: '9f2c41ab07d355e0c1a8f2b6409d7e1f33a5c0de9812bb47a6e0f4c25b917d03',
          },
        ],
      };
    },
    async search(query, limit) {
      const names = new Map(COUNTERPARTIES.map(({ id, name }) => [id, house.said.get(id) ?? name]));
      const kinds = new Map(COUNTERPARTIES.map(({ id, kind }) => [id, kind]));
      const told = house.entries.map(
        (entry) => withStory({ kind: 'entry', ...entry }, house.entries) as EntryItem,
      );
      const rows = {
        entries: told,
        waiting: makeInbox(house.entries, house.shelf, limit).waiting,
        notes: house.notes,
      };
      const open = alertsOf(house.entries, house.saidOfAlerts).filter(
        ({ alertKind, answer }) => alertKind === 'doubleDebit' && answer === null,
      );
      const toCheck = new Set(open.map(({ entry }) => entry));
      return fakeSearch(query, rows, names, kinds, house.lang, limit, toCheck);
    },
  } satisfies Partial<Api>;
}
