/** Looking for what is typed: one search at a time, what fills a screen before the rest. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { SearchResults } from '../api/generated/SearchResults';

const RESULTS = 100;

/** Height of what was found with its share of headings, in CSS pixels. */
const ROW_PX = 66;

/** What the window holds: it is drawn before the rest is asked for. */
const inWindow = () => Math.min(Math.ceil(innerHeight / ROW_PX), RESULTS);

/** Who types goes on within this: what is found beyond a screen would keep the next letter waiting. */
const REST_MS = 150;

const NOTHING: SearchResults = {
  chips: [],
  written: '',
  groups: [],
  count: 0,
  more: false,
  gaps: [],
  asksStatement: false,
};

export class Seeking {
  query = $state('');
  found = $state.raw<SearchResults>(NOTHING);
  /** The text that `found` answers; differs from `query` while typing. */
  answered = $state('');
  /** `found` is all that is listed, not its first rows alone. */
  isWhole = $state(true);
  fault = $state.raw<ApiError | null>(null);
  #running: Promise<void> | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  isActive = $derived(this.query.trim() !== '');
  /** Something is shown of what was typed: what stood there before stays until then, so that a key changes the window once. */
  isShown = $derived(this.answered.trim() !== '');
  /** What is shown is of what is typed. */
  isAnswered = $derived(this.isActive && this.answered === this.query);

  type(query: string): void {
    this.query = query;
    clearTimeout(this.#rest);
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
      // What is looked for anew stays as long as it is.
      await this.#ask(asked, this.isAnswered ? RESULTS : inWindow());
    } while (this.query !== asked && this.isActive);
    this.#running = null;
    clearTimeout(this.#rest);
    if (!this.isWhole && this.isAnswered) this.#rest = setTimeout(() => void this.run(), REST_MS);
  }

  async #ask(query: string, most: number): Promise<void> {
    if (query.trim() === '') return;
    try {
      const found = await api.search(query, most);
      if (this.query === query) this.show(query, found, most === RESULTS || !found.more);
    } catch (thrown) {
      if (this.query !== query) return;
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
