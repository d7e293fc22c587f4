/** Looking for what is typed: one search at a time, what fills a screen before the rest. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { SearchResults } from '../api/generated/SearchResults';

/** More than a screen holds, and drawn before the rest is asked for. */
const FIRST = 16;
const RESULTS = 100;

/** The task after the next frame: what was found has been painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const NOTHING: SearchResults = { chips: [], written: '', groups: [], count: 0, more: false, gaps: [] };

export class Seeking {
  query = $state('');
  found = $state.raw<SearchResults>(NOTHING);
  /** The text that `found` answers; differs from `query` while typing. */
  answered = $state('');
  /** `found` is all that is listed, not its first rows alone. */
  isWhole = $state(true);
  fault = $state.raw<ApiError | null>(null);
  #running: Promise<void> | null = null;

  isActive = $derived(this.query.trim() !== '');
  /** Something is shown of what was typed: what stood there before stays until then, so that a key changes the window once. */
  isShown = $derived(this.answered.trim() !== '');
  /** What is shown is of what is typed. */
  isAnswered = $derived(this.isActive && this.answered === this.query);

  type(query: string): void {
    this.query = query;
    if (query.trim() === '') this.show('', NOTHING, true);
    else void this.run();
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
        this.show(query, found, most === RESULTS || !found.more);
        if (this.isWhole || this.query !== query) return;
        await painted();
        if (this.query !== query) return;
      }
    } catch (thrown) {
      this.show(query, NOTHING, true);
      this.fault = asApiError(thrown);
    }
  }

  protected show(query: string, found: SearchResults, isWhole: boolean): void {
    this.answered = query;
    this.isWhole = isWhole;
    this.found = found;
    this.fault = null;
  }
}
