import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { t } from '../state/view.svelte';
import { closeWindow, keys, named, openWindow, press } from '../testing/window';

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light&door=confirmPhrase');
});

afterEach(closeWindow);

describe('the words of a new ledger', () => {
  const words = () => named('heading', 'phrase-title');
  const lock = () => named('heading', 'choose-lock-title');

  it('begin at their title also where the window was closed before they were confirmed', async () => {
    await expect.element(words()).toHaveFocus();
  });

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

  it('say what else opens it, as the lock was chosen', async () => {
    await expect.element(page.getByText(t('phrase-lead-passphrase'))).toBeVisible();
    await press('back');
    await page.getByRole('radio').last().click();
    await press('continue');
    await expect.element(page.getByText(t('phrase-lead-keyring'))).toBeVisible();
  });

  it('begin at their title, and so does the first statement, where a file is chosen by keys', async () => {
    await press('back');
    await page.getByRole('radio').last().click();
    await press('continue');
    await expect.element(words()).toHaveFocus();
    await page.getByLabelText(t('phrase-word', { n: '3' })).fill('mill');
    await page.getByLabelText(t('phrase-word', { n: '19' })).fill('pencil');
    await press('continue');
    await expect.element(named('heading', 'first-title')).toHaveFocus();
    await keys('{Control>}o{/Control}');
    await expect.element(page.getByRole('dialog', { name: t('review-title') })).toBeVisible();
  });

  it('are there again where no other lock is chosen', async () => {
    await press('back');
    await expect.element(lock()).toBeVisible();
    await press('back');
    await expect.element(words()).toBeVisible();
  });
});
