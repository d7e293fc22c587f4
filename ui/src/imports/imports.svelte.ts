/** From dropped files to rows in the ledger: reading, reviewing, committing, taking back. */
import { api, asApiError } from '../api';
import type { AnswerDto } from '../api/generated/AnswerDto';
import type { FileAnswers } from '../api/generated/FileAnswers';
import type { ImportDone } from '../api/generated/ImportDone';
import type { ImportReview } from '../api/generated/ImportReview';
import type { Progress } from '../api/generated/Progress';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';
import { t, tn } from '../state/view.svelte';
import { agreed, emptyAnswers, withAnswer, withAnswers, withLeftOut, withRows, withRowsOf } from './answers';
import { addedBy, isProved, knownOnly } from './counts';
import { afterDoing, afterRedoing, afterUndoing, NOTHING_DONE } from './undoable';

/** Work that takes longer than this shows how far it is. */
const SHOW_PROGRESS_MS = 300;

class Imports {
  review = $state.raw<ImportReview | null>(null);
  answers = $state.raw<FileAnswers[]>([]);
  /** The review before any answer: what the files by themselves say. */
  first: ImportReview | null = null;
  /** Work is under way and has been for longer than a blink. */
  isSlow = $state(false);
  isBusy = $state(false);
  progress = $state.raw<Progress | null>(null);
  /** How many imports were made while this window was open. */
  made = $state(0);
  #undoable = $state.raw(NOTHING_DONE);
  /** The entry that what is being imported was dropped on. */
  #joining: number | null = null;
  #planning: Promise<void> = Promise.resolve();

