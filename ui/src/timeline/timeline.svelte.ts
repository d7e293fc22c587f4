/** The open conversation's rows. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { PageStart } from '../api/generated/PageStart';
import type { TimelinePage } from '../api/contract';
import { arrivedAfter, firstUnread, keyOf } from './grouping';
import type { Anchor } from './scrollAnchor';
import { itemsOf, newerCursor, olderCursor, entriesOf, reread, withNewer, withOlder } from './pages';

/** Two screens. */
const PAGE_ROWS = 40;

export class Timeline {
  readonly conversation: ConversationRef;
  readonly #pageRows: number;
  pages = $state.raw<TimelinePage[]>([]);
  isReady = $state(false);
  fault = $state.raw<ApiError | null>(null);
  /** Where the unread marker stands; stays while the conversation is open, though its rows count as seen. */
  unreadKey = $state<string | null>(null);
  /** Entries that came at the end while the reader was elsewhere. */
  arrived = $state(0);
  /** Where reading stopped, to be found again on coming back; `null` is the end. */
  place: Anchor[] | null = null;
  /** The files whose import opened it. */
  brought: string[] = [];
  #busy: Promise<boolean> | null = null;

  items = $derived(itemsOf(this.pages));
  hasOlder = $derived(olderCursor(this.pages) !== null);
  hasNewer = $derived(newerCursor(this.pages) !== null);

  constructor(conversation: ConversationRef, pageRows = PAGE_ROWS) {
    this.conversation = conversation;
    this.#pageRows = pageRows;
  }

  #read(
    before: string | null,
    after: string | null,
    limit: number,
    at: PageStart | null = null,
  ): Promise<TimelinePage> {
    return api.pageTimeline({
      conversation: this.conversation,
      before,
      after,
      at,
      limit: Math.min(limit, 200),
    });
  }

  /** One read at a time: a page asked for while another is under way is asked for again by the next scroll. Whether it
   * was read. */
  async #alone(work: () => Promise<void>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = this.#told(work);
    const hasRead = await this.#busy;
    this.#busy = null;
    return hasRead;
  }

  async #told(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.fault = null;
      return true;
    } catch (thrown) {
      this.fault = asApiError(thrown);
      return false;
    }
  }

  /** Reads the newest rows. */
  open(rows = this.#pageRows): Promise<boolean> {
    return this.#alone(async () => {
      this.pages = [await this.#read(null, null, rows)];
      const unread = firstUnread(this.items);
      const first = this.items.find(({ kind }) => kind === 'entry');
      // Where all that is here is new, the first of it may be further up.
      const isSure = !this.hasOlder || first === undefined || keyOf(first) !== unread;
      this.unreadKey = isSure ? unread : null;
      this.isReady = true;
    });
  }

  loadOlder(): Promise<boolean> {
    return this.#alone(async () => {
      const cursor = olderCursor(this.pages);
      if (cursor !== null) this.pages = withOlder(this.pages, await this.#read(cursor, null, this.#pageRows));
    });
  }

  loadNewer(): Promise<boolean> {
    return this.#alone(async () => {
      const cursor = newerCursor(this.pages);
      if (cursor !== null) this.pages = withNewer(this.pages, await this.#read(null, cursor, this.#pageRows));
    });
  }

  /** Back to the newest rows, whatever was on screen. */
  toEnd(): Promise<boolean> {
    return this.#alone(async () => {
      this.pages = [await this.#read(null, null, this.#pageRows)];
    });
  }

  /** Reads the same stretch again after something changed. */
  async reload(): Promise<boolean> {
    while (this.#busy) await this.#busy;
    return this.#alone(async () => {
      const { before, after, limit } = reread(this.pages, this.#pageRows);
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

  /** Puts a place on screen however far away it is: the rows from there on, and some before them. */
  async #jump(at: PageStart): Promise<void> {
    while (this.#busy) await this.#busy;
    await this.#alone(async () => {
      const page = await this.#read(null, null, this.#pageRows, at);
      if (page.items.length === 0) {
        this.pages = [await this.#read(null, null, this.#pageRows)];
        return;
      }
      const before = page.older === null ? null : await this.#read(page.older, null, this.#pageRows);
      if (before && before.items.length > 0) this.pages = [before, page];
      // A window of one page in the middle could not be read again: at the beginning, it goes on instead.
      else
        this.pages =
          page.newer === null ? [page] : [page, await this.#read(null, page.newer, this.#pageRows)];
    });
  }

  /** Reads the rows around a day; the first day from it on that has any. */
  async revealDay(day: string): Promise<string | null> {
    const first = this.items[0]?.date ?? '';
    const last = this.items.at(-1)?.date ?? '';
    const isHere = (first < day || !this.hasOlder) && (day <= last || !this.hasNewer);
    if (!isHere) await this.#jump({ kind: 'day', day });
    const found = this.items.find(({ date }) => date >= day) ?? this.items[this.items.length - 1];
    return found?.date ?? null;
  }

  #holds(key: string): boolean {
    return this.items.some((item) => keyOf(item) === key);
  }

  /** Reads the rows around an entry; whether it was found. */
  async reveal(entry: number): Promise<boolean> {
    const key = `entry-${entry}`;
    if (!this.#holds(key)) await this.#jump({ kind: 'entry', entry });
    return this.#holds(key);
  }

  /** Reads the rows around the day that tells of a row; whether it was found. */
  async revealRow(key: string, day: string): Promise<boolean> {
    if (!this.#holds(key)) await this.revealDay(day);
    return this.#holds(key);
  }
}
