import { expect, it } from 'vitest';

import { sumMoney } from './sum';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

it('adds what floats would not', () => {
  expect(sumMoney([eur('0.10'), eur('0.20')])).toEqual([eur('0.30')]);
  expect(sumMoney([eur('-24.99'), eur('-24.99'), eur('64.90')])).toEqual([eur('14.92')]);
  expect(sumMoney([eur('90071992547409.91'), eur('0.02')])).toEqual([eur('90071992547409.93')]);
});

it('keeps the sign of sums below one', () => {
  expect(sumMoney([eur('-0.05')])).toEqual([eur('-0.05')]);
  expect(sumMoney([eur('-0.05'), eur('0.05')])).toEqual([eur('0.00')]);
});

it('adds amounts with unlike numbers of decimals', () => {
  expect(sumMoney([eur('1'), eur('0.125')])).toEqual([eur('1.125')]);
});

it('never adds two currencies', () => {
  const yen = { amount: '-300', currency: 'JPY' };
  expect(sumMoney([eur('1.00'), yen, eur('2.00'), yen])).toEqual([
    eur('3.00'),
    { amount: '-600', currency: 'JPY' },
  ]);
});

it('has nothing to say of nothing', () => {
  expect(sumMoney([])).toEqual([]);
});
