/** How things are shown: language, theme, text size, hidden amounts. Everything that formats for people passes here. */
import type { Lang } from '../api/generated/Lang';
import type { MoneyDto } from '../api/generated/MoneyDto';
import type { Settings } from '../api/generated/Settings';
import * as dates from '../dates/format';
import * as money from '../money/format';
import { has, text, type TextArguments } from '../text/catalogue';
import { unshouted } from '../text/unshouted';

const DEFAULTS: Settings = {
  lang: null,
  theme: 'system',
  textSize: 100,
  density: 'roomy',
  hideAmounts: false,
  trayAmounts: false,
  notifications: 'discreet',
  lockAfterMinutes: 10,
  watermark: true,
  watched: [],
};

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

class View {
  settings = $state.raw<Settings>(DEFAULTS);
  /** This computer's calendar day; moves on at midnight. */
  today = $state(dates.today());
  #systemDark = $state(systemDark.matches);

  /** Until the core says which it is: engines ask the system for less than the core does. */
  systemLang = $state<Lang>(navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en');
  lang = $derived<Lang>(this.settings.lang ?? this.systemLang);
  hidden = $derived(this.settings.hideAmounts);
  isDark = $derived(this.settings.theme === 'dark' || (this.settings.theme === 'system' && this.#systemDark));

  constructor() {
    systemDark.addEventListener('change', (event) => (this.#systemDark = event.matches));
    setInterval(() => (this.today = dates.today()), 60_000);
  }
}

export const view = new View();

export function t(key: string, args?: TextArguments): string {
  return text(view.lang, key, args);
}

export function hasText(key: string): boolean {
  return has(view.lang, key);
}

/** A text about a number of things: `$count` chooses the plural, `$n` is the number as written. */
export function tn(key: string, count: number, args?: TextArguments): string {
  return t(key, { ...args, count, n: money.formatCount(count, view.lang) });
}

export const show = {
  money: (amount: MoneyDto) => money.formatMoney(amount, { lang: view.lang, hidden: view.hidden }),
  signed: (amount: MoneyDto) =>
    money.formatMoney(amount, { lang: view.lang, hidden: view.hidden, plus: true }),
  unsigned: (amount: MoneyDto) => show.money(money.withoutSign(amount)),
  spoken: (amount: MoneyDto) => money.spokenMoney(amount, { lang: view.lang, hidden: view.hidden }),
  ending: (digits: string) => money.formatEnding(digits, view.hidden),
  raw: (text: string) => money.formatRaw(text, view.hidden),
  /** The bank's words where they stand for the entry. */
  told: (text: string) => money.formatRaw(unshouted(text), view.hidden),
  typed: (text: string) => money.formatTyped(text, view.hidden),
  number: (decimal: string) => money.formatNumber(decimal, view.lang),
  count: (count: number) => money.formatCount(count, view.lang),
  size: (bytes: number) => money.formatSize(bytes, view.lang),
  /** For a badge, which has room for two figures. */
  countShort: (count: number) => (count > 99 ? '99+' : show.count(count)),
  dayLong: (day: string) => dates.dayLong(day, view.lang, view.today),
  dayMarker: (day: string) => dates.dayMarker(day, view.lang, view.today),
  dayShort: (day: string) => dates.dayShort(day, view.lang, view.today),
  /** The first day of a period, without the year that its last day says. */
  dayBefore: (day: string, until: string) => dates.dayBefore(day, view.lang, until),
  dayFull: (day: string) => dates.dayFull(day, view.lang),
  /** For a field; read back by `readTypedDay`. */
  dayTyped: (day: string) => dates.dayTyped(day, view.lang),
  dayInList: (day: string) => dates.dayInList(day, view.lang, view.today),
  monthLong: (month: string) => dates.monthLong(month, view.lang, view.today),
  dayLower: (day: string) => dates.dayInSentence(day, view.lang, view.today),
  dayBeforeLower: (day: string, until: string) => dates.dayInSentence(day, view.lang, view.today, until),
  dayNear: (day: string) => dates.dayNear(day, view.lang, view.today),
  dayInWeek: (day: string, until?: string) => dates.dayInWeek(day, view.lang, until),
  monthFull: (month: string) => dates.monthFull(month, view.lang),
  monthLetter: (month: string) => dates.monthLetter(month, view.lang),
  monthYear: (month: string) => dates.monthYear(month, view.lang),
  weekday: (weekday: number) => dates.weekdayLong(weekday, view.lang),
  monthShort: (month: string) => dates.monthShort(month, view.lang),
  clock: (when: Date) => dates.clock(when, view.lang),
  instant: (at: string) => dates.instant(at, view.lang),
};
