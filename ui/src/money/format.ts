/** Money for people. Amounts stay decimal strings from end to end: no float ever holds one. */
import type { Lang } from '../api/generated/Lang';
import type { MoneyDto } from '../api/generated/MoneyDto';
import { numberFormat } from '../text/intl';

export type MoneyStyle = {
  lang: Lang;
  /** Digits become `•••`, whatever the amount. */
  hidden?: boolean;
  /** A plus sign before money in. */
  plus?: boolean;
};

const MINUS = '\u2212';
const NBSP = '\u00a0';
const MASK = '•••';

type Decimal = { negative: boolean; integer: string; fraction: string };

/** Splits `"-1204.10"`; anything that is no plain decimal is refused. */
function readDecimal(amount: string): Decimal | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) return null;
  const [, sign = '', integer = '0', fraction = ''] = match;
  return { negative: sign === '-' && /[1-9]/.test(integer + fraction), integer, fraction };
}

/** Intl groups French thousands with U+202F, which the bundled fonts lack. */
function groupSign(text: string): string {
  return text.replaceAll('\u202f', NBSP);
}

function digits({ integer, fraction }: Decimal, lang: Lang): string {
  const grouped = groupSign(numberFormat(lang).format(BigInt(integer)));
  if (fraction === '') return grouped;
  return grouped + (lang === 'fr' ? ',' : '.') + fraction;
}

function symbol(currency: string, lang: Lang): string {
  try {
    const parts = numberFormat(lang, { style: 'currency', currency }).formatToParts(0);
    return groupSign(parts.find((part) => part.type === 'currency')?.value ?? currency);
  } catch {
    return currency;
  }
}

function join(sign: string, figure: string, currency: string, lang: Lang): string {
  const mark = symbol(currency, lang);
  if (lang === 'fr') return `${sign}${figure}${NBSP}${mark}`;
  return `${sign}${mark}${/[A-Za-z]$/.test(mark) ? NBSP : ''}${figure}`;
}

/** `−1 204,10 €`, `−€1,204.10`; `••• €` when hidden, whatever the sign. */
export function formatMoney(money: MoneyDto, { lang, hidden = false, plus = false }: MoneyStyle): string {
  if (hidden) return join('', MASK, money.currency, lang);
  const decimal = readDecimal(money.amount);
  if (!decimal) return money.amount;
  const isZero = !/[1-9]/.test(decimal.integer + decimal.fraction);
  const sign = decimal.negative ? MINUS : plus && !isZero ? '+' : '';
  return join(sign, digits(decimal, lang), money.currency, lang);
}

/** As a screen reader should say it: `24 euros 99`, `montant masqué`. */
export function spokenMoney(money: MoneyDto, { lang, hidden = false }: MoneyStyle): string {
  if (hidden) return lang === 'fr' ? 'montant masqué' : 'amount hidden';
  const decimal = readDecimal(money.amount);
  if (!decimal) return money.amount;
  const sign = decimal.negative ? (lang === 'fr' ? 'moins ' : 'minus ') : '';
  const whole = digits({ ...decimal, fraction: '' }, lang);
  const cents = /[1-9]/.test(decimal.fraction) ? ` ${decimal.fraction}` : '';
  return `${sign}${whole} ${currencyName(money.currency, decimal.integer, lang)}${cents}`;
}

function currencyName(currency: string, integer: string, lang: Lang): string {
  try {
    // Without decimals, so that one euro is singular in English too.
    const whole = { minimumFractionDigits: 0, maximumFractionDigits: 0 };
    const style = { style: 'currency', currency, currencyDisplay: 'name', ...whole } as const;
    const format = numberFormat(lang, style);
    return format.formatToParts(BigInt(integer)).find((part) => part.type === 'currency')?.value ?? currency;
  } catch {
    return currency;
  }
}

/** A whole number, grouped. */
export function formatCount(count: number, lang: Lang): string {
  return groupSign(numberFormat(lang).format(count));
}

const SIZES = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size, in the largest unit that leaves a figure before the comma; the least one is told as a tenth of the smallest. */
export function formatSize(bytes: number, lang: Lang): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), SIZES.length);
  const size = Math.max(bytes / 1000 ** power, 0.1);
  const digits = size < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: SIZES[power - 1] ?? 'gigabyte',
    maximumFractionDigits: digits,
  });
  return groupSign(format.format(size));
}

/** Account endings and card digits vanish with the amounts. */
export function formatEnding(ending: string, hidden: boolean): string {
  return `…${hidden ? MASK : ending}`;
}

/** A bank's own text, in which card and account numbers and sums are hidden with the amounts. */
export function formatRaw(text: string, hidden: boolean): string {
  return hidden
    ? text.replace(/\d[\d\s.,]*\d(?=\D|$)/g, (run) => (run.replace(/\D/g, '').length > 2 ? MASK : run))
    : text;
}

/** What somebody typed, in which any number may be a sum: each is hidden, however short. */
export function formatTyped(text: string, hidden: boolean): string {
  return hidden ? text.replace(/\d(?:[\d\s.,]*\d)?/g, MASK) : text;
}

export function isOut(money: MoneyDto): boolean {
  return money.amount.startsWith('-');
}

export function withoutSign(money: MoneyDto): MoneyDto {
  return { ...money, amount: money.amount.replace(/^-/, '') };
}

/** What chooses the plural of a word beside figures: French has the singular below two. Of hidden ones it tells nothing. */
export function pluralBeside(figures: MoneyDto[], hidden: boolean): number {
  const [first, ...others] = figures;
  const whole = first && readDecimal(first.amount)?.integer;
  return !hidden && others.length === 0 && (whole === '0' || whole === '1') ? 1 : 2;
}

/** For charts only: the height of a bar or point, never a figure. */
export function plotted(money: MoneyDto): number {
  return Number(money.amount);
}

/** Reads what a person types (`1 204,10`, `1,204.10`, `−12`) into a decimal string; `null` when it is no amount. */
export function readTyped(typed: string): string | null {
  const text = typed.replace(/[\s\u00a0\u202f€$£]/g, '').replace(/^[\u2212–]/, '-');
  const sign = text.startsWith('-') ? '-' : '';
  const body = text.replace(/^[-+]/, '');
  const last = Math.max(body.lastIndexOf(','), body.lastIndexOf('.'));
  if (last === -1) return /^\d+$/.test(body) ? sign + body : null;
  const head = body.slice(0, last);
  const tail = body.slice(last + 1);
  const mark = body[last] ?? '';
  const other = mark === ',' ? '.' : ',';
  const isGroupOnly = tail.length === 3 && !head.includes(other) && /^\d{1,3}([,.]\d{3})*$/.test(head);
  if (isGroupOnly) return sign + head.replaceAll(mark, '') + tail;
  const whole = head.replaceAll(other, '');
  return /^\d+$/.test(whole) && /^\d+$/.test(tail) ? `${sign}${whole}.${tail}` : null;
}

/** A decimal that is no amount: a quantity, a rate. */
export function formatNumber(decimal: string, lang: Lang): string {
  const read = readDecimal(decimal);
  return read ? (read.negative ? MINUS : '') + digits(read, lang) : decimal;
}
