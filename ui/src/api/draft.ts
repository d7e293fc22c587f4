/** Rows and parts that the core does not send yet, in the shapes that the window draws them from. Same rules as the wire:
 * money as decimal strings, calendar days, ids as numbers. */
import type { EntryItem } from './generated/EntryItem';
import type { MoneyDto } from './generated/MoneyDto';
import type { MonthTotal } from './generated/MonthTotal';

/** A line of a receipt. */
export type ReceiptLine = { text: string; quantity: string | null; money: MoneyDto | null };

/** A receipt as attached to its entry, or waiting for it. */
export type ReceiptBlock = {
  /** The document's file name. */
  file: string;
  pages: number | null;
  /** `read reading unreadable`. */
  state: string;
  lines: ReceiptLine[];
  total: MoneyDto | null;
  /** Tax, with the rate as the receipt writes it (`20`). */
  tax: { rate: string; money: MoneyDto } | null;
  /** total − debit, when they differ. */
  difference: MoneyDto | null;
};

/** What an entry may carry beyond its statement. */
export type EntryExtras = {
  receipt: ReceiptBlock | null;
  /** The entry that a refund gives back. */
  refundOf: { entry: number; date: string } | null;
  /** The refund of this purchase was found. */
  isRefunded: boolean;
  /** Money between own accounts: the other account and its entry there. */
  transfer: { account: number; entry: number | null } | null;
  /** An alert about this entry waits for an answer. */
  isToCheck: boolean;
};

/** A receipt or an order whose bank line is not there yet. */
export type WaitingItem = {
  id: number;
  date: string;
  title: string;
  /** Order number, when known. */
  order: string | null;
  money: MoneyDto;
  receipt: ReceiptBlock | null;
};

export type DeliveryStep = {
  /** `ordered shipped onTheWay delivered`. */
  step: string;
  /** `done now toCome`. */
  state: string;
  from: string | null;
  /** The other end, when a range is promised. */
  until: string | null;
};

export type DeliveryItem = {
  id: number;
  date: string;
  /** What was promised. */
  from: string | null;
  until: string | null;
  delivered: string | null;
  isLate: boolean;
  steps: DeliveryStep[];
  /** The day of the e-mail or receipt that says so. */
  source: { kind: string; date: string };
};

export type NoteItem = { id: number; date: string; text: string };

/** Days that no statement covers. */
export type GapItem = {
  date: string;
  from: string;
  until: string;
  /** The balance before and the one after. */
  before: MoneyDto;
  after: MoneyDto;
  /** after − before: what is missing sums to it. */
  missing: MoneyDto;
  isAccepted: boolean;
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

export type ServiceItem = {
  id: number;
  date: string;
  /** `return guarantee priceRise`. */
  serviceKind: string;
  /** The last day of a return or guarantee. */
  until: string | null;
  /** The day it counts from. */
  since: string | null;
  before: MoneyDto | null;
  after: MoneyDto | null;
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

/** Days that no statement covers, both included. */
export type Span = { from: string; until: string };

export type HeaderExtras = { days: DayTotal[]; gaps: Span[] };

/** Commands that the core does not have yet: where they are absent, what needs them is not shown. */
export interface DraftApi {
  /** `mine` or `unusual`. */
  answerAlert(id: number, answer: string): Promise<null>;
  /** The gap that begins on this day will not be filled. */
  acceptGap(from: string): Promise<null>;
  dismissService(id: number): Promise<null>;
}

export type DraftItem =
  | ({ kind: 'waiting' } & WaitingItem)
  | ({ kind: 'delivery' } & DeliveryItem)
  | ({ kind: 'note' } & NoteItem)
  | ({ kind: 'gap' } & GapItem)
  | ({ kind: 'alert' } & AlertItem)
  | ({ kind: 'service' } & ServiceItem)
  | ({ kind: 'question' } & QuestionItem)
  | ({ kind: 'answer' } & AnswerItem);
