/** The search field's words and what they find. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { EntryItem } from '../api/generated/EntryItem';
import { ledger } from '../state/ledger.svelte';

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
  #timer: ReturnType<typeof setTimeout> | undefined;

  isActive = $derived(this.query.trim() !== '');

  type(query: string): void {
    this.query = query;
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

  focus(): void {
    ledger.screen = 'conversations';
    this.isOpen = true;
    requestAnimationFrame(() => {
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
