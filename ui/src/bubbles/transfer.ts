/** How a transfer between own accounts is told from one of its sides. */
import type { MoneyDto } from '../api/generated/MoneyDto';
import type { TransferSide } from '../api/generated/TransferSide';
import { withoutSign } from '../money/format';

const REASONS: Record<string, string> = {
  accountNumber: 'transfer-reason-account-number',
  accountName: 'transfer-reason-account-name',
  words: 'transfer-reason-words',
  sameDay: 'transfer-reason-same-day',
  statedAmount: 'transfer-reason-stated-amount',
};

/** The catalogue's names of what speaks for it. What a newer core sends besides is left out. */
export function reasonKeys({ byUser, reasons }: TransferSide): string[] {
  if (byUser) return ['transfer-by-you'];
  return reasons.map((reason) => REASONS[reason]).filter((key): key is string => key !== undefined);
}

/** What arrived or left on the other side, where it is another sum: in another currency. */
export function otherMoney(own: MoneyDto, { money }: TransferSide): MoneyDto | null {
  const isSame = money.currency === own.currency && withoutSign(money).amount === withoutSign(own).amount;
  return isSame ? null : withoutSign(money);
}
