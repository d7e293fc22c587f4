import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { api } from '../api';
import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { atRest, closeWindow, keys, openConversation, openWindow } from '../testing/window';

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light');
  await openConversation('Grand Marché');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

const answers = () => [...document.querySelectorAll<HTMLElement>('[data-kind="answer"]')];

async function ask(text: string): Promise<HTMLElement> {
  const before = answers().length;
  await page.getByLabelText(t('composer'), { exact: true }).fill(text);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => answers().length).toBe(before + 1);
  await atRest();
  return answers().at(-1)!;
}

describe('a question', () => {
  it('is answered under itself, with the focus left where it was typed', async () => {
    const answer = await ask('combien en mars ?');
    expect(answer.textContent).toContain('360,76\u00a0€');
    expect(answer.previousElementSibling?.textContent).toContain('combien en mars ?');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });

  it('is told to whoever listens', async () => {
    await ask('combien en mars ?');
    const live = document.querySelector('[aria-live="polite"]');
    expect(live?.textContent).toContain('chez Grand Marché en mars 2026');
    expect(live?.textContent).toContain('360');
  });

  it('is answered anew in its place when another reading is chosen, by keyboard', async () => {
    await ask('combien en mars ?');
    const choose = vi.spyOn(api, 'chooseReading');
    const chip = page.getByRole('button', { name: new RegExp(`^${t('answer-part-period')}`) }).last();
    (chip.element() as HTMLElement).focus();
    await keys('{Enter}');
    await page.getByRole('menuitemradio', { name: 'avril 2026' }).click();
    await expect.poll(() => answers().at(-1)?.textContent).toContain('avril 2026');
    expect(choose).toHaveBeenCalledOnce();
    expect(answers()).toHaveLength(1);
  });

  it('goes on by what may be asked next', async () => {
    await ask('combien en mars ?');
    await page.getByRole('button', { name: 'et en avril' }).click();
    await expect.poll(() => answers().length).toBe(2);
  });

  it('leads from an entry of its answer to the entry in place', async () => {
    const answer = await ask('combien en mars ?');
    answer.querySelector<HTMLElement>('li .row')!.click();
    await expect.poll(() => ledger.selected).not.toBeNull();
    const row = () => document.querySelector(`[data-id="${ledger.selected}"]`);
    await expect.poll(row).not.toBeNull();
  });

  it('is taken back by Ctrl+Z in an empty line, and taken away by its button', async () => {
    await ask('combien en mars ?');
    await keys('{Control>}z{/Control}');
    await expect.poll(() => answers().length).toBe(0);
    await ask('combien en mai ?');
    await page.getByRole('button', { name: t('question-drop') }).click();
    await expect.poll(() => answers().length).toBe(0);
  });

  it('hides every amount of its answer with the others, in names too', async () => {
    await openWindow('lang=fr&theme=light&hide');
    await openConversation('Grand Marché');
    const answer = await ask('combien en mars ?');
    const told = [answer, ...answer.querySelectorAll('*')].flatMap((each) => [
      each.getAttribute('aria-label'),
      each.getAttribute('title'),
    ]);
    expect([answer.textContent, ...told].join(' ')).not.toMatch(/360|31,76|53,43/);
    expect(answer.textContent).toContain('•••');
  });

  it('is offered by the palette, too', async () => {
    await keys('{Control>}k{/Control}');
    await page.getByRole('combobox', { name: t('search') }).fill('combien en mars ?');
    await page.getByRole('option', { name: new RegExp('^Demander') }).click();
    await expect.poll(() => answers().length).toBe(1);
  });
});

describe('what is not understood', () => {
  it('is said, with what is nearest to choose', async () => {
    const answer = await ask('combien tantôt ?');
    expect(answer.textContent).toContain('Je n’ai pas compris «\u00a0tantôt\u00a0»');
    expect(answer.querySelector('.next')?.textContent).toBe('Transports Métropole');
  });
});
