/** Asking in the open conversation: what is being counted, and what an answer says to whoever listens. */
import { tick } from 'svelte';

import { api, asApiError } from '../api';
import type { AnswerItem } from '../api/generated/AnswerItem';
import type { ApiError } from '../api/generated/ApiError';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { HistoryRow } from '../api/generated/HistoryRow';
import { imports } from '../imports/imports.svelte';
import { isSameRef, ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { show, t } from '../state/view.svelte';
import { spokenAnswer } from './answer';

/** An answer that is there sooner needs no word before it. */
const PATIENCE_MS = 150;

function answerOf(question: number): AnswerItem | null {
  const items = ledger.timeline?.items ?? [];
  const answer = items.find((item) => item.kind === 'answer' && item.question === question);
  return answer?.kind === 'answer' ? answer : null;
}

class Asking {
  /** The question whose answer takes its time. */
  pending = $state<string | null>(null);
  /** The question that was answered last. */
  #answered = $state<number | null>(null);
  /** Its answer, as a screen reader says it: as long as it is shown, and hidden with it. */
  readonly said = $derived.by(() => {
    const answer = this.#answered === null ? null : answerOf(this.#answered);
    return answer ? spokenAnswer(answer, show.spoken, show.typed) : '';
  });

  /** Nothing of a locked ledger stays in memory. */
  forget(): void {
    this.pending = null;
    this.#answered = null;
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
    const timer = setTimeout(() => (this.pending = text), PATIENCE_MS);
    try {
      await run();
      return null;
    } catch (thrown) {
      return asApiError(thrown);
    } finally {
      clearTimeout(timer);
      this.pending = null;
    }
  }

  async #answer(conversation: ConversationRef, question: number): Promise<void> {
    await ledger.refresh();
    if (!isSameRef(ledger.current, conversation)) return;
    if (answerOf(question) === null) return;
    this.#answered = question;
    await tick();
    // The focus stays where it was asked from.
    document.querySelector(`[data-key="answer-${question}"]`)?.scrollIntoView({ block: 'nearest' });
  }
}

export const asking = new Asking();
