import { afterEach, expect, test } from 'vitest';

import { toasts } from '../state/toasts.svelte';
import { closeWindow, keys, openWindow } from '../testing/window';

afterEach(closeWindow);

test('what an import says takes the place of what the one before said', async () => {
  await openWindow('lang=fr&sure');
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.length).toBe(1);
  const first = toasts.list[0]?.id;
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.some(({ id }) => id !== first)).toBe(true);
  expect(toasts.list).toHaveLength(1);
});
