/** The search field: what it means, what it finds, and which of it Enter takes. */
import { tick } from 'svelte';

import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { SearchChip } from '../api/generated/SearchChip';
import type { SearchGroup } from '../api/generated/SearchGroup';
import type { SearchHit } from '../api/generated/SearchHit';
import type { SearchResults } from '../api/generated/SearchResults';
import { asking } from '../questions/asking.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { keyOf } from '../timeline/grouping';
import type { Shortcut } from '../window/shortcuts';
import { stepped, without } from './palette';

/** More than a screen holds, and drawn before the rest is asked for. */
const FIRST = 16;
const RESULTS = 100;

/** The task after the next frame: what was found has been painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const NOTHING: SearchResults = { chips: [], written: '', groups: [], count: 0, more: false, gaps: [] };

class Search {
  query = $state('');
  found = $state.raw<SearchResults>(NOTHING);
  /** The text that `found` answers; differs from `query` while typing. */
  answered = $state('');
  /** `found` is all that is listed, not its first rows alone. */
  isWhole = $state(true);
  fault = $state.raw<ApiError | null>(null);
  /** The field is in use: a narrow sidebar makes room for it. */
  isOpen = $state(false);
  /** The palette was asked for: an empty field shows what can be typed and done. */
  isAsked = $state(false);
  field: HTMLInputElement | null = null;
  /** The option that arrows stand on; Enter takes it. */
  active = $state<string | null>(null);
  /** The row that was opened last. */
  opened = $state<string | null>(null);
  /** What a command does; set by the window. */
  perform: (shortcut: Shortcut) => void = () => {};
  #running: Promise<void> | null = null;

  isActive = $derived(this.query.trim() !== '');
  /** Something is shown of what was typed: what stood there before stays until then, so that a key changes the window once. */
  isShown = $derived(this.answered.trim() !== '');
  isTeaching = $derived(this.isAsked && !this.isShown);
  /** What is shown is of what is typed. */
  isAnswered = $derived(this.isActive && this.answered === this.query);

  type(query: string): void {
    this.query = query;
    this.active = null;
    this.opened = null;
    if (query.trim() === '') this.#show('', NOTHING, true);
    else void this.run();
  }

  /** Puts a text into the field and looks for it at once. */
  async look(query: string): Promise<void> {
    this.type(query);
    this.field?.focus();
    await this.run();
  }

  /** One search at a time: what is typed meanwhile is looked for right after it, the letters in between are not. */
  async run(): Promise<void> {
    this.#running ??= this.#untilAnswered();
    await this.#running;
  }

  async #untilAnswered(): Promise<void> {
    let asked: string;
    do {
      asked = this.query;
      await this.#ask(asked);
    } while (this.query !== asked && this.isActive);
    this.#running = null;
  }

  async #ask(query: string): Promise<void> {
    if (query.trim() === '') return;
    try {
      for (const most of [FIRST, RESULTS]) {
        const found = await api.search(query, most);
        if (this.query !== query) return;
        this.#show(query, found, most === RESULTS || !found.more);
        if (this.isWhole) return;
        await painted();
        if (this.query !== query) return;
      }
    } catch (thrown) {
      this.#show(query, NOTHING, true);
      this.fault = asApiError(thrown);
    }
  }

  #show(query: string, found: SearchResults, isWhole: boolean): void {
    this.answered = query;
    this.isWhole = isWhole;
    this.found = found;
    this.fault = null;
  }

  /** Takes a part out of what is typed. */
  remove(chip: SearchChip): void {
    if (this.isAnswered) void this.look(without(this.query, [chip]));
  }

  /** Arrows walk what is listed while typing goes on. */
  step(by: 1 | -1): void {
    const options = [...document.querySelectorAll<HTMLElement>('#search-options [data-option]')];
    this.active = stepped(
      options.map(({ id }) => id),
      this.active,
      by,
    );
  }

  /** Takes the option that arrows stand on, else the first one of what is found. */
  async take(): Promise<void> {
    if (this.active === null && this.isActive && !this.isAnswered) {
      await this.run();
      await tick();
    }
    const wanted = this.active ? document.getElementById(this.active) : null;
    const first = this.isActive ? document.querySelector<HTMLElement>('#search-options [data-option]') : null;
    (wanted ?? first)?.click();
  }

  act(shortcut: Shortcut): void {
    this.close();
    this.perform(shortcut);
  }

  /** Asks in the open conversation instead. */
  ask(question: string): void {
    const { current } = ledger;
    if (current === null) return;
    this.close();
    void asking.ask(current, question, null).then((fault) => fault && reportFault(fault));
  }

  /** Opens the conversation of a row at its place. */
  open({ conversation }: SearchGroup, { item }: SearchHit): void {
    this.opened = keyOf(item);
    if (item.kind === 'entry') {
      ledger.isInspecting = true;
      void ledger.open(conversation, item.id);
    } else void ledger.openAt(conversation, keyOf(item), item.date);
  }

  focus(): void {
    ledger.screen = 'conversations';
    this.isOpen = true;
    this.isAsked = true;
    // Before the next key press, so that none typed at once after the shortcut is lost.
    void tick().then(() => {
      this.field?.focus();
      this.field?.select();
    });
  }

  /** The field is left: what it found stays, what it taught goes. */
  leave(): void {
    this.isOpen = this.isActive;
    this.isAsked = false;
    this.active = null;
  }

  /** Empties the field; an empty one is left. */
  escape(): void {
    if (this.query !== '') this.type('');
    else this.close();
  }

  close(): void {
    this.type('');
    this.isOpen = false;
    this.isAsked = false;
    this.field?.blur();
  }
}

export const search = new Search();
