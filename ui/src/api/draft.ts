/** Rows and parts that the core does not send yet, in the shapes that the window draws them from. Same rules as the wire:
 * money as decimal strings, calendar days, ids as numbers. */
import type { EntryItem } from './generated/EntryItem';
import type { MoneyDto } from './generated/MoneyDto';
import type { MonthTotal } from './generated/MonthTotal';

/** What an entry may carry beyond its statement. */
export type EntryExtras = {
  /** An alert about this entry waits for an answer. */
  isToCheck: boolean;
};

export type AlertItem = {
  id: number;
  date: string;
  /** `twin`: equal debits minutes apart. */
  alertKind: 'twin';
  name: string;
  money: MoneyDto;
  times: [string, string];
  minutes: number;
  /** Entries of this conversation, among which the like was never seen. */
  among: number;
  entry: number;
  /** `open mine unusual`. */
  answer: string;
};

export type QuestionItem = { id: number; date: string; text: string };

export type AnswerItem = {
  id: number;
  date: string;
  figure: MoneyDto;
  name: string;
  from: string;
  until: string;
  /** Against the month before. */
  change: MoneyDto | null;
  months: MonthTotal[];
  /** The month that the figure is of. */
  month: string;
  rows: EntryItem[];
  isProved: boolean;
};

/** What one day of a conversation sums to. */
export type DayTotal = { day: string; money: MoneyDto; count: number };

export type HeaderExtras = { days: DayTotal[] };

/** Commands that the core does not have yet: where they are absent, what needs them is not shown. */
export interface DraftApi {
  /** `mine` or `unusual`. */
  answerAlert(id: number, answer: string): Promise<null>;
}

export type DraftItem =
  ({ kind: 'alert' } & AlertItem) | ({ kind: 'question' } & QuestionItem) | ({ kind: 'answer' } & AnswerItem);
