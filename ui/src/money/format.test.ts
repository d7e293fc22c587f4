import { describe, expect, it } from 'vitest';

import { text } from '../text/catalogue';
import {
  formatEnding,
  formatMoney,
  formatRaw,
  formatSize,
  pluralBeside,
  readTyped,
  spokenMoney,
} from './format';

const plain = (text: string) => text.replace(/\s/g, ' ');

const euros = (amount: string) => ({ amount, currency: 'EUR' });

describe('money for people', () => {
  it('groups French thousands with a no-break space and ends with the sign of the currency', () => {
    expect(formatMoney(euros('1204.10'), { lang: 'fr' })).toBe('1\u00a0204,10\u00a0€');
  });

  it('puts the English sign of the currency before the figure', () => {
    expect(formatMoney(euros('1204.10'), { lang: 'en' })).toBe('€1,204.10');
  });

  it('writes money out with a true minus sign', () => {
    expect(formatMoney(euros('-24.99'), { lang: 'fr' })).toBe('\u221224,99\u00a0€');
    expect(formatMoney(euros('-24.99'), { lang: 'en' })).toBe('\u2212€24.99');
  });

  it('shows a plus only where asked, and never before zero', () => {
    expect(formatMoney(euros('50.00'), { lang: 'fr', plus: true })).toBe('+50,00\u00a0€');
    expect(formatMoney(euros('0.00'), { lang: 'fr', plus: true })).toBe('0,00\u00a0€');
  });

  it('keeps every digit of an amount too long for a float', () => {
    expect(formatMoney(euros('90071992547409931.07'), { lang: 'en' })).toBe('€90,071,992,547,409,931.07');
  });

  it('keeps the decimals of the currency, or none', () => {
    expect(formatMoney({ amount: '1500', currency: 'JPY' }, { lang: 'en' })).toBe('JP¥1,500');
    expect(formatMoney({ amount: '1.234', currency: 'TND' }, { lang: 'fr' })).toContain('1,234');
  });

  it('shows a code that is no ISO currency as it is', () => {
    expect(formatMoney({ amount: '-3.00', currency: 'POINTS' }, { lang: 'fr' })).toBe(
      '\u22123,00\u00a0POINTS',
    );
  });

  it('never says minus nothing', () => {
    expect(formatMoney(euros('-0.00'), { lang: 'fr' })).toBe('0,00\u00a0€');
  });

  it('hides every digit behind a mask of constant length', () => {
    expect(formatMoney(euros('-1204.10'), { lang: 'fr', hidden: true })).toBe('•••\u00a0€');
    expect(formatMoney(euros('7.00'), { lang: 'en', hidden: true })).toBe('€•••');
  });

  it('hides card numbers and sums in the bank’s own text, but not its days', () => {
    expect(formatRaw('CARTE 4417 DU 28/10 TOTAL 1 204,10 EUR', true)).toBe(
      'CARTE ••• DU 28/10 TOTAL ••• EUR',
    );
    expect(formatRaw('CARTE 4417', false)).toBe('CARTE 4417');
  });

  it('hides account endings with the amounts', () => {
    expect(formatEnding('0821', true)).not.toContain('0821');
  });
});

describe('money for screen readers', () => {
  it('names the currency between the units and the cents', () => {
    expect(spokenMoney(euros('24.99'), { lang: 'fr' })).toBe('24 euros 99');
    expect(spokenMoney(euros('-1.00'), { lang: 'en' })).toBe('minus 1 euro');
  });

  it('says that an amount is hidden', () => {
    expect(spokenMoney(euros('24.99'), { lang: 'fr', hidden: true })).toBe('montant masqué');
  });
});

describe('a word beside figures', () => {
  const besides = (...amounts: string[]) =>
    text('fr', 'received-in-year', { year: '2026', count: pluralBeside(amounts.map(euros), false) });

  it('is singular in French below two', () => {
    expect(['0.50', '1.99', '-1.00'].map((amount) => besides(amount))).toEqual(Array(3).fill('reçu en 2026'));
    expect(['2.00', '10.50', '1204.10'].map((amount) => besides(amount))).toEqual(
      Array(3).fill('reçus en 2026'),
    );
  });

  it('is plural beside several, and beside one that is hidden', () => {
    expect(besides('0.50', '1.00')).toBe('reçus en 2026');
    expect(pluralBeside([euros('0.50')], true)).toBe(pluralBeside([euros('120.00')], true));
  });
});

describe('the size of a file', () => {
  it('is told in the largest unit that leaves a figure before the comma', () => {
    for (const [bytes, fr, en] of [
      [1, '0,1 ko', '0.1 kB'],
      [870_123, '870 ko', '870 kB'],
      [1_400_000, '1,4 Mo', '1.4 MB'],
      [48_120_004, '48 Mo', '48 MB'],
      [5_000_000_000_000, '5 000 Go', '5,000 GB'],
    ] as const) {
      expect(plain(formatSize(bytes, 'fr'))).toBe(fr);
      expect(plain(formatSize(bytes, 'en'))).toBe(en);
    }
  });
});

describe('amounts that people type', () => {
  it('reads French and English forms', () => {
    expect(readTyped('1 204,10')).toBe('1204.10');
    expect(readTyped('1,204.10 €')).toBe('1204.10');
    expect(readTyped('−12,5')).toBe('-12.5');
    expect(readTyped('1.204')).toBe('1204');
    expect(readTyped('986')).toBe('986');
  });

  it('refuses what is no amount', () => {
    expect(readTyped('')).toBeNull();
    expect(readTyped('douze')).toBeNull();
    expect(readTyped('1,2,3')).toBeNull();
  });
});
