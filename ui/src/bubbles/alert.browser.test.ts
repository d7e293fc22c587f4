import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { today } from '../dates/format';
import { ledger } from '../state/ledger.svelte';
import { t, tn, view } from '../state/view.svelte';
import { atRest, closeWindow, keys, named, openConversation, openWindow, press } from '../testing/window';

/** With plain spaces, as a test writes them. */
const words = (element: Element | null) => (element?.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');
const alert = () => document.querySelector<HTMLElement>('section.alert');
const row = (name: string) => document.querySelector<HTMLElement>(`button.conversation[title="${name}"]`);

async function open(parameters: string, name: string): Promise<void> {
  await openWindow(parameters);
  await openConversation(name);
}

beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
  view.today = today();
  await closeWindow();
});

describe('an alert', () => {
  it('states two facts and a question, with the minutes beside the two debits', async () => {
    await open('lang=fr', 'Volt & Cie');
    expect(words(alert())).toContain('Deux débits identiques à 3 minutes d’écart');
    expect(words(alert())).toContain('24,99 € à 18:02, puis 24,99 € à 18:05');
    expect(document.querySelector('.bracket')?.textContent).toBe(tn('alert-minutes', 3));
  });

  it('never takes the focus, and is a region that F6 comes to', async () => {
    await open('lang=en', 'Volt & Cie');
    expect(alert()?.contains(document.activeElement)).toBe(false);
    let isThere = false;
    for (let region = 0; region < 8 && !isThere; region += 1) {
      await keys('{F6}');
      isThere = alert()?.contains(document.activeElement) === true;
    }
    expect(isThere).toBe(true);
    await keys('{F6}');
    expect(alert()?.contains(document.activeElement), 'and goes on from').toBe(false);
  });

  it('folds to a line once the user says it was them, and is counted no more', async () => {
    await open('lang=fr', 'Volt & Cie');
    const before = ledger.marked.askingIn.size;
    expect(row('Volt & Cie')?.querySelector('.alerted')).not.toBeNull();
    await press('alert-mine');
    await expect.poll(alert).toBeNull();
    expect(document.activeElement?.textContent, 'the focus stays with it').toContain('c’était vous');
    await expect.element(page.getByText(t('alert-folded-mine', { money: '24,99 €' }))).toBeVisible();
    expect(ledger.marked.askingIn.size).toBe(before - 1);
    expect(row('Volt & Cie')?.querySelector('.alerted')).toBeNull();
    expect(document.querySelector('.bracket')).toBeNull();
  });

  it('says what to tell the bank where the user did not pay twice', async () => {
    await open('lang=en', 'Volt & Cie');
    await press('alert-unusual');
    await expect.element(page.getByText(t('alert-call'))).toBeVisible();
    expect(words(alert()?.querySelector('blockquote') ?? null)).toContain(
      '€24.99 at Volt & Cie on 28 Oct 2026',
    );
    expect(alert()?.hasAttribute('data-region'), 'it asks nothing any more').toBe(false);
  });

  it('opens the details, which say that the debit is to be checked', async () => {
    await open('lang=fr', 'Volt & Cie');
    alert()?.querySelector<HTMLElement>('button:last-of-type')?.click();
    await atRest();
    await expect.element(page.getByText(t('alert-to-check'), { exact: true })).toBeVisible();
  });

  it('hides amounts where amounts are hidden', async () => {
    await open('lang=fr&hide', 'Volt & Cie');
    expect(words(alert())).not.toContain('24,99');
    expect(alert()?.textContent).toContain('•••');
  });

  it('asks about a charge that did not come', async () => {
    await open('lang=fr', 'Cinéclub+');
    expect(alert()?.textContent).toContain(t('alert-missed', { day: '23\u00a0oct.' }));
    await press('alert-ended');
    await expect.poll(alert).toBeNull();
    await expect.element(page.getByText(t('alert-folded-ended'))).toBeVisible();
  });
});

describe('what recurs', () => {
  it('tells a price that rose, in the list too, until the user has seen it', async () => {
    await open('lang=fr', 'Onde Mobile');
    await expect
      .element(page.getByText(t('price-rise', { from: '12,99 €', to: '14,99 €' })).last())
      .toBeVisible();
    expect(words(row('Onde Mobile'))).toContain('Passe de 12,99 € à 14,99 €');
    await press('price-seen');
    await expect.element(named('button', 'price-seen')).not.toBeInTheDocument();
    expect(words(row('Onde Mobile'))).not.toContain('Passe de');
  });

  it('shows what is due as expected, after today, with what that follows from', async () => {
    view.today = '2026-11-04';
    await open('lang=fr', 'Énergie Claire');
    const rows = [...document.querySelectorAll<HTMLElement>('[data-kind]')].map(
      ({ dataset }) => dataset.kind,
    );
    expect(rows.slice(-3)).toEqual(['toCome', 'day', 'expected']);
    const expected = document.querySelector('[data-kind="expected"]');
    for (const part of ['chaque mois, montant estimé', 'pas encore sur un relevé'])
      expect(words(expected)).toContain(part);
    expect(words(expected)).not.toContain('d’après');
    const bubble = expected?.querySelector('article');
    expect(bubble?.getAttribute('aria-label')).toContain('d’après 14 prélèvements mensuels');
    expect(bubble?.title).toContain('d’après 14 prélèvements mensuels');
    expect(words(document.querySelector('.subtitle'))).toContain('prochain le 8 nov., environ 74,30 €');
  });
});
