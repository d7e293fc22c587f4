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

/** Where an account is kept, as far as people read it, and what its number ends with: a bank's number tells nobody anything. */
export function accountOrigin({ servicer, ending }: AccountRow): string {
  const bank = servicer !== null && /\p{L}/u.test(servicer) ? servicer : null;
  return [bank, ending && show.ending(ending)].filter(Boolean).join(' ');
}

/** The account's name and what its number ends with, as it is told apart among others. */
export function accountLabel(account: AccountRow): string {
  return [accountName(account), account.ending && show.ending(account.ending)].filter(Boolean).join(' ');
}
