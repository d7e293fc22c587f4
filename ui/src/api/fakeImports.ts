/** What comes into the canned ledger, and the history of it. */
import type { Api } from './contract';
import { fault, wait, type Household } from './fakeHousehold';
import { makeEntries } from './fakeLedger';
import { fakeProfiles, makeMapped } from './fakeMapping';
import { makeLong, makeReview, reviewUnder, withAnother } from './fakeReview';
import type { HistoryRow } from './generated/HistoryRow';
import type { ImportDone } from './generated/ImportDone';

export function fakeImports(house: Household) {
  const undone = new Set<number>();
  let isCancelled = false;

  async function work(stage: string, file: string): Promise<void> {
    isCancelled = false;
    const total = 248_112;
    const steps = house.parameters.has('slow') ? 60 : 3;
    for (let step = 1; step <= steps; step += 1) {
      await wait(60);
      if (isCancelled) throw fault('cancelled', 'Import annulé.');
      house.progress.tell({ stage, file, done: Math.round((total * step) / steps), total });
    }
  }

  const done = (operation: number, added: number): ImportDone => ({
    files: [
      {
        name: 'releve_2026-10.ofx',
        operation,
        counts: { new: added, known: 11, updated: 0, conflict: 0, unreadable: 0 },
        proof: 'holds',
        proved: true,
        receipts: 0,
        links: 0,
        deletions: [],
      },
    ],
    operation,
    account: 1,
  });

  const history = (): HistoryRow[] => {
    if (house.entries.length === 0) return [];
    const files = ['releve_2026-10.ofx', 'releve_2026-09.ofx', 'carte-coop-sept.csv', 'releve_2026-08.ofx'];
    const rows = files.map((file, index): HistoryRow => ({
      operation: 9 - index,
      operationKind: 'importStatement',
      at: `2026-${String(11 - index).padStart(2, '0')}-02T08:12:44Z`,
      undone: undone.has(9 - index),
      file,
      format: file.endsWith('csv') ? 'csv' : 'ofx',
      accounts: [file.startsWith('carte') ? 'Carte Coop' : 'Compte courant'],
      from: `2026-${String(10 - index).padStart(2, '0')}-01`,
      until: `2026-${String(10 - index).padStart(2, '0')}-28`,
      counts: { new: 37 - index, known: index * 4, updated: 0, conflict: 0, unreadable: index === 2 ? 1 : 0 },
      proof: index === 2 ? 'unstated' : 'holds',
      sha256: '9f2c41ab07d355e0c1a8f2b6409d7e1f33a5c0de9812bb47a6e0f4c25b917d03',
      entry: null,
      subject: null,
      object: null,
      money: null,
      category: null,
    }));
    rows.splice(1, 0, {
      operation: 20,
      operationKind: 'setAccount',
      at: '2026-10-05T18:30:00Z',
      undone: undone.has(20),
      file: null,
      format: null,
      accounts: ['Livret A'],
      from: null,
      until: null,
      counts: null,
      proof: null,
      sha256: null,
      entry: null,
      subject: null,
      object: null,
      money: null,
      category: null,
    });
    return [...house.log.rows, ...rows];
  };
  const historyRow = (operation: number): HistoryRow => {
    const row = history().find((each) => each.operation === operation);
    if (!row) throw fault('notFound', 'Cette opération n’existe plus.');
    return row;
  };

  return {
    async previewImport(paths, beside) {
      house.read = paths;
      if (house.parameters.has('csv')) {
        await work('reading', 'mouvements_estuaire.csv');
        return { review: 8, inDoubt: true, files: [makeMapped(undefined)] };
      }
      await work('reading', 'releve_2026-10.ofx');
      if (house.parameters.has('many')) return makeLong(Number(house.parameters.get('many')));
      return beside === null ? makeReview(!house.parameters.has('sure')) : withAnother(makeReview(true));
    },
    async previewBytes(name) {
      await work('reading', name);
      return makeReview(!house.parameters.has('sure'));
    },
    async answerImport(review, answers) {
      await wait(80);
      if (review === 8) return { review, inDoubt: true, files: [makeMapped(answers[0])] };
      return reviewUnder(answers.length > 4 ? withAnother(makeReview(true)) : makeReview(true), answers);
    },
    ...fakeProfiles((operationKind) => house.did({ operationKind }, {})),
    async commitImport() {
      await work('writing', 'releve_2026-10.ofx');
      for (const path of house.read) house.imported.add(path);
      house.changed.tell(12);
      return done(12, 42);
    },
    async cancelImport() {
      isCancelled = true;
      return null;
    },
    async loadSample() {
      await work('writing', 'exemple.ofx');
      house.entries = makeEntries();
      return done(1, house.entries.length);
    },
    async listHistory() {
      return history();
    },
    async undo(operation) {
      const turned = house.log.turn(operation, true);
      if (turned) house.become(turned.words);
      else undone.add(operation);
      return turned?.row ?? historyRow(operation === 12 || operation === 1 ? 9 : operation);
    },
    async redo(operation) {
      const turned = house.log.turn(operation, false);
      if (turned) house.become(turned.words);
      else undone.delete(operation);
      return turned?.row ?? historyRow(operation === 12 || operation === 1 ? 9 : operation);
    },
    async saveExport() {
      return house.entries.length;
    },
    async chooseFiles() {
      return [
        house.parameters.has('backup')
          ? '/media/lea/Counterfoil 2026-11-01.zip'
          : '/home/lea/releve_2026-10.ofx',
      ];
    },
  } satisfies Partial<Api>;
}
