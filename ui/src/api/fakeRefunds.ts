/** The canned household's refunds: one that was found, and what the user says of it. */
import type { EntryItem } from './contract';
import { cents } from './fakeLedger';
import type { ReturnSide } from './generated/ReturnSide';

/** Whether one entry gives back another, by `refund-purchase`. */
export type SaidOfRefunds = Map<string, boolean>;

const isFound = (refund: EntryItem, purchase: EntryItem) =>
  refund.counterparty === 1 && refund.date === '2026-09-14' && purchase.date === '2026-09-08';

function isPair(refund: EntryItem, purchase: EntryItem, said: SaidOfRefunds): boolean {
  const isSame = refund.counterparty === purchase.counterparty;
  const isBothWays = cents(refund.money) > 0 && cents(purchase.money) < 0;
  return isSame && isBothWays && (said.get(`${refund.id}-${purchase.id}`) ?? isFound(refund, purchase));
}

/** What an entry gives back or what gave it back, and what it might give back. */
export function refundsOf(
  entry: EntryItem,
  all: EntryItem[],
  said: SaidOfRefunds,
): { returns: ReturnSide[]; purchases: EntryItem[] } {
  const isRefund = cents(entry.money) > 0;
  const side = (other: EntryItem): ReturnSide => {
    const key = isRefund ? `${entry.id}-${other.id}` : `${other.id}-${entry.id}`;
    const money = { ...other.money, amount: other.money.amount.replace('-', '') };
    return { entry: other, money, byUser: said.get(key) === true, named: true };
  };
  const others = all.filter((other) => (isRefund ? isPair(entry, other, said) : isPair(other, entry, said)));
  const isOpen = isRefund && others.length === 0;
  const purchases = all.filter(
    (other) =>
      isOpen &&
      other.counterparty === entry.counterparty &&
      other.date <= entry.date &&
      -cents(other.money) >= cents(entry.money) &&
      said.get(`${entry.id}-${other.id}`) !== false,
  );
  return { returns: others.map(side), purchases: purchases.slice(-3).reverse() };
}
