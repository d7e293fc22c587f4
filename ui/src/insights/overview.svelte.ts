/** The overview as it is asked for and as it was answered. What was chosen stays while the window is open. */
import { api } from '../api';
import type { ChargeRow } from '../api/generated/ChargeRow';
import type { Fees } from '../api/generated/Fees';
import type { MonthSpan } from '../api/generated/MonthSpan';
import type { Overview } from '../api/generated/Overview';
import type { OverviewScope } from '../api/generated/OverviewScope';
import type { Spending } from '../api/generated/Spending';
import { ledger } from '../state/ledger.svelte';
import {
  firstToTell,
  isLacking,
  knownPart,
  scopeKey,
  scopeOf,
  stepped,
  twelveUntil,
  yearSpan,
  type Span,
} from './overview';
import { Part } from './part.svelte';

class OverviewView {
  /** As `scopeKey` writes it. */
  chosen = $state<string | null>(null);
  span = $state<Span>('twelve');
  isByCategory = $state(false);
  #year = $state<number | null>(null);
  #month = $state<string | null>(null);

  months = new Part<Overview>();
  spending = new Part<Spending>();
  charges = new Part<ChargeRow[]>();
  fees = new Part<Fees>();
  /** Of the parts, the first that could not be read. */
  fault = $derived.by(() => {
    const parts = [this.months, this.spending, this.charges, this.fees];
    return parts.map(({ fault }) => fault).find((fault) => fault !== null) ?? null;
  });
  /** The twelve months that are shown where nothing else is asked for. */
  #recent = $state.raw<MonthSpan | null>(null);
  #known = $state.raw<MonthSpan | null>(null);

  scope = $derived(scopeOf(ledger.list.accounts, this.chosen));
  year = $derived(this.#year ?? Number(this.#known?.until.slice(0, 4) ?? new Date().getFullYear()));
  /** The month that is read out; of the span of one month, the one that everything is about. */
  month = $derived.by(() => {
    const months = this.months.value?.months ?? [];
    // What was chosen stays while its months are on their way.
    const isShown = months.length === 0 || months.some(({ month }) => month === this.#month);
    return isShown ? this.#month : firstToTell(months);
  });
  /** Which months the chart shows; `null` leaves it to the core. */
  charted = $derived.by((): MonthSpan | null => {
    if (this.span === 'year') return yearSpan(this.year);
    const month = this.#month;
    if (this.span === 'twelve' || month === null || !this.#recent) return null;
    return month < this.#recent.from ? twelveUntil(month) : null;
  });
  /** Which months the lists are about. */
  listed = $derived.by((): MonthSpan | null => {
    if (this.span === 'month') return this.month === null ? null : { from: this.month, until: this.month };
    const span = this.span === 'year' ? yearSpan(this.year) : this.#recent;
    return span && knownPart(span, this.#known);
  });
  canGoBack = $derived(this.#reaches(-1));
  canGoOn = $derived(this.#reaches(1));

  /** Whether days of these months are missing: a sum over them says so. */
  lacks({ from, until }: MonthSpan): boolean {
    const months = this.months.value?.months ?? [];
    return months.some(({ month, state }) => from <= month && month <= until && isLacking(state));
  }

  choose(month: string): void {
    this.#month = month;
  }

  /** Shows the span before or after. */
  step(by: 1 | -1): void {
    if (this.span === 'year') {
      this.#year = this.year + by;
      this.#month = null;
    } else if (this.month !== null) {
      this.#month = stepped(this.month, by);
    }
  }

  #reaches(by: 1 | -1): boolean {
    const known = this.#known;
    if (!known) return false;
    const next =
      this.span === 'year' ? String(this.year + by) : this.month === null ? '' : stepped(this.month, by);
    if (next === '') return false;
    const length = next.length;
    return by === 1 ? next <= known.until.slice(0, length) : next >= known.from.slice(0, length);
  }

  async readMonths(scope: OverviewScope, span: MonthSpan | null): Promise<void> {
    const about = `${scopeKey(scope)} ${span?.from} ${span?.until}`;
    const overview = await this.months.read(about, () => api.getOverview(scope, span));
    if (!overview) return;
    const [first] = overview.months;
    const last = overview.months.at(-1);
    this.#known = overview.known;
    if (span === null) this.#recent = first && last ? { from: first.month, until: last.month } : null;
  }

  async readSpending(scope: OverviewScope, span: MonthSpan, byCategory: boolean): Promise<void> {
    const about = `${scopeKey(scope)} ${span.from} ${span.until} ${byCategory}`;
    await this.spending.read(about, () => api.listSpending(scope, span, byCategory));
  }

  async readCharges(): Promise<void> {
    await this.charges.read('all', () => api.listCharges());
  }

  async readFees(scope: OverviewScope, year: number | null): Promise<void> {
    await this.fees.read(`${scopeKey(scope)} ${year}`, () => api.getFees(scope, year));
  }

  /** Nothing of a locked ledger stays in memory. */
  forget(): void {
    for (const part of [this.months, this.spending, this.charges, this.fees]) part.forget();
    this.chosen = null;
    this.span = 'twelve';
    this.isByCategory = false;
    this.#year = null;
    this.#month = null;
    this.#recent = null;
    this.#known = null;
  }
}

export const overview = new OverviewView();
