import { expect, it } from 'vitest';

import { correctionOf } from './correction';

it('a button says what it corrects: a date, an amount, else the line', () => {
  expect(correctionOf('badDate')).toBe('review-correct-date');
  expect(correctionOf('missingDate')).toBe('review-correct-date');
  expect(correctionOf('missingAmount')).toBe('review-correct-amount');
  expect(correctionOf('truncated')).toBe('review-correct-line');
});
