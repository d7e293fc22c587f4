import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

import { api } from '../api';
import { painted } from '../kit/painted';
import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { atRest, closeWindow, keys, named, openConversation, openWindow } from '../testing/window';

const ACCOUNT = 'Compte courant';
const MERCHANT = 'Grand Marché';

const box = () => document.querySelector<HTMLElement>('section.timeline')!;
const bubbles = () => [...document.querySelectorAll<HTMLElement>('[data-bubble]')];
const days = () => [...document.querySelectorAll<HTMLElement>('[data-day]')];

/** The first row that stands inside the view, and how far below its top edge. */
function read(): { key: string; offset: number } {
  const { top } = box().getBoundingClientRect();
  const rows = [...document.querySelectorAll<HTMLElement>('[data-key]')];
  const row = rows.find((each) => each.getBoundingClientRect().top >= top);
  if (!row) throw new Error('no row is in view');
  return { key: row.dataset.key ?? '', offset: row.getBoundingClientRect().top - top };
}

/** Rows stand at fractions of a pixel and views do not: the same place is less than a pixel away. */
function isSame(left: ReturnType<typeof read>): boolean {
  const now = read();
  return now.key === left.key && Math.abs(now.offset - left.offset) < 1;
}

/** Entries from this day on were not seen yet. */
function showUnreadFrom(day: string): void {
  const { pageTimeline } = api;
  vi.spyOn(api, 'pageTimeline').mockImplementation(async (query) => {
    const page = await pageTimeline(query);
    const items = page.items.map((item) =>
      item.kind === 'entry' ? { ...item, unread: item.date >= day } : item,
    );
    return { ...page, items };
  });
}

async function scrollBy(pixels: number): Promise<void> {
  box().scrollTop += pixels;
  await painted();
  await atRest();
}

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr&theme=light');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeWindow();
});

