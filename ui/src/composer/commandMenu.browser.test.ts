import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { t } from '../state/view.svelte';
import { atRest, closeWindow, openConversation, openWindow } from '../testing/window';

afterEach(closeWindow);

test('an example of a command is whole in a narrow window', async () => {
  await page.viewport(760, 800);
  await openWindow('lang=fr&theme=light');
  await openConversation('Volt & Cie');
  await page.getByLabelText(t('composer'), { exact: true }).click();
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('listbox', { name: t('composer-commands') })).toBeVisible();
  await atRest();
  const examples = [...document.querySelectorAll<HTMLElement>('#composer-menu .example')];
  expect(examples).toHaveLength(5);
  expect(examples.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  const { right } = document.getElementById('composer-menu')!.getBoundingClientRect();
  expect(Math.max(...examples.map((example) => example.getBoundingClientRect().right))).toBeLessThanOrEqual(
    right,
  );
  expect(new Set(examples.map((example) => Math.round(example.getBoundingClientRect().height))).size).toBe(1);
});

test('the line that is written stays in view under large letters, and so does the command that Enter takes', async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light&text=200');
  await openConversation('Compte courant');
  const field = page.getByLabelText(t('composer'), { exact: true });
  await field.click();
  await userEvent.keyboard('/');
  await atRest();
  expect(field.element().getBoundingClientRect().bottom).toBeLessThan(innerHeight);
  expect(document.querySelector('.sticky, .to-end'), 'nothing floats over the commands').toBeNull();
  await userEvent.keyboard('{ArrowUp}');
  const menu = document.querySelector('.menu-card')!.getBoundingClientRect();
  const last = document.querySelector('#composer-menu [aria-selected="true"]')!.getBoundingClientRect();
  expect(last.bottom).toBeLessThanOrEqual(menu.bottom);
  expect(last.top).toBeGreaterThanOrEqual(menu.top);
});
