/** What the canned household comes to by months: told as the core does, from the same entries. */
import type { EntryItem } from './contract';
import { cents, COUNTERPARTIES, euros } from './fakeLedger';
import { categoryIn, type Words } from './fakeWords';
import type { ChargeRow } from './generated/ChargeRow';
import type { FeeLine } from './generated/FeeLine';
import type { Fees } from './generated/Fees';
import type { Lang } from './generated/Lang';
import type { MonthSpan } from './generated/MonthSpan';
import type { Overview } from './generated/Overview';
import type { OverviewMonth } from './generated/OverviewMonth';
import type { OverviewScope } from './generated/OverviewScope';
import type { Spending } from './generated/Spending';
import type { SpentWith } from './generated/SpentWith';

const RECENT: MonthSpan = { from: '2025-12', until: '2026-11' };
const KNOWN: MonthSpan = { from: '2025-09', until: '2026-10' };
const INCOMPLETE = '2026-05';
const SAVINGS_UNTIL = '2026-08';

const isIn =
  ({ account }: OverviewScope) =>
  (entry: EntryItem) =>
    (account === null || entry.account === account) && entry.status === 'booked' && !entry.transfer;

function monthsOf({ from, until }: MonthSpan): string[] {
  const all: string[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let step = 0; ; step += 1) {
    const at = month - 1 + step;
    const name = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    if (name > until) return all;
    all.push(name);
  }
}

function stateOf(month: string, { account }: OverviewScope): string | null {
  if (month < KNOWN.from || month > RECENT.until) return null;
  if (month > KNOWN.until) return 'toCome';
  const isBehind = account === null && month > SAVINGS_UNTIL;
  return month === INCOMPLETE || isBehind ? 'incomplete' : 'whole';
}

export function makeOverview(entries: EntryItem[], scope: OverviewScope, span: MonthSpan | null): Overview {
  const own = entries.filter(isIn(scope));
  if (own.length === 0)
    return {
      months: [],
      known: null,
      statements: 0,
      proved: 0,
      gaps: [],
      unproved: [],
      told: [],
      others: [],
    };
  const months = monthsOf(span ?? RECENT).map((month): OverviewMonth => {
    const inside = own.filter(({ date }) => date.startsWith(month) && isTold(date, scope));
    const sum = (sign: number) =>
      inside
        .map(({ money }) => cents(money))
        .filter((amount) => amount * sign > 0)
        .reduce((total, amount) => total + amount, 0);
    return {
      month,
      in: euros(sum(1)),
      out: euros(sum(-1)),
      net: euros(sum(1) + sum(-1)),
      count: inside.length,
      state: stateOf(month, scope),
    };
  });
  const isFirst = scope.account === null || scope.account === 1;
  const days = (account: number, from: string, until: string) => ({ account, from, until });
  return {
    months,
    known: KNOWN,
    statements: 11,
    proved: isFirst ? 9 : 11,
    gaps: isFirst ? [days(1, '2026-05-01', '2026-05-14')] : [],
    unproved: isFirst ? [{ days: days(1, '2026-02-01', '2026-02-28'), broken: false }] : [],
    told:
      scope.account === null
        ? [days(1, '2025-09-01', '2026-10-31'), days(2, '2025-09-01', '2026-08-31')]
        : [days(scope.account, '2025-09-01', '2026-10-31')],
    others: [],
  };
}

/** What the missing days of May hold is not known. */
function isTold(date: string, { account }: OverviewScope): boolean {
  return account === 2 || account === 3 || date < '2026-05-01' || date > '2026-05-14';
}

export function makeSpending(
  words: Words,
  scope: OverviewScope,
  { from, until }: MonthSpan,
  byCategory: boolean,
): Spending {
  const own = words.entries.filter(
    (entry) =>
      isIn(scope)(entry) &&
      entry.date.slice(0, 7) >= from &&
      entry.date.slice(0, 7) <= until &&
      isTold(entry.date, scope),
  );
  const spent = COUNTERPARTIES.map(({ id, name, kind }): SpentWith & { net: number } => {
    const amounts = own.filter(({ counterparty }) => counterparty === id).map(({ money }) => cents(money));
    const back = amounts.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0);
    const net = -amounts.reduce((sum, amount) => sum + amount, 0);
    return {
      id,
      name,
      counterpartyKind: kind,
      category: categoryIn(words, id)?.word ?? null,
      money: euros(net),
      back: back > 0 ? euros(back) : null,
      net,
    };
  })
    .filter(({ net }) => net > 0)
    .sort((a, b) => b.net - a.net);
  const total = (all: { net: number }[]) => all.reduce((sum, { net }) => sum + net, 0);
  const categories = [...new Set(spent.map(({ category }) => category))];
  const on = categories
    .map((category) => {
      const own = spent.filter((one) => one.category === category);
      return {
        category,
        money: euros(total(own)),
        count: own.length,
        with: own.slice(0, 5),
        net: total(own),
      };
    })
    .sort((a, b) => Number(a.category === null) - Number(b.category === null) || b.net - a.net);
  return {
    total: euros(total(spent)),
    count: spent.length,
    with: spent,
    on: byCategory ? on : [],
  };
}

