import { afterEach, expect, test } from 'vitest';

import { session } from '../state/session.svelte';
import { closeWindow, openWindow } from '../testing/window';

afterEach(closeWindow);

test('a window that was locked says since when', async () => {
  await openWindow('lang=fr');
  await session.lock();
  await expect.poll(() => document.querySelector('.since')?.textContent).toMatch(/^Verrouillé à \d\d:\d\d$/);
  session.lockedAt = new Date(2026, 0, 5, 18, 3);
  await expect
    .poll(() => document.querySelector('.since')?.textContent)
    .toMatch(/^Verrouillé le 5\sjanv\.\s2026, 18:03$/);
});
