import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import { session } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';
import { t, tn } from '../state/view.svelte';
import { atRest, closeWindow, named, openWindow, press } from '../testing/window';
import { imports } from './imports.svelte';
import { watching } from './watching.svelte';

const DOWNLOADS = 'Téléchargements';
const STATEMENT = 'releve_2026-11.ofx';

beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

/** A page's text is compared with its spaces as plain ones. */
const waiting = (count: number) => tn('watched-waiting', count).replaceAll('\u00a0', ' ');
const told = (count: number) => tn('watched-news', count, { folder: DOWNLOADS });
const toastTexts = () => toasts.list.map(({ text }) => text);
const folders = () => page.getByRole('region', { name: t('watched') });
const file = (name: string) => page.getByRole('dialog').getByRole('checkbox', { name });

/** Another program was in front. */
async function comeBack(): Promise<void> {
  window.dispatchEvent(new Event('focus'));
  await watching.look();
  await atRest();
}

async function openWaiting(parameters = 'lang=fr&watched'): Promise<void> {
  await openWindow(parameters);
  await expect.poll(toastTexts).toEqual([told(3)]);
  await press('show');
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

describe('a watched folder', () => {
  it('is none at first, and what one is for stands in its place', async () => {
    await openWindow('lang=en');
    await press('rail-settings');
    await expect.element(folders()).toHaveTextContent(t('watched-none-more'));
    expect(toasts.list).toEqual([]);
  });

  it('is the one that is chosen, and says what waits in it without another word', async () => {
    await openWindow('lang=fr');
    await press('rail-settings');
    await press('watched-add');
    await expect.element(folders()).toHaveTextContent(waiting(3));
    await comeBack();
    expect(toasts.list).toEqual([]);
  });

  it('says when its last file came where nothing waits, and that it cannot be found', async () => {
    await openWindow('lang=en&watched');
    await press('rail-settings');
    await expect.element(folders()).toHaveTextContent('last file on 2 Nov');
    await openWindow('lang=en&watched=gone');
    await press('rail-settings');
    await expect.element(folders()).toHaveTextContent(t('watched-missing'));
  });

  it('is not looked into once it is switched off', async () => {
    await openWindow('lang=fr&watched');
    await press('rail-settings');
    const toggle = page.getByRole('switch', { name: t('watched-switch', { name: DOWNLOADS }) });
    await expect.element(toggle).toBeChecked();
    await toggle.click();
    await expect.element(toggle).not.toBeChecked();
    await expect.element(folders()).not.toHaveTextContent(waiting(3));
    await expect.element(folders()).toHaveTextContent(t('watched-off'));
  });

  it('is taken off the list, and the focus goes where one is added', async () => {
    await openWindow('lang=fr&watched');
    await press('rail-settings');
    await press('watched-drop', { name: DOWNLOADS });
    await expect.element(folders()).not.toHaveTextContent(DOWNLOADS);
    await expect.element(named('button', 'watched-add')).toHaveFocus();
  });

  it('is counted among what the app can reach', async () => {
    await openWindow('lang=en&watched');
    await press('rail-settings');
    const reach = page.getByRole('region', { name: t('settings-reach') });
    await expect.element(reach).toHaveTextContent(tn('reach-folders', 2));
    await expect.element(reach).toHaveTextContent(tn('reach-files-watched', 2));
  });
});

describe('what waits', () => {
  it('is told of when the ledger opens, and once', async () => {
    await openWindow('lang=fr&watched');
    await expect.poll(toastTexts).toEqual([told(3)]);
    toasts.clear();
    await comeBack();
    expect(toasts.list).toEqual([]);
  });

  it('is told of again when something came while another program was in front', async () => {
    await openWindow('lang=fr&watched');
    await expect.poll(toastTexts).toEqual([told(3)]);
    toasts.clear();
    const [first, ...others] = await api.listWatched();
    const files = [
      { path: '/home/lea/new.ofx', name: 'new.ofx', bytes: 9, day: '2026-11-06' },
      ...first!.waiting,
    ];
    vi.spyOn(api, 'listWatched').mockResolvedValue([{ ...first!, waiting: files, count: 4 }, ...others]);
    await comeBack();
    expect(toastTexts()).toEqual([told(4)]);
  });

  it('is told of in one message where it is in several folders, and listed together', async () => {
    await openWindow('lang=fr&watched');
    await expect.poll(toastTexts).toEqual([told(3)]);
    toasts.clear();
    const file = (at: number) => ({ path: `/${at}.pdf`, name: `${at}.pdf`, bytes: 9, day: '2026-11-06' });
    const both = (await api.listWatched()).map((folder, at) => ({
      ...folder,
      waiting: [file(at)],
      count: 1,
    }));
    vi.spyOn(api, 'listWatched').mockResolvedValue(both);
    await comeBack();
    expect(toastTexts()).toEqual([tn('watched-news-several', 2, { folders: 2 })]);
    await press('show');
    for (const name of ['0.pdf', '1.pdf'])
      await expect.element(page.getByRole('checkbox', { name })).toBeVisible();
  });

  it('never covers what an import proved, and is told of the next time', async () => {
    await openWindow('lang=fr&sure');
    vi.spyOn(api, 'listWatched').mockResolvedValue([]);
    await imports.start(['/home/lea/releve_2026-10.ofx']);
    const proof = toastTexts();
    expect(proof).toHaveLength(1);
    vi.mocked(api.listWatched).mockRestore();
    await api.addWatched(`/home/lea/${DOWNLOADS}`);
    await comeBack();
    expect(toastTexts()).toEqual(proof);
    toasts.clear();
    await comeBack();
    expect(toastTexts()).toEqual([told(3)]);
  });

  it('is handed to the ordinary import as it is chosen, and waits no more', async () => {
    await openWaiting('lang=fr&watched&sure');
    const read = vi.spyOn(api, 'previewImport');
    await file(STATEMENT).click();
    await press('watched-import', { count: 2, n: '2' });
    expect(read).toHaveBeenCalledWith(
      [`/home/lea/${DOWNLOADS}/Facture F-2026-081990.pdf`, `/home/lea/${DOWNLOADS}/mouvements_estuaire.csv`],
      null,
    );
    await expect.poll(() => watching.folders[0]?.waiting.map(({ name }) => name)).toEqual([STATEMENT]);
  });

  it('is chosen and left out as a whole, and nothing at all cannot be imported', async () => {
    await openWaiting();
    await page.getByRole('checkbox', { name: t('watched-all') }).click();
    await expect.element(file(STATEMENT)).not.toBeChecked();
    await expect.element(page.getByRole('button', { name: tn('watched-import', 0) })).toBeDisabled();
    await page.getByRole('checkbox', { name: t('watched-all') }).click();
    await expect.element(file(STATEMENT)).toBeChecked();
  });

  it('is not proposed again once that is said', async () => {
    await openWaiting();
    const dismissed = vi.spyOn(api, 'dismissWatched');
    await press('watched-dismiss');
    expect(dismissed).toHaveBeenCalledWith(`/home/lea/${DOWNLOADS}`, expect.any(Number));
    await expect.poll(toastTexts).toEqual([tn('watched-dismissed', 3)]);
    toasts.clear();
    await comeBack();
    expect(toasts.list).toEqual([]);
  });

  it('is not told of once the ledger is locked, though it was looked for before', async () => {
    await openWindow('lang=fr');
    await comeBack();
    const waiting = await api.addWatched(`/home/lea/${DOWNLOADS}`);
    let answer = (_: typeof waiting): void => undefined;
    vi.spyOn(api, 'listWatched').mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const looking = watching.look();
    await session.lock();
    await expect.element(named('button', 'lock-open')).toBeVisible();
    answer(waiting);
    await looking;
    expect(watching.folders).toEqual([]);
    expect(toasts.list).toEqual([]);
  });

  it('says that it is not all where there is more than is listed', async () => {
    await openWindow('lang=en&watched=many');
    await press('show');
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent(t('watched-newest', { n: '200', total: '431' }));
  });

  it('may be gone by the time it is looked at, which is said', async () => {
    await openWindow('lang=fr&watched');
    await api.dismissWatched(`/home/lea/${DOWNLOADS}`, Infinity);
    await comeBack();
    await press('show');
    await expect.element(page.getByRole('dialog')).toHaveTextContent(t('watched-nothing-more'));
  });
});
