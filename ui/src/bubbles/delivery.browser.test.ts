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

describe('a parcel of which no day is known', () => {
  it('is told by what comes', async () => {
    expect(await undated()).toBe(t('delivery-unknown-of', { name: 'Grille-pain Duo' }));
  });

  it('is a parcel without a name where nothing names it', async () => {
    expect(await undated({ receipt: 999 })).toBe(t('delivery-unknown'));
  });
});
