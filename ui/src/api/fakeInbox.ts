/** The canned household's receipts: one in doubt, two that wait, three that found their line, and what is coming. */
import type { EntryItem } from './contract';
import { euros } from './fakeLedger';
import { INVOICE, ORDER, TICKET } from './fakeStory';
import type { Candidate } from './generated/Candidate';
import type { LinkedItem } from './generated/LinkedItem';
import type { ReceiptBlock } from './generated/ReceiptBlock';
import type { ReceiptInbox } from './generated/ReceiptInbox';
import type { UpcomingItem } from './generated/UpcomingItem';
import type { WaitingItem } from './generated/WaitingItem';

/** What was said of receipts since the page was loaded. */
export type Said = {
  linked: Map<number, number>;
  refused: Set<string>;
  arrived: Set<number>;
  absent: Set<number>;
};

const DOUBT: ReceiptBlock = {
  ...TICKET,
  id: 4,
  file: 'Votre billet.eml',
  merchant: 'Transports Métropole',
  date: '2026-10-26',
  lines: [{ text: 'Abonnement mensuel', quantity: '1', money: euros(4200) }],
  total: euros(4200),
  difference: null,
  isPaidOtherwise: false,
};

const REFUND: ReceiptBlock = {
  ...ORDER,
  id: 5,
  file: 'Votre remboursement.eml',
  documents: 1,
  date: '2026-10-12',
  order: '40-21990',
  lines: [{ text: 'Bouilloire Arcane', quantity: '1', money: euros(6490) }],
  total: euros(6490),
};

const NOTHING: Omit<UpcomingItem, 'upcomingKind' | 'receipt' | 'title' | 'told'> = {
  from: null,
  until: null,
  isLate: false,
  asksArrival: false,
  event: null,
  money: null,
  parcel: null,
  counterparty: 1,
  name: 'Volt & Cie',
};

function upcoming({ arrived, absent }: Said): UpcomingItem[] {
  const parcels: UpcomingItem[] = [
    {
      ...NOTHING,
      upcomingKind: 'delivery',
      receipt: 6,
      parcel: 0,
      until: '2026-11-04',
      from: '2026-11-04',
      event: 'outForDelivery',
      asksArrival: !absent.has(6),
      counterparty: 7,
      name: 'Pharmacie du Canal',
      title: 'Crème solaire',
      told: '2026-11-02',
    },
    {
      ...NOTHING,
      upcomingKind: 'delivery',
      receipt: 3,
      parcel: 0,
      from: '2026-11-05',
      until: '2026-11-07',
      event: 'outForDelivery',
      title: 'Grille-pain Duo',
      told: '2026-11-02',
    },
  ];
  return [
    {
      ...NOTHING,
      upcomingKind: 'refund',
      receipt: 5,
      until: '2026-10-26',
      isLate: true,
      money: euros(6490),
      title: 'Bouilloire Arcane',
      told: '2026-10-12',
    },
    {
      ...NOTHING,
      upcomingKind: 'return',
      receipt: 1,
      until: '2026-11-04',
      title: 'Aspirateur balai Silenzo V8',
      told: '2026-10-21',
    },
    ...parcels.filter(({ receipt }) => !arrived.has(receipt)),
  ];
}

export function makeInbox(all: EntryItem[], said: Said, limit: number): ReceiptInbox {
  if (all.length === 0)
    return {
      waiting: [],
      inDoubtCount: 0,
      waitingCount: 0,
      waitingIn: [],
      askingIn: [],
      linked: [],
      upcoming: [],
    };
  const of = (who: number, most: number) =>
    all.filter(({ counterparty, date }) => counterparty === who && date < '2026-11').slice(-most);
  const candidate = (entry: EntryItem, why: string[]): Candidate => ({ ...entry, why });
  const rows: WaitingItem[] = [
    {
      id: 4,
      date: DOUBT.date,
      counterparty: 6,
      title: 'Abonnement mensuel',
      order: null,
      money: euros(-4200),
      receipt: DOUBT,
      isRefund: false,
      candidates: of(6, 3)
        .reverse()
        .filter(({ id }) => !said.refused.has(`4-${id}`))
        .map((entry, at) =>
          candidate(entry, at === 0 ? ['amount', 'day', 'merchant'] : ['amount', 'merchant']),
        ),
    },
    {
      id: 3,
      date: ORDER.date,
      counterparty: 1,
      title: 'Grille-pain Duo',
      order: ORDER.order,
      money: euros(-11_900),
      receipt: ORDER,
      isRefund: false,
      candidates: [],
    },
    {
      id: 5,
      date: REFUND.date,
      counterparty: 1,
      title: 'Bouilloire Arcane',
      order: REFUND.order,
      money: euros(6490),
      receipt: REFUND,
      isRefund: true,
      candidates: [],
    },
  ];
  const linked = (receipt: ReceiptBlock, title: string, entry: EntryItem | undefined): LinkedItem[] =>
    entry ? [{ title, receipt, isRefund: false, entries: [candidate(entry, ['amount', 'merchant'])] }] : [];
  const byHand = rows
    .filter(({ id }) => said.linked.has(id))
    .flatMap(({ receipt, title, id }) =>
      linked(
        { ...receipt, byUser: true },
        title,
        all.find((entry) => entry.id === said.linked.get(id)),
      ),
    );
  const open = rows.filter(({ id }) => !said.linked.has(id));
  const doubtful = open.filter(({ candidates }) => candidates.length > 0);
  const waiting = open.filter(({ candidates }) => candidates.length === 0);
  const coming = upcoming(said);
  const asking = [...doubtful, ...coming.filter(({ asksArrival }) => asksArrival)];
  return {
    waiting: [...doubtful.slice(0, limit), ...waiting.slice(0, limit)],
    inDoubtCount: doubtful.length,
    waitingCount: waiting.length,
    waitingIn: [...new Set(open.map(({ counterparty }) => counterparty))],
    askingIn: [...new Set(asking.map(({ counterparty }) => counterparty))],
    linked: [
      ...byHand,
      ...linked(
        INVOICE,
        'Aspirateur balai Silenzo V8',
        all.find(({ counterparty, date }) => counterparty === 1 && date === '2026-10-16'),
      ),
      ...linked(
        TICKET,
        'Grand Marché',
        all.find(({ counterparty, date }) => counterparty === 2 && date === '2026-10-31'),
      ),
    ],
    upcoming: coming,
  };
}
