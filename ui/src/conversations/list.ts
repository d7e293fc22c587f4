/** What the conversation list holds under a filter, and the way from one conversation to the next. */
import type { ConversationList } from '../api/generated/ConversationList';
import type { ConversationRef } from '../api/generated/ConversationRef';

export type Filter = 'all' | 'accounts' | 'merchants' | 'waiting' | 'unread';

/** `waitingIn`: the conversations in which a receipt waits for its entry. */
export function filterList(
  list: ConversationList,
  filter: Filter,
  waitingIn: ReadonlySet<number>,
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
    case 'waiting':
      return { accounts: [], conversations: conversations.filter(({ id }) => waitingIn.has(id)) };
    case 'unread':
      return {
        accounts: accounts.filter((row) => row.unread > 0),
        conversations: conversations.filter((row) => row.unread > 0),
      };
  }
}

export function refsOf(list: ConversationList, unreadOnly: boolean): ConversationRef[] {
  const isWanted = ({ unread }: { unread: number }) => !unreadOnly || unread > 0;
  return [
    ...list.accounts.filter(isWanted).map(({ id }): ConversationRef => ({ kind: 'account', id })),
    ...list.conversations.filter(isWanted).map(({ id }): ConversationRef => ({ kind: 'counterparty', id })),
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
