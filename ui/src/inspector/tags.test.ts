import { describe, expect, it } from 'vitest';

import { suggested, tagOf } from './tags';

const known = [
  { tag: 'été', count: 2 },
  { tag: 'école', count: 5 },
  { tag: 'maison', count: 9 },
];

describe('tags', () => {
  it('are taken with or without their mark, in lower case, without spaces', () => {
    expect([tagOf('#Vacances'), tagOf(' impôts 2026 '), tagOf('#12'), tagOf('')]).toEqual([
      'vacances',
      'impôts-2026',
      null,
      null,
    ]);
  });

  it('in use are offered, the most used first, blind to accents', () => {
    expect(suggested(known, [], '#e').map(({ tag }) => tag)).toEqual(['école', 'été']);
    expect(suggested(known, ['maison'], '').map(({ tag }) => tag)).toEqual(['école', 'été']);
  });
});