  /** Runs one command at a time, showing progress when it is slow; `null` when it failed or was cancelled. */
  async #run<T>(work: () => Promise<T>, retry?: () => void): Promise<T | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.progress = null;
    const timer = setTimeout(() => (this.isSlow = true), SHOW_PROGRESS_MS);
    try {
      return await work();
    } catch (thrown) {
      if (asApiError(thrown).code !== 'cancelled') reportFault(thrown, retry);
      return null;
    } finally {
      clearTimeout(timer);
      this.isSlow = false;
      this.isBusy = false;
      this.progress = null;
    }
  }

  /** `entry`: as for files that were dropped on it. */
  async choose(entry: number | null = null): Promise<void> {
    try {
      const paths = await api.chooseFiles();
      if (paths.length > 0) await this.start(paths, entry);
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  /** `entry`: what the files were dropped on, which paid for the receipts in them. A review on screen takes them in. */
  async start(paths: string[], entry: number | null = null): Promise<void> {
    if (this.#isRefused()) return;
    const beside = this.#beside(entry);
    await this.#preview(
      () => api.previewImport(paths, beside),
      () => void this.start(paths, entry),
    );
  }

  async startBytes(name: string, base64: string, entry: number | null = null): Promise<void> {
    if (this.#isRefused()) return;
    const beside = this.#beside(entry);
    await this.#preview(() => api.previewBytes(name, base64, beside));
  }

  /** The review that is on screen. Without one, what is dropped begins its own. */
  #beside(entry: number | null): number | null {
    if (!this.review) this.#joining = entry;
    return this.review?.review ?? null;
  }

  /** Files dropped while others are being read are not taken silently. */
  #isRefused(): boolean {
    if (this.isBusy) toasts.add({ tone: 'failed', text: t('import-busy'), action: null });
    return this.isBusy;
  }

  async #preview(read: () => Promise<ImportReview>, retry?: () => void): Promise<void> {
    const { review: before, first } = this;
    const review = await this.#run(read, retry);
    if (!review) return;
    if (before && first && review.review === before.review) {
      const known = before.files.length;
      this.answers = [...this.answers, ...emptyAnswers(review).slice(known)];
      this.first = { ...review, files: [...first.files, ...review.files.slice(known)] };
      this.review = review;
      return;
    }
    this.answers = emptyAnswers(review);
    this.first = review;
    if (review.inDoubt) this.review = review;
    else await this.#commit(review);
  }

  /** Answers one question and plans again. */
  answer(file: number, about: string, choice: string): Promise<void> {
    return this.#plan((answers) => withRowsOf(withAnswer(answers, file, about, choice), file, [about]));
  }

  /** Answers what belongs together and plans again, once. */
  answerAll(file: number, given: AnswerDto[]): Promise<void> {
    const about = given.map((answer) => answer.about);
    return this.#plan((answers) => withRowsOf(withAnswers(answers, file, given), file, about));
  }

  /** Takes rows or leaves them out. Nothing is planned anew: what is left out is told when the import is agreed to. */
  want(file: number, rows: number[], areWanted: boolean): void {
    this.answers = withRows(this.answers, file, rows, areWanted);
  }

  leaveOut(file: number, isLeftOut: boolean): Promise<void> {
    return this.#plan((answers) => withLeftOut(answers, file, isLeftOut));
  }

  /** One answer after the other: a second one given meanwhile waits its turn. */
  #plan(change: (answers: FileAnswers[]) => FileAnswers[]): Promise<void> {
    this.#planning = this.#planning.then(async () => {
      const { review, answers: before } = this;
      if (!review) return;
      this.answers = change(before);
      const planned = await this.#run(() => api.answerImport(review.review, this.answers));
      if (planned) this.review = planned;
      else this.answers = before;
    });
    return this.#planning;
  }

  async commit(): Promise<void> {
    if (this.review) await this.#commit(this.review);
  }

  async #commit(review: ImportReview): Promise<void> {
    const done = await this.#run(
      () => api.commitImport(review.review, agreed(review, this.answers)),
      () => void this.#commit(review),
    );
    if (!done) return;
    this.review = null;
    await this.tell(done, await this.#join(review, done));
    this.made += 1;
  }

  /** What was dropped on an entry joins it, also where it was in the ledger before. */
  async #join(review: ImportReview, done: ImportDone): Promise<number[]> {
    const entry = this.#joining;
    this.#joining = null;
    if (entry === null) return [];
    const brought = done.files.flatMap(({ operation, receipts }) =>
      operation && receipts > 0 ? [operation] : [],
    );
    const before = review.files.flatMap(({ already, receipts }) =>
      already && receipts > 0 ? [already.operation] : [],
    );
    const said: number[] = [];
    try {
      for (const operation of [...brought, ...before]) said.push(...(await api.joinImport(operation, entry)));
    } catch (thrown) {
      reportFault(thrown);
    }
    return said;
  }

  async loadSample(): Promise<void> {
    const done = await this.#run(
      () => api.loadSample(),
      () => void this.loadSample(),
    );
    if (done) await this.tell(done);
  }

  /** Says what an import did, and opens the account it spoke of. */
  async tell(done: ImportDone, joined: number[] = []): Promise<void> {
    const added = addedBy(done);
    const operations = done.files.flatMap(({ operation, deletions }) =>
      operation === null ? [] : [operation, ...deletions],
    );
    operations.push(...joined);
    this.#undoable = afterDoing(this.#undoable, operations);
    const receipts = done.files.reduce((sum, file) => sum + file.receipts, 0);
    const isNothingNew =
      joined.length === 0 && (operations.length === 0 || (receipts === 0 && knownOnly(done)));
    if (operations.length > 0) toasts.clearDone();
    toasts.add({
      tone: 'done',
      text: isNothingNew
        ? t('toast-nothing-new')
        : joined.length > 0
          ? t('toast-linked')
          : added === 0 && receipts > 0
            ? tn('toast-receipts', receipts)
            : tn(isProved(done) ? 'toast-imported-proved' : 'toast-imported', added),
      action:
        operations.length === 0 ? null : { label: t('toast-undo'), run: () => void this.undo(...operations) },
    });
    await ledger.refresh();
    const files = done.files.flatMap(({ name, operation }) => (operation === null ? [] : [name]));
    if (done.account !== null) await ledger.openAnew({ kind: 'account', id: done.account }, files);
    else if (receipts > 0 && !ledger.current) ledger.screen = 'receipts';
  }

  /** Takes operations back, the last one first: a drop of several files is one thing to undo. */
  async undo(...operations: number[]): Promise<void> {
    try {
      for (const operation of [...operations].reverse()) await api.undo(operation);
      this.#undoable = afterUndoing(this.#undoable, operations);
      toasts.clearDone();
      toasts.add({
        tone: 'done',
        text: t('toast-undone'),
        action: { label: t('toast-redo'), run: () => void this.redo(...operations) },
      });
      await ledger.refresh();
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  async redo(...operations: number[]): Promise<void> {
    try {
      for (const operation of operations) await api.redo(operation);
      this.#undoable = afterRedoing(this.#undoable, operations);
      toasts.clearDone();
      toasts.add({
        tone: 'done',
        text: t('toast-redone'),
        action: { label: t('toast-undo'), run: () => void this.undo(...operations) },
      });
      await ledger.refresh();
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  /** Something was done that is seen where it was done: Ctrl+Z takes it back. */
  didQuietly(...operations: number[]): void {
    this.#undoable = afterDoing(this.#undoable, operations);
  }

  /** Says what was done, with its way back. */
  did(text: string, ...operations: number[]): void {
    this.#undoable = afterDoing(this.#undoable, operations);
    toasts.clearDone();
    toasts.add({
      tone: 'done',
      text,
      action: { label: t('toast-undo'), run: () => void this.undo(...operations) },
    });
  }

  get canUndo(): boolean {
    return this.#undoable.done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undoable.undone.length > 0;
  }

  undoLast(): void {
    const last = this.#undoable.done.at(-1);
    if (last) void this.undo(...last);
  }

  redoLast(): void {
    const last = this.#undoable.undone.at(-1);
    if (last) void this.redo(...last);
  }

  /** Stops what runs; a review on screen stays. */
  async stop(): Promise<void> {
    try {
      await api.cancelImport(0);
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  async #dropReview(): Promise<void> {
    const { review } = this;
    this.review = null;
    if (review) await api.cancelImport(review.review).catch(reportFault);
  }

  /** Closes the review; nothing was saved. */
  cancel(): void {
    void this.#dropReview();
  }

  forget(): void {
    this.review = null;
    this.first = null;
    this.answers = [];
    this.#undoable = NOTHING_DONE;
    this.progress = null;
  }
}

export const imports = new Imports();
