/** Every screen and state of the window, by the way that leads to it. */
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { api } from '../api';
import { watching } from '../imports/watching.svelte';
import { ledger } from '../state/ledger.svelte';
import { originals } from '../originals/originals.svelte';
import { searchScreen } from '../search/screen.svelte';
import { search } from '../search/search.svelte';
import { t } from '../state/view.svelte';
import type { TextArguments } from '../text/catalogue';
import { atRest, keys, named, openConversation, press } from './window';

export type Screen = {
  name: string;
  /** The fake's own, beside language and theme. */
  parameters?: string;
  way?: () => Promise<void>;
  /** A narrow window has no such thing. */
  isWide?: boolean;
};

const MERCHANT = 'Volt & Cie';
const ACCOUNT = 'Compte courant';
const PASSPHRASE = 'sirop girafe mardi bocal';

async function merchant(): Promise<void> {
  await openConversation(MERCHANT);
}

async function fill(key: string, text: string, args?: TextArguments): Promise<void> {
  await page.getByLabelText(t(key, args), { exact: true }).first().fill(text);
  await atRest();
}

/** The newest bubble of the open conversation. */
function newest(): HTMLElement {
  const bubble = [...document.querySelectorAll<HTMLElement>('[data-bubble]')].at(-1);
  if (!bubble) throw new Error('the conversation has no bubble');
  return bubble;
}

async function menu(key: string): Promise<void> {
  await merchant();
  await press('conversation-menu');
  await named('menuitem', key).click();
  await atRest();
}

async function compose(text: string): Promise<void> {
  await merchant();
  await fill('composer', text);
}

/** Asks where the money goes often, and waits for the answer. */
async function asks(question: string): Promise<void> {
  await openConversation('Grand Marché');
  await fill('composer', question);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: t('question-drop') }).last()).toBeInTheDocument();
  await atRest();
}

async function look(query: string): Promise<void> {
  await keys('{Control>}k{/Control}');
  await page.getByRole('combobox', { name: t('search') }).fill(query);
  await expect.poll(() => search.answered).toBe(query);
  await atRest();
}

/** Types into the field of the search screen, and waits for what it finds. */
export async function seek(text: string): Promise<void> {
  await keys('{Control>}{Shift>}f{/Shift}{/Control}');
  const field = page.getByRole('combobox', { name: t('search') });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard(text);
  await expect.poll(() => searchScreen.isAnswered && searchScreen.isWhole).toBe(true);
  await expect.poll(() => document.querySelectorAll('.preview').length === 0 || isPlaced()).toBe(true);
  await atRest();
}

/** The place of the chosen result stands beside it, where there is room for that. */
function isPlaced(): boolean {
  const preview = document.querySelector<HTMLElement>('.preview');
  return preview?.offsetParent === null || document.querySelector('.preview li') !== null;
}

async function review(): Promise<void> {
  await press('rail-import');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await atRest();
}

async function original(name: string): Promise<void> {
  await originals.open(name);
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await atRest();
}

export async function printing(): Promise<void> {
  await openConversation('Grand Marché');
  await page
    .getByText(t('receipt-lines', { count: 4, n: '4' }))
    .first()
    .click();
  await press('print-proof');
}

async function toPhrase(): Promise<void> {
  await press('begin');
  await fill('passphrase', PASSPHRASE);
  await fill('passphrase-again', PASSPHRASE);
  await press('continue');
  await expect.element(named('heading', 'phrase-title')).toBeVisible();
}

async function pressBeginning(key: string): Promise<void> {
  await page
    .getByRole('button', { name: t(key) })
    .first()
    .click();
  await atRest();
}

async function settings(): Promise<void> {
  await press('rail-settings');
}

async function overview(): Promise<void> {
  await keys('{Control>}6{/Control}');
}

async function chooseSegment(key: string): Promise<void> {
  await named('radio', key).click();
  await atRest();
}

