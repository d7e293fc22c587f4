/** The wire over the canned household, for tests and for design work in a plain browser. Never part of the build. */
import type { Api, ConversationHeader, Drag, EntryItem, Stop, TimelineItem } from './contract';
import type { DayTotal } from './generated/DayTotal';
import { readFakeLine } from './fakeLine';
import { askedIn, questionRows, type Asked } from './fakeQuestion';
import { makeInbox } from './fakeInbox';
import { alertsOf, expectedOf, riseOf, withInsights, type SaidOfAlerts } from './fakeInsights';
import { refundsOf, type SaidOfRefunds } from './fakeRefunds';
import { storyOf, withStory } from './fakeStory';
import { categoriesIn, categoryIn, firstNotes, Log, Marks, type Words } from './fakeWords';
import {
  balanceAt,
  cents,
  COUNTERPARTIES,
  euros,
  makeAccounts,
  makeCurve,
  makeEntries,
  makeProofs,
} from './fakeLedger';
import { makeOriginal } from './fakeOriginal';
import { makeCharges, makeFees, makeOverview, makeSpending } from './fakeOverview';
import { makeCoverage } from './fakeCoverage';
import { fakeProfiles, makeMapped } from './fakeMapping';
import { fakeSearch } from './fakeSearch';
import { makeLong, makeReview, reviewUnder, withAnother } from './fakeReview';
import type { ApiError } from './generated/ApiError';
import type { AppState } from './generated/AppState';
import type { ConversationRef } from './generated/ConversationRef';
import type { ConversationRow } from './generated/ConversationRow';
import type { Door } from './generated/Door';
import type { ErrorCode } from './generated/ErrorCode';
import type { HistoryRow } from './generated/HistoryRow';
import type { ImportDone } from './generated/ImportDone';
import type { Lang } from './generated/Lang';
import type { LineAbout } from './generated/LineAbout';
import type { LinePreview } from './generated/LinePreview';
import type { MonthTotal } from './generated/MonthTotal';
import type { Progress } from './generated/Progress';
import type { Settings } from './generated/Settings';
import type { Theme } from './generated/Theme';

const WORDS =
  'lamp ribbon mill oak claw sole tulip slate cabin violin cliff hazel river stone candle orbit maple thunder pencil garden wagon silver meadow anchor'.split(
    ' ',
  );

const PASSPHRASE = 'sirop girafe mardi bocal';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function fault(code: ErrorCode, message: string, at: string | null = null): ApiError {
  return { code, message, at };
}

function listeners<T>() {
  const all = new Set<(payload: T) => void>();
  return {
    add: (listener: (payload: T) => void): Stop => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: (payload: T) => all.forEach((listener) => listener(payload)),
  };
}

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

