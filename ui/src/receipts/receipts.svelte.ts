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

/** A purchase on its way to paper, about which something is asked. */
export type Printing = {
  receipt: ReceiptBlock;
  /** What was typed to open its originals; kept until it is printed, and nowhere else. */
  passwords: string[];
  /** Originals that nothing typed so far opens; without any it is asked about the hidden amounts. */
  locked: string[];
};

class Receipts {
  /** The receipt whose entry is being looked for by hand. */
  linking = $state<number | null>(null);

  printing = $state.raw<Printing | null>(null);

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
    const printing = { receipt, passwords: [], locked: [] };
    if (view.hidden) this.printing = printing;
    else await this.#ready(printing);
  }

  /** Goes on, with what may open more of the originals. */
  async unlock(password?: string): Promise<void> {
    const { printing } = this;
    if (!printing) return;
    const passwords = password === undefined ? printing.passwords : [...printing.passwords, password];
    await this.#ready({ ...printing, passwords });
  }

  /** Asks for the passwords of what is protected; what is not, or what was opened, is saved. */
  async #ready(printing: Printing): Promise<void> {
    const { receipt, passwords } = printing;
    try {
      this.printing = { ...printing, locked: await api.lockedOriginals(receipt.id, passwords) };
      if (this.printing.locked.length === 0) await this.save();
    } catch (thrown) {
      this.printing = null;
      reportFault(thrown);
    }
  }

  /** Saves it without what is still locked. */
  async save(): Promise<void> {
    const { printing } = this;
    this.printing = null;
    if (!printing) return;
    const { receipt, passwords } = printing;
    try {
      const path = await api.chooseTarget(fileName(receipt));
      if (path === null) return;
      await api.saveReceipt(receipt.id, path, passwords);
      toasts.add({ tone: 'done', text: t('toast-printed'), action: null });
    } catch (thrown) {
      const again = () => {
        this.printing = printing;
        void this.save();
      };
      reportFault(thrown, again, t('toast-not-saved'));
    }
  }
}

export const receipts = new Receipts();
