import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { t } from '../state/view.svelte';
import { closeWindow, named, openWindow, press } from '../testing/window';

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light&door=confirmPhrase');
});

afterEach(closeWindow);

describe('the words of a new ledger', () => {
  const words = () => named('heading', 'phrase-title');
  const lock = () => named('heading', 'choose-lock-title');

  it('lead back to its lock, and on to the same words by another one', async () => {
    const first = page.getByRole('list').first().element().textContent;
    await press('back');
    await expect.element(lock()).toBeVisible();
    for (const label of ['passphrase', 'passphrase-again'])
      await page.getByLabelText(t(label), { exact: true }).fill('galet cumin store lundi');
    await press('continue');
    await expect.element(words()).toBeVisible();
    expect(page.getByRole('list').first().element().textContent).toBe(first);
  });

  it('are there again where no other lock is chosen', async () => {
    await press('back');
    await expect.element(lock()).toBeVisible();
    await press('back');
    await expect.element(words()).toBeVisible();
  });
});
