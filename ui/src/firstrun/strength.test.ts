import { describe, expect, it } from 'vitest';

import { strengthOf } from './strength';

describe('the strength of a passphrase', () => {
  it('calls a short one too short', () => {
    expect(strengthOf('abc').level).toBe(0);
  });

  it('sees through repetition', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa').level).toBe(1);
    expect(strengthOf('mot mot mot mot mot').level).toBeLessThan(3);
  });

  it('calls four unrelated words good and six very good', () => {
    expect(strengthOf('sirop girafe mardi bocal').level).toBe(3);
    expect(strengthOf('sirop girafe mardi bocal tunnel violet').level).toBe(4);
  });
});
