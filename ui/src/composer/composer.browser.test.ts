import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { ledger } from '../state/ledger.svelte';
import { session } from '../state/session.svelte';
import { t } from '../state/view.svelte';
import { atRest, closeWindow, openWindow } from '../testing/window';

afterEach(closeWindow);

const field = () => page.getByLabelText(t('composer'), { exact: true }).element() as HTMLTextAreaElement;

test('the line stays in the window, and says less, once its letters grow', async () => {
  await page.viewport(480, 800);
  await openWindow('lang=fr&theme=light');
  await ledger.open({ kind: 'counterparty', id: 1 });
  await atRest();
  expect(field().placeholder).toBe(t('composer-hint'));
  await session.change({ textSize: 200 });
  await expect.poll(() => field().placeholder).toBe(t('composer-hint-short'));
  await atRest();
  const { right } = document.querySelector('.composer .send')!.getBoundingClientRect();
  expect(right).toBeLessThanOrEqual(480);
});
