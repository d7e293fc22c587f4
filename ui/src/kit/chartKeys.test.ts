import { expect, it } from 'vitest';

import { stepped } from './chartKeys';

const pressed = (key: string, altKey = false) => ({ key, altKey, ctrlKey: false, metaKey: false });

it('arrows lead from point to point and stop at the ends', () => {
  expect(stepped(pressed('ArrowRight'), 1, 3)).toBe(2);
  expect(stepped(pressed('ArrowRight'), 2, 3)).toBe(2);
  expect(stepped(pressed('ArrowLeft'), 0, 3)).toBe(0);
});

it('the end keys lead to the ends', () => {
  expect(stepped(pressed('Home'), 2, 3)).toBe(0);
  expect(stepped(pressed('End'), 0, 3)).toBe(2);
});

it('other keys, and chords, are not a chart’s', () => {
  expect(stepped(pressed('ArrowUp'), 1, 3)).toBe(null);
  expect(stepped(pressed('ArrowLeft', true), 1, 3)).toBe(null);
});
