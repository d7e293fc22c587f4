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

describe('a question that its page does not wait for', () => {
  const places = () => [...document.querySelectorAll<HTMLElement>('[data-kind="uncounted"]')];
  const figure = '360,76\u00a0€';

  /** Asks, and holds the answer back until it is let go. */
  async function askSlowly(): Promise<() => void> {
    const read = api.readAnswer;
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    vi.spyOn(api, 'readAnswer').mockImplementation(async (question) => {
      await held;
      return read(question);
    });
    await page.getByLabelText(t('composer'), { exact: true }).fill('combien en tout en mars ?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => places().length).toBe(1);
    return letGo;
  }

  it('says that it is counted, and is answered in that place', async () => {
    const letGo = await askSlowly();
    const status = page.getByText(t('answer-counting'));
    await expect.element(status).toHaveAttribute('role', 'status');
    const place = places()[0]!;
    expect(place.previousElementSibling?.textContent).toContain('combien en tout en mars ?');
    expect(place.querySelector('[aria-busy="true"]')).not.toBeNull();
    letGo();
    await expect.poll(() => place.textContent).toContain(figure);
    expect(place.querySelector('[aria-busy="true"]')).toBeNull();
    expect(status.query()).toBeNull();
    const live = document.querySelector('[aria-live="polite"]');
    await expect.poll(() => live?.textContent).toContain('en mars 2026');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });

  it('is counted anew after the ledger changed, and what it was before is gone by then', async () => {
    (await askSlowly())();
    await expect.poll(() => places()[0]?.textContent).toContain(figure);
    vi.restoreAllMocks();
    const read = api.readAnswer;
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    vi.spyOn(api, 'readAnswer').mockImplementation(async (question) => {
      await held;
      return { ...(await read(question)), figures: [{ amount: '1.00', currency: 'EUR' }] };
    });
    await ledger.refresh();
    await expect.element(page.getByText(t('answer-counting'))).toBeVisible();
    expect(places()[0]?.textContent).not.toContain(figure);
    letGo();
    await expect.poll(() => places()[0]?.textContent).toContain('1,00\u00a0€');
  });

  it('is asked for again where it could not be counted', async () => {
    const failing = vi.spyOn(api, 'readAnswer').mockRejectedValue({ code: 'busy' });
    await page.getByLabelText(t('composer'), { exact: true }).fill('combien en tout en mars ?');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(t('answer-uncounted'));
    failing.mockRestore();
    await page.getByRole('button', { name: t('retry') }).click();
    await expect.poll(() => places()[0]?.textContent).toContain(figure);
  });
});
