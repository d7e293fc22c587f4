import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import { t } from '../state/view.svelte';
import { printing } from '../testing/screens';
import { closeWindow, keys, openWindow, press } from '../testing/window';

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

describe('a receipt without its entry', () => {
  it('is paid by the one that is looked for and chosen', async () => {
    await keys('{Control>}5{/Control}');
    await press('link-choose');
    const dialog = page.getByRole('dialog', { name: t('link-title') });
    await dialog.getByRole('searchbox').fill('volt');
    await dialog.getByRole('listitem').first().getByRole('button').click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole('status')).toHaveTextContent(t('toast-linked'));
  });
});

describe('a purchase with a protected original', () => {
  beforeEach(async () => {
    await openWindow('lang=fr&theme=light&protected');
    vi.spyOn(api, 'chooseTarget').mockResolvedValue('/tmp/preuve.pdf');
  });

  it('is printed with the password that opens it, which is asked for again while it does not', async () => {
    const saved = vi.spyOn(api, 'saveReceipt');
    await printing();
    await page.getByLabelText(t('print-locked-password')).fill('poire');
    await press('original-unlock');
    await expect.element(page.getByText(t('print-locked-wrong', { count: 1, n: '1' }))).toBeVisible();
    expect(saved).not.toHaveBeenCalled();
    await page.getByLabelText(t('print-locked-password')).fill('pomme');
    await press('original-unlock');
    await expect.element(page.getByText(t('toast-printed'))).toBeVisible();
    expect(saved.mock.lastCall?.slice(1)).toEqual(['/tmp/preuve.pdf', ['poire', 'pomme']]);
  });

  it('is printed without it where the user says so', async () => {
    const saved = vi.spyOn(api, 'saveReceipt');
    await printing();
    await press('print-locked-without');
    await expect.element(page.getByText(t('toast-printed'))).toBeVisible();
    expect(saved.mock.lastCall?.slice(1)).toEqual(['/tmp/preuve.pdf', []]);
  });
});

describe('a parcel', () => {
  it('is told in the list of conversations until it is said to be there', async () => {
    const row = () => document.querySelector('.conversation[data-kind="counterparty"][data-id="7"]');
    expect(row()?.textContent).toContain(t('step-onTheWay'));
    await page
      .getByRole('button', { name: t('delivery-yes') })
      .first()
      .click();
    await expect.poll(() => row()?.textContent).not.toContain(t('step-onTheWay'));
  });
});
