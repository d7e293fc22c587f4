import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { api } from '../api';
import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { seek } from '../testing/screens';
import { atRest, closeWindow, keys, named, openWindow, press } from '../testing/window';
import { searchScreen } from './screen.svelte';

const FIELD = () => page.getByRole('combobox', { name: t('search') });
const options = () => [...document.querySelectorAll<HTMLElement>('#found-options [role="option"]')];
const chosen = () => document.querySelector<HTMLElement>('#found-options [aria-selected="true"]');
const preview = () => document.querySelector<HTMLElement>('.preview');
const groups = () =>
  [...document.querySelectorAll('#found-options [role="group"]')].map((each) => each.ariaLabel);
const chips = () => [...document.querySelectorAll('.chips .chip')].map((each) => each.textContent.trim());

/** The button of a kind, whatever its count. */
const kind = (key: string) =>
  page.getByRole('toolbar').getByRole('button', { name: new RegExp(`^${t(key)}`) });

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

describe('the search screen', () => {
  it('opens from the rail, with the focus where one types, and teaches', async () => {
    await press('rail-search');
    await expect.element(FIELD()).toHaveFocus();
    await expect.element(named('button', 'rail-search')).toHaveAttribute('aria-current', 'page');
    await page.getByRole('option', { name: t('search-example-tag') }).click();
    await expect.poll(chips).toEqual(['#maison']);
  });

  it('makes chips of what is understood, which Backspace takes out again', async () => {
    await seek('chez:volt 2026 filtre');
    expect(chips()).toEqual(['chez : volt', '2026']);
    await expect.element(FIELD()).toHaveValue('filtre');
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent('8 résultats sur cet ordinateur. Opérations trouvées : −437,88 €');
    await keys('{Home}{Backspace}');
    await expect.poll(chips).toEqual(['chez : volt']);
    await expect.poll(() => searchScreen.answered).toBe('chez:volt filtre');
    await expect.element(FIELD()).toHaveFocus();
  });

  it('shows one kind alone, and all of it', async () => {
    await seek('chez:volt filtre');
    expect(groups()).toEqual(['Opérations', 'Reçus', 'Notes', 'Texte des e-mails']);
    await kind('search-kind-receipt').click();
    expect(groups()).toEqual(['Reçus']);
    expect(options()).toHaveLength(3);
    await expect.element(kind('search-kind-conversation')).toBeDisabled();
    await kind('filter-all').click();
    expect(groups()).toHaveLength(4);
  });

  it('unfolds a long group by keyboard, and goes on in it', async () => {
    await seek('volt');
    const folded = options().find(({ textContent }) => textContent.includes('3 autres opérations'));
    const steps = options().indexOf(folded!);
    await userEvent.keyboard('{ArrowDown}'.repeat(steps));
    expect(chosen()).toBe(folded);
    await keys('{Enter}');
    expect(document.body.textContent).not.toContain('3 autres opérations');
    expect(chosen()?.textContent).toContain('Filtre de hotte');
  });

  it('shows the chosen result in its conversation, with the words marked, and nothing to press in it', async () => {
    await seek('chez:volt 2026 filtre');
    await keys('{ArrowDown}{ArrowDown}');
    expect(chosen()?.textContent).toContain('Aspirateur');
    const ringed = () => preview()?.querySelector('[data-bubble][aria-pressed="true"]');
    await expect.poll(() => ringed()?.textContent).toContain('Aspirateur');
    expect(preview()?.textContent).toContain('Filtre lavable');
    expect(preview()?.querySelectorAll('fieldset button:enabled')).toHaveLength(0);
    await expect.poll(() => CSS.highlights.get('found')?.size).toBeGreaterThan(0);
  });

  it('opens the place of the chosen result, and is as it was when one comes back', async () => {
    await seek('chez:volt 2026 filtre');
    await keys('{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(() => ledger.screen).toBe('conversations');
    await expect.poll(() => ledger.entry?.entry.text).toBe('Aspirateur balai Silenzo V8');
    const row = () => document.querySelector(`.conversation-pane [data-id="${ledger.selected}"]`);
    await expect.poll(row).not.toBeNull();
    await press('rail-search');
    expect(chips()).toEqual(['chez : volt', '2026']);
    expect(chosen()?.textContent).toContain('Aspirateur');
  });

  it('leads from a mail to the entry that it tells of, by the button beside its place', async () => {
    await seek('chez:volt 2026 filtre');
    await page.getByRole('option', { name: /^Expédition/ }).click();
    await expect
      .poll(() => preview()?.querySelector('[aria-pressed="true"]')?.textContent)
      .toContain('Aspirateur');
    await press('open-conversation', { name: 'Volt & Cie' });
    await expect.poll(() => ledger.entry?.entry.text).toBe('Aspirateur balai Silenzo V8');
  });

  it('opens at once what is pressed where there is no room for its place', async () => {
    await page.viewport(760, 800);
    await seek('chez:volt 2026 filtre');
    await page.getByRole('option', { name: /^Laver/ }).click();
    await expect.poll(() => ledger.screen).toBe('conversations');
    await expect.poll(() => document.activeElement?.textContent).toContain('Laver le filtre');
  });

  it('empties on Escape, and then goes back', async () => {
    await seek('chez:volt filtre');
    await keys('{Escape}');
    await expect.element(FIELD()).toHaveValue('');
    expect(chips()).toEqual([]);
    expect(ledger.screen).toBe('search');
    await keys('{Escape}');
    expect(ledger.screen).toBe('conversations');
  });

  it('is reached by Tab in the order of its parts', async () => {
    await seek('filtre');
    const stops: (string | null | undefined)[] = [];
    for (let at = 0; at < 5; at += 1) {
      await keys('{Tab}');
      const { activeElement } = document;
      stops.push(activeElement?.ariaLabel ?? activeElement?.textContent.trim().replace(/\s+/g, ' '));
    }
    expect(stops).toEqual([
      t('search-clear'),
      'Tout 11',
      t('search-results'),
      t('open-conversation', { name: 'Volt & Cie' }),
      'Volt & Cie',
    ]);
  });

  it('is walked region by region with F6, and its list to its ends', async () => {
    await seek('filtre');
    const regions: (string | null | undefined)[] = [];
    for (let at = 0; at < 4; at += 1) {
      await keys('{F6}');
      const { activeElement } = document;
      regions.push(activeElement?.ariaLabel ?? activeElement?.textContent.trim().replace(/\s+/g, ' '));
    }
    expect(regions).toEqual([
      'Tout 11',
      t('search-results'),
      t('open-conversation', { name: 'Volt & Cie' }),
      t('rail-search'),
    ]);
    await keys('{Shift>}{F6}{F6}{/Shift}{End}');
    expect(chosen()).toBe(options().at(-1));
    await keys('{Home}');
    expect(chosen()).toBe(options()[0]);
  });

  it('takes over what the palette found', async () => {
    await keys('{Control>}k{/Control}');
    await FIELD().fill('volt 2026');
    await page.getByRole('option', { name: t('search-all') }).click();
    await expect.poll(() => ledger.screen).toBe('search');
    await expect.poll(chips).toEqual(['2026']);
    await expect.element(FIELD()).toHaveValue('volt');
    await keys('{Control>}1{/Control}');
    await expect.element(FIELD()).toHaveValue('');
  });

  it('offers wider searches where nothing is found', async () => {
    await seek('chez:volt mai 2026 filtre');
    await expect.element(named('heading', 'search-nothing', { query: 'filtre' })).toBeVisible();
    await press('search-without-days');
    await expect.poll(chips).toEqual(['chez : volt']);
    await expect.poll(() => options().length).toBeGreaterThan(0);
  });

  it('says which statement is missing where nothing is found on its days', async () => {
    await seek('cafetière mai 2026');
    await expect.element(page.getByText('Il manque le relevé du 1er au 14 mai 2026.')).toBeVisible();
    const chosen = vi.spyOn(api, 'chooseFiles').mockResolvedValue([]);
    await press('gap-add');
    expect(chosen).toHaveBeenCalledOnce();
  });

  it('hides every amount, in the place beside the results too', async () => {
    await openWindow('lang=fr&theme=light&hide');
    await seek('chez:volt 2026 filtre');
    const told = [...document.querySelectorAll('.search-screen, .search-screen *')].flatMap((each) => [
      each.getAttribute('aria-label'),
      each.getAttribute('title'),
    ]);
    const said = [document.querySelector('.search-screen')?.textContent, ...told].join(' ');
    expect(said).not.toMatch(/437|349|24,99|38,90|4417/);
    expect(said).toContain('•••');
  });

  it('marks what has to be looked at until it is answered, on the screen and in the palette', async () => {
    const told = (row: Element) => row.textContent.replace(/\s+/g, ' ');
    const marked = (rows: Element[]) => rows.filter((row) => told(row).includes(t('alert-here'))).map(told);
    await seek('chez:volt filtre');
    expect(marked(options())).toEqual([expect.stringContaining('28 oct., 18:05')]);
    await keys('{Control>}1{/Control}');
    await keys('{Control>}k{/Control}');
    await FIELD().fill('volt filtre');
    const hits = () => [...document.querySelectorAll('#search-options .hit')];
    await expect.poll(() => marked(hits())).toEqual([expect.stringContaining('28 oct., 18:05')]);
    const second = searchScreen.rows.find((row) => row.kind === 'entry' && row.hit.toCheck);
    const id = second?.kind === 'entry' && second.hit.item.kind === 'entry' ? second.hit.item.id : 0;
    await api.answerAlert('doubleDebit', id, 'mine');
    await ledger.refresh();
    await seek('chez:volt filtre');
    await expect.poll(() => marked(options())).toEqual([]);
  });

  it('looks again when the ledger changes', async () => {
    await seek('filtre');
    const before = searchScreen.rows.length;
    const search = vi.spyOn(api, 'search');
    await ledger.refresh();
    await expect.poll(() => search.mock.calls.length).toBeGreaterThan(0);
    await atRest();
    expect(searchScreen.rows).toHaveLength(before);
  });
});
