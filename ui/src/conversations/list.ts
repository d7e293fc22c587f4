/** What the conversation list holds under a filter, and the way from one conversation to the next. */
import { fold } from '../search/highlight';
import type { ConversationList } from '../api/generated/ConversationList';
import type { ConversationRow } from '../api/generated/ConversationRow';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { ReceiptInbox } from '../api/generated/ReceiptInbox';

export type Filter = 'all' | 'accounts' | 'merchants' | 'alerts' | 'waiting' | 'unread';

/** Conversations of which a filter knows more than their rows say. */
export type Marked = { waitingIn: ReadonlySet<number>; askingIn: ReadonlySet<number> };

/** Where a receipt waits for its entry, and where the user alone can answer: which payment it was, whether a parcel came, whether
 * two debits are right. */
export function markedBy({ waitingIn, askingIn }: ReceiptInbox, { conversations }: ConversationList): Marked {
  const alerted = conversations.filter(({ alerts }) => alerts > 0).map(({ id }) => id);
  return { waitingIn: new Set(waitingIn), askingIn: new Set([...askingIn, ...alerted]) };
}

export function filterList(
  list: ConversationList,
  filter: Filter,
  { waitingIn, askingIn }: Marked,
): ConversationList {
  const { accounts, conversations } = list;
  switch (filter) {
    case 'all':
      return list;
    case 'accounts':
      return { accounts, conversations: [] };
    case 'merchants':
      return {
        accounts: [],
        conversations: conversations.filter((row) => row.counterpartyKind === 'merchant'),
      };
    case 'alerts':
      return { accounts: [], conversations: conversations.filter(({ id }) => askingIn.has(id)) };
    case 'waiting':
      return { accounts: [], conversations: conversations.filter(({ id }) => waitingIn.has(id)) };
    case 'unread':
      return {
        accounts: accounts.filter((row) => row.unread > 0),
        conversations: conversations.filter((row) => row.unread > 0),
      };
  }
}

/** Those that the user pinned, and the others; each side in the order of the list. */
export function sidesOf(rows: ConversationRow[]): { pinned: ConversationRow[]; others: ConversationRow[] } {
  return { pinned: rows.filter(({ pinned }) => pinned), others: rows.filter(({ pinned }) => !pinned) };
}

/** How many conversations have something new that the user wants told. */
export function unreadOf({ accounts, conversations }: ConversationList): number {
  return [...accounts, ...conversations].filter(({ unread, muted }) => unread > 0 && !muted).length;
}

/** How many entries of a conversation were not seen yet. */
export function unreadIn(
  { accounts, conversations }: ConversationList,
  { kind, id }: ConversationRef,
): number {
  return (kind === 'account' ? accounts : conversations).find((row) => row.id === id)?.unread ?? 0;
}

/** The list once a conversation has been seen. */
export function withSeen(list: ConversationList, { kind, id }: ConversationRef): ConversationList {
  const seen = <Row extends { id: number; unread: number }>(rows: Row[]): Row[] =>
    rows.map((row) => (row.id === id ? { ...row, unread: 0 } : row));
  return kind === 'account'
    ? { ...list, accounts: seen(list.accounts) }
    : { ...list, conversations: seen(list.conversations) };
}

/** In the order in which they are listed: accounts, pinned conversations, the others. */
export function refsOf(list: ConversationList, unreadOnly: boolean): ConversationRef[] {
  const isWanted = ({ unread, muted }: { unread: number; muted: boolean }) =>
    !unreadOnly || (unread > 0 && !muted);
  const { pinned, others } = sidesOf(list.conversations);
  return [
    ...list.accounts.filter(isWanted).map(({ id }): ConversationRef => ({ kind: 'account', id })),
    ...[...pinned, ...others]
      .filter(isWanted)
      .map(({ id }): ConversationRef => ({ kind: 'counterparty', id })),
  ];
}

/** The neighbour in the list, around its ends; the first or last one when none is open. */
export function neighbour(
  refs: ConversationRef[],
  current: ConversationRef | null,
  by: 1 | -1,
): ConversationRef | null {
  const at = refs.findIndex((ref) => ref.kind === current?.kind && ref.id === current.id);
  if (at === -1) return (by === 1 ? refs[0] : refs[refs.length - 1]) ?? null;
  return refs[(at + by + refs.length) % refs.length] ?? null;
}

/** Those whose name shares a word with another name come first: one merchant under two names is what people look for. */
export function likeFirst(rows: ConversationRow[], name: string): ConversationRow[] {
  const words = (text: string) =>
    new Set(
      fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2),
    );
  const wanted = words(name);
  const isLike = (row: ConversationRow) => [...words(row.name)].some((word) => wanted.has(word));
  return [...rows.filter(isLike), ...rows.filter((row) => !isLike(row))];
}
