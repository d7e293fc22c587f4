import { describe, expect, it } from 'vitest';

import { afterDoing, afterRedoing, afterUndoing, NOTHING_DONE } from './undoable';

const two = afterDoing(afterDoing(NOTHING_DONE, [1, 2]), [3]);

describe('what Ctrl+Z takes back', () => {
  it('is one thing after the other, the latest first', () => {
    expect(two.done.at(-1)).toEqual([3]);
    const once = afterUndoing(two, [3]);
    expect(once.done.at(-1)).toEqual([1, 2]);
    const twice = afterUndoing(once, [1, 2]);
    expect(twice.done).toEqual([]);
    expect(twice.undone.at(-1)).toEqual([1, 2]);
  });

  it('is done again in the order in which it was done', () => {
    const none = afterUndoing(afterUndoing(two, [3]), [1, 2]);
    const first = afterRedoing(none, [1, 2]);
    expect(first.undone.at(-1)).toEqual([3]);
    expect(afterRedoing(first, [3])).toEqual(two);
  });

  it('is not done again once something else was done', () => {
    expect(afterDoing(afterUndoing(two, [3]), [4]).undone).toEqual([]);
  });

  it('leaves out what was taken back from the history meanwhile', () => {
    const rest = afterUndoing(two, [1]);
    expect(rest.done).toEqual([[2], [3]]);
  });
});
