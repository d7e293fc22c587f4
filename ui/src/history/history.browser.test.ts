import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { show, t } from '../state/view.svelte';
import { closeWindow, openConversation, openWindow, press } from '../testing/window';

const QUESTION = 'combien chez Grand Marché en mars ?';

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light');
});

afterEach(closeWindow);

/** The lines of the history that begin so. */
const line = (what: string) => page.getByRole('listitem').filter({ hasText: what }).first();

describe('the history', () => {
  it('says of an answer which payment it was about', async () => {
    await openConversation('Volt & Cie');
    await press('alert-mine');
    await press('rail-history');
    const answer = line(t('history-answer-alert'));
    const which = [
      'Volt & Cie',
      show.signed({ amount: '-24.99', currency: 'EUR' }),
      show.dayFull('2026-10-28'),
    ];
    await expect.poll(() => answer.element().textContent).toContain(which.join(' · '));
  });

  it('says from what to what a conversation was renamed, and which payment a note is on', async () => {
    await openConversation('Volt & Cie');
    document.querySelector<HTMLElement>('[data-id] [data-bubble]')?.focus();
    await userEvent.keyboard('n');
    await page.getByLabelText(t('composer'), { exact: true }).fill('Pour la cuisine');
    await userEvent.keyboard('{Enter}');
    await press('conversation-menu');
    await page.getByRole('menuitem', { name: t('conversation-rename') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Volt');
    await userEvent.keyboard('{Enter}');
    await press('rail-history');
    await expect.element(line(t('history-renamed', { from: 'Volt & Cie', to: 'Volt' }))).toBeInTheDocument();
    await expect.poll(() => line('Pour la cuisine').element().textContent).toMatch(/Volt.* · .*€ · /);
  });

  it('says of a note that was emptied that it was taken away', async () => {
    await openConversation('Volt & Cie');
    await userEvent.click(document.querySelector('[data-kind="note"] button')!);
    await expect.element(page.getByLabelText(t('composer'), { exact: true })).toHaveFocus();
    await userEvent.keyboard('{Control>}a{/Control}{Delete}{Enter}');
    await expect.element(page.getByText(t('note-gone')).first()).toBeVisible();
    await press('rail-history');
    await expect.element(line(t('history-note-taken'))).toBeInTheDocument();
    await expect.element(line(t('history-edit-note'))).not.toBeInTheDocument();
  });

  it('says which question was asked, and where', async () => {
    await openConversation('Grand Marché');
    await page.getByLabelText(t('composer'), { exact: true }).fill(QUESTION);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: t('question-drop') }).last()).toBeInTheDocument();
    await press('rail-history');
    const asked = line(QUESTION);
    await expect.element(asked).toHaveTextContent(t('history-question'));
    await expect.element(asked.getByText('Grand Marché', { exact: true })).toBeVisible();
  });

  it('says which question was taken away, and hides its figures with the others', async () => {
    await openConversation('Grand Marché');
    await page.getByLabelText(t('composer'), { exact: true }).fill(`${QUESTION.slice(0, -1)}plus de 40 € ?`);
    await userEvent.keyboard('{Enter}');
    await page
      .getByRole('button', { name: t('question-drop') })
      .last()
      .click();
    await press('rail-history');
    const taken = line(t('history-drop-question'));
    await expect.element(taken).toHaveTextContent('en mars plus de 40 €');
    await expect.element(taken.getByText('Grand Marché', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    await expect.poll(() => taken.element().textContent).toContain('plus de ••• €');
  });
});
