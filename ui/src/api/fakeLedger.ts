/** A canned household, invented from end to end: fourteen months of an account, a savings book and a card. */
import type { AccountRow } from './generated/AccountRow';
import type { BalanceDto } from './generated/BalanceDto';
import type { EntryItem } from './generated/EntryItem';
import type { MoneyDto } from './generated/MoneyDto';
import type { ProofItem } from './generated/ProofItem';
import type { UnprovedItem } from './generated/UnprovedItem';
import type { TransferSide } from './generated/TransferSide';

export type Counterparty = { id: number; name: string; kind: 'merchant' | 'person' | 'bank' };

export const COUNTERPARTIES: Counterparty[] = [
  { id: 1, name: 'Volt & Cie', kind: 'merchant' },
  { id: 2, name: 'Grand Marché', kind: 'merchant' },
  { id: 3, name: 'Onde Mobile', kind: 'merchant' },
  { id: 4, name: 'Énergie Claire', kind: 'merchant' },
  { id: 5, name: 'Boulangerie Morel', kind: 'merchant' },
  { id: 6, name: 'Transports Métropole', kind: 'merchant' },
  { id: 7, name: 'Pharmacie du Canal', kind: 'merchant' },
  { id: 8, name: 'Atelier Nord', kind: 'merchant' },
  { id: 9, name: 'Léa Martin', kind: 'person' },
  { id: 10, name: 'Banque du Fleuve', kind: 'bank' },
  { id: 11, name: 'Cinéclub+', kind: 'merchant' },
  { id: 12, name: 'Hôtel du Port', kind: 'merchant' },
  { id: 13, name: 'Livret A', kind: 'bank' },
  { id: 14, name: 'Résidence des Tilleuls', kind: 'merchant' },
  { id: 15, name: 'Crèche Les Pinsons', kind: 'merchant' },
];

export const cents = (money: MoneyDto): number => Math.round(Number(money.amount) * 100);

export function euros(amount: number): MoneyDto {
  const sign = amount < 0 ? '-' : '';
  const absolute = Math.abs(amount);
  return {
    amount: `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`,
    currency: 'EUR',
  };
}

type Line = {
  day: string;
  who: number;
  cents: number;
  type: EntryItem['paymentType'];
  text?: string;
  time?: string;
  account?: number;
  original?: MoneyDto;
  status?: string;
};

