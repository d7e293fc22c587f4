/** The open ledger as the main window shows it: the list, the open conversation, the selected entry. */
import { api, asApiError } from '../api';
import type { AccountCoverage } from '../api/generated/AccountCoverage';
import type { AccountRow } from '../api/generated/AccountRow';
import type { ApiError } from '../api/generated/ApiError';
import type { CategoryChoice } from '../api/generated/CategoryChoice';
import type { ConversationHeader, EntryItem } from '../api/contract';
import type { ConversationList } from '../api/generated/ConversationList';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { EntryFull } from '../api/generated/EntryFull';
import type { ReceiptInbox } from '../api/generated/ReceiptInbox';
import {
  filterList,
  markedBy,
  neighbour,
  refsOf,
  unreadIn,
  withSeen,
  type Filter,
} from '../conversations/list';
import { receiptsBy } from '../conversations/preview';
import { firstRows } from '../timeline/pages';
import { Timeline } from '../timeline/timeline.svelte';
import { session } from './session.svelte';

export type Screen = 'conversations' | 'search' | 'overview' | 'receipts' | 'history' | 'settings';

/** What is being changed of the open conversation. */
export type Change = 'name' | 'merge' | 'category';

/** The balance of a day, which the row of this key asks for, under another day. */
export type WantedBalance = { asOf: string; key: string; day: string };

/** So many conversations are kept where reading stopped. */
const PLACES_KEPT = 8;

const EMPTY: ConversationList = { accounts: [], conversations: [] };
const NO_RECEIPTS: ReceiptInbox = {
  waiting: [],
  inDoubtCount: 0,
  waitingCount: 0,
  waitingIn: [],
  askingIn: [],
  linked: [],
  upcoming: [],
};
/** Receipts of a kind that are listed before it is asked for more, and how many more then. */
const RECEIPTS_LISTED = 30;

export function isSameRef(a: ConversationRef | null, b: ConversationRef | null): boolean {
  return a !== null && b !== null && a.kind === b.kind && a.id === b.id;
}

class Ledger {
  screen = $state<Screen>('conversations');
  list = $state.raw<ConversationList>(EMPTY);
  categories = $state.raw<CategoryChoice[]>([]);
  isListed = $state(false);
  inbox = $state.raw<ReceiptInbox>(NO_RECEIPTS);
  fault = $state.raw<ApiError | null>(null);
  filter = $state<Filter>('all');
  current = $state.raw<ConversationRef | null>(null);
  header = $state.raw<ConversationHeader | null>(null);
  /** Of an account: which days its statements tell of. */
  coverage = $state.raw<AccountCoverage | null>(null);
  timeline = $state.raw<Timeline | null>(null);
  /** The entry shown in the inspector and ringed in the timeline. */
  selected = $state<number | null>(null);
  entry = $state.raw<EntryFull | null>(null);
  isInspecting = $state(false);
  /** The key of a row to scroll to, once it is on screen. */
  target = $state<string | null>(null);
  /** The unread marker is to be scrolled to. */
  isGoingToUnread = $state(false);
  /** The end is to be scrolled to. */
  isGoingToEnd = $state(false);
  /** A month to scroll to is being chosen. */
  isGoingTo = $state(false);
  /** A day to scroll to. */
  wantedDay = $state<string | null>(null);
  /** The account whose name, kind and balance are being set. */
  editing = $state.raw<{ account: AccountRow; wanted: WantedBalance | null } | null>(null);
  changing = $state<Change | null>(null);
  /** The entry that is being moved to another conversation. */
  moving = $state.raw<EntryItem | null>(null);
  /** The entry whose refund or purchase is being chosen. */
  refunding = $state.raw<EntryItem | null>(null);
  /** Counts up at every change of the ledger: screens that read on their own watch it. */
  revision = $state(0);
  #refreshing: Promise<void> | null = null;
  #isStale = false;
  #left: Timeline[] = [];
  #receiptsListed = RECEIPTS_LISTED;

  marked = $derived(markedBy(this.inbox, this.list));
  receipts = $derived(receiptsBy(this.inbox));
  shown = $derived(filterList(this.list, this.filter, this.marked));
  hasEntries = $derived(this.list.accounts.length > 0);
  categoryOf = $derived(new Map(this.categories.map((category) => [category.word, category])));
  accountNames = $derived(new Map(this.list.accounts.map((account) => [account.id, account])));
  counterpartyKinds = $derived(
    new Map(this.list.conversations.map(({ id, counterpartyKind }) => [id, counterpartyKind])),
  );

