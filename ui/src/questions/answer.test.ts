import { describe, expect, it } from 'vitest';

import type { AnswerBar } from '../api/generated/AnswerBar';
import { formatTyped } from '../money/format';
import {
  averageHeight,
  drawn,
  figureHeight,
  isOneMonth,
  masking,
  pieces,
  tellsApart,
  wholeOf,
} from './answer';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

function bar(month: string, amount: string, asked = false): AnswerBar {
  return { from: `${month}-01`, until: `${month}-28`, money: euros(amount), asked, partial: false };
}

describe('the sentence of an answer', () => {
  it('is cut where names and days stand in it, and nothing of it is lost', () => {
    const sentence = 'chez Volt en mars 2026, en 2 paiements';
    const strong = [
      { start: 5, end: 9 },
      { start: 13, end: 22 },
    ];
    const cut = pieces({ sentence, strong });
    expect(cut.filter(({ isStrong }) => isStrong).map(({ text }) => text)).toEqual(['Volt', 'mars 2026']);
    expect(cut.map(({ text }) => text).join('')).toBe(sentence);
  });

  it('is one piece without marks', () => {
    expect(pieces({ sentence: 'Rien.', strong: [] })).toEqual([{ text: 'Rien.', isStrong: false }]);
  });
});

describe('what was typed', () => {
  const hidden = (text: string) => formatTyped(text, true);
  const chip = (kind: string, label: string) => ({ kind, label, conversation: null, choices: [] });

  it('is hidden with the amounts wherever the answer says it again, however short', () => {
    const chips = [chip('amount', 'plus de 80\u00a0€'), chip('words', 'bon 25'), chip('period', 'mars 2026')];
    const masked = masking({ chips, outcome: 'answered' }, hidden);
    expect(masked('pour « bon 25 » (plus de 80\u00a0€) en mars 2026, plus de 80\u00a0€')).toBe(
      'pour « bon ••• » (plus de •••\u00a0€) en mars 2026, plus de •••\u00a0€',
    );
  });

  it('is hidden where it was not understood', () => {
    const masked = masking({ chips: [], outcome: 'notUnderstood' }, hidden);
    expect(masked('Je n’ai pas compris « tantôt 5 ».')).toBe('Je n’ai pas compris « tantôt ••• ».');
  });

  it('is said as it is while nothing is hidden', () => {
    const masked = masking({ chips: [chip('amount', '80 €')], outcome: 'answered' }, (text) => text);
    expect(masked('(80 €)')).toBe('(80 €)');
  });
});

describe('the bars of an answer', () => {
  it('reach as high as the highest, whatever their sign', () => {
    const shown = drawn([bar('2026-01', '50.00'), bar('2026-02', '-100.00'), bar('2026-03', '0.00')]);
    expect(shown.map(({ height, isLow }) => [height, isLow])).toEqual([
      [0.5, false],
      [1, true],
      [0, false],
    ]);
  });

  it('have no average line where there is none to draw', () => {
    const bars = [bar('2026-01', '50.00'), bar('2026-02', '100.00')];
    expect(averageHeight(bars, euros('75.00'))).toBe(0.75);
    expect(averageHeight(bars, null)).toBeNull();
    expect(averageHeight([bar('2026-01', '0.00')], euros('0.00'))).toBeNull();
  });

  it('tell one apart only where others are not asked for', () => {
    expect(tellsApart([bar('2026-01', '1.00', true), bar('2026-02', '1.00')])).toBe(true);
    expect(tellsApart([bar('2026-01', '1.00', true)])).toBe(false);
    expect(tellsApart([bar('2026-01', '1.00')])).toBe(false);
  });
});

describe('an amount above a bar', () => {
  it('stands upon the line of the average where that would run through it', () => {
    expect(figureHeight(0.5, 0.6)).toBe(0.6);
    expect(figureHeight(0.5, 0.7)).toBe(0.5);
    expect(figureHeight(0.5, 0.4)).toBe(0.5);
    expect(figureHeight(0.5, null)).toBe(0.5);
  });

  it('is its whole number, exact however large', () => {
    expect(['312.48', '0.50', '-0.49', '-12.50', '7', '9007199254740993.99'].map(wholeOf)).toEqual([
      '312',
      '1',
      '0',
      '-13',
      '7',
      '9007199254740994',
    ]);
  });
});

it('says the month with each day unless all are of one', () => {
  expect(isOneMonth(['2026-03-01', '2026-03-31'])).toBe(true);
  expect(isOneMonth(['2026-03-01', '2026-04-01'])).toBe(false);
});