describe('the timeline', () => {
  it('keeps what is read in place while older rows come above it', async () => {
    await openConversation(ACCOUNT);
    await scrollBy(0);
    box().scrollTop = box().scrollHeight;
    await atRest();
    const rows = document.querySelectorAll('[data-key]').length;
    box().scrollTop = 880;
    const before = read();
    await expect.poll(() => document.querySelectorAll('[data-key]').length).toBeGreaterThan(rows);
    await atRest();
    expect(isSame(before), `${before.offset} ${read().offset}`).toBe(true);
  });

  it('is where it was left when one comes back', async () => {
    await openConversation(ACCOUNT);
    box().scrollTop = box().scrollHeight;
    await atRest();
    await scrollBy(-1_200);
    const left = read();
    await openConversation('Boulangerie Morel');
    await openConversation(ACCOUNT);
    await expect.poll(() => isSame(left)).toBe(true);
  });

  it('opens after an import where what it proves is in view, and leaves there who scrolls on', async () => {
    await page.viewport(1280, 560);
    await atRest();
    await ledger.openAnew({ kind: 'account', id: 1 }, ['releve_2026-10.ofx']);
    await expect.poll(() => document.querySelector('.curve')).not.toBeNull();
    await atRest();
    const proof = () => document.querySelector('[data-key^="proof-2026-10"]')!.getBoundingClientRect();
    const below = () => box().getBoundingClientRect().bottom - proof().bottom;
    await expect.poll(below).toBeGreaterThan(0);
    expect(proof().top).toBeGreaterThan(box().getBoundingClientRect().top);
    await scrollBy(-300);
    const left = below();
    expect(left).toBeLessThan(0);
    await page.viewport(1280, 520);
    await scrollBy(0);
    expect(Math.abs(below() - left)).toBeLessThan(1);
  });

  it('goes after an import to its proof also where the first of what is new is further up', async () => {
    await page.viewport(1280, 560);
    showUnreadFrom('2025-01-01');
    await ledger.openAnew({ kind: 'account', id: 1 }, ['releve_2026-10.ofx']);
    await expect.poll(() => document.querySelector('.curve')).not.toBeNull();
    await atRest();
    expect(document.querySelector('[data-key="unread"]')).toBeNull();
    const proof = document.querySelector('[data-key^="proof-2026-10"]')!.getBoundingClientRect();
    expect(proof.top).toBeGreaterThan(box().getBoundingClientRect().top);
    expect(proof.bottom).toBeLessThan(box().getBoundingClientRect().bottom);
  });

  it('keeps what stands just above the line that grows after an import', async () => {
    showUnreadFrom('2026-10-30');
    await ledger.openAnew({ kind: 'account', id: 1 }, ['releve_2026-10.ofx']);
    await expect.poll(() => document.querySelector('.curve')).not.toBeNull();
    await scrollBy(0);
    const line = page.getByLabelText(t('composer'), { exact: true });
    const below = () => box().scrollHeight - box().clientHeight - box().scrollTop;
    const { clientHeight } = box();
    const before = below();
    expect(before).toBeGreaterThan(48);
    await line.fill('un\ndeux\ntrois');
    await expect.poll(() => box().clientHeight).toBeLessThan(clientHeight);
    await atRest();
    await expect.poll(() => Math.abs(below() - before)).toBeLessThan(2);
    await line.fill('');
  });

  it('leaves who goes on reading before the header has come', async () => {
    await page.viewport(1280, 560);
    let come = () => {};
    const { getHeader } = api;
    const waited = new Promise<void>((resolve) => (come = resolve));
    vi.spyOn(api, 'getHeader').mockImplementation((conversation) =>
      waited.then(() => getHeader(conversation)),
    );
    await ledger.openAnew({ kind: 'account', id: 1 }, ['releve_2026-10.ofx']);
    await expect.poll(() => document.querySelector('[data-key^="proof-2026-10"]')).not.toBeNull();
    await scrollBy(0);
    await scrollBy(-20);
    const { scrollTop } = box();
    come();
    await expect.poll(() => document.querySelector('.curve')).not.toBeNull();
    await scrollBy(0);
    expect(Math.abs(box().scrollTop - scrollTop)).toBeLessThan(1);
  });

  it('says the day that was scrolled past above the view', async () => {
    await openConversation(ACCOUNT);
    box().scrollTop = box().scrollHeight;
    await atRest();
    await scrollBy(-700);
    const row = document.querySelector<HTMLElement>(`[data-key="${read().key}"] ~ [data-kind="entry"]`);
    box().scrollTop = (row?.offsetTop ?? 0) + 2;
    await scrollBy(0);
    const above = days().filter((day) => day.offsetTop < box().scrollTop);
    const said = () => document.querySelector<HTMLElement>('.sticky');
    expect(said()?.textContent).toContain(above.at(-1)?.textContent?.trim());
    // It goes when nothing moves.
    let by = 1;
    const isShown = () => {
      box().scrollTop += by = -by;
      return said()?.checkVisibility({ visibilityProperty: true });
    };
    await expect.poll(isShown).toBe(true);
  });

  it('goes to a month that is asked for', async () => {
    await openConversation(ACCOUNT);
    await keys('{Control>}g{/Control}');
    await page.getByRole('button', { name: 'mars 2026', exact: true }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect
      .poll(() => {
        const { top } = box().getBoundingClientRect();
        return days()
          .find((row) => row.getBoundingClientRect().top >= top - 1)
          ?.dataset.day?.slice(0, 7);
      })
      .toBe('2026-03');
  });

  it('leads from an older place to what has just come', async () => {
    await openConversation(ACCOUNT);
    box().scrollTop = box().scrollHeight;
    await atRest();
    await scrollBy(-1_500);
    await named('button', 'to-end')
      .or(page.getByTitle(t('to-end')))
      .first()
      .click();
    await expect.poll(() => box().scrollHeight - box().clientHeight - box().scrollTop).toBeLessThan(48);
  });
});

describe('the end of the timeline', () => {
  const line = () => page.getByLabelText(t('composer'), { exact: true });
  const below = () => box().scrollHeight - box().clientHeight - box().scrollTop;

  async function grow(text: string): Promise<void> {
    const { clientHeight } = box();
    await line().fill(text);
    await expect.poll(() => box().clientHeight).toBeLessThan(clientHeight);
    await atRest();
  }

  it.each([
    ['what a line would write', '/espèces 12,50 boulangerie'],
    ['several lines', 'un\ndeux\ntrois\nquatre\ncinq'],
  ])('stays whole above %s', async (_, text) => {
    await openConversation(MERCHANT);
    box().scrollTop = box().scrollHeight;
    await atRest();
    await grow(text);
    await expect.poll(below).toBeLessThan(2);
    await line().fill('');
  });

  it('stays as far away where one reads further up', async () => {
    await openConversation(MERCHANT);
    box().scrollTop = box().scrollHeight;
    await atRest();
    await scrollBy(-200);
    const before = below();
    await grow('un\ndeux\ntrois\nquatre');
    await expect.poll(() => Math.abs(below() - before)).toBeLessThan(2);
    await line().fill('');
    await expect.poll(() => Math.abs(below() - before)).toBeLessThan(2);
  });

  it('does not move what one reads because something in it was unfolded before', async () => {
    await openConversation(MERCHANT);
    box().scrollTop = box().scrollHeight;
    await atRest();
    await scrollBy(-200);
    const last = [...document.querySelectorAll<HTMLElement>('[data-key]')].at(-1)!;
    last.style.minHeight = `${last.offsetHeight + 160}px`;
    await atRest();
    const { scrollTop, clientHeight } = box();
    await grow('un\ndeux\ntrois');
    const lifted = clientHeight - box().clientHeight;
    await expect.poll(() => Math.abs(box().scrollTop - scrollTop - lifted)).toBeLessThan(2);
    await line().fill('');
  });

  it('goes up for what was just done, which covers neither the newest row nor the line', async () => {
    await page.viewport(760, 800);
    await openConversation(MERCHANT);
    await line().fill('Laver les bouteilles');
    await keys('{Enter}');
    const toast = page.getByRole('status').filter({ hasText: t('toast-undo') });
    await expect.element(toast).toBeVisible();
    await atRest();
    const { top, bottom } = toast.element().getBoundingClientRect();
    const rows = [...document.querySelectorAll('[data-key]')];
    expect(rows.at(-1)!.getBoundingClientRect().bottom).toBeLessThanOrEqual(top);
    expect(line().element().closest('.box')!.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
  });
});

describe('the charts', () => {
  const listed = (caption: string) =>
    [...document.querySelectorAll(`ul[aria-label^="${caption}"] > li`)].map(({ textContent }) =>
      textContent.slice(textContent.indexOf(',')),
    );

  it('tell every month alike while amounts are hidden', async () => {
    await openWindow('lang=fr&theme=light&hide');
    await openConversation('Volt & Cie');
    const months = listed(t('sparkline-hidden'));
    expect(months).toHaveLength(12);
    expect(new Set(months).size).toBe(1);
    await keys('{Control>}i{/Control}');
    await expect.poll(() => listed(t('figures-months')).length).toBe(12);
    expect(new Set(listed(t('figures-months'))).size).toBe(1);
    await expect.element(page.getByText(t('heat-hidden'))).toBeVisible();
    expect(document.querySelectorAll(`ul[aria-label="${t('heat-caption')}"]`)).toHaveLength(0);
    expect(new Set([...document.querySelectorAll('.week i')].map(({ className }) => className)).size).toBe(1);
  });

  it('tell no day of a balance while amounts are hidden', async () => {
    await openWindow('lang=fr&theme=light&hide');
    await openConversation(ACCOUNT);
    const curve = page.getByRole('slider').first();
    const caption = curve.element().getAttribute('aria-label') ?? '';
    expect(caption).toContain('masqués');
    expect(new Set(listed(caption)).size).toBe(1);
    (curve.element() as HTMLElement).focus();
    await keys('{ArrowLeft}{ArrowLeft}');
    expect(curve.element()).toHaveAttribute('aria-valuetext', caption);
  });
});

describe('several entries', () => {
  it('are chosen by keys and copied as text and as CSV, in the order of their days', async () => {
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text));
    await openConversation(MERCHANT);
    bubbles().at(-1)?.focus();
    await keys(' {ArrowUp} {ArrowUp} ');
    await expect.element(page.getByRole('region', { name: t('chosen-entries') })).toHaveTextContent('3');
    await named('button', 'copy').click();
    await page.getByRole('button', { name: 'CSV' }).click();
    await expect.poll(() => written.length).toBe(2);
    const [text = '', csv = ''] = written;
    expect(text.split('\n')).toHaveLength(3);
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    const dates = lines.slice(1).map((line) => line.slice(0, 10));
    expect(dates).toEqual([...dates].sort());
    await keys('{Escape}');
    expect(document.activeElement).toHaveAttribute('data-bubble');
    await expect.element(page.getByRole('region', { name: t('chosen-entries') })).not.toBeInTheDocument();
  });

  it('are copied with their amounts hidden where the window hides them', async () => {
    await openWindow('lang=fr&theme=light&hide');
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text));
    await openConversation(MERCHANT);
    bubbles().at(-1)?.focus();
    await keys('{Control>}c{/Control}');
    await expect.poll(() => written.length).toBe(1);
    expect(written[0]).toContain('•••');
    expect(written[0]).not.toMatch(/\d,\d\d/);
  });
});

