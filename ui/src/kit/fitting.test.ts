import { describe, expect, it } from 'vitest';

import { fitting } from './fitting';

describe('a line with less said where there is less room', () => {
  const texts = ['Courses · 66 opérations depuis 2025', 'Courses · 66 opérations', '66 opérations'];
  const fit = (room: number) => fitting(texts, room, (text) => text.length);

  it('is the fullest that stands whole', () => {
    expect(fit(80)).toBe(texts[0]);
    expect(fit(35)).toBe(texts[0]);
    expect(fit(34)).toBe(texts[1]);
    expect(fit(20)).toBe(texts[2]);
  });

  it('is the shortest where none does', () => {
    expect(fit(3)).toBe(texts[2]);
  });

  it('is whole while the room is not known', () => {
    expect(fit(0)).toBe(texts[0]);
    expect(fitting([], 0, () => 1)).toBe('');
  });
});
