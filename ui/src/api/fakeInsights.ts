/** What the canned household's history says: two equal debits, a charge that did not come, a price that rose, a bill to come. */
import type { EntryItem, TimelineItem } from './contract';
import { cents, COUNTERPARTIES, euros } from './fakeLedger';
import type { AlertItem } from './generated/AlertItem';
import type { ConversationRef } from './generated/ConversationRef';
import type { ExpectedItem } from './generated/ExpectedItem';
import type { PriceChangeItem } from './generated/PriceChangeItem';

/** What was answered, by kind and entry. */
export type SaidOfAlerts = Map<string, string>;

const VOLT = 1;
const ONDE = 3;
const ENERGIE = 4;
const CINECLUB = 11;

const nameOf = (who: number) => COUNTERPARTIES.find(({ id }) => id === who)?.name ?? '';
const of = (entries: EntryItem[], who: number) =>
  entries.filter(({ counterparty, status }) => counterparty === who && status === 'booked');

export function alertsOf(entries: EntryItem[], said: SaidOfAlerts): AlertItem[] {
  const alerts: AlertItem[] = [];
  const [first, second] = of(entries, VOLT).filter(({ date }) => date === '2026-10-28');
  if (first && second)
    alerts.push({
      alertKind: 'doubleDebit',
      entry: second.id,
      first: first.id,
      date: second.date,
      money: second.money,
      counterparty: VOLT,
      name: second.name,
      account: second.account,
      from: first.time,
      until: second.time,
      minutes: 3,
      neverBefore: true,
      knownBy: of(entries, VOLT).length,
      rhythm: null,
      steady: true,
      answer: said.get(`doubleDebit-${second.id}`) ?? null,
    });
  const last = of(entries, CINECLUB).at(-1);
  if (last)
    alerts.push({
      alertKind: 'missed',
      entry: last.id,
      first: null,
      date: '2026-10-23',
      money: last.money,
      counterparty: CINECLUB,
      name: last.name,
      account: last.account,
      from: null,
      until: null,
      minutes: null,
      neverBefore: false,
      knownBy: of(entries, CINECLUB).length,
      rhythm: 'monthly',
      steady: true,
      answer: said.get(`missed-${last.id}`) ?? null,
    });
  return alerts;
}

export function riseOf(entries: EntryItem[], said: SaidOfAlerts): PriceChangeItem | null {
  const own = of(entries, ONDE);
  const at = own.findIndex(({ money }) => cents(money) === -1499);
  const [before, first] = [own[at - 1], own[at]];
  if (!before || !first || said.has(`rise-${first.id}`)) return null;
  return { entry: first.id, date: first.date, from: before.money, to: first.money };
}

export function expectedOf(entries: EntryItem[]): ExpectedItem[] {
  const own = of(entries, ENERGIE);
  const last = own.at(-1);
  if (!last) return [];
  return [
    {
      entry: last.id,
      date: '2026-11-08',
      money: euros(-7430),
      steady: false,
      counterparty: ENERGIE,
      name: nameOf(ENERGIE),
      account: last.account,
      paymentType: last.paymentType,
      rhythm: 'monthly',
      knownBy: own.length,
    },
  ];
}

/** Rows of a conversation with what the history says of them, each in its place. */
export function withInsights(
  items: TimelineItem[],
  { kind, id }: ConversationRef,
  entries: EntryItem[],
  said: SaidOfAlerts,
): TimelineItem[] {
  const isOf = ({ account, counterparty }: { account: number; counterparty: number }) =>
    id === (kind === 'account' ? account : counterparty);
  const alerts = alertsOf(entries, said).filter(isOf);
  const rise = kind === 'counterparty' && id === ONDE ? riseOf(entries, said) : null;
  const told = items.flatMap((item): TimelineItem[] => {
    if (item.kind !== 'entry') return [item];
    const own = alerts.find(({ alertKind, entry }) => alertKind === 'doubleDebit' && entry === item.id);
    return [
      item,
      ...(own ? [{ kind: 'alert' as const, ...own }] : []),
      ...(rise?.entry === item.id ? [{ kind: 'priceChange' as const, ...rise }] : []),
    ];
  });
  const later: TimelineItem[] = [
    ...alerts
      .filter(({ alertKind }) => alertKind === 'missed')
      .map((alert) => ({ kind: 'alert' as const, ...alert })),
    ...expectedOf(entries)
      .filter(isOf)
      .map((expected) => ({ kind: 'expected' as const, ...expected })),
  ];
  for (const item of later) {
    const at = told.findIndex(({ date }) => date > item.date);
    told.splice(at === -1 ? told.length : at, 0, item);
  }
  return told;
}
