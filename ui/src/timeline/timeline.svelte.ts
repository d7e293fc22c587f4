/** The open conversation's rows. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { TimelinePage } from '../api/contract';
import { arrivedAfter, firstUnread, keyOf } from './grouping';
import type { Anchor } from './scrollAnchor';
import { itemsOf, newerCursor, olderCursor, entriesOf, reread, withNewer, withOlder } from './pages';

/** Two screens: what is seen first is drawn first. */
const PAGE_ROWS = 40;
const REVEAL_PAGE_ROWS = 200;
/** So many pages are read back at most to find one entry. */
const REVEAL_PAGES = 100;

export class Timeline {
  readonly conversation: ConversationRef;
  pages = $state.raw<TimelinePage[]>([]);
  isReady = $state(false);
  fault = $state.raw<ApiError | null>(null);
  /** Where the unread marker stands; stays while the conversation is open, though its rows count as seen. */
  unreadKey = $state<string | null>(null);
  /** Entries that came at the end while the reader was elsewhere. */
  arrived = $state(0);
  /** Where reading stopped, to be found again on coming back; `null` is the end. */
  place: Anchor[] | null = null;
  #isBusy = false;

  items = $derived(itemsOf(this.pages));
  hasOlder = $derived(olderCursor(this.pages) !== null);
  hasNewer = $derived(newerCursor(this.pages) !== null);

  constructor(conversation: ConversationRef) {
    this.conversation = conversation;
  }

  #read(before: string | null, after: string | null, limit: number): Promise<TimelinePage> {
    return api.pageTimeline({ conversation: this.conversation, before, after, limit: Math.min(limit, 200) });
  }

  /** One read at a time: a page asked for while another is under way is asked for again by the next scroll. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await work();
      this.fault = null;
    } catch (thrown) {
      this.fault = asApiError(thrown);
    } finally {
      this.#isBusy = false;
    }
  }

  open(): Promise<void> {
    return this.#alone(async () => {
      this.pages = [await this.#read(null, null, PAGE_ROWS)];
      this.unreadKey = firstUnread(this.items);
      this.isReady = true;
    });
  }

  loadOlder(limit = PAGE_ROWS): Promise<void> {
    return this.#alone(async () => {
      const cursor = olderCursor(this.pages);
      if (cursor !== null) this.pages = withOlder(this.pages, await this.#read(cursor, null, limit));
    });
  }

  loadNewer(): Promise<void> {
    return this.#alone(async () => {
      const cursor = newerCursor(this.pages);
      if (cursor !== null) this.pages = withNewer(this.pages, await this.#read(null, cursor, PAGE_ROWS));
    });
  }

  /** Back to the newest rows, whatever was on screen. */
  toEnd(): Promise<void> {
    return this.#alone(async () => {
      this.pages = [await this.#read(null, null, PAGE_ROWS)];
    });
  }

  /** Reads the same stretch again after something changed. */
  reload(): Promise<void> {
    return this.#alone(async () => {
      const { before, after, limit } = reread(this.pages, PAGE_ROWS);
      const read = [await this.#read(before, after, limit)];
      for (const page of this.pages.slice(0, -1).reverse()) {
        const cursor = olderCursor(read);
        if (cursor === null) break;
        read.unshift(await this.#read(cursor, null, Math.max(entriesOf(page), 1)));
      }
      const old = this.items;
      const wasAtEnd = !this.hasNewer && this.isReady;
      this.pages = read;
      if (wasAtEnd) this.arrived += arrivedAfter(old, this.items);
      this.isReady = true;
    });
  }

  /** Reads back until the day is among the rows, or the beginning; the first row of that day or of the next that has any. */
  async revealDay(day: string): Promise<string | null> {
    if (this.hasNewer && (this.items.at(-1)?.date ?? '') < day) await this.toEnd();
    const isBefore = () => (this.items[0]?.date ?? '') < day;
    for (let page = 0; page < REVEAL_PAGES && !isBefore() && this.hasOlder; page += 1) {
      await this.loadOlder(REVEAL_PAGE_ROWS);
      if (this.fault) break;
    }
    const found = this.items.find(({ date }) => date >= day) ?? this.items[this.items.length - 1];
    return found?.date ?? null;
  }

  #holds(key: string): boolean {
    return this.items.some((item) => keyOf(item) === key);
  }

  /** Reads back until the entry is among the rows; whether it was found. */
  async reveal(entry: number): Promise<boolean> {
    const key = `entry-${entry}`;
    for (let page = 0; page < REVEAL_PAGES && !this.#holds(key) && this.hasOlder; page += 1) {
      await this.loadOlder(REVEAL_PAGE_ROWS);
      if (this.fault) break;
    }
    return this.#holds(key);
  }

  /** Reads back to the day that tells of a row; whether it was found. */
  async revealRow(key: string, day: string): Promise<boolean> {
    if (!this.#holds(key)) await this.revealDay(day);
    return this.#holds(key);
  }
}
