import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import { session } from '../state/session.svelte';
import { t } from '../state/view.svelte';
import { closeWindow, named, openWindow, press } from '../testing/window';

const REM = 16;

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light');
});

afterEach(closeWindow);

/** A text as it is read from the page, where spaces are all alike. */
const read = (key: string) => t(key).replace(/\s/g, ' ');

/** How high the rows of the list are, and how far one begins below the other. */
function rows(kind: 'account' | 'counterparty'): { heights: number[]; steps: number[] } {
  const all = [...document.querySelectorAll(`.conversation[data-kind="${kind}"]`)];
  const boxes = all.map((row) => row.getBoundingClientRect());
  const tops = boxes.map(({ top }) => top).sort((a, b) => a - b);
  return {
    heights: [...new Set(boxes.map(({ height }) => height))],
    steps: [...new Set(tops.slice(1).map((top, at) => top - (tops[at] ?? 0)))],
  };
}

describe('the density of rows', () => {
  it('is roomy at first, and compact where that is chosen, every row as high as the others', async () => {
    expect(rows('account').heights).toEqual([3.25 * REM]);
    expect(rows('counterparty')).toEqual({ heights: [3.625 * REM], steps: [3.625 * REM] });
    await press('rail-settings');
    await named('radio', 'density-compact').click();
    await press('rail-conversations');
    expect(rows('account').heights).toEqual([2.75 * REM]);
    expect(rows('counterparty')).toEqual({ heights: [3 * REM], steps: [3 * REM] });
  });
});

describe('what the app says of itself', () => {
  it('is its version', async () => {
    await press('rail-settings');
    const about = page.getByRole('region', { name: t('settings-about') });
    await expect.element(about).toHaveTextContent(t('about-version', { version: '0.1.0' }));
  });

  it('leads to what it can reach', async () => {
    await press('rail-settings');
    const part = page.getByRole('navigation').getByRole('button', { name: t('settings-reach-short') });
    await page
      .getByRole('region', { name: t('settings-about') })
      .getByRole('button', { name: t('settings-reach-short') })
      .click();
    await expect.element(part).toHaveAttribute('aria-current', 'true');
  });
});

describe('the list of parts', () => {
  const part = (key: string) => page.getByRole('navigation').getByRole('button', { name: t(key) });
  const pane = () => document.querySelector<HTMLElement>('.settings > .pane');
  const isCurrent = (key: string) => expect.element(part(key)).toHaveAttribute('aria-current', 'true');

  it('keeps the part that was asked for where the page ends before it reaches the upper edge', async () => {
    await press('rail-settings');
    await part('shortcuts').click();
    pane()?.dispatchEvent(new Event('scroll'));
    await isCurrent('shortcuts');
  });

  it('follows what is read, also at the foot of the page', async () => {
    await press('rail-settings');
    pane()?.scrollTo({ top: 100_000 });
    await isCurrent('settings-about');
    pane()?.scrollTo({ top: 0 });
    await isCurrent('settings-display');
  });

  it('is a row above the settings in a narrow window', async () => {
    await page.viewport(760, 800);
    await press('rail-settings');
    const top = () => pane()?.getBoundingClientRect().top ?? 0;
    await expect.element(part('settings-display')).toBeVisible();
    expect(top()).toBeGreaterThan(part('settings-display').element().getBoundingClientRect().bottom);
    await part('settings-data').click();
    await isCurrent('settings-data');
  });

  it('shows the name of the part that is read whole in that row', async () => {
    await page.viewport(760, 800);
    await press('rail-settings');
    pane()?.scrollTo({ top: 100_000 });
    await isCurrent('settings-about');
    await expect
      .poll(() => part('settings-about').element().getBoundingClientRect().right)
      .toBeLessThanOrEqual(part('settings-about').element().closest('nav')!.getBoundingClientRect().right);
  });
});

describe('notifications', () => {
  const privacy = () => page.getByRole('region', { name: t('settings-privacy') });
  const reach = () => page.getByRole('region', { name: t('settings-reach') });

  it('are discreet at first, and say what was chosen, also among what the app reaches', async () => {
    await press('rail-settings');
    await expect.element(privacy()).toHaveTextContent(read('notifications-hint-discreet'));
    await expect.element(reach()).toHaveTextContent(read('reach-notifications-discreet-more'));
    await privacy().getByRole('combobox').click();
    await named('option', 'notifications-full').click();
    await expect.element(privacy()).toHaveTextContent(read('notifications-hint-full'));
    await expect.element(reach()).toHaveTextContent(read('reach-notifications-full-more'));
    expect(session.app?.notifications).toBe(true);
  });

  it('have no choice where the desktop shows none, and the reason stands in its place', async () => {
    await closeWindow();
    await openWindow('lang=fr&theme=light&nonotices');
    await press('rail-settings');
    await expect.element(privacy()).toHaveTextContent(read('notifications-hint-missing'));
    expect(privacy().getByRole('combobox').elements()).toEqual([]);
    await expect.element(reach()).toHaveTextContent(read('reach-notifications-off-more'));
  });
});

describe('checking for oneself', () => {
  it('copies the command alone, and says what it shows', async () => {
    await press('rail-settings');
    const check = page.getByRole('region', { name: t('self-check') });
    await expect.element(check).toHaveTextContent(read('self-check-nothing'));
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await check.getByRole('button').click();
    expect(copied).toHaveBeenCalledWith("ss -tunp | grep -E 'counterfoil|WebKit'");
    await expect.element(check.getByRole('button')).toHaveTextContent(t('copied'));
  });
});

describe('leaving with everything', () => {
  it('says where the history is kept', async () => {
    await press('rail-settings');
    const data = page.getByRole('region', { name: t('data-safety') });
    await expect.element(data).toHaveTextContent(session.app?.folder ?? 'no folder');
  });

  it('writes every entry where the user wants it, and says how many', async () => {
    await press('rail-settings');
    vi.spyOn(api, 'chooseTarget').mockResolvedValue('/home/lea/compta.csv');
    const saved = vi.spyOn(api, 'saveExport').mockResolvedValue(1412);
    await named('button', 'data-csv').click();
    expect(saved).toHaveBeenCalledWith('csv', '/home/lea/compta.csv');
    const told = page.getByRole('status').filter({ hasText: '/home/lea/compta.csv' });
    await expect.element(told).toHaveTextContent(/1\s412/);
  });
});
