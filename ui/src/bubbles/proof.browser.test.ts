import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { atRest, closeWindow, named, openConversation, openWindow } from '../testing/window';

/** With plain spaces, as a test writes them. */
const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');

/** The proof of the statement that ends on a day, in the conversation of the account that is open. */
async function proofOf(from: string, until: string): Promise<HTMLElement | null> {
  await ledger.openAt(
    { kind: 'account', id: 1 },
    `proof-${until}-${from}-releve_${until.slice(0, 7)}.ofx`,
    until,
  );
  await atRest();
  const sections = [...document.querySelectorAll<HTMLElement>('section.proof')];
  return sections.find((section) => section.textContent?.includes(`releve_${until.slice(0, 7)}.ofx`)) ?? null;
}

beforeEach(async () => {
  await page.viewport(1280, 800);
  await openWindow('lang=fr');
  await openConversation('Compte courant');
});
afterEach(closeWindow);

describe('a statement that is not proved', () => {
  it('says that it states no balance, and in which formats it would', async () => {
    const proof = await proofOf('2026-02-01', '2026-02-28');
    expect(words(proof)).toContain('n’annonce pas de solde');
    expect(words(proof)).toContain('En OFX, CAMT ou MT940');
    expect(proof?.querySelector('button')).toBeNull();
  });

  it('asks for the balance of the day before where nothing is known of it', async () => {
    const proof = await proofOf('2025-09-01', '2025-09-30');
    expect(words(proof)).toContain('rien ne dit ce qu’il y avait avant');
    await named('button', 'proof-say-balance').click();
    await expect.element(page.getByLabelText(t('account-day'))).toHaveValue('31/08/2025');
    await expect.poll(() => document.activeElement?.id).toBe('account-amount');
  });

  it('says what is missing since the last day whose balance is known', async () => {
    const proof = await proofOf('2025-10-01', '2025-10-30');
    expect(words(proof)).toContain('et les opérations connues depuis ne mènent pas à');
    expect(words(proof)).toContain('il manque −12,50 €');
  });
});
