/** What the canned household's ledger holds now, what was said of it, and who is told when that changes. */
import type { EntryItem, Stop } from './contract';
import type { SaidOfAlerts } from './fakeInsights';
import { makeEntries } from './fakeLedger';
import type { Asked } from './fakeQuestion';
import type { SaidOfRefunds } from './fakeRefunds';
import { categoryIn, firstNotes, Log, Marks, type Words } from './fakeWords';
import type { ApiError } from './generated/ApiError';
import type { ConversationRef } from './generated/ConversationRef';
import type { Density } from './generated/Density';
import type { ErrorCode } from './generated/ErrorCode';
import type { HistoryRow } from './generated/HistoryRow';
import type { Lang } from './generated/Lang';
import type { Progress } from './generated/Progress';
import type { Settings } from './generated/Settings';
import type { Theme } from './generated/Theme';

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function fault(code: ErrorCode, message: string, at: string | null = null): ApiError {
  return { code, message, at };
}

export function listeners<T>() {
  const all = new Set<(payload: T) => void>();
  return {
    add: (listener: (payload: T) => void): Stop => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: (payload: T) => all.forEach((listener) => listener(payload)),
  };
}

/** Which entries a conversation holds. */
export const has = (conversation: ConversationRef) => (entry: EntryItem) =>
  conversation.kind === 'account'
    ? entry.account === conversation.id
    : entry.counterparty === conversation.id && !entry.transfer;

export class Household {
  entries: EntryItem[];
  notes = firstNotes();
  said = new Map<number, string>();
  named = new Map<string, { name: string; glyph: string | null }>();
  isGapAccepted = false;
  questions: Asked[] = [];
  settings: Settings;
  readonly log = new Log();
  readonly marks = new Marks();
  /** What was said of receipts. */
  readonly shelf = {
    linked: new Map<number, number>(),
    refused: new Set<string>(),
    arrived: new Set<number>(),
    absent: new Set<number>(),
  };
  /** Paths of files, those that were read last and those that were imported. */
  read: string[] = [];
  readonly imported = new Set<string>();
  readonly saidOfRefunds: SaidOfRefunds = new Map();
  readonly saidOfAlerts: SaidOfAlerts = new Map();
  readonly changed = listeners<number | null>();
  readonly progress = listeners<Progress>();
  readonly parameters: URLSearchParams;

  constructor(parameters: URLSearchParams) {
    this.parameters = parameters;
    this.entries = parameters.has('empty') ? [] : makeEntries();
    this.settings = {
      lang: (parameters.get('lang') as Lang | null) ?? 'fr',
      theme: (parameters.get('theme') as Theme | null) ?? 'light',
      textSize: Number(parameters.get('text') ?? 100),
      density: (parameters.get('density') as Density | null) ?? 'roomy',
      hideAmounts: parameters.has('hide'),
      trayAmounts: false,
      notifications: 'discreet',
      lockAfterMinutes: 10,
      watermark: true,
      watched: [],
    };
  }

  get lang(): Lang {
    return this.settings.lang ?? 'fr';
  }

  get words(): Words {
    const { entries, notes, said, named, isGapAccepted, questions } = this;
    return { entries, notes, said, named, isGapAccepted, questions };
  }

  become(next: Partial<Words>): void {
    Object.assign(this, next);
  }

  /** Changes what the user said, and logs it. */
  did(part: Partial<HistoryRow>, next: Partial<Words>): HistoryRow {
    const before = this.words;
    this.become(next);
    const row = this.log.add(part, before, this.words);
    this.changed.tell(row.operation);
    return row;
  }

  /** The entries with one of them changed. */
  with1(id: number, change: (entry: EntryItem) => Partial<EntryItem>): EntryItem[] {
    return this.entries.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry));
  }

  withCategory(entry: EntryItem): EntryItem {
    return { ...entry, category: categoryIn(this.words, entry.counterparty)?.word ?? null };
  }
}
