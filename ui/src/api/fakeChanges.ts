/** What the user says of accounts, entries and conversations. */
import type { Api, EntryItem } from './contract';
import { fault, type Household } from './fakeHousehold';
import { COUNTERPARTIES, makeAccounts, makeEntries } from './fakeLedger';
import { categoriesIn } from './fakeWords';

export function fakeChanges(house: Household) {
  const nameOf = (id: number) => house.entries.find(({ counterparty }) => counterparty === id)?.name ?? null;

  return {
    async setAccount({ id }) {
      const account = makeAccounts(house.entries).find((each) => each.id === id);
      if (!account) throw fault('notFound', 'Ce compte n’existe plus.');
      return house.did({ operationKind: 'setAccount', accounts: [account.name] }, {});
    },
    async acceptGap({ account: id }) {
      const account = makeAccounts(house.entries).find((each) => each.id === id);
      return house.did(
        { operationKind: 'acceptGap', accounts: [account?.name ?? ''] },
        { isGapAccepted: true },
      );
    },
    async deleteEntry(id) {
      return house.did(
        { operationKind: 'deleteEntry', entry: id },
        { entries: house.entries.filter((entry) => entry.id !== id) },
      );
    },
    async restoreEntry(id) {
      const back = makeEntries().filter(
        (each) => each.id === id || house.entries.some(({ id }) => id === each.id),
      );
      return house.did({ operationKind: 'restoreEntry', entry: id }, { entries: back });
    },
    async tagEntry({ id, add, remove }) {
      const tagged = (tags: string[]) =>
        [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
      const object = [...add, ...remove.map((tag) => `−${tag}`)].join(', ');
      return house.did(
        { operationKind: 'tag', entry: id, object },
        { entries: house.with1(id, (entry) => ({ tags: tagged(entry.tags) })) },
      );
    },
    async moveEntry(id, counterparty) {
      const own = makeEntries().find((entry) => entry.id === id)?.counterparty ?? 0;
      return house.did(
        { operationKind: 'moveEntry', entry: id },
        { entries: house.with1(id, () => ({ counterparty: counterparty ?? own })) },
      );
    },
    async pairEntries(id, other) {
      const [one, two] = [id, other].map((each) => house.entries.find((entry) => entry.id === each));
      if (!one || !two) throw fault('notFound', 'Cette opération n’existe plus.');
      const side = ({ account, id: entry, date, money }: EntryItem) => ({
        account,
        entry,
        date,
        money,
        byUser: true,
        reasons: [],
      });
      const paired = house.entries.map((entry) =>
        entry === one
          ? { ...entry, transfer: side(two) }
          : entry === two
            ? { ...entry, transfer: side(one) }
            : entry,
      );
      return house.did({ operationKind: 'pair', entry: id }, { entries: paired });
    },
    async partEntries(id, other) {
      const parted = house.entries.map((entry) =>
        entry.id === id || entry.id === other ? { ...entry, transfer: null } : entry,
      );
      return house.did({ operationKind: 'part', entry: id }, { entries: parted });
    },
    async renameCounterparty(id, name) {
      const renamed = (entry: EntryItem) => (entry.counterparty === id && name ? { ...entry, name } : entry);
      return house.did(
        { operationKind: 'rename', subject: nameOf(id), object: name || null },
        { entries: house.entries.map(renamed) },
      );
    },
    async mergeCounterparties(id, into) {
      const name = COUNTERPARTIES.find((each) => each.id === into)?.name ?? '';
      const moved = (entry: EntryItem) =>
        entry.counterparty === id ? { ...entry, counterparty: into, name } : entry;
      const part = { operationKind: 'merge', subject: nameOf(id), object: name };
      return house.did(part, { entries: house.entries.map(moved) });
    },
    async unmergeCounterparty() {
      return house.did({ operationKind: 'unmerge' }, {});
    },
    async listCategories() {
      return categoriesIn(house.words, house.lang);
    },
    async categorise(id, category) {
      const next = new Map(house.said);
      if (category === null) next.delete(id);
      else next.set(id, category);
      return house.did({ operationKind: 'categorise', subject: nameOf(id), category }, { said: next });
    },
    async nameCategory({ word, name, glyph }) {
      const next = new Map(house.named);
      const key = word ?? `own-${name.toLowerCase()}`;
      if (name === '') next.delete(key);
      else next.set(key, { name, glyph });
      return house.did({ operationKind: 'nameCategory', object: name }, { named: next });
    },
    async markConversation({ conversation, muted, pinned }) {
      house.marks.set(conversation, { muted, pinned });
      house.changed.tell(null);
      return null;
    },
    async pairRefund(id, other) {
      house.saidOfRefunds.set(`${id}-${other}`, true);
      return house.did({ operationKind: 'pairRefund', entry: id }, {});
    },
    async partRefund(id, other) {
      house.saidOfRefunds.set(`${id}-${other}`, false);
      return house.did({ operationKind: 'partRefund', entry: id }, {});
    },
    async answerAlert(kind, entry, answer) {
      house.saidOfAlerts.set(`${kind}-${entry}`, answer);
      const subject = house.entries.find(({ id }) => id === entry)?.name ?? null;
      return house.did({ operationKind: 'answerAlert', entry, subject }, {});
    },
  } satisfies Partial<Api>;
}
