import { afterEach, expect, test } from 'vitest';

import { session } from '../state/session.svelte';
import { t } from '../state/view.svelte';
import { closeWindow, keys, openWindow, press } from '../testing/window';

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

test('a door that takes long to open says why, and that it is still at it', async () => {
  await openWindow('lang=fr&slow');
  await session.lock();
  await keys('treize');
  await press('lock-open');
  await expect.poll(() => document.querySelector('[role="progressbar"]')?.ariaLabel).toBe(t('lock-opening'));
  await expect.poll(() => document.querySelector('.opening p')?.textContent).toBe(t('lock-renewing'));
});
