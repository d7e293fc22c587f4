import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { t } from '../state/view.svelte';
import { atRest, closeWindow, keys, named, openWindow, press } from '../testing/window';

afterEach(closeWindow);

async function open(parameters = 'lang=fr'): Promise<void> {
  await page.viewport(1280, 800);
  await openWindow(parameters);
  await keys('{Control>}6{/Control}');
  await expect.element(named('heading', 'overview')).toBeVisible();
}

it('is opened by keyboard, and arrows move its readout along the months', async () => {
  await open();
  const chart = page.getByRole('slider');
  await expect.element(chart).toHaveAttribute('aria-valuetext', expect.stringContaining('octobre\u00a02026'));
  (chart.element() as HTMLElement).focus();
  await keys('{ArrowLeft}');
  await expect
    .element(chart)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('septembre\u00a02026'));
  await keys('{End}');
  await expect.element(chart).toHaveAttribute('aria-valuetext', expect.stringContaining(t('month-to-come')));
});

it('leads from a merchant to its conversation, and back to what was chosen', async () => {
  await open();
  await named('radio', 'overview-span-month').click();
  await page.getByRole('button', { name: 'Grand Marché' }).first().click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Grand Marché' })).toBeVisible();
  await keys('{Control>}6{/Control}');
  await expect.element(named('radio', 'overview-span-month')).toBeChecked();
});

it('says what is missing, and leads to where the account’s conversation tells of it', async () => {
  await open();
  await page.getByRole('button', { name: t('gap-title', { from: '1er', until: '14\u00a0mai' }) }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Compte courant' })).toBeVisible();
  await atRest();
  await expect
    .element(page.getByRole('region', { name: t('gap-title', { from: '1er', until: '14\u00a0mai' }) }))
    .toBeVisible();
});

it('steps back by a month once one month is looked at, and lists what went out in it', async () => {
  await open();
  await named('radio', 'overview-span-month').click();
  await press('month-before');
  await expect
    .element(page.getByRole('slider'))
    .toHaveAttribute('aria-valuetext', expect.stringContaining('septembre'));
  await expect.element(page.getByText('septembre 2026', { exact: true }).last()).toBeVisible();
});

it('names no amount while amounts are hidden', async () => {
  await open('lang=fr&hide');
  await expect
    .element(page.getByRole('slider'))
    .toHaveAttribute('aria-valuetext', expect.stringContaining('montant masqué'));
  const shown = document.querySelector('.overview')?.textContent ?? '';
  expect(shown.match(/\d[\d ]*,\d\d/g)).toBeNull();
});
