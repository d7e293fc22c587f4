/** What the user says of receipts: each is an operation, told by a toast that takes it back. */
import { api } from '../api';
import { imports } from '../imports/imports.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { t } from '../state/view.svelte';

class Receipts {
  /** The receipt whose entry is being looked for by hand. */
  linking = $state<number | null>(null);

  /** Parcels that the user said are not there yet: they are not asked about again while the ledger is open. */
  notYet = $state.raw<ReadonlySet<number>>(new Set());

  wait(receipt: number): void {
    this.notYet = new Set([...this.notYet, receipt]);
  }

  forget(): void {
    this.linking = null;
    this.notYet = new Set();
  }

  async #say(work: () => Promise<number[]>, said: string): Promise<void> {
    try {
      imports.did(t(said), ...(await work()));
      await ledger.refresh();
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  link(receipt: number, entry: number): Promise<void> {
    return this.#say(async () => [await api.linkReceipt(receipt, entry)], 'toast-linked');
  }

  unlink(receipt: number, entry: number): Promise<void> {
    return this.#say(async () => [await api.unlinkReceipt(receipt, entry)], 'toast-unlinked');
  }

  /** None of the proposed entries paid for it: one thing to say, and one to take back. */
  refuse(receipt: number, entries: number[]): Promise<void> {
    return this.#say(async () => {
      const operations: number[] = [];
      for (const entry of entries) operations.push(await api.unlinkReceipt(receipt, entry));
      return operations;
    }, 'toast-refused');
  }

  arrive(receipt: number): Promise<void> {
    return this.#say(async () => [await api.markArrived(receipt)], 'toast-arrived');
  }
}

export const receipts = new Receipts();
