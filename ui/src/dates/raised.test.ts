import { expect, it } from 'vitest';

import { dayFull, dayMarker } from './format';
import { aroundRaised } from './raised';

it('parts a French date where the first of a month is raised', () => {
  expect(aroundRaised(dayFull('2026-05-01', 'fr'))).toEqual(['1', '\u00a0mai\u00a02026']);
  expect(aroundRaised(dayMarker('2026-02-01', 'fr', '2026-11-04'))).toEqual(['Dimanche 1', '\u00a0février']);
});

it('parts a period at both of its ends', () => {
  expect(aroundRaised('Il manque du 1er au 14\u00a0mai')).toEqual(['Il manque du 1', ' au 14\u00a0mai']);
  expect(aroundRaised('1er\u00a0févr. – 1er\u00a0mars')).toEqual(['1', '\u00a0févr. – 1', '\u00a0mars']);
});

it('leaves every other day, other words and English as they are', () => {
  for (const text of [dayFull('2026-05-11', 'fr'), dayFull('2026-05-01', 'en'), '21er', '1ermite', '']) {
    expect(aroundRaised(text)).toEqual([text]);
  }
});