const due = (day: number): string => `2026-${day > 4 ? '11' : '12'}-${String(day).padStart(2, '0')}`;

export function makeCharges(entries: EntryItem[]): ChargeRow[] {
  if (entries.length === 0) return [];
  const charge = (id: number, day: number, amount: number, part: Partial<ChargeRow> = {}): ChargeRow => {
    const own = entries.filter(({ counterparty, account }) => counterparty === id && account === 1);
    const last = own[own.length - 1];
    return {
      expected: {
        entry: last?.id ?? 0,
        date: due(day),
        money: euros(-amount),
        steady: true,
        counterparty: id,
        name: COUNTERPARTIES.find((each) => each.id === id)?.name ?? '',
        account: 1,
        paymentType: 'directDebit',
        rhythm: 'monthly',
        knownBy: own.length,
      },
      usualDay: day,
      lastMoney: euros(-amount),
      lastDate: last?.date ?? '',
      ended: false,
      due: due(day),
      often: 'chaque mois',
      priceChanges: [],
      ...part,
    };
  };
  const about = (row: ChargeRow): ChargeRow => ({ ...row, expected: { ...row.expected, steady: false } });
  return [
    charge(14, 6, 86_500),
    about(charge(15, 10, 33_120)),
    about(charge(4, 8, 7430)),
    charge(6, 2, 4200),
    charge(3, 5, 1499, {
      priceChanges: [{ entry: 0, date: '2026-09-05', from: euros(-1299), to: euros(-1499) }],
    }),
    charge(11, 23, 799, { ended: true }),
    charge(10, 28, 200),
    charge(8, 1, -218_000),
  ];
}

const FEES: Record<string, { fee: string; group: string; names: Record<Lang, [string, string]> }> = {
  'Tenue de compte': {
    fee: 'account',
    group: 'operation',
    names: { fr: ['tenue de compte', 'tenue de compte'], en: ['account maintenance', 'account maintenance'] },
  },
  'Cotisation de la carte': {
    fee: 'card',
    group: 'subscriptions',
    names: { fr: ['cotisation de la carte', 'cotisation de la carte'], en: ['card fee', 'card fee'] },
  },
  'Commission d’intervention': {
    fee: 'intervention',
    group: 'incidents',
    names: {
      fr: ['commission d’intervention', 'commissions d’intervention'],
      en: ['handling fee', 'handling fees'],
    },
  },
};

const GROUPS: Record<string, Record<Lang, string>> = {
  subscriptions: { fr: 'Abonnements', en: 'Subscriptions' },
  operation: { fr: 'Fonctionnement', en: 'Account fees' },
  incidents: { fr: 'Incidents', en: 'Things gone wrong' },
};

export function makeFees(entries: EntryItem[], scope: OverviewScope, asked: number | null, lang: Lang): Fees {
  const year = asked ?? 2026;
  const named = (text: string, at: 0 | 1) => FEES[text]?.names[lang][at] ?? text;
  const lines = entries
    .filter(
      (entry) => isIn(scope)(entry) && entry.paymentType === 'fee' && entry.date.startsWith(String(year)),
    )
    .map((entry): FeeLine => ({
      entry: entry.id,
      account: entry.account,
      counterparty: entry.counterparty,
      date: entry.date,
      text: (entry.text ?? '').toUpperCase(),
      money: entry.money,
      fee: FEES[entry.text ?? '']?.fee ?? 'other',
      group: FEES[entry.text ?? '']?.group ?? 'operation',
      name: named(entry.text ?? '', 0),
    }));
  const taken = (of: FeeLine[]) => -of.reduce((sum, { money }) => sum + cents(money), 0);
  const groups = Object.keys(GROUPS).flatMap((group) => {
    const own = lines.filter((line) => line.group === group);
    const kinds = [...new Set(own.map(({ fee }) => fee))].map((fee) => {
      const of = own.filter((line) => line.fee === fee);
      const text = Object.keys(FEES).find((text) => FEES[text]?.fee === fee) ?? '';
      const name = named(text, of.length > 1 ? 1 : 0);
      return { fee, name, money: euros(taken(of)), days: of.map(({ date }) => date) };
    });
    return own.length > 0
      ? [{ group, name: GROUPS[group]?.[lang] ?? '', money: euros(taken(own)), kinds }]
      : [];
  });
  const difference = year === 2026 ? euros(1200) : null;
  return {
    year,
    until: year === 2026 ? '2026-10-31' : `${year}-12-31`,
    total: euros(taken(lines)),
    before: difference && euros(taken(lines) - 1200),
    difference,
    groups,
    lines,
  };
}
