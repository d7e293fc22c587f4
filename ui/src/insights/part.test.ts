import { describe, expect, it } from 'vitest';

import { Part } from './part.svelte';

/** A promise, with what answers it. */
function later<T>() {
  let answer!: (value: T) => void;
  let fail!: (fault: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

const fault = { code: 'busy', message: '' };

describe('a part of the overview', () => {
  it('shows what was asked for last, however late the answer to what was asked before comes', async () => {
    const part = new Part<string>();
    const [first, second] = [later<string>(), later<string>()];
    const before = part.read('a', () => first.promise);
    const after = part.read('b', () => second.promise);
    second.answer('of b');
    expect(await after).toBe('of b');
    first.answer('of a');
    expect(await before, 'nothing else may be drawn from it').toBeNull();
    expect(part.value).toBe('of b');
    expect(part.isReading).toBe(false);
  });

  it('has its own fault, which the fault of what is no longer asked for does not replace', async () => {
    const part = new Part<string>();
    const [first, second] = [later<string>(), later<string>()];
    const before = part.read('a', () => first.promise);
    const after = part.read('b', () => second.promise);
    first.fail(fault);
    await before;
    expect(part.fault).toBeNull();
    second.fail(fault);
    await after;
    expect(part.fault).toMatchObject({ code: 'busy' });
    await part.read('b', () => Promise.resolve('of b'));
    expect(part.fault).toBeNull();
  });
});