  async load(): Promise<void> {
    try {
      [this.list, this.categories, this.inbox] = await Promise.all([
        api.listConversations(),
        api.listCategories(),
        api.receiptInbox(this.#receiptsListed),
      ]);
      this.isListed = true;
      this.fault = null;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    const fault = asApiError(thrown);
    if (fault.code === 'locked') void session.start();
    else this.fault = fault;
  }

  async open(
    conversation: ConversationRef,
    entry: number | null = null,
    brought: string[] = [],
  ): Promise<void> {
    this.screen = 'conversations';
    const isOther = !isSameRef(this.current, conversation);
    if (isOther || !this.timeline) {
      const kept = this.#takeKept(conversation);
      this.current = conversation;
      this.header = null;
      this.coverage = null;
      this.timeline = kept ?? new Timeline(conversation);
      this.timeline.brought = brought;
      await (kept ? kept.reload() : this.timeline.open(firstRows(unreadIn(this.list, conversation))));
      // Asked for after the rows: that of a large account would keep them waiting.
      if (isSameRef(this.current, conversation)) void this.#loadHeader(conversation);
      void this.#markRead(conversation);
    }
    if (entry !== null) await this.#reveal(entry);
    else if (isOther && !this.isInspecting) this.select(null);
  }

  /** The conversation as it was left, unless something in it is unread: that is read first, where it stands. */
  #takeKept(conversation: ConversationRef): Timeline | null {
    const { timeline } = this;
    if (timeline) this.#left = [timeline, ...this.#left].slice(0, PLACES_KEPT);
    const kept = this.#left.find((each) => isSameRef(each.conversation, conversation)) ?? null;
    this.#left = this.#left.filter((each) => each !== kept && !isSameRef(each.conversation, conversation));
    return unreadIn(this.list, conversation) > 0 ? null : kept;
  }

  async #reveal(entry: number): Promise<void> {
    this.select(entry);
    if (await this.timeline?.reveal(entry)) this.target = `entry-${entry}`;
  }

  /** Opens a conversation at the proof of what these files brought into it, also where it is open already. */
  async openAnew(conversation: ConversationRef, files: string[]): Promise<void> {
    if (isSameRef(this.current, conversation) && unreadIn(this.list, conversation) > 0) this.timeline = null;
    await this.open(conversation, null, files);
  }

  /** Opens a conversation at the row of this key, which it tells under a day. */
  async openAt(conversation: ConversationRef, key: string, day: string): Promise<void> {
    await this.open(conversation);
    if (await this.timeline?.revealRow(key, day)) this.target = key;
  }

  async #loadHeader(conversation: ConversationRef): Promise<void> {
    try {
      const [header, [coverage]] = await Promise.all([
        api.getHeader(conversation),
        conversation.kind === 'account' ? api.getCoverage(conversation.id) : [],
      ]);
      if (!isSameRef(this.current, conversation)) return;
      this.header = header;
      this.coverage = coverage ?? null;
    } catch (thrown) {
      const fault = asApiError(thrown);
      if (fault.code === 'notFound') this.close();
      else this.#fail(thrown);
    }
  }

  async #markRead(conversation: ConversationRef): Promise<void> {
    if (this.isListed && unreadIn(this.list, conversation) === 0) return;
    try {
      await api.markRead(conversation);
      if (this.isListed) this.list = withSeen(this.list, conversation);
      else await this.load();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Lists more of the receipts that wait. */
  async listMoreReceipts(): Promise<void> {
    this.#receiptsListed += RECEIPTS_LISTED;
    try {
      this.inbox = await api.receiptInbox(this.#receiptsListed);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  close(): void {
    this.changing = null;
    this.moving = null;
    this.refunding = null;
    this.current = null;
    this.header = null;
    this.coverage = null;
    this.timeline = null;
    this.select(null);
  }

  /** Shows an entry's details; `null` shows none. */
  select(id: number | null): void {
    this.selected = id;
    if (id === null) this.entry = null;
    else void this.#loadEntry(id);
  }

  inspect(id: number): void {
    this.isInspecting = true;
    this.select(id);
  }

  async #loadEntry(id: number): Promise<void> {
    try {
      const entry = await api.getEntry(id);
      if (this.selected === id) this.entry = entry;
    } catch (thrown) {
      if (this.selected !== id) return;
      if (asApiError(thrown).code === 'notFound') this.select(null);
      else this.#fail(thrown);
    }
  }

  /** After any change everything on screen is read again where it stands; changes meanwhile make one more round. */
  async refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#isStale = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refreshUntilFresh();
    await this.#refreshing;
    this.#refreshing = null;
  }

  async #refreshUntilFresh(): Promise<void> {
    do {
      this.#isStale = false;
      await this.#reread();
    } while (this.#isStale);
  }

  async #reread(): Promise<void> {
    this.revision += 1;
    const { current, timeline, selected } = this;
    await Promise.all([
      this.load(),
      current ? this.#loadHeader(current) : null,
      timeline?.reload(),
      selected === null ? null : this.#loadEntry(selected),
    ]);
  }

  /** Opens the next or previous conversation of the list. */
  step(by: 1 | -1, unreadOnly: boolean): void {
    const next = neighbour(refsOf(this.shown, unreadOnly), this.current, by);
    if (next) void this.open(next);
  }

  /** Nothing of a locked ledger stays in memory. */
  forget(): void {
    this.close();
    this.#left = [];
    this.list = EMPTY;
    this.categories = [];
    this.inbox = NO_RECEIPTS;
    this.#receiptsListed = RECEIPTS_LISTED;
    this.isListed = false;
    this.fault = null;
    this.filter = 'all';
    this.screen = 'conversations';
    this.isInspecting = false;
    this.editing = null;
    this.isGoingTo = false;
    this.wantedDay = null;
    this.target = null;
  }
}

export const ledger = new Ledger();
