/** The user's own words in the canned ledger: notes, categories, marks, and the log of what was done to them. */
import type { EntryItem } from './contract';
import type { Asked } from './fakeQuestion';
import type { CategoryChoice } from './generated/CategoryChoice';
import type { CategoryOf } from './generated/CategoryOf';
import type { ConversationRef } from './generated/ConversationRef';
import type { HistoryRow } from './generated/HistoryRow';
import type { Lang } from './generated/Lang';
import type { NoteItem } from './generated/NoteItem';

type Kept = NoteItem & { with: ConversationRef };

type Mark = { muted: boolean; pinned: boolean };

/** All that the user may change. */
export type Words = {
  entries: EntryItem[];
  notes: Kept[];
  said: Map<number, string>;
  named: Map<string, { name: string; glyph: string | null }>;
  isGapAccepted: boolean;
  questions: Asked[];
};

const NAMES: Record<string, [string, string]> = {
  groceries: ['Courses', 'Groceries'],
  dining: ['Restaurants et boulangeries', 'Eating out'],
  shopping: ['Achats', 'Shopping'],
  home: ['Logement', 'Home'],
  energy: ['Énergie et eau', 'Energy and water'],
  telecom: ['Téléphone et internet', 'Phone and internet'],
  transport: ['Transports', 'Transport'],
  travel: ['Voyages', 'Travel'],
  health: ['Santé', 'Health'],
  leisure: ['Loisirs', 'Leisure'],
  education: ['Études et garde', 'Education'],
  insurance: ['Assurances', 'Insurance'],
  taxes: ['Impôts', 'Taxes'],
  banking: ['Banque et crédits', 'Bank and loans'],
  income: ['Revenus', 'Income'],
  giving: ['Dons', 'Giving'],
  cash: ['Espèces', 'Cash'],
  other: ['Autre', 'Other'],
};

const GUESSED: Record<number, string> = {
  2: 'groceries',
  3: 'telecom',
  4: 'energy',
  5: 'dining',
  6: 'transport',
  7: 'health',
  8: 'income',
  10: 'banking',
  11: 'leisure',
  12: 'travel',
  14: 'home',
  15: 'education',
};

export function categoryIn({ said }: Words, counterparty: number): CategoryOf | null {
  const own = said.get(counterparty);
  if (own) return { word: own, byUser: true };
  const guess = GUESSED[counterparty];
  return guess ? { word: guess, byUser: false } : null;
}

export function categoriesIn({ named }: Words, lang: Lang): CategoryChoice[] {
  const ours = Object.entries(NAMES).map(([word, [fr, en]]) => {
    const own = named.get(word);
    return { word, name: own?.name ?? (lang === 'fr' ? fr : en), named: !!own, glyph: own?.glyph ?? null };
  });
  const own = [...named].filter(([word]) => !(word in NAMES));
  return [...ours, ...own.map(([word, { name, glyph }]) => ({ word, name, named: true, glyph }))];
}

export function firstNotes(): Kept[] {
  const volt = { kind: 'counterparty', id: 1 } as const;
  const note = { tags: [], reminder: false, done: false };
  return [
    {
      ...note,
      with: volt,
      id: 1,
      date: '2026-09-08',
      text: 'Couvercle qui ferme mal, renvoyée le 10.',
      typed: 'Couvercle qui ferme mal, renvoyée le 10.',
    },
    {
      ...note,
      with: volt,
      id: 3,
      date: '2026-10-20',
      text: 'Laver le filtre tous les deux mois',
      typed: 'Laver le filtre tous les deux mois',
    },
    {
      ...note,
      with: { kind: 'counterparty', id: 2 },
      id: 2,
      date: '2026-11-12',
      reminder: true,
      text: 'Rendre les bouteilles consignées',
      typed: '/rappel 2026-11-12 Rendre les bouteilles consignées',
    },
  ];
}

/** Conversations as the user wants them listed. */
export class Marks {
  #all = new Map<string, Mark>();

  of({ kind, id }: ConversationRef): Mark {
    return this.#all.get(`${kind}-${id}`) ?? { muted: false, pinned: false };
  }

  set({ kind, id }: ConversationRef, mark: Mark): void {
    this.#all.set(`${kind}-${id}`, mark);
  }
}

/** Every change keeps what was before it: undo puts that back, redo what came after. */
export class Log {
  rows: HistoryRow[] = [];
  #states = new Map<number, { before: Words; after: Words }>();
  #next = 30;

  add(part: Partial<HistoryRow>, before: Words, after: Words): HistoryRow {
    const operation = this.#next++;
    const row: HistoryRow = {
      operation,
      operationKind: 'note',
      at: '2026-11-04T09:00:00Z',
      undone: false,
      file: null,
      format: null,
      accounts: [],
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
      ...part,
    };
    this.rows = [row, ...this.rows];
    this.#states.set(operation, { before, after });
    return row;
  }

  /** The state to go on with; `null` for an operation that is none of these. */
  turn(operation: number, undone: boolean): { words: Words; row: HistoryRow } | null {
    const states = this.#states.get(operation);
    if (!states) return null;
    this.rows = this.rows.map((row) => (row.operation === operation ? { ...row, undone } : row));
    const row = this.rows.find((each) => each.operation === operation);
    return row ? { words: undone ? states.before : states.after, row } : null;
  }
}
