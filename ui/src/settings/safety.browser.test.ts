import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import { session } from '../state/session.svelte';
import { show, t, tn } from '../state/view.svelte';
import { closeWindow, keys, named, openWindow, press } from '../testing/window';

beforeEach(() => page.viewport(1280, 800));

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

const PASSPHRASE = 'sirop girafe mardi bocal';

/** As matchers read what is on the page. */
const plain = (text: string) => text.replace(/\s/g, ' ');

const card = () => page.getByRole('region', { name: t('data-safety') });

const restoring = () => page.getByRole('dialog', { name: t('restore') });

async function openSettings(parameters: string): Promise<void> {
  await openWindow(parameters);
  await press('rail-settings');
}

it('a ledger without a backup says what one is, and the first one is told with its size and place', async () => {
  await openSettings('lang=fr&nobackup');
  await expect.element(card()).toHaveTextContent(t('backup-none'));
  await press('backup');
  const size = show.size(48_322_100);
  expect(size).toMatch(/^48\sMo$/);
  await expect
    .element(card())
    .toHaveTextContent(plain(t('backup-last-more', { size, place: 'Clé USB bleue' })));
  await expect.element(page.getByRole('status')).toHaveTextContent(/Counterfoil .*\.zip/);
});

it('a backup that is not made is told, and what was the last one stays', async () => {
  await openSettings('lang=en');
  vi.spyOn(api, 'backUp').mockRejectedValue({ code: 'diskFull', message: 'The disk is full.', at: null });
  await press('backup');
  await expect.element(page.getByText(`${t('backup-not-made')} The disk is full.`)).toBeVisible();
  await expect.element(card()).toHaveTextContent(plain(show.instant('2026-11-01T19:14:00Z')));
});

it('a chooser that is closed without a choice makes no backup', async () => {
  await openSettings('lang=fr');
  vi.spyOn(api, 'chooseTarget').mockResolvedValue(null);
  const made = vi.spyOn(api, 'backUp');
  await press('backup');
  await expect.element(named('button', 'backup')).toBeEnabled();
  expect(made).not.toHaveBeenCalled();
});

it('the ledger’s own backup is restored without a word, and what it replaces is said to be kept', async () => {
  await openSettings('lang=fr&backup');
  await press('restore-choose');
  await expect.element(restoring()).toHaveTextContent(t('restore-keeps'));
  expect(document.querySelector('#way')).toBeNull();
  await press('restore-go');
  const done = page.getByRole('status').filter({ hasText: plain(tn('restored', 1412)) });
  await expect.element(done).toHaveTextContent(/replaced-1/);
  await expect.element(restoring()).not.toBeInTheDocument();
});

it('another ledger’s backup asks for its passphrase, and a wrong one changes nothing', async () => {
  await openSettings('lang=fr&backup&otherkey');
  await press('restore-choose');
  await expect.element(page.getByLabelText(t('restore-way'))).toHaveFocus();
  await keys('pas la bonne');
  await press('restore-go');
  await expect.element(restoring()).toHaveTextContent(/ne s’ouvre pas ainsi/);
  await page.getByLabelText(t('restore-way')).fill(PASSPHRASE);
  await press('restore-go');
  await expect.element(restoring()).not.toBeInTheDocument();
});

it('a file that is no backup is refused before anything is asked', async () => {
  await openSettings('lang=fr');
  await press('restore-choose');
  await expect.element(restoring()).toHaveTextContent(/n’est pas une sauvegarde/);
  await expect.element(named('button', 'restore-go')).toBeDisabled();
});

it('nothing is erased before the word is typed, and then there is a first run', async () => {
  await openSettings('lang=fr');
  const erase = named('button', 'erase');
  await expect.element(erase).toBeDisabled();
  const field = page.getByRole('form', { name: t('erase') }).getByRole('textbox');
  await field.fill('eff');
  await expect.element(erase).toBeDisabled();
  await field.fill(' Effacer ');
  await erase.click();
  await expect.element(named('button', 'begin')).toBeVisible();
});

it('what stays in a keyring that did not answer is told', async () => {
  await openSettings('lang=en&keyring');
  await page
    .getByRole('form', { name: t('erase') })
    .getByRole('textbox')
    .fill(t('erase-word'));
  await named('button', 'erase').click();
  await expect.element(page.getByText(t('erase-in-keyring'))).toBeVisible();
});

it('on another computer the welcome leads to a backup, which opens by its words', async () => {
  await openWindow('lang=fr&door=firstRun&backup');
  await press('welcome-restore');
  await expect.element(restoring()).not.toHaveTextContent(t('restore-keeps'));
  const asked = vi.spyOn(api, 'restoreBackup');
  const words = Array.from({ length: 24 }, () => 'lamp').join(' ');
  await page.getByLabelText(t('restore-way')).fill(words);
  await press('restore-go');
  await expect.poll(() => session.app?.door).toBe('open');
  expect(asked.mock.calls[0]?.[0].way).toEqual({ kind: 'phrase', words });
});

it('a damaged ledger’s lock screen leads to a backup', async () => {
  await openWindow('lang=fr&damaged&backup&otherkey');
  await session.lock();
  await keys(PASSPHRASE);
  await press('lock-open');
  await press('lock-restore');
  await expect.element(restoring()).toHaveTextContent(t('restore-keeps'));
});
