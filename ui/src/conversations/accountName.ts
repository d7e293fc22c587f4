import type { AccountRow } from '../api/generated/AccountRow';
import { show, t } from '../state/view.svelte';

const KINDS = new Set(['current', 'savings', 'card', 'cash', 'loan', 'investment', 'other']);

/** The catalogue's word for an account's kind. */
export function kindName(accountKind: string): string {
  return t(`account-type-${KINDS.has(accountKind) ? accountKind : 'other'}`);
}

/** The account's name, else its kind's. */
export function accountName(account: AccountRow): string {
  return account.named && account.name !== '' ? account.name : kindName(account.accountKind);
}

/** The account's name and what its number ends with, as it is told apart among others. */
export function accountLabel(account: AccountRow): string {
  return [accountName(account), account.ending && show.ending(account.ending)].filter(Boolean).join(' ');
}
