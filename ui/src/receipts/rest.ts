/** What a receipt's total holds beyond its lines: delivery and other costs, or what is taken off. */
import type { MoneyDto } from '../api/generated/MoneyDto';
import type { ReceiptBlock } from '../api/generated/ReceiptBlock';
import { sumMoney } from '../money/sum';

const negated = ({ amount, currency }: MoneyDto): MoneyDto => ({
  amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
  currency,
});

const isNothing = ({ amount }: MoneyDto) => /^-?[0.]*$/.test(amount);

/** `null` where it cannot be told, is nothing, or is the tax of lines that are stated without it. */
export function restOf({ lines, taxes, total }: ReceiptBlock): MoneyDto | null {
  const stated = lines.flatMap(({ money }) => money ?? []);
  if (!total || lines.length === 0 || stated.length < lines.length) return null;
  const rests = sumMoney([total, ...stated.map(negated)]);
  const [rest] = rests;
  if (!rest || rests.length > 1 || isNothing(rest)) return null;
  const beyondTax = sumMoney([rest, ...taxes.map(({ money }) => negated(money))]);
  return beyondTax.length === 1 && beyondTax.every(isNothing) ? null : rest;
}
