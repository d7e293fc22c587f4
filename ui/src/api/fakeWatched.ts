/** The watched folders of the canned household: with `watched` two of them, else none until one is added. With `watched=gone`
 * one cannot be found, with `watched=many` more files wait than are handed over. */
import type { Api } from './contract';
import type { Household } from './fakeHousehold';
import type { Watched } from './generated/Watched';

const DOWNLOADS = '/home/lea/Téléchargements';

type File = [name: string, bytes: number, day: string];

const many = (): File[] =>
  Array.from({ length: 200 }, (_, at) => [`ticket_${3_200 - at}.jpg`, 412_000 + at * 977, '2026-11-05']);

function downloads(isMany: boolean): Watched {
  const few: File[] = [
    ['releve_2026-11.ofx', 18_412, '2026-11-05'],
    ['Facture F-2026-081990.pdf', 214_733, '2026-11-04'],
    ['mouvements_estuaire.csv', 6_120, '2026-11-03'],
  ];
  const files = isMany ? many() : few;
  return {
    path: DOWNLOADS,
    name: 'Téléchargements',
    isOn: true,
    isMissing: false,
    waiting: files.map(([name, bytes, day]) => ({ path: `${DOWNLOADS}/${name}`, name, bytes, day })),
    count: isMany ? 431 : files.length,
    until: 1,
    lastDay: '2026-11-05',
  };
}

function invoices(): Watched {
  return {
    path: '/home/lea/Documents/Factures',
    name: 'Documents/Factures',
    isOn: true,
    isMissing: false,
    waiting: [],
    count: 0,
    until: 1,
    lastDay: '2026-11-02',
  };
}

export function fakeWatched(house: Household) {
  const asked = house.parameters.get('watched');
  let folders = asked === null ? [] : [downloads(asked === 'many'), invoices()];
  if (asked === 'gone') folders[1] = { ...invoices(), isMissing: true, lastDay: null };

  /** What is known of a folder that is not looked into. */
  const unseen = { isMissing: false, waiting: [], count: 0, lastDay: null };

  const list = (): Watched[] =>
    folders.map((folder) => {
      if (!folder.isOn) return { ...folder, ...unseen };
      const waiting = folder.waiting.filter(({ path }) => !house.imported.has(path));
      return { ...folder, waiting, count: folder.count - folder.waiting.length + waiting.length };
    });
  const change = (path: string, part: Partial<Watched>): Watched[] => {
    folders = folders.map((folder) => (folder.path === path ? { ...folder, ...part } : folder));
    return list();
  };

  return {
    async listWatched() {
      return list();
    },
    async addWatched(path) {
      if (folders.some((folder) => folder.path === path)) return change(path, { isOn: true });
      folders = [...folders, { ...downloads(false), path, name: path.replace('/home/lea/', '') }];
      return list();
    },
    async switchWatched(path, isOn) {
      return change(path, { isOn });
    },
    async dropWatched(path) {
      folders = folders.filter((folder) => folder.path !== path);
      return list();
    },
    async dismissWatched(path) {
      return change(path, { waiting: [], count: 0 });
    },
    async chooseFolder() {
      return DOWNLOADS;
    },
  } satisfies Partial<Api>;
}
