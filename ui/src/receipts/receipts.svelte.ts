/** What the user says of receipts: each is an operation, told by a toast that takes it back. */
import { api } from '../api';
import type { ReceiptBlock } from '../api/generated/ReceiptBlock';
import { imports } from '../imports/imports.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';
import { t, view } from '../state/view.svelte';

/** What the PDF of a purchase is called at first, without signs that a file's name cannot have. */
function fileName({ merchant, file, date }: ReceiptBlock): string {
  const name = t('print-name', { name: merchant ?? file, day: date });
  return `${name.replace(/[\\/:*?"<>|]+/g, '-')}.pdf`;
}

class Receipts {
  /** The receipt whose entry is being looked for by hand. */
  linking = $state<number | null>(null);

  /** The purchase that is to be printed with its amounts, while they are hidden on screen. */
  printing = $state.raw<ReceiptBlock | null>(null);

  forget(): void {
    this.linking = null;
    this.printing = null;
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

  wait(receipt: number): Promise<void> {
    return this.#say(async () => [await api.markAbsent(receipt)], 'toast-absent');
  }

  /** A PDF has its amounts, whatever the screen hides: then it is asked first. */
  async print(receipt: ReceiptBlock): Promise<void> {
    if (view.hidden && this.printing?.id !== receipt.id) {
      this.printing = receipt;
      return;
    }
    this.printing = null;
    try {
      const path = await api.chooseTarget(fileName(receipt));
      if (path === null) return;
      await api.saveReceipt(receipt.id, path);
      toasts.add({ tone: 'done', text: t('toast-printed'), action: null });
    } catch (thrown) {
      reportFault(thrown);
    }
  }
}

export const receipts = new Receipts();
