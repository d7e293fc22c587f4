/** Accounts and conversations by their names. */
import type { AccountRow } from '../api/generated/AccountRow';
import type { ConversationRow } from '../api/generated/ConversationRow';
import { accountName } from '../conversations/accountName';
import { ledger } from '../state/ledger.svelte';
import { firstNamed, isNamed } from './palette';

export function accountsNamed(query: string, most: number): AccountRow[] {
  return ledger.list.accounts.filter((row) => isNamed(accountName(row), query)).slice(0, most);
}

export function conversationsNamed(query: string, most: number): ConversationRow[] {
  return firstNamed(ledger.list.conversations, ({ name }) => name, query, most);
}
