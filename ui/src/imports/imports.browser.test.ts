import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import { ledger } from '../state/ledger.svelte';
import { toasts } from '../state/toasts.svelte';
import { t } from '../state/view.svelte';
import { closeWindow, keys, named, openWindow } from '../testing/window';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

const undo = () => named('button', 'toast-undo').element() as HTMLElement;

/** What an import says of files that are known byte by byte. */
function knowsAll(): void {
  const { commitImport } = api;
  vi.spyOn(api, 'commitImport').mockImplementation(async (...given) => {
    const done = await commitImport(...given);
    return {
      files: done.files.map((file) => ({ ...file, operation: null })),
      operation: null,
      account: null,
    };
  });
}

test('what an import says takes the place of what the one before said', async () => {
  await openWindow('lang=fr&sure');
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.length).toBe(1);
  const first = toasts.list[0]?.id;
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.some(({ id }) => id !== first)).toBe(true);
  expect(toasts.list).toHaveLength(1);
});

test('an import that brought nothing leaves the way back of the one before', async () => {
  await openWindow('lang=fr&sure');
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.length).toBe(1);
  knowsAll();
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.at(-1)?.text).toBe(t('toast-nothing-new'));
  expect(undo()).toBeVisible();
});

test('only files that brought something have a proof to go to', async () => {
  await openWindow('lang=fr&sure');
  const { commitImport } = api;
  vi.spyOn(api, 'commitImport').mockImplementation(async (...given) => {
    const done = await commitImport(...given);
    const [file] = done.files;
    return { ...done, files: [...done.files, { ...file!, name: 'releve_2026-09.ofx', operation: null }] };
  });
  const opened = vi.spyOn(ledger, 'openAnew');
  await keys('{Control>}o{/Control}');
  await expect.poll(() => opened.mock.calls).toEqual([[{ kind: 'account', id: 1 }, ['releve_2026-10.ofx']]]);
});

test('the focus goes back where it was when its toast goes', async () => {
  await openWindow('lang=fr&sure');
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.length).toBe(1);
  const before = document.querySelector<HTMLElement>('.conversation')!;
  before.focus();
  undo().focus();
  const first = toasts.list[0]?.id;
  await keys('{Control>}o{/Control}');
  await expect.poll(() => toasts.list.some(({ id }) => id !== first)).toBe(true);
  expect(toasts.list).toHaveLength(1);
  expect(document.activeElement).toBe(before);
  undo().focus();
  await keys('{Enter}');
  await expect.poll(() => document.activeElement).toBe(before);
});

test.each([
  ['usual', ''],
  ['large', 'text=200'],
])('the tab of the chosen file is whole in a narrow window under %s letters', async (_, parameters) => {
  await page.viewport(480, 800);
  await openWindow(`lang=fr&${parameters}`);
  await keys('{Control>}o{/Control}');
  const tab = () => document.querySelector('.files li:has(> [aria-current])')!.getBoundingClientRect();
  const row = () => document.querySelector('.files ul')!.getBoundingClientRect();
  await expect.poll(() => Math.round(row().right - tab().right)).toBeGreaterThanOrEqual(0);
  expect(Math.round(tab().left - row().left)).toBeGreaterThanOrEqual(0);
  await expect.element(named('button', 'review-add-files')).toBeVisible();
});

test('that a conversation is new stands behind the last word of its name, not below it', async () => {
  await page.viewport(760, 800);
  await openWindow('lang=fr');
  const { previewImport } = api;
  vi.spyOn(api, 'previewImport').mockImplementation(async (...given) => {
    const review = await previewImport(...given);
    for (const row of review.files.flatMap(({ rows }) => rows))
      if (row.newcomer) row.counterparty = 'GRAND MARCHE SAINT-AUBRY';
    return review;
  });
  await keys('{Control>}o{/Control}');
  const name = () => document.querySelector<HTMLElement>('.name.new');
  await expect.poll(name).not.toBeNull();
  const line = Number.parseFloat(getComputedStyle(name()!).lineHeight);
  expect(name()!.clientHeight / line).toBeLessThan(2.5);
});
