import { afterEach, expect, test } from 'vitest';

import { session } from '../state/session.svelte';
import { t } from '../state/view.svelte';
import { closeWindow, keys, openWindow, press } from '../testing/window';

afterEach(closeWindow);

test('a window that was locked says since when', async () => {
  await openWindow('lang=fr');
  await session.lock();
  await expect.poll(() => document.querySelector('.since')?.textContent).toMatch(/^Verrouillé à \d\d:\d\d$/);
  session.lockedAt = new Date(2026, 0, 5, 18, 3);
  await expect
    .poll(() => document.querySelector('.since')?.textContent)
    .toMatch(/^Verrouillé le 5\sjanv\.\s2026, 18:03$/);
});

/** Where each button of the form stands. */
const places = () =>
  [...document.querySelectorAll('form button')].map((each) => each.getBoundingClientRect().top);

const late = () => document.querySelector('.late')?.textContent;

/** What is under way would enter a later test. */
const isOpen = () => expect.poll(() => document.querySelector('.lock')).toBeNull();

test('a door that takes long to open says that it is still at it, and nothing moves', async () => {
  await openWindow('lang=fr&slow');
  await session.lock();
  await keys('sirop girafe mardi bocal');
  const before = places();
  await press('lock-open');
  await expect.poll(() => document.querySelector('[role="progressbar"]')?.ariaLabel).toBe(t('lock-opening'));
  await expect.poll(late).toBe(t('lock-late'));
  expect(places()).toEqual(before);
  await isOpen();
});

test('a keyring that takes long to answer may be asking elsewhere', async () => {
  await openWindow('lang=fr&slow&keyring');
  await session.lock();
  await press('lock-keyring');
  await expect.poll(late).toBe(t('lock-keyring-asks'));
  await isOpen();
});
