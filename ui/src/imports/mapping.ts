/** The mapping step, as plain values: which roles a column may have, and what is wrong with a choice of them. */
import type { AnswerDto } from '../api/generated/AnswerDto';
import type { FileReview } from '../api/generated/FileReview';
import type { MappingDto } from '../api/generated/MappingDto';

/** What a column may be, the usual first. */
export const ROLES = [
  'bookingDate',
  'transactionDate',
  'valueDate',
  'text',
  'counterparty',
  'amount',
  'debit',
  'credit',
  'indicator',
  'balance',
  'currency',
  'reference',
  'code',
  'fee',
  'account',
  'counterpartyAccount',
  'ignored',
  'time',
  'status',
  'originalAmount',
  'originalCurrency',
  'rate',
  'payer',
  'accountName',
  'bankId',
  'endToEndId',
  'mandateId',
  'balanceBefore',
  'partAmount',
  'other',
] as const;

/** Roles that a row has one of. */
const ONCE = new Set(['bookingDate', 'amount', 'debit', 'credit', 'indicator', 'balance']);

export const DELIMITERS = [';', ',', 'tab', '|', '~', '^'];

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'];

/** Questions that the mapping step is the place for. */
export const MAPPED = ['columns', 'dateOrder', 'decimalSign', 'sign'];

/** Whether a file asks about its columns or how they are written. */
export function asksForMapping(file: FileReview | undefined): boolean {
  return !!file?.mapping && file.questions.some(({ about }) => MAPPED.includes(about));
}

/** Columns that say a role which another column says too. */
export function twice(roles: string[]): Set<number> {
  const at = new Set<number>();
  roles.forEach((role, index) => {
    if (ONCE.has(role) && roles.some((other, position) => position !== index && other === role))
      at.add(index);
  });
  return at;
}

/** What every statement has and these roles lack. */
export function lacking(roles: string[]): 'date' | 'amount' | null {
  const has = (...wanted: string[]) => roles.some((role) => wanted.includes(role));
  if (!has('bookingDate', 'transactionDate', 'valueDate')) return 'date';
  return has('amount', 'debit', 'credit') ? null : 'amount';
}

export function columnsAnswer(roles: string[]): string {
  return roles.map((role, index) => `${role}:${index}`).join(',');
}

/** An answer that moves or renames columns takes the answer about them back: it was about other ones. */
export function structural(about: string, choice: string): AnswerDto[] {
  return [
    { about, choice },
    { about: 'columns', choice: '' },
  ];
}

/** Lines that may be the header: those before the rows and the first few of them. */
export function headerLines(mapping: MappingDto): number[] {
  return mapping.lines.slice(0, 14).map(({ line }) => line);
}

/** A role as texts are named by. */
export function roleKey(role: string): string {
  return `role-${role.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;
}
