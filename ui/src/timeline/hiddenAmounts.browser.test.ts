import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { atRest, closeWindow, openConversation, openWindow } from '../testing/window';

afterEach(closeWindow);

test('the button that shows hidden amounts stands beside the details where they lie over the conversation', async () => {
  await page.viewport(760, 800);
  await openWindow('lang=fr&theme=light&hide');
  await openConversation('Volt & Cie');
  ledger.isInspecting = true;
  await expect.element(page.getByRole('region', { name: t('details'), exact: true })).toBeVisible();
  await atRest();
  const button = page.getByRole('button', { name: t('amounts-show'), exact: true }).element();
  const { right } = button.getBoundingClientRect();
  expect(right).toBeLessThanOrEqual(document.querySelector('.inspector')!.getBoundingClientRect().left);
});
