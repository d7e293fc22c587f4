import { mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';

import type { DeliveryItem } from '../api/generated/DeliveryItem';
import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { closeWindow, openConversation, openWindow } from '../testing/window';
import DeliveryCard from './DeliveryCard.svelte';

let card: Record<string, unknown> | null = null;

afterEach(async () => {
  if (card) await unmount(card);
  card = null;
  await closeWindow();
});

/** The card of the toaster's parcel, of which no day is known. */
async function undated(change: Partial<DeliveryItem> = {}): Promise<string | undefined> {
  await openWindow('lang=fr');
  await openConversation('Volt & Cie');
  const parcel = ledger.timeline?.items.find((item) => item.kind === 'delivery' && item.receipt === 3);
  if (parcel?.kind !== 'delivery') throw new Error('the fake has no such parcel');
  const target = document.createElement('div');
  document.getElementById('app')?.append(target);
  const item = { ...parcel, from: null, until: null, ...change };
  card = mount(DeliveryCard, { target, props: { item } });
  return target.querySelector('h3')?.textContent?.trim();
}

/** The middle of what is drawn of an element. */
function middle(element: Element | null): { x: number; y: number } {
  const { left, top, width, height } = element!.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

describe('the steps of a parcel where they stand one below the other', () => {
  it('have a line between their marks and their name beside the mark, also without a day', async () => {
    const undone = (step: string) => ({ step, from: null, until: null, state: 'toCome' });
    const steps = ['ordered', 'shipped', 'onTheWay', 'delivered'].map(undone);
    await undated({ steps });
    const target = document.querySelector<HTMLElement>('#app > div:last-child')!;
    Object.assign(target.style, { container: 'pane / inline-size', width: '20rem' });
    const rows = [...target.querySelectorAll('li')];
    const marks = rows.map((row) => middle(row.querySelector('.mark')));
    const names = rows.map((row) => middle(row.querySelector('b')));
    expect(names.every(({ x }, at) => x > marks[at]!.x)).toBe(true);
    expect(Math.max(...names.map(({ y }, at) => Math.abs(y - marks[at]!.y)))).toBeLessThan(1);
    expect(Math.min(...marks.slice(1).map(({ y }, at) => y - marks[at]!.y))).toBeGreaterThanOrEqual(40);
  });
});

describe('a parcel of which no day is known', () => {
  it('is told by what comes', async () => {
    expect(await undated()).toBe(t('delivery-unknown-of', { name: 'Grille-pain Duo' }));
  });

  it('is a parcel without a name where nothing names it', async () => {
    expect(await undated({ receipt: 999 })).toBe(t('delivery-unknown'));
  });
});
