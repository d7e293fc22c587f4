/** Backups of the canned ledger. */
import type { Api } from './contract';
import { fault, wait, type Household } from './fakeHousehold';
import type { LastBackup } from './generated/LastBackup';

const HELD = { accounts: 3, entries: 1412, receipts: 96 };
const LEDGER = '7f3a09c2d18b4e56a0c1f2e3d4b5a697';
const PLACE = '/media/lea/Clé USB bleue';

export function fakeSafety(
  house: Household,
  isOpen: () => boolean,
  through: (door: 'firstRun' | 'open') => void,
) {
  const { parameters } = house;
  let last: LastBackup | null = parameters.has('nobackup')
    ? null
    : {
        at: '2026-11-01T19:14:00Z',
        bytes: 48_120_004,
        file: `${PLACE}/Counterfoil 2026-11-01.zip`,
        place: 'Clé USB bleue',
        ledger: LEDGER,
      };

  return {
    async getSafety() {
      return { last, held: HELD };
    },
    async backUp(file) {
      await wait(parameters.has('slow') ? 60_000 : 500);
      last = { at: '2026-11-04T09:42:00Z', bytes: 48_322_100, file, place: 'Clé USB bleue', ledger: LEDGER };
      return last;
    },
    async lookAtBackup(path) {
      if (!path.endsWith('.zip'))
        throw fault('refused', 'Ce fichier n’est pas une sauvegarde de Counterfoil.');
      return {
        made: '2026-11-01T20:14:00',
        bytes: 48_120_004,
        opens: isOpen() && !parameters.has('otherkey'),
        hasPassphrase: true,
      };
    },
    async restoreBackup({ way }) {
      await wait(parameters.has('slow') ? 60_000 : 500);
      if (way?.kind === 'passphrase' && way.passphrase !== 'sirop girafe mardi bocal')
        throw fault('wrongKey', 'Cette sauvegarde ne s’ouvre pas ainsi.');
      through('open');
      return { held: HELD, replaced: '/home/lea/.local/share/counterfoil/replaced-1' };
    },
    async eraseAll() {
      await wait(300);
      through('firstRun');
      return { isInKeyring: parameters.has('keyring') };
    },
  } satisfies Partial<Api>;
}
