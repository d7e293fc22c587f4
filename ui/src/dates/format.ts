/** Calendar days for people. Days are `YYYY-MM-DD` and never become instants of a time zone. */
import type { Lang } from '../api/generated/Lang';
import { dateFormat, localeOf, relativeFormat } from '../text/intl';

const DAY_MS = 86_400_000;

function atNoon(day: string): Date {
  return new Date(`${day.slice(0, 10)}T12:00:00Z`);
}

function write(day: string, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  const text = dateFormat(lang, { ...options, timeZone: 'UTC' }).format(atNoon(day));
  const said = lang === 'fr' ? text.replace(/(^|\s)1(\s\p{L})/u, '$11er$2') : text.replace(',', '');
  return options.weekday === 'long' ? unbroken(said, 1) : unbroken(said);
}

/** A date stays on one line, so that no `déc.` stands alone; a weekday in full may end the line before. */
function unbroken(text: string, from = 0): string {
  return text.split(' ').reduce((before, word, index) => `${before}${index <= from ? ' ' : '\u00a0'}${word}`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** This computer's calendar day. */
export function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Days from one day to another, negative when going back. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / DAY_MS);
}

export function addDays(day: string, days: number): string {
  return new Date(atNoon(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekday(day: string): number {
  return (atNoon(day).getUTCDay() + 6) % 7;
}

function isSameYear(day: string, other: string): boolean {
  return day.slice(0, 4) === other.slice(0, 4);
}

/** `Mercredi 28 octobre`, with the year when it is not this one. */
export function dayLong(day: string, lang: Lang, now: string): string {
  const year = isSameYear(day, now) ? undefined : 'numeric';
  return sentence(write(day, lang, { weekday: 'long', day: 'numeric', month: 'long', year }));
}

/** `31 oct.`, with the year when it is not this one. */
export function dayShort(day: string, lang: Lang, now: string): string {
  const year = isSameYear(day, now) ? undefined : 'numeric';
  return write(day, lang, { day: 'numeric', month: 'short', year });
}

/** The first day of a range, without what its last day says too: `1er` of `1er` to `14 mai`, `30 oct.` of `30 oct.` to `7 nov.`. */
export function dayBefore(day: string, lang: Lang, until: string): string {
  const text = dayShort(day, lang, until);
  return day.slice(0, 7) === until.slice(0, 7) ? (text.split(/\s/u)[0] ?? text) : text;
}

/** `31 oct. 2026`. */
export function dayFull(day: string, lang: Lang): string {
  return write(day, lang, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `31/10/2026`, to be typed over; the day comes first in both languages. */
export function dayTyped(day: string, lang: Lang): string {
  return write(day, lang, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** Reads what a person types (`31/10/2026`, `1.4.26`, `2026-10-31`) into a day; `null` when it is none. */
export function readTypedDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})$/.exec(text);
  const dayFirst = /^(?<date>\d{1,2})[/.\s-](?<month>\d{1,2})[/.\s-](?<year>\d{4}|\d{2})$/.exec(text);
  const { year = '', month = '', date = '' } = (iso ?? dayFirst)?.groups ?? {};
  const day = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  // What is no day of the calendar becomes another one, or none.
  const isDay = !Number.isNaN(atNoon(day).getTime()) && addDays(day, 0) === day;
  return isDay ? day : null;
}

/** `octobre` or `octobre 2025`. */
export function monthLong(month: string, lang: Lang, now: string): string {
  const year = isSameYear(month, now) ? undefined : 'numeric';
  return write(`${month.slice(0, 7)}-15`, lang, { month: 'long', year });
}

/** For a day marker: `Aujourd’hui`, `Hier`, else the day in full. */
export function dayMarker(day: string, lang: Lang, now: string): string {
  const age = daysBetween(day, now);
  if (age !== 0 && age !== 1) return dayLong(day, lang, now);
  const near = relativeFormat(lang, { numeric: 'auto' }).format(-age, 'day');
  return sentence(near.replace("'", '’'));
}

/** Inside a sentence: `jeudi 5 novembre`; the month of `until` is not said twice. */
export function dayInSentence(day: string, lang: Lang, now: string, until?: string): string {
  const isSaid = until?.slice(0, 7) === day.slice(0, 7);
  if (isSaid) return write(day, lang, { weekday: 'long', day: 'numeric' });
  const year = isSameYear(day, now) ? undefined : 'numeric';
  return write(day, lang, { weekday: 'long', day: 'numeric', month: 'long', year });
}

/** A day to come, near: `aujourd’hui`, `demain`, a weekday within the week; `null` beyond, and for a day that is over. */
export function dayNear(day: string, lang: Lang, now: string): string | null {
  const ahead = daysBetween(now, day);
  if (ahead < 0 || ahead > 6) return null;
  if (ahead > 1) return write(day, lang, { weekday: 'long' });
  return relativeFormat(lang, { numeric: 'auto' }).format(ahead, 'day').replace("'", '’');
}

/** `jeu. 5 nov.`; the month of `until` is not said twice. */
export function dayInWeek(day: string, lang: Lang, until?: string): string {
  const isSaid = until?.slice(0, 7) === day.slice(0, 7);
  return write(day, lang, { weekday: 'short', day: 'numeric', month: isSaid ? undefined : 'short' });
}

/** `mars 2026`. */
export function monthFull(month: string, lang: Lang): string {
  return write(`${month.slice(0, 7)}-15`, lang, { month: 'long', year: 'numeric' });
}

/** `oct. 2026`. */
export function monthYear(month: string, lang: Lang): string {
  return write(`${month.slice(0, 7)}-15`, lang, { month: 'short', year: 'numeric' });
}

/** `lundi`, of 0 for Monday. */
export function weekdayLong(weekday: number, lang: Lang): string {
  return write(addDays('2024-01-01', weekday), lang, { weekday: 'long' });
}

/** `M`. */
export function monthLetter(month: string, lang: Lang): string {
  return write(`${month.slice(0, 7)}-15`, lang, { month: 'narrow' });
}

/** `oct.`. */
export function monthShort(month: string, lang: Lang): string {
  return write(`${month.slice(0, 7)}-15`, lang, { month: 'short' });
}

/** For a list: a weekday within the week, day and month within the year, else day, month and year. */
export function dayInList(day: string, lang: Lang, now: string): string {
  const age = daysBetween(day, now);
  if (age >= 0 && age < 2) return relativeFormat(lang, { numeric: 'auto' }).format(-age, 'day');
  if (age > 0 && age < 7) return write(day, lang, { weekday: 'short' });
  const year = isSameYear(day, now) ? undefined : '2-digit';
  return write(day, lang, { day: '2-digit', month: '2-digit', year });
}

/** An instant (ISO 8601, UTC) on this computer's clock: `2 nov. 2026, 09:12`. */
export function instant(at: string, lang: Lang): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  return `${dayFull(today(when), lang)}, ${clock(when, lang)}`;
}

/** The time of day on this computer's clock: `09:12`. */
export function clock(when: Date, lang: Lang): string {
  // Made anew: the computer may have come into another time zone.
  return new Intl.DateTimeFormat(localeOf(lang), { hour: '2-digit', minute: '2-digit' }).format(when);
}