export function makeFake(parameters: URLSearchParams): Api {
  let entries: EntryItem[] = parameters.has('empty') ? [] : makeEntries();
  let notes = firstNotes();
  let said = new Map<number, string>();
  let named = new Map<string, { name: string; glyph: string | null }>();
  let isGapAccepted = false;
  let questions: Asked[] = [];
  const log = new Log();
  const marks = new Marks();
  const settings: { now: Settings } = {
    now: {
      lang: (parameters.get('lang') as Lang | null) ?? 'fr',
      theme: (parameters.get('theme') as Theme | null) ?? 'light',
      textSize: Number(parameters.get('text') ?? 100),
      hideAmounts: parameters.has('hide'),
      trayAmounts: false,
      lockAfterMinutes: 10,
      watermark: true,
    },
  };
  let door: Door = (parameters.get('door') as Door | null) ?? 'open';
  let tries = 5;
  let isCancelled = false;
  const undone = new Set<number>();
  const forgotten = new Set<string>();
  const shelf = {
    linked: new Map<number, number>(),
    refused: new Set<string>(),
    arrived: new Set<number>(),
    absent: new Set<number>(),
  };
  const saidOfRefunds: SaidOfRefunds = new Map();
  const saidOfAlerts: SaidOfAlerts = new Map();
  const changed = listeners<number | null>();
  const progress = listeners<Progress>();
  const doors = listeners<AppState>();
  const drags = listeners<Drag>();
  const opened = listeners<ConversationRef>();
  const importAsked = listeners<void>();

  const state = (): AppState => ({
    door,
    keyringSlot: parameters.has('keyring'),
    tray: !parameters.has('notray'),
    retryAfter: tries <= 0 ? 60 : 0,
    triesLeft: Math.max(tries, 0),
  });
  const through = (next: Door): AppState => {
    door = next;
    return state();
  };
  const phrase = () => ({ words: WORDS, ask: [3, 19] as [number, number] });

  const words = (): Words => ({ entries, notes, said, named, isGapAccepted, questions });
  const become = (next: Words) => ({ entries, notes, said, named, isGapAccepted, questions } = next);
  /** Changes what the user said, and logs it. */
  const did = (part: Partial<HistoryRow>, next: Partial<Words>): HistoryRow => {
    const before = words();
    become({ ...before, ...next });
    const row = log.add(part, before, words());
    changed.tell(row.operation);
    return row;
  };
  const withCategory = (entry: EntryItem): EntryItem => ({
    ...entry,
    category: categoryIn(words(), entry.counterparty)?.word ?? null,
  });

  const has = (conversation: ConversationRef) => (entry: EntryItem) =>
    conversation.kind === 'account'
      ? entry.account === conversation.id
      : entry.counterparty === conversation.id && !entry.transfer;

  function itemsFor(conversation: ConversationRef): TimelineItem[] {
    return withInsights(storiesFor(conversation), conversation, entries, saidOfAlerts);
  }

  function storiesFor(conversation: ConversationRef): TimelineItem[] {
    const own: TimelineItem[] = [
      ...entries
        .filter(has(conversation))
        .map((entry) => withStory({ kind: 'entry', ...withCategory(entry) }, entries)),
      ...notes
        .filter(({ with: { kind, id } }) => kind === conversation.kind && id === conversation.id)
        .map((note): TimelineItem => ({ kind: 'note', ...note })),
      ...(entries.length === 0 ? [] : storyOf(conversation, isGapAccepted)),
      ...questions
        .filter(({ with: { kind, id } }) => kind === conversation.kind && id === conversation.id)
        .flatMap((asked) => questionRows(asked, entries, settings.now.lang ?? 'fr')),
    ];
    const rank = (item: TimelineItem) => ORDER.indexOf(item.kind === 'answer' ? 'question' : item.kind);
    const sorted = (items: TimelineItem[]) =>
      items.sort((a, b) => a.date.localeCompare(b.date) || rank(a) - rank(b));
    if (conversation.kind !== 'account' || conversation.id !== 1 || entries.length === 0) return sorted(own);
    const proofs: TimelineItem[] = makeProofs(entries).map((proof) => ({ kind: 'proof', ...proof }));
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
        money: euros(balanceAt(entries, 1, '2026-10-15')),
        balanceKind: 'interim',
      },
      { kind: 'balance', date: '2025-09-01', money: euros(64_210), balanceKind: 'user' },
    ];
    return sorted([...own, ...proofs, ...others]);
  }

  function rowFor(id: number): ConversationRow | null {
    const own = entries.filter((entry) => entry.counterparty === id && !entry.transfer);
    const last = own[own.length - 1];
    const who = COUNTERPARTIES.find((each) => each.id === id);
    if (!last || !who) return null;
    const rise = riseOf(entries, saidOfAlerts);
    return {
      id,
      name: who.name,
      counterpartyKind: who.kind,
      lastDate: last.date,
      lastMoney: last.money,
      preview: last.text,
      unread: own.filter((entry) => entry.unread).length,
      count: own.length,
      category: categoryIn(words(), id)?.word ?? null,
      ...marks.of({ kind: 'counterparty', id }),
      alerts: alertsOf(entries, saidOfAlerts).filter(
        ({ counterparty, answer }) => counterparty === id && answer === null,
      ).length,
      rise: rise?.entry === last.id ? rise : null,
      expected: expectedOf(entries).find(({ counterparty }) => counterparty === id) ?? null,
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
    const own = entries.filter(has(conversation));
    const account =
      makeAccounts(entries).find(({ id }) => conversation.kind === 'account' && id === conversation.id) ??
      null;
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
      days: conversation.kind === 'account' ? [] : days(own),
      curve: account?.balance ? makeCurve(entries, account.id) : [],
      statements: conversation.kind === 'account' ? 14 : 0,
      proved: conversation.kind === 'account' ? 12 : 0,
      merged: [],
      category: conversation.kind === 'account' ? null : categoryIn(words(), conversation.id),
      ...marks.of(conversation),
      expected:
        expectedOf(entries).find(
          ({ counterparty }) => conversation.kind === 'counterparty' && counterparty === conversation.id,
        ) ?? null,
    };
  }

  async function work(stage: string, file: string): Promise<void> {
    isCancelled = false;
    const total = 248_112;
    const steps = parameters.has('slow') ? 60 : 3;
    for (let step = 1; step <= steps; step += 1) {
      await wait(60);
      if (isCancelled) throw fault('cancelled', 'Import annulé.');
      progress.tell({ stage, file, done: Math.round((total * step) / steps), total });
    }
  }

  const done = (operation: number, added: number): ImportDone => ({
    files: [
      {
        name: 'releve_2026-10.ofx',
        operation,
        counts: { new: added, known: 11, updated: 0, conflict: 0, unreadable: 0 },
        proof: 'holds',
        receipts: 0,
        links: 0,
        deletions: [],
      },
    ],
    operation,
    account: 1,
  });

  const history = (): HistoryRow[] => {
    if (entries.length === 0) return [];
    const files = ['releve_2026-10.ofx', 'releve_2026-09.ofx', 'carte-coop-sept.csv', 'releve_2026-08.ofx'];
    const rows = files.map((file, index): HistoryRow => ({
      operation: 9 - index,
      operationKind: 'importStatement',
      at: `2026-${String(11 - index).padStart(2, '0')}-02T08:12:44Z`,
      undone: undone.has(9 - index),
      file,
      format: file.endsWith('csv') ? 'csv' : 'ofx',
      accounts: [file.startsWith('carte') ? 'Carte Coop' : 'Compte courant'],
      from: `2026-${String(10 - index).padStart(2, '0')}-01`,
      until: `2026-${String(10 - index).padStart(2, '0')}-28`,
      counts: { new: 37 - index, known: index * 4, updated: 0, conflict: 0, unreadable: index === 2 ? 1 : 0 },
      proof: index === 2 ? 'unstated' : 'holds',
      sha256: '9f2c41ab07d355e0c1a8f2b6409d7e1f33a5c0de9812bb47a6e0f4c25b917d03',
      entry: null,
      subject: null,
      object: null,
      money: null,
      category: null,
    }));
    rows.splice(1, 0, {
      operation: 20,
      operationKind: 'setAccount',
      at: '2026-10-05T18:30:00Z',
      undone: undone.has(20),
      file: null,
      format: null,
      accounts: ['Livret A'],
      from: null,
      until: null,
      counts: null,
      proof: null,
      sha256: null,
      entry: null,
      subject: null,
      object: null,
      money: null,
      category: null,
    });
    return [...log.rows, ...rows];
  };
  const with1 = (id: number, change: (entry: EntryItem) => Partial<EntryItem>): EntryItem[] =>
    entries.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry));
  const noted = (id: number, note: string): Partial<Words> => ({
    entries: with1(id, () => ({ note: note.trim() || null })),
  });
  const nameIn = ({ kind, id }: ConversationRef): string | null =>
    kind === 'account' ? null : (COUNTERPARTIES.find((each) => each.id === id)?.name ?? null);
  const readIn = (conversation: ConversationRef, about: LineAbout | null, text: string): LinePreview => {
    const line = readFakeLine(text, nameIn(conversation));
    return about?.kind === 'entry' && line.kind === 'question' ? { kind: 'note', text, tags: [] } : line;
  };
  const paid = (line: LinePreview & { kind: 'cash' }, { kind, id }: ConversationRef): HistoryRow => {
    const entry: EntryItem = {
      id: entries.length + 1,
      date: line.day,
      time: line.day === '2026-11-04' ? '10:41' : null,
      money: line.money,
      status: 'booked',
      account: 4,
      counterparty: kind === 'account' ? 5 : id,
      name: line.name,
      text: line.text || null,
      paymentType: 'cash',
      card: null,
      original: null,
      unread: false,
      note: null,
      tags: line.tags,
      category: null,
      typed: `/espèces ${line.money.amount.replace('-', '').replace('.', ',')} ${line.text || line.name} ${line.day}`,
      receipts: [],
      transfer: null,
      refundOf: null,
      isRefunded: false,
      cost: null,
    };
    const part = { operationKind: 'addCash', entry: entry.id, subject: line.name, money: line.money };
    return did(part, { entries: [...entries, entry] });
  };
  const historyRow = (operation: number): HistoryRow => {
    const row = history().find((each) => each.operation === operation);
    if (!row) throw fault('notFound', 'Cette opération n’existe plus.');
    return row;
  };

  const at = ({ clientX, clientY }: DragEvent) => ({ x: clientX, y: clientY });
  window.addEventListener('dragenter', (event) => {
    if (event.relatedTarget === null)
      drags.tell({ kind: 'enter', count: 3, names: ['releve_2026-10.ofx'], at: at(event) });
  });
  window.addEventListener('dragover', (event) => drags.tell({ kind: 'over', at: at(event) }));
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drags.tell({ kind: 'leave' });
  });

  return {
    async appState() {
      const code = parameters.get('fault') as ErrorCode | null;
      if (code)
        throw fault(
          code,
          'Le fichier de l’historique ne se lit pas. Rien n’a été modifié.',
          '/home/lea/.local/share/counterfoil',
        );
      return state();
    },
    async createLedger({ passphrase, keyring }) {
      if (passphrase !== null && passphrase.length < 8)
        throw fault('weakPassphrase', 'Huit signes au moins.', 'passphrase');
      if (keyring && parameters.has('nokeyring'))
        throw fault('noKeyring', 'Aucun trousseau ne répond. Choisissez une phrase de passe.');
      await wait(350);
      through('confirmPhrase');
      entries = [];
      return phrase();
    },
    async showPhrase() {
      return phrase();
    },
    async confirmPhrase({ words }) {
      const asked = phrase().ask;
      const wrong = words.findIndex(
        (word, index) => word.trim().toLowerCase() !== WORDS[(asked[index] ?? 0) - 1],
      );
      if (wrong !== -1)
        throw fault(
          'wrongWord',
          `Le mot ${asked[wrong]} n’est pas celui qui est affiché.`,
          String(asked[wrong]),
        );
      return through('open');
    },
    async unlock(request) {
      await wait(400);
      if (request.kind === 'keyring' && parameters.has('nokeyring'))
        throw fault('noKeyring', 'Aucun trousseau ne répond.');
      const isRight =
        request.kind === 'keyring' ||
        (request.kind === 'passphrase'
          ? request.passphrase === PASSPHRASE
          : request.words.trim().startsWith('lamp'));
      if (isRight) return through('open');
      tries -= 1;
      if (tries <= 0) throw fault('tooManyTries', 'Trop d’essais.', '60');
      throw fault('wrongKey', 'Cette phrase n’ouvre pas l’historique.');
    },
    async lock() {
      return through('locked');
    },
    async getSettings() {
      return settings.now;
    },
    async setSettings(next) {
      settings.now = next;
      return next;
    },
    async listConversations() {
      if (entries.length === 0) return { accounts: [], conversations: [] };
      const rows = COUNTERPARTIES.map(({ id }) => rowFor(id)).filter((row) => row !== null);
      rows.sort((a, b) => b.lastDate.localeCompare(a.lastDate));
      return { accounts: makeAccounts(entries), conversations: rows };
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
      entries = entries.map((entry) => (has(conversation)(entry) ? { ...entry, unread: false } : entry));
      return null;
    },
    async getEntry(id) {
      const entry = entries.find((each) => each.id === id);
      if (!entry) throw fault('notFound', 'Cette opération n’existe plus.');
      const raw = `CB ${entry.name.toUpperCase()} ${entry.date.slice(8, 10)}/${entry.date.slice(5, 7)} PARIS 75`;
      const told = withStory({ kind: 'entry', ...entry }, entries);
      return {
        entry: { ...withCategory(entry), receipts: told.kind === 'entry' ? told.receipts : [] },
        ...refundsOf(entry, entries, saidOfRefunds),
        category: categoryIn(words(), entry.counterparty),
        history: log.rows.filter((row) => row.entry === id),
        alerts: alertsOf(entries, saidOfAlerts).filter(
          ({ first, entry: second }) => first === id || second === id,
        ),
        deleted: false,
        accountName: makeAccounts(entries).find((account) => account.id === entry.account)?.name ?? '',
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
          : entries.filter(
              (each) =>
                each.account !== entry.account &&
                each.date === entry.date &&
                cents(each.money) === -cents(entry.money),
            ),
        balanceAfter: euros(balanceAt(entries, entry.account, entry.date)),
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
      const names = new Map(COUNTERPARTIES.map(({ id, name }) => [id, said.get(id) ?? name]));
      const kinds = new Map(COUNTERPARTIES.map(({ id, kind }) => [id, kind]));
      const told = entries.map((entry) => withStory({ kind: 'entry', ...entry }, entries) as EntryItem);
      const rows = { entries: told, waiting: makeInbox(entries, shelf, limit).waiting, notes };
      return fakeSearch(query, rows, names, kinds, settings.now.lang ?? 'fr', limit);
    },
    async previewImport(_, beside) {
      if (parameters.has('csv')) {
        await work('reading', 'mouvements_estuaire.csv');
        return { review: 8, inDoubt: true, files: [makeMapped(undefined)] };
      }
      await work('reading', 'releve_2026-10.ofx');
      if (parameters.has('many')) return makeLong(Number(parameters.get('many')));
      return beside === null ? makeReview(!parameters.has('sure')) : withAnother(makeReview(true));
    },
    async previewBytes(name) {
      await work('reading', name);
      return makeReview(!parameters.has('sure'));
    },
    async answerImport(review, answers) {
      await wait(80);
      if (review === 8) return { review, inDoubt: true, files: [makeMapped(answers[0])] };
      return reviewUnder(answers.length > 4 ? withAnother(makeReview(true)) : makeReview(true), answers);
    },
    ...fakeProfiles((operationKind) => did({ operationKind }, {})),
    async commitImport() {
      await work('writing', 'releve_2026-10.ofx');
      changed.tell(12);
      return done(12, 42);
    },
    async cancelImport() {
      isCancelled = true;
      return null;
    },
    async loadSample() {
      await work('writing', 'exemple.ofx');
      entries = makeEntries();
      return done(1, entries.length);
    },
    async listHistory() {
      return history();
    },
    async undo(operation) {
      const turned = log.turn(operation, true);
      if (turned) become(turned.words);
      else undone.add(operation);
      return turned?.row ?? historyRow(operation === 12 || operation === 1 ? 9 : operation);
    },
    async redo(operation) {
      const turned = log.turn(operation, false);
      if (turned) become(turned.words);
      else undone.delete(operation);
      return turned?.row ?? historyRow(operation === 12 || operation === 1 ? 9 : operation);
    },
    async setAccount({ id }) {
      const account = makeAccounts(entries).find((each) => each.id === id);
      if (!account) throw fault('notFound', 'Ce compte n’existe plus.');
      return did({ operationKind: 'setAccount', accounts: [account.name] }, {});
    },
    async acceptGap({ account: id }) {
      const account = makeAccounts(entries).find((each) => each.id === id);
      return did({ operationKind: 'acceptGap', accounts: [account?.name ?? ''] }, { isGapAccepted: true });
    },
    async deleteEntry(id) {
      return did(
        { operationKind: 'deleteEntry', entry: id },
        { entries: entries.filter((entry) => entry.id !== id) },
      );
    },
    async restoreEntry(id) {
      const back = makeEntries().filter((each) => each.id === id || entries.some(({ id }) => id === each.id));
      return did({ operationKind: 'restoreEntry', entry: id }, { entries: back });
    },
    async noteEntry(id, note) {
      return did({ operationKind: 'note', entry: id, object: note.trim() || null }, noted(id, note));
    },
    async tagEntry({ id, add, remove }) {
      const tagged = (tags: string[]) =>
        [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
      const object = [...add, ...remove.map((tag) => `−${tag}`)].join(', ');
      return did(
        { operationKind: 'tag', entry: id, object },
        { entries: with1(id, (entry) => ({ tags: tagged(entry.tags) })) },
      );
    },
    async moveEntry(id, counterparty) {
      const own = makeEntries().find((entry) => entry.id === id)?.counterparty ?? 0;
      return did(
        { operationKind: 'moveEntry', entry: id },
        { entries: with1(id, () => ({ counterparty: counterparty ?? own })) },
      );
    },
    async pairEntries(id, other) {
      const [one, two] = [id, other].map((each) => entries.find((entry) => entry.id === each));
      if (!one || !two) throw fault('notFound', 'Cette opération n’existe plus.');
      const side = ({ account, id: entry, date, money }: EntryItem) => ({
        account,
        entry,
        date,
        money,
        byUser: true,
        reasons: [],
      });
      const paired = entries.map((entry) =>
        entry === one
          ? { ...entry, transfer: side(two) }
          : entry === two
            ? { ...entry, transfer: side(one) }
            : entry,
      );
      return did({ operationKind: 'pair', entry: id }, { entries: paired });
    },
    async partEntries(id, other) {
      const parted = entries.map((entry) =>
        entry.id === id || entry.id === other ? { ...entry, transfer: null } : entry,
      );
      return did({ operationKind: 'part', entry: id }, { entries: parted });
    },
    async renameCounterparty(id, name) {
      const renamed = (entry: EntryItem) => (entry.counterparty === id && name ? { ...entry, name } : entry);
      return did({ operationKind: 'rename', object: name || null }, { entries: entries.map(renamed) });
    },
    async mergeCounterparties(id, into) {
      const name = COUNTERPARTIES.find((each) => each.id === into)?.name ?? '';
      const moved = (entry: EntryItem) =>
        entry.counterparty === id ? { ...entry, counterparty: into, name } : entry;
      return did({ operationKind: 'merge', object: name }, { entries: entries.map(moved) });
    },
    async unmergeCounterparty() {
      return did({ operationKind: 'unmerge' }, {});
    },
    async readLine({ conversation, about, text }) {
      return readIn(conversation, about, text);
    },
    async sendLine({ conversation, about, text }) {
      const line = readIn(conversation, about, text);
      const question = null;
      if (line.kind === 'search') return { done: [], query: line.query, question };
      if (line.kind === 'question') return { done: [], query: null, question };
      if (line.kind === 'cash') return { done: [paid(line, conversation)], query: null, question };
      const body = line.kind === 'note' || line.kind === 'reminder' ? line : { text: '', tags: [] };
      if (about?.kind === 'entry')
        return {
          done: [
            did({ operationKind: 'note', entry: about.id, object: body.text }, noted(about.id, body.text)),
          ],
          query: null,
          question,
        };
      const reminder = line.kind === 'reminder';
      const kept = {
        ...body,
        with: conversation,
        id: about?.kind === 'note' ? about.id : notes.length + 10,
        date: reminder ? line.day : '2026-11-04',
        reminder,
        done: false,
        typed: text,
      };
      const others = notes.filter(({ id }) => id !== kept.id);
      const operationKind = about ? 'editNote' : 'writeNote';
      return {
        done: [
          did(
            { operationKind, object: body.text },
            { notes: line.kind === 'empty' ? others : [...others, kept] },
          ),
        ],
        query: null,
        question,
      };
    },
    async askQuestion(conversation, text, after) {
      if (parameters.has('slow')) await wait(900);
      const before = questions.find(({ id }) => id === after) ?? null;
      const id = log.rows.length + 500;
      const asked = askedIn(conversation, text, id, before);
      const row = did({ operationKind: 'askQuestion', object: text }, { questions: [...questions, asked] });
      questions = questions.map((each) => (each.id === id ? { ...each, id: row.operation } : each));
      return row;
    },
    async chooseReading(question, pick) {
      const chosen = (asked: Asked) => (asked.id === question ? { ...asked, pick: JSON.parse(pick) } : asked);
      return did({ operationKind: 'editQuestion' }, { questions: questions.map(chosen) });
    },
    async dropQuestion(question) {
      return did(
        { operationKind: 'editQuestion' },
        { questions: questions.filter(({ id }) => id !== question) },
      );
    },
    async dropNote(id) {
      return did({ operationKind: 'editNote' }, { notes: notes.filter((note) => note.id !== id) });
    },
    async finishReminder(id, done) {
      const finished = notes.map((note) => (note.id === id ? { ...note, done } : note));
      return did({ operationKind: 'editNote' }, { notes: finished });
    },
    async listTags() {
      const all = [...entries, ...notes].flatMap(({ tags }) => tags);
      const known = [...new Set([...all, 'maison', 'vacances', 'cadeau'])];
      return known.map((tag) => ({ tag, count: all.filter((each) => each === tag).length }));
    },
    async listCategories() {
      return categoriesIn(words(), settings.now.lang ?? 'fr');
    },
    async categorise(id, category) {
      const next = new Map(said);
      if (category === null) next.delete(id);
      else next.set(id, category);
      return did({ operationKind: 'categorise', category }, { said: next });
    },
    async nameCategory({ word, name, glyph }) {
      const next = new Map(named);
      const key = word ?? `own-${name.toLowerCase()}`;
      if (name === '') next.delete(key);
      else next.set(key, { name, glyph });
      return did({ operationKind: 'nameCategory', object: name }, { named: next });
    },
    async markConversation({ conversation, muted, pinned }) {
      marks.set(conversation, { muted, pinned });
      changed.tell(null);
      return null;
    },
    async getOverview(scope, span) {
      return makeOverview(entries, scope, span);
    },
    async listSpending(scope, span, byCategory) {
      return makeSpending(words(), scope, span, byCategory);
    },
    async listCharges() {
      return makeCharges(entries);
    },
    async getFees(scope, year) {
      return makeFees(entries, scope, year, settings.now.lang ?? 'fr');
    },
    async getCoverage(account) {
      const all = makeAccounts(entries).map((account) => makeCoverage(account, isGapAccepted));
      return all.filter((one) => account === null || one.account === account);
    },
    async chooseFiles() {
      return ['/home/lea/releve_2026-10.ofx'];
    },
    async receiptInbox(limit) {
      return makeInbox(entries, shelf, limit);
    },
    async linkReceipt(receipt, entry) {
      shelf.linked.set(receipt, entry);
      return 40;
    },
    async unlinkReceipt(receipt, entry) {
      shelf.linked.delete(receipt);
      shelf.refused.add(`${receipt}-${entry}`);
      return 41;
    },
    async joinImport() {
      return [43];
    },
    async markArrived(receipt) {
      shelf.arrived.add(receipt);
      return 42;
    },
    async markAbsent(receipt) {
      shelf.absent.add(receipt);
      return 44;
    },
    async lockedOriginals(_receipt, passwords) {
      return parameters.has('protected') && !passwords.includes('pomme') ? ['Facture FA-2026-118.pdf'] : [];
    },
    async saveReceipt() {
      return [];
    },
    async pairRefund(id, other) {
      saidOfRefunds.set(`${id}-${other}`, true);
      return did({ operationKind: 'pairRefund', entry: id }, {});
    },
    async partRefund(id, other) {
      saidOfRefunds.set(`${id}-${other}`, false);
      return did({ operationKind: 'partRefund', entry: id }, {});
    },
    async answerAlert(kind, entry, answer) {
      saidOfAlerts.set(`${kind}-${entry}`, answer);
      return did({ operationKind: 'answerAlert', entry }, {});
    },
    async openOriginal(request) {
      return makeOriginal(request, forgotten.has(request.sha256));
    },
    async getThumbnail(sha256) {
      const { shown } = makeOriginal({ sha256, page: 0, line: null, password: null }, false);
      return shown?.kind === 'picture' ? shown.png : null;
    },
    async forgetOriginal(sha256) {
      forgotten.add(sha256);
      changed.tell(null);
      return null;
    },
    onChanged: changed.add,
    onProgress: progress.add,
    onDoor: doors.add,
    onOpenConversation: opened.add,
    onImportFiles: (listener) => importAsked.add(() => listener()),
    onDrag: drags.add,
  };
}