export const SCREENS: Screen[] = [
  { name: 'no conversation' },
  { name: 'nothing at all', parameters: 'empty' },
  { name: 'merchant', way: merchant },
  {
    name: 'entry with details',
    way: async () => {
      await merchant();
      await userEvent.click(newest());
      await expect.element(named('heading', 'entry-raw')).toBeVisible();
      await atRest();
    },
  },
  {
    name: 'receipt opened',
    way: async () => {
      await openConversation('Grand Marché');
      await page.getByRole('button', { name: 'ticket_3110' }).first().click();
      await atRest();
    },
  },
  { name: 'account', way: () => openConversation(ACCOUNT) },
  { name: 'account with compact rows', parameters: 'density=compact', way: () => openConversation(ACCOUNT) },
  {
    name: 'account with its figures',
    way: async () => {
      await openConversation(ACCOUNT);
      await press('details');
    },
  },
  {
    name: 'several selected',
    way: async () => {
      await openConversation('Boulangerie Morel');
      newest().focus();
      await keys(' {ArrowUp} ');
    },
  },
  {
    name: 'menu of an entry',
    way: async () => {
      await merchant();
      await userEvent.click(newest(), { button: 'right' });
      await atRest();
    },
  },
  {
    name: 'menu of a conversation',
    way: async () => {
      await merchant();
      await press('conversation-menu');
    },
  },
  {
    name: 'debit that was not the user’s',
    way: async () => {
      await merchant();
      await press('alert-unusual');
    },
  },
  { name: 'charge that did not come', way: () => openConversation('Cinéclub+') },
  { name: 'price that rose', way: () => openConversation('Onde Mobile') },
  { name: 'bill to come', way: () => openConversation('Énergie Claire') },
  { name: 'renaming', way: () => menu('conversation-rename') },
  { name: 'choosing a category', way: () => menu('conversation-category') },
  { name: 'merging', way: () => menu('conversation-merge') },
  {
    name: 'going to a month',
    way: async () => {
      await merchant();
      await keys('{Control>}g{/Control}');
    },
  },
  { name: 'commands of the line', way: () => compose('/') },
  { name: 'cash about to be written', way: () => compose('/espèces 4,20 café hier') },
  { name: 'question about to be asked', way: () => compose('combien en octobre ?') },
  { name: 'question and answer', way: () => asks('combien chez Grand Marché en mars ?') },
  { name: 'question with hidden amounts', parameters: 'hide', way: () => asks('combien en mars ?') },
  { name: 'question not understood', way: () => asks('combien tantôt ?') },
  { name: 'question with several readings', way: () => asks('combien transport en mars ?') },
  { name: 'question without a hit', way: () => asks('combien pour la cafetière en mai ?') },
  {
    name: 'other readings of a question',
    way: async () => {
      await asks('combien en mars ?');
      await page
        .getByRole('button', { name: new RegExp(t('answer-part-period')) })
        .last()
        .click();
      await expect.element(page.getByRole('menu')).toBeVisible();
      await atRest();
    },
  },
  {
    name: 'answer being counted',
    parameters: 'slow',
    way: async () => {
      await compose('combien en mars ?');
      await userEvent.keyboard('{Enter}');
      await expect.element(page.getByText(t('answer-counting'))).toBeVisible();
    },
  },
  {
    name: 'answer that its page does not wait for',
    parameters: 'slow',
    way: async () => {
      await asks('combien en tout ?');
      await expect.element(page.getByText(t('answer-counting'))).toBeVisible();
    },
  },
  {
    name: 'answer that could not be counted',
    parameters: 'busy',
    way: async () => {
      await asks('combien en tout ?');
      await expect.element(page.getByText(t('answer-uncounted'))).toBeVisible();
    },
  },
  { name: 'amounts hidden', parameters: 'hide', way: merchant },
  { name: 'search', way: () => look('marché') },
  { name: 'nothing found', way: () => look('cafetière zinzolin') },
  { name: 'search screen', way: () => keys('{Control>}{Shift>}f{/Shift}{/Control}') },
  { name: 'search screen with results', way: () => seek('chez:volt 2026 filtre') },
  { name: 'search screen with hidden amounts', parameters: 'hide', way: () => seek('volt') },
  { name: 'search screen where nothing is found', way: () => seek('mai 2026 cafetière') },
  {
    name: 'search screen with what cannot be looked for',
    way: async () => {
      await seek('filtre 2026-02-30');
      await keys('{Shift>}{Tab}{/Shift}');
    },
  },
  { name: 'commands of the palette', way: () => look('import') },
  { name: 'filter without a hit', isWide: true, way: () => pressBeginning('filter-accounts') },
  { name: 'receipts', way: () => keys('{Control>}5{/Control}') },
  {
    name: 'linking a receipt',
    way: async () => {
      await keys('{Control>}5{/Control}');
      await press('link-choose');
    },
  },
  {
    name: 'linking a refund',
    way: async () => {
      await merchant();
      newest().focus();
      await keys('l');
    },
  },
  { name: 'printing with a protected original', parameters: 'protected', way: printing },
  { name: 'printing with hidden amounts', parameters: 'hide', way: printing },
  { name: 'overview', way: overview },
  { name: 'overview of nothing', parameters: 'empty', way: overview },
  { name: 'overview with hidden amounts', parameters: 'hide', way: overview },
  {
    name: 'overview of a month, by category',
    way: async () => {
      await overview();
      await chooseSegment('overview-span-month');
      await chooseSegment('overview-by-category');
      await page.getByRole('button', { expanded: false }).first().click();
      await atRest();
    },
  },
  {
    name: 'lines of fees',
    way: async () => {
      await overview();
      await press('overview-fee-lines', { count: 22, n: '22' });
    },
  },
  { name: 'history', way: () => press('rail-history') },
  { name: 'settings', way: settings },
  {
    name: 'account being set',
    way: async () => {
      await settings();
      await press('account-edit-named', { name: ACCOUNT });
    },
  },
  {
    name: 'shortcuts',
    way: async () => {
      await settings();
      await press('show');
    },
  },
  {
    name: 'language being chosen',
    way: async () => {
      await settings();
      await page.getByRole('combobox', { name: t('settings-language') }).click();
      await atRest();
    },
  },
  { name: 'settings with watched folders', parameters: 'watched=gone', way: settings },
  { name: 'files that wait', parameters: 'watched', way: () => press('show') },
  {
    name: 'files that wait no more',
    parameters: 'watched',
    way: async () => {
      await expect.element(named('button', 'show')).toBeVisible();
      await api.dismissWatched('/home/lea/Téléchargements', Infinity);
      await watching.look();
      await press('show');
    },
  },
  { name: 'review', way: review },
  {
    name: 'correction of a row',
    way: async () => {
      await review();
      await press('review-correct-date');
    },
  },
  { name: 'columns of a CSV', parameters: 'csv', way: review },
  {
    name: 'choice in a dialog',
    parameters: 'csv',
    way: async () => {
      await review();
      await page.getByRole('combobox', { name: t('ask-dateOrder') }).click();
      await atRest();
    },
  },
  {
    name: 'import under way',
    parameters: 'slow',
    way: async () => {
      await press('rail-import');
      await expect.element(page.getByRole('region', { name: t('progress') })).toBeVisible();
    },
  },
  { name: 'original as text', way: () => original('releve_2026-10.ofx') },
  { name: 'original mail', way: () => original('Expédition.eml') },
  { name: 'original page', way: () => original('Facture F-2026-081834.pdf') },
  {
    name: 'forgetting an original',
    way: async () => {
      await original('Expédition.eml');
      await press('forget');
    },
  },
  {
    name: 'file over the window',
    way: async () => {
      window.dispatchEvent(new DragEvent('dragenter', { clientX: 600, clientY: 300 }));
      await atRest();
    },
  },
  {
    name: 'something done',
    way: async () => {
      await compose('une note');
      await userEvent.keyboard('{Enter}');
      await expect.element(named('button', 'toast-undo')).toBeVisible();
      await atRest();
    },
  },
  {
    name: 'conversation gone',
    way: async () => {
      await ledger.open({ kind: 'counterparty', id: 999 });
      await atRest();
    },
  },
  { name: 'welcome', parameters: 'door=firstRun' },
  { name: 'choosing a lock', parameters: 'door=firstRun', way: () => press('begin') },
  {
    name: 'lock refused',
    parameters: 'door=firstRun',
    way: async () => {
      await press('begin');
      await fill('passphrase', 'a');
      await press('continue');
    },
  },
  { name: 'recovery phrase', parameters: 'door=firstRun', way: toPhrase },
  {
    name: 'first statement',
    parameters: 'door=firstRun',
    way: async () => {
      await toPhrase();
      await fill('phrase-word', 'mill', { n: 3 });
      await fill('phrase-word', 'maple', { n: 19 });
    },
  },
  { name: 'locked', parameters: 'door=locked' },
  { name: 'locked, with the keyring', parameters: 'door=locked&keyring' },
  {
    name: 'wrong passphrase',
    parameters: 'door=locked',
    way: async () => {
      await fill('passphrase', 'autre chose');
      await press('lock-open');
    },
  },
  {
    name: 'twenty-four words asked',
    parameters: 'door=locked',
    way: () => press('lock-forgot'),
  },
  { name: 'history that does not open', parameters: 'fault=damaged' },
];
