/** Receipts and originals of the canned ledger. */
import type { Api } from './contract';
import type { Household } from './fakeHousehold';
import { makeInbox } from './fakeInbox';
import { makeOriginal } from './fakeOriginal';

export function fakeReceipts(house: Household) {
  const forgotten = new Set<string>();

  return {
    async receiptInbox(limit) {
      return makeInbox(house.entries, house.shelf, limit);
    },
    async linkReceipt(receipt, entry) {
      house.shelf.linked.set(receipt, entry);
      return 40;
    },
    async unlinkReceipt(receipt, entry) {
      house.shelf.linked.delete(receipt);
      house.shelf.refused.add(`${receipt}-${entry}`);
      return 41;
    },
    async joinImport() {
      return [43];
    },
    async markArrived(receipt) {
      house.shelf.arrived.add(receipt);
      return 42;
    },
    async markAbsent(receipt) {
      house.shelf.absent.add(receipt);
      return 44;
    },
    async lockedOriginals(_receipt, passwords) {
      return house.parameters.has('protected') && !passwords.includes('pomme')
        ? ['Facture FA-2026-118.pdf']
        : [];
    },
    async saveReceipt() {
      return [];
    },
    async openOriginal(request) {
      return makeOriginal(request, forgotten.has(request.sha256));
    },
    async getThumbnail(sha256) {
      const { shown } = makeOriginal({ sha256, page: 0, line: null, password: null }, false);
      return shown?.kind === 'picture' ? shown.png : null;
    },
    async forgetOriginal(sha256) {
      forgotten.add(sha256);
      house.changed.tell(null);
      return null;
    },
  } satisfies Partial<Api>;
}
