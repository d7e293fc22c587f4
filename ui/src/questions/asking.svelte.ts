/** Asking in the open conversation: what is being counted, and what an answer says to whoever listens. */
import { tick } from 'svelte';

import { api, asApiError } from '../api';
import type { AnswerItem } from '../api/generated/AnswerItem';
import type { TimelineItem } from '../api/contract';
import type { ApiError } from '../api/generated/ApiError';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { HistoryRow } from '../api/generated/HistoryRow';
import type { UncountedItem } from '../api/generated/UncountedItem';
import { imports } from '../imports/imports.svelte';
import { isSameRef, ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { show, t } from '../state/view.svelte';
import { spokenAnswer } from './answer';

/** An answer that is there sooner needs no word before it. */
const PATIENCE_MS = 150;

type Answered = Extract<TimelineItem, { kind: 'answer' | 'uncounted' }>;

function rowOf(question: number): Answered | null {
  const rows = (ledger.timeline?.items ?? []).filter(
    (item): item is Answered => item.kind === 'answer' || item.kind === 'uncounted',
  );
  return rows.find((row) => row.question === question) ?? null;
}

/** What was counted for a row of a page: as long as that row stands, for the next page is of another ledger. */
type Counted = { row: UncountedItem; answer: AnswerItem | null };

class Asking {
  #counted = $state.raw<ReadonlyMap<number, Counted>>(new Map());
  readonly #running = new WeakMap<UncountedItem, Promise<void>>();
  #last: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The question whose answer takes its time. */
  pending = $state<string | null>(null);
  /** The question that was answered last. */
  #answered = $state<number | null>(null);
  /** Its answer, as a screen reader says it: as long as it is shown, and hidden with it. */
  readonly said = $derived.by(() => {
    const answer = this.#answered === null ? null : this.#answerOf(this.#answered);
    return answer ? spokenAnswer(answer, show.spoken, show.typed) : '';
  });

  /** Nothing of a locked ledger stays in memory. */
  forget(): void {
    this.pending = null;
    this.#answered = null;
    this.#counted = new Map();
  }

  #answerOf(question: number): AnswerItem | null {
    const row = rowOf(question);
    return row?.kind === 'uncounted' ? this.counted(row) : row;
  }

  /** The answer of a row that its page did not wait for, once it is there. */
  counted(row: UncountedItem): AnswerItem | null {
    const known = this.#counted.get(row.question);
    return known?.row === row ? known.answer : null;
  }

  /** Whether it could not be counted. */
  hasFailed(row: UncountedItem): boolean {
    const known = this.#counted.get(row.question);
    return known?.row === row && known.answer === null;
  }

  /** Counts it, after those that were asked for before it: each may read the whole ledger. */
  count(row: UncountedItem): Promise<void> {
    const running = this.#running.get(row);
    if (running) return running;
    const count = this.#last.then(() => this.#count(row));
    this.#last = count;
    this.#running.set(row, count);
    return count;
  }

  async #count(row: UncountedItem): Promise<void> {
    // A later page says it anew.
    if (rowOf(row.question) !== row) return;
    this.#keep(row.question, null);
    try {
      this.#keep(row.question, { row, answer: await api.readAnswer(row.question) });
    } catch {
      this.#keep(row.question, { row, answer: null });
      this.#running.delete(row);
    }
  }

  #keep(question: number, counted: Counted | null): void {
    const next = new Map(this.#counted);
    if (counted) next.set(question, counted);
    else next.delete(question);
    this.#counted = next;
  }

  /** Asks; what went wrong, where something did. */
  async ask(conversation: ConversationRef, text: string, after: number | null): Promise<ApiError | null> {
    return this.#until(text, async () => {
      const { operation } = await api.askQuestion(conversation, text, after);
      imports.didQuietly(operation);
      await this.#answer(conversation, operation);
    });
  }

  /** Goes on from a question with another. */
  async goOn(text: string, after: number): Promise<void> {
    const conversation = ledger.current;
    if (conversation === null) return;
    const fault = await this.ask(conversation, text, after);
    if (fault) reportFault(fault);
  }

  /** Answers a question anew, as one of its other readings. */
  async choose(question: number, pick: string): Promise<void> {
    await this.#change(question, () => api.chooseReading(question, pick));
  }

  /** Takes a question away, and says the way back. */
  async drop(question: number): Promise<void> {
    try {
      const { operation } = await api.dropQuestion(question);
      imports.did(t('question-gone'), operation);
      await ledger.refresh();
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  async #change(question: number, run: () => Promise<HistoryRow>): Promise<void> {
    const conversation = ledger.current;
    try {
      const { operation } = await run();
      imports.didQuietly(operation);
      if (conversation) await this.#answer(conversation, question);
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  async #until(text: string, run: () => Promise<void>): Promise<ApiError | null> {
    this.#timer = setTimeout(() => (this.pending = text), PATIENCE_MS);
    try {
      await run();
      return null;
    } catch (thrown) {
      return asApiError(thrown);
    } finally {
      this.#isAsked();
    }
  }

  /** The question stands in its conversation, and its answer says of itself whether it is counted. */
  #isAsked(): void {
    clearTimeout(this.#timer);
    this.pending = null;
  }

  async #answer(conversation: ConversationRef, question: number): Promise<void> {
    await ledger.refresh();
    this.#isAsked();
    if (!isSameRef(ledger.current, conversation)) return;
    const row = rowOf(question);
    if (row === null) return;
    this.#answered = question;
    await tick();
    // The focus stays where it was asked from.
    const show = () =>
      document.querySelector(`[data-key="answer-${question}"]`)?.scrollIntoView({ block: 'nearest' });
    show();
    if (row.kind !== 'uncounted') return;
    await this.count(row);
    await tick();
    show();
  }
}

export const asking = new Asking();
