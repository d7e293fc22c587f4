/** The wire over the canned household, for tests and for design work in a plain browser. Never part of the build. */
import type { Api, Drag } from './contract';
import { fakeChanges } from './fakeChanges';
import { fakeConversations } from './fakeConversations';
import { makeCoverage } from './fakeCoverage';
import { fakeDoor } from './fakeDoor';
import { Household, listeners } from './fakeHousehold';
import { fakeImports } from './fakeImports';
import { makeAccounts } from './fakeLedger';
import { makeCharges, makeFees, makeOverview, makeSpending } from './fakeOverview';
import { fakeReceipts } from './fakeReceipts';
import { fakeWatched } from './fakeWatched';
import { fakeWriting } from './fakeWriting';
import type { AppState } from './generated/AppState';
import type { ConversationRef } from './generated/ConversationRef';

export function makeFake(parameters: URLSearchParams): Api {
  const house = new Household(parameters);
  const drags = listeners<Drag>();

  const at = ({ clientX, clientY }: DragEvent) => ({ x: clientX, y: clientY });
  window.addEventListener('dragenter', (event) => {
    if (event.relatedTarget === null)
      drags.tell({ kind: 'enter', count: 3, names: ['releve_2026-10.ofx'], at: at(event) });
  });
  window.addEventListener('dragover', (event) => drags.tell({ kind: 'over', at: at(event) }));
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drags.tell({ kind: 'leave' });
  });

  return {
    ...fakeDoor(house),
    ...fakeConversations(house),
    ...fakeImports(house),
    ...fakeWriting(house),
    ...fakeChanges(house),
    ...fakeReceipts(house),
    ...fakeWatched(house),
    async getOverview(scope, span) {
      return makeOverview(house.entries, scope, span);
    },
    async listSpending(scope, span, byCategory) {
      return makeSpending(house.words, scope, span, byCategory);
    },
    async listCharges() {
      return makeCharges(house.entries);
    },
    async getFees(scope, year) {
      return makeFees(house.entries, scope, year, house.lang);
    },
    async getCoverage(account) {
      const all = makeAccounts(house.entries).map((account) => makeCoverage(account, house.isGapAccepted));
      return all.filter((one) => account === null || one.account === account);
    },
    onChanged: house.changed.add,
    onProgress: house.progress.add,
    onDoor: listeners<AppState>().add,
    onOpenConversation: listeners<ConversationRef>().add,
    onImportFiles: (listener) => listeners<void>().add(() => listener()),
    onDrag: drags.add,
  };
}
