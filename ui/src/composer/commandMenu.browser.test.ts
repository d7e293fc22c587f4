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
