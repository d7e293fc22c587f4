/** The line under the open conversation: what is typed, what it is about, what it would do. */
import { tick } from 'svelte';

import { api, asApiError } from '../api';
import type { EntryItem, TimelineItem } from '../api/contract';
import type { ApiError } from '../api/generated/ApiError';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { HistoryRow } from '../api/generated/HistoryRow';
import type { LineAbout } from '../api/generated/LineAbout';
import type { LinePreview } from '../api/generated/LinePreview';
import type { NoteItem } from '../api/generated/NoteItem';
import { asking } from '../questions/asking.svelte';
import { imports } from '../imports/imports.svelte';
import { search } from '../search/search.svelte';
import { ledger } from '../state/ledger.svelte';
import { t, view } from '../state/view.svelte';
import { completed, offered, stepped, type Command } from './commands';

const EMPTY: LinePreview = { kind: 'empty' };

/** What a line is about, as it is said above it. */
export type Subject = { about: LineAbout; label: string };

class Composer {
  text = $state('');
  subject = $state.raw<Subject | null>(null);
  preview = $state.raw<LinePreview>(EMPTY);
  fault = $state.raw<ApiError | null>(null);
  isSending = $state(false);
  /** Which command arrows stand on. */
  active = $state(0);
  /** Escape puts the menu away until the line changes. */
  #isShut = $state(false);
  field: HTMLTextAreaElement | null = null;
  /** How high the line is with what stands over it, in CSS pixels. */
  height = $state(0);

  menu = $derived<Command[] | null>(
    this.#isShut || this.subject !== null ? null : offered(this.text, view.lang),
  );
  isEmpty = $derived(this.text.trim() === '');

  type(text: string): void {
    this.text = text;
    this.active = 0;
    this.#isShut = false;
    this.fault = null;
    void this.#read();
  }

  /** What the line would do is asked for at every key: the answer to an older line is dropped. */
  async #read(): Promise<void> {
    const { text } = this;
    const conversation = ledger.current;
    if (text.trim() === '' || conversation === null) {
      this.preview = EMPTY;
      return;
    }
    try {
      const about = this.subject?.about ?? null;
      const preview = await api.readLine({ conversation, about, text });
      if (this.text === text) this.preview = preview;
    } catch (thrown) {
      if (this.text === text) this.fault = asApiError(thrown);
    }
  }

  step(by: 1 | -1): void {
    this.active = stepped(this.menu?.length ?? 0, this.active, by);
  }

  /** Completes the line by the command that arrows stand on. */
  take(command: Command | undefined = this.menu?.[this.active]): void {
    if (!command) return;
    this.type(completed(command, view.lang));
    this.focus();
  }

  async send(): Promise<void> {
    const conversation = ledger.current;
    if (conversation === null || this.isSending) return;
    const isChange = this.subject !== null;
    if (this.isEmpty && !isChange) return;
    await this.#read();
    if (this.preview.kind === 'unfinished' || this.preview.kind === 'unknown') return;
    if (this.preview.kind === 'question') return this.#askNow(conversation, this.preview.query);
    this.isSending = true;
    try {
      const about = this.subject?.about ?? null;
      const { done, query } = await api.sendLine({ conversation, about, text: this.text });
      const said = this.#said(done);
      const isOfToday = !isChange && this.#isOfToday();
      this.clear();
      if (query !== null) this.#hand(query);
      else await this.#tell(said, done, isOfToday);
    } catch (thrown) {
      this.fault = asApiError(thrown);
    } finally {
      this.isSending = false;
    }
  }

  /** The line is empty at once: the question stands in the conversation while its answer is counted. */
  async #askNow(conversation: ConversationRef, query: string): Promise<void> {
    const typed = this.text;
    this.clear();
    const fault = await asking.ask(conversation, query, null);
    if (fault === null) return;
    if (this.text === '') this.type(typed);
    this.fault = fault;
  }

  /** What is written down today stands at the end, and is wanted in view. */
  #isOfToday(): boolean {
    return this.preview.kind !== 'cash' || this.preview.day === view.today;
  }

  #said(done: HistoryRow[]): string {
    const kind = done[0]?.operationKind ?? 'note';
    const isGone = this.isEmpty;
    switch (kind) {
      case 'addCash':
        return t('composer-cash-done', { name: done[0]?.subject ?? '' });
      case 'editCash':
        return t('composer-cash-changed');
      case 'tag':
        return t('tags-changed');
      default:
        if (isGone) return t('note-gone');
        return t(this.preview.kind === 'reminder' ? 'composer-reminder-done' : 'composer-note-done');
    }
  }

  async #tell(text: string, done: HistoryRow[], isOfToday: boolean): Promise<void> {
    imports.did(text, ...done.map(({ operation }) => operation));
    await ledger.refresh();
    if (isOfToday) ledger.isGoingToEnd = true;
  }

  /** Words are looked for by the search everywhere. */
  #hand(query: string): void {
    search.focus();
    search.type(query);
  }

  /** A note on an entry, beginning with the one it has. */
  noteOn(entry: EntryItem, label: string): void {
    this.#begin({ about: { kind: 'entry', id: entry.id }, label }, entry.note ?? '');
  }

  changeNote(note: NoteItem): void {
    const label = t(note.reminder ? 'composer-change-reminder' : 'composer-change-note');
    this.#begin({ about: { kind: 'note', id: note.id }, label }, note.typed);
  }

  changeCash(entry: EntryItem): void {
    if (entry.typed === null) return;
    this.#begin({ about: { kind: 'cash', id: entry.id }, label: t('composer-change-cash') }, entry.typed);
  }

  #begin(subject: Subject, text: string): void {
    this.subject = subject;
    this.type(text);
    this.focus();
  }

  /** ↑ in an empty line changes the last note: on the conversation, or on an entry. */
  changeLast(items: TimelineItem[], label: (entry: EntryItem) => string): boolean {
    for (const item of [...items].reverse()) {
      if (item.kind === 'note') {
        this.changeNote(item);
        return true;
      }
      if (item.kind === 'entry' && item.note !== null) {
        this.noteOn(item, label(item));
        return true;
      }
    }
    return false;
  }

  focus(): void {
    void tick().then(() => {
      this.field?.focus();
      this.field?.setSelectionRange(this.text.length, this.text.length);
    });
  }

  /** Escape: the menu first, then what is being changed, then the words; whether anything was left to put away. */
  escape(): boolean {
    if (this.menu) {
      this.#isShut = true;
      return true;
    }
    if (this.isEmpty && this.subject === null) return false;
    this.clear();
    return true;
  }

  clear(): void {
    this.subject = null;
    this.type('');
  }
}

export const composer = new Composer();
