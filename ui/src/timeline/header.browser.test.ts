import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import type { ConversationHeader } from '../api/contract';
import { ledger } from '../state/ledger.svelte';
import { session } from '../state/session.svelte';
import { tn } from '../state/view.svelte';
import { atRest, closeWindow, openWindow } from '../testing/window';

const NAME = 'Volt & Cie';

const euros = (amount: string) => [{ amount, currency: 'EUR' }];

const line = () => document.querySelector<HTMLElement>('.conversation-pane header .line')!;
const subtitle = () => line().querySelector<HTMLElement>('.subtitle')!;
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function linesOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

/** Opens a merchant's conversation with this in its header, in a window of this width. */
async function open(parameters: string, width: number, part: (header: ConversationHeader) => object) {
  await page.viewport(width, 800);
  await openWindow(`lang=fr&theme=light&${parameters}`);
  const { getHeader } = api;
  vi.spyOn(api, 'getHeader').mockImplementation(async (conversation) => {
    const header = await getHeader(conversation);
    return { ...header, ...part(header) };
  });
  await ledger.open({ kind: 'counterparty', id: 1 });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await atRest();
}

const refunded = () => ({ year: { year: 2026, out: euros('-2310.55'), in: euros('1204.10') } });

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

describe('the header of a merchant who gave money back', () => {
  it.each([
    ['one pane', '', 480, false],
    ['large letters', 'text=200', 480, false],
    ['the details beside it', '', 1280, true],
  ])('keeps its name whole with %s', async (_, parameters, width, isInspecting) => {
    await open(parameters, width, refunded);
    ledger.isInspecting = isInspecting;
    await atRest();
    const name = line().querySelector('h1')!;
    expect(name.textContent).toBe(NAME);
    expect(name.scrollWidth).toBe(name.clientWidth);
    expect(name.clientWidth).toBeGreaterThan((width / rem() < 24 ? 5 : 8) * rem());
    expect(line().scrollWidth).toBe(line().clientWidth);
    for (const part of line().querySelectorAll('.figure > *, .beside'))
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(line().getBoundingClientRect().right);
    expect(linesOf(subtitle())).toBe(1);
  });

  it('says what came back where there is room for it', async () => {
    await open('', 1280, refunded);
    await expect.element(page.getByText(/1.204,10.€ reçus/)).toBeVisible();
    expect(linesOf(line().querySelector('small')!)).toBe(1);
  });
});

describe('the line under a name', () => {
  const expected = { date: '2040-11-12', money: euros('-42.00')[0], steady: true };

  it('says since when before it says nothing of it', async () => {
    await open('', 760, () => ({ count: 15, since: '2025-09-14', expected: null }));
    const since = tn('header-entries-since', 15, { year: '2025' });
    await expect.poll(() => subtitle().textContent).toBe(since);
  });

  it('begins with a capital where it is all that is said, and is said whole', async () => {
    await open('', 540, () => ({ count: 15, since: '2025-09-14', expected }));
    await expect.poll(() => subtitle().textContent).toMatch(/^Prochain le 12/);
    expect(linesOf(subtitle())).toBe(1);
  });

  it('is counted where what comes next does not stand whole', async () => {
    await open('text=200', 480, () => ({ count: 15, since: '2025-09-14', expected }));
    await expect.poll(() => subtitle().textContent).toBe(tn('header-entries', 15));
    expect(linesOf(subtitle())).toBe(1);
  });

  it('says less once its letters grow', async () => {
    await open('', 480, () => ({ count: 15, since: '2025-09-14', expected: null }));
    await expect.poll(() => subtitle().textContent).toContain('2025');
    await session.change({ textSize: 200 });
    await expect.poll(() => subtitle().textContent).toBe(tn('header-entries', 15));
    expect(linesOf(subtitle())).toBe(1);
  });

  it('leaves the name of a bank as the bank writes it', async () => {
    await open('', 1280, () => ({ account: { ...ledger.list.accounts[0]!, servicer: 'bunq' } }));
    await expect.element(page.getByText(/^bunq/)).toBeVisible();
    expect(getComputedStyle(subtitle(), '::first-letter').textTransform).toBe('none');
  });
});

describe('the months below the curve of an account', () => {
  it.each([100, 200])('have labels that are whole at %i %% text', async (size) => {
    await page.viewport(1280, 800);
    await openWindow(`lang=fr&theme=light&text=${size}`);
    await ledger.open({ kind: 'account', id: 2 });
    const labels = () => [...document.querySelectorAll<HTMLElement>('.months button')];
    await expect.poll(() => labels().length).toBeGreaterThan(8);
    await atRest();
    expect(labels().filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  });
});