describe('an entry', () => {
  it('gives the focus back to its bubble when its details are closed', async () => {
    await openConversation(MERCHANT);
    const bubble = bubbles().at(-1);
    bubble?.focus();
    await keys('{Enter}');
    await expect.element(named('heading', 'entry-raw')).toBeVisible();
    await keys('{Escape}');
    expect(document.activeElement).toBe(bubbles().at(-1));
  });

  it('has its own menu, which opens by keys', async () => {
    await openConversation(MERCHANT);
    bubbles().at(-1)?.focus();
    await keys('{Shift>}{F10}{/Shift}');
    bubbles()
      .at(-1)
      ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await expect.element(page.getByRole('menu')).toBeVisible();
  });

  it('links the purchase that a refund gives back, by the L key', async () => {
    await openConversation('Volt & Cie');
    const refund = () =>
      bubbles().find((each) => each.textContent.includes('Remboursement de la bouilloire'));
    refund()?.focus();
    await keys('{Enter}');
    await named('button', 'refund-not-this').click();
    await expect.element(named('heading', 'refund-section')).not.toBeInTheDocument();
    refund()?.focus();
    await keys('l');
    const dialog = page.getByRole('dialog', { name: t('refund-which') });
    await expect.element(dialog).toBeVisible();
    await dialog.getByRole('searchbox').fill('volt');
    const purchase = dialog.getByRole('listitem').filter({ hasText: '8\u00a0sept.\u00a02026' });
    await purchase.getByRole('button').click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByText(t('refund-by-you'))).toBeVisible();
  });

  it('asks for the receipt that is attached to it, by the R key', async () => {
    await openConversation(MERCHANT);
    const chosen = vi.spyOn(api, 'chooseFiles').mockResolvedValue([]);
    bubbles().at(-1)?.focus();
    await keys('r');
    expect(chosen).toHaveBeenCalledOnce();
  });
});
