/** The search field: what its words find, and which of it Enter takes. */
import { tick } from 'svelte';

import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { EntryItem } from '../api/generated/EntryItem';
import { ledger } from '../state/ledger.svelte';
import type { Shortcut } from '../window/shortcuts';
import { stepped } from './palette';

const RESULTS = 100;
const PAUSE_MS = 90;

class Search {
  query = $state('');
  entries = $state.raw<EntryItem[]>([]);
  more = $state(false);
  /** The words that `entries` answer; differs from `query` while typing. */
  answered = $state('');
  fault = $state.raw<ApiError | null>(null);
  /** The field is in use: a narrow sidebar makes room for it. */
  isOpen = $state(false);
  field: HTMLInputElement | null = null;
  /** The option that arrows stand on; Enter takes it. */
  active = $state<string | null>(null);
  /** What a command does; set by the window. */
  perform: (shortcut: Shortcut) => void = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  isActive = $derived(this.query.trim() !== '');

  type(query: string): void {
    this.query = query;
    this.active = null;
    clearTimeout(this.#timer);
    if (query.trim() === '') this.#show('', [], false);
    else this.#timer = setTimeout(() => void this.run(), PAUSE_MS);
  }

  async run(): Promise<void> {
    const query = this.query.trim();
    if (query === '') return;
    try {
      const { entries, more } = await api.search(query, RESULTS);
      if (this.query.trim() === query) this.#show(query, entries, more);
    } catch (thrown) {
      this.fault = asApiError(thrown);
    }
  }

  #show(query: string, entries: EntryItem[], more: boolean): void {
    this.answered = query;
    this.entries = entries;
    this.more = more;
    this.fault = null;
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

  /** Takes the option that arrows stand on, else the first one. */
  take(): void {
    const wanted = this.active ? document.getElementById(this.active) : null;
    (wanted ?? document.querySelector<HTMLElement>('#search-options [data-option]'))?.click();
  }

  act(shortcut: Shortcut): void {
    this.close();
    this.perform(shortcut);
  }

  openEntry(entry: EntryItem): void {
    ledger.isInspecting = true;
    const { account, counterparty, transfer } = entry;
    // A transfer between own accounts is in their conversations alone.
    void ledger.open(
      transfer ? { kind: 'account', id: account } : { kind: 'counterparty', id: counterparty },
      entry.id,
    );
  }

  focus(): void {
    ledger.screen = 'conversations';
    this.isOpen = true;
    // Before the next key press, so that none typed at once after the shortcut is lost.
    void tick().then(() => {
      this.field?.focus();
      this.field?.select();
    });
  }

  /** Empties the field; an empty one is left. */
  escape(): void {
    if (this.query !== '') this.type('');
    else this.close();
  }

  close(): void {
    this.type('');
    this.isOpen = false;
    this.field?.blur();
  }
}

export const search = new Search();