const MONTHS = Array.from({ length: 14 }, (_, index) => {
  const month = 8 + index;
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** Small and fixed, so that pictures do not change from one run to the next. */
function wobble(seed: number, span: number): number {
  return (seed * 7919 + 104_729) % span;
}

function monthLines(month: string, index: number): Line[] {
  const day = (date: number) => `${month}-${String(date).padStart(2, '0')}`;
  return [
    { day: day(1), who: 8, cents: 218_000, type: 'salary', text: 'Salaire' },
    { day: day(2), who: 6, cents: -4200, type: 'directDebit', text: 'Abonnement mensuel' },
    { day: day(3), who: 5, cents: -420, type: 'card', time: '08:12' },
    { day: day(4), who: 2, cents: -(5200 + wobble(index, 3900)), type: 'card', time: '18:41' },
    { day: day(5), who: 3, cents: index > 12 ? -1499 : -1299, type: 'directDebit', text: 'Forfait 60 Go' },
    { day: day(6), who: 14, cents: -86_500, type: 'transfer', text: 'Loyer' },
    { day: day(10), who: 15, cents: -(31_200 + wobble(index, 4100)), type: 'directDebit' },
    {
      day: day(8),
      who: 4,
      cents: -(6900 + wobble(index + 3, 900)),
      type: 'directDebit',
      text: 'Échéance électricité',
    },
    { day: day(11), who: 2, cents: -(3400 + wobble(index + 5, 5200)), type: 'card', time: '12:20' },
    { day: day(11), who: 5, cents: -640, type: 'card', time: '12:34' },
    { day: day(14), who: 7, cents: -(900 + wobble(index + 1, 1400)), type: 'card' },
    { day: day(17), who: 10, cents: -6000, type: 'cash', text: 'Retrait rue des Halles' },
    { day: day(18), who: 2, cents: -(9100 + wobble(index + 9, 9400)), type: 'card', time: '19:02' },
    { day: day(20), who: 13, cents: -20_000, type: 'transfer', text: 'Épargne du mois' },
    ...(index > 12
      ? []
      : [
          {
            day: day(23),
            who: 11,
            cents: -799,
            type: 'directDebit',
            text: 'Prélèvement, chaque mois',
          } as const,
        ]),
    { day: day(25), who: 2, cents: -(2900 + wobble(index + 2, 6100)), type: 'card' },
    { day: day(27), who: 5, cents: -420, type: 'card', time: '08:05' },
    { day: day(28), who: 10, cents: -200, type: 'fee', text: 'Tenue de compte' },
    { day: day(26), who: 10, cents: -375, type: 'fee', text: 'Cotisation de la carte' },
  ];
}

const TOLD: Line[] = [
  {
    day: '2025-11-21',
    who: 1,
    cents: -5990,
    type: 'card',
    text: 'Bouteille isotherme et filtres',
    time: '17:10',
  },
  { day: '2026-02-06', who: 1, cents: -1890, type: 'card', text: 'Ampoules', time: '11:02' },
  { day: '2026-02-28', who: 10, cents: -800, type: 'fee', text: 'Commission d’intervention' },
  { day: '2026-08-31', who: 10, cents: -800, type: 'fee', text: 'Commission d’intervention' },
  { day: '2026-03-12', who: 1, cents: -3890, type: 'card', text: 'Filtre de hotte, lot de 2', time: '18:20' },
  { day: '2026-06-19', who: 12, cents: -8400, type: 'card', text: 'Une nuit', time: '09:40' },
  {
    day: '2026-07-22',
    who: 12,
    cents: -11_240,
    type: 'card',
    text: 'Deux nuits',
    original: { amount: '-98.00', currency: 'GBP' },
  },
  {
    day: '2026-09-08',
    who: 1,
    cents: -6490,
    type: 'card',
    text: 'Bouilloire à col de cygne Arcane',
    time: '18:47',
  },
  { day: '2026-09-14', who: 1, cents: 6490, type: 'refund', text: 'Remboursement de la bouilloire' },
  {
    day: '2026-10-16',
    who: 1,
    cents: -34_900,
    type: 'card',
    text: 'Aspirateur balai Silenzo V8',
    time: '12:31',
  },
  { day: '2026-10-28', who: 1, cents: -2499, type: 'card', text: 'Sacs et filtres', time: '18:02' },
  { day: '2026-10-28', who: 1, cents: -2499, type: 'card', text: 'Sacs et filtres', time: '18:05' },
  { day: '2026-10-30', who: 9, cents: 5000, type: 'transfer', text: '« Dîner de samedi »' },
  { day: '2026-10-31', who: 2, cents: -6135, type: 'card', time: '10:18' },
  { day: '2026-11-02', who: 1, cents: -1290, type: 'card', text: 'Piles rechargeables', status: 'pending' },
  { day: '2026-10-18', who: 12, cents: -8400, type: 'card', text: 'Une nuit', account: 3 },
  { day: '2026-10-24', who: 2, cents: -1250, type: 'card', account: 3 },
  { day: '2026-10-28', who: 7, cents: -1260, type: 'card', account: 3 },
];

function allLines(): Line[] {
  const lines = [...MONTHS.flatMap(monthLines), ...TOLD];
  for (const month of MONTHS) {
    lines.push({
      day: `${month}-20`,
      who: 13,
      cents: 20_000,
      type: 'transfer',
      text: 'Épargne du mois',
      account: 2,
    });
  }
  return lines
    .filter(({ day }) => day <= '2026-11-02')
    .sort((a, b) => a.day.localeCompare(b.day) || (a.time ?? '').localeCompare(b.time ?? ''));
}

const UNREAD_FROM = '2026-10-27';

function toEntry(line: Line, index: number): EntryItem {
  const account = line.account ?? 1;
  return {
    id: index + 1,
    date: line.day,
    time: line.time ?? null,
    money: euros(line.cents),
    status: line.status ?? 'booked',
    account,
    counterparty: line.who,
    name: COUNTERPARTIES.find(({ id }) => id === line.who)?.name ?? '',
    text: line.text ?? null,
    paymentType: line.type,
    card: line.type === 'card' ? (account === 3 ? '7702' : '4417') : null,
    original: line.original ?? null,
    transfer: null,
    unread: line.day >= UNREAD_FROM && line.who !== 10,
    note: null,
    tags: [],
    category: null,
    typed: null,
    receipts: [],
    refundOf: null,
    isRefunded: false,
    cost: null,
  };
}

export const OPENING: Record<number, number> = { 1: 64_210, 2: 141_000, 3: 0 };

export function makeEntries(): EntryItem[] {
  const entries = allLines().map(toEntry);
  return entries.map((entry) => ({ ...entry, transfer: otherSide(entry, entries) }));
}

/** Money that came from, or went to, another account of the household. */
function otherSide(entry: EntryItem, all: EntryItem[]): TransferSide | null {
  const other = all.find(
    ({ account, date, paymentType, money }) =>
      account !== entry.account &&
      date === entry.date &&
      paymentType === 'transfer' &&
      cents(money) === -cents(entry.money),
  );
  if (entry.paymentType !== 'transfer' || !other) return null;
  return {
    account: other.account,
    entry: other.id,
    date: other.date,
    money: other.money,
    byUser: false,
    reasons: ['accountName', 'words', 'sameDay'],
  };
}

function booked(entries: EntryItem[], account: number): EntryItem[] {
  return entries.filter((entry) => entry.account === account && entry.status === 'booked');
}

export function balanceAt(entries: EntryItem[], account: number, day: string): number {
  const until = booked(entries, account).filter(({ date }) => date <= day);
  return until.reduce((sum, { money }) => sum + cents(money), OPENING[account] ?? 0);
}

/** Why some months of the current account are not proved. */
const UNPROVED: Record<string, (opening: MoneyDto) => UnprovedItem> = {
  '2025-09': () => ({ why: 'nothingBefore' }),
  '2025-10': (known) => ({ why: 'apart', on: '2025-09-30', known, missing: euros(-1_250) }),
  '2026-02': () => ({ why: 'noBalance' }),
};

/** One proof per month of the current account, one of them broken and some that there is none of. */
export function makeProofs(entries: EntryItem[]): ProofItem[] {
  return MONTHS.filter((month) => month < '2026-11').map((month) => {
    const end = `${month}-${month.endsWith('-02') ? '28' : '30'}`;
    const start = `${month}-01`;
    const inside = booked(entries, 1).filter(({ date }) => date.slice(0, 7) === month && date <= end);
    const sum = (sign: number) =>
      inside
        .map(({ money }) => cents(money))
        .filter((amount) => amount * sign > 0)
        .reduce((a, b) => a + b, 0);
    const closing = balanceAt(entries, 1, end);
    const opening = closing - sum(1) - sum(-1);
    const isBroken = month === '2026-07';
    const unproved = UNPROVED[month]?.(euros(opening)) ?? null;
    return {
      date: end,
      from: start,
      proof: unproved ? 'unstated' : isBroken ? 'broken' : 'holds',
      openingDate: start,
      opening: unproved ? null : euros(opening),
      in: euros(sum(1)),
      out: euros(sum(-1)),
      count: inside.length,
      closing: unproved?.why === 'noBalance' ? null : euros(closing - (isBroken ? 420 : 0)),
      difference: isBroken ? euros(-420) : null,
      brokenAtLine: isBroken ? 19 : null,
      unproved,
      file: `releve_${month}.ofx`,
    };
  });
}

export function makeCurve(entries: EntryItem[], account: number): BalanceDto[] {
  const days = [...new Set(booked(entries, account).map(({ date }) => date))].filter(
    (day) => day >= '2025-11-01',
  );
  return days.map((day) => ({
    money: euros(balanceAt(entries, account, day)),
    asOf: day,
    proved: day.endsWith('-28') && !day.startsWith('2026-07'),
  }));
}

export function makeAccounts(entries: EntryItem[]): AccountRow[] {
  const unread = (id: number) => entries.filter((entry) => entry.account === id && entry.unread).length;
  const sum = (id: number) => booked(entries, id).reduce((total, { money }) => total + cents(money), 0);
  const base = {
    named: true,
    proof: 'holds',
    muted: false,
    own: false,
    servicer: 'Banque du Fleuve',
    currency: 'EUR',
    since: '2025-09-01',
  };
  return [
    {
      ...base,
      id: 1,
      name: 'Compte courant',
      accountKind: 'current',
      ending: '0821',
      balance: { money: euros(balanceAt(entries, 1, '2026-10-31')), asOf: '2026-10-31', proved: true },
      movement: euros(sum(1)),
      unread: unread(1),
    },
    {
      ...base,
      id: 2,
      name: 'Livret A',
      accountKind: 'savings',
      ending: '3310',
      balance: { money: euros(balanceAt(entries, 2, '2026-08-31')), asOf: '2026-08-31', proved: true },
      movement: euros(sum(2)),
      unread: unread(2),
    },
    {
      ...base,
      id: 3,
      name: '',
      named: false,
      accountKind: 'card',
      ending: '7702',
      servicer: 'Coop',
      balance: null,
      movement: euros(sum(3)),
      since: '2026-10-18',
      unread: unread(3),
    },
  ];
}
