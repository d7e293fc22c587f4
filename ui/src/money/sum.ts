/** Exact sums of decimal strings: whole numbers of the smallest unit seen, never a float. */
import type { MoneyDto } from '../api/generated/MoneyDto';

function decimalsOf(amount: string): number {
  const point = amount.indexOf('.');
  return point === -1 ? 0 : amount.length - point - 1;
}

function toUnits(amount: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

function fromUnits(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** One sum per currency, in the order in which the currencies appear; two are never added. */
export function sumMoney(amounts: MoneyDto[]): MoneyDto[] {
  const byCurrency = new Map<string, string[]>();
  for (const { amount, currency } of amounts)
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), amount]);
  return [...byCurrency].map(([currency, all]) => {
    const decimals = Math.max(...all.map(decimalsOf));
    const units = all.reduce((sum, amount) => sum + toUnits(amount, decimals), 0n);
    return { amount: fromUnits(units, decimals), currency };
  });
}
