/** What the user says of transfers between own accounts. */
import { api } from '../api';
import { imports } from '../imports/imports.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { t } from '../state/view.svelte';

export async function pair(entry: number, other: number): Promise<void> {
  try {
    const { operation } = await api.pairEntries(entry, other);
    imports.did(t('transfer-paired'), operation);
    await ledger.refresh();
  } catch (thrown) {
    reportFault(thrown);
  }
}

export async function part(entry: number, other: number): Promise<void> {
  try {
    const { operation } = await api.partEntries(entry, other);
    imports.did(t('transfer-parted'), operation);
    await ledger.refresh();
  } catch (thrown) {
    reportFault(thrown);
  }
}
