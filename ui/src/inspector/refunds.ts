/** What the user says of refunds and the purchases that they give back. */
import { api } from '../api';
import type { HistoryRow } from '../api/generated/HistoryRow';
import { imports } from '../imports/imports.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { t } from '../state/view.svelte';

async function say(said: string, run: () => Promise<HistoryRow>): Promise<void> {
  try {
    const { operation } = await run();
    imports.did(t(said), operation);
    await ledger.refresh();
  } catch (thrown) {
    reportFault(thrown);
  }
}

export function pairRefund(refund: number, purchase: number): Promise<void> {
  return say('refund-paired', () => api.pairRefund(refund, purchase));
}

export function partRefund(refund: number, purchase: number): Promise<void> {
  return say('refund-parted', () => api.partRefund(refund, purchase));
}
