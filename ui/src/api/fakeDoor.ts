/** The lock of the canned ledger, and the settings beside it. */
import type { Api } from './contract';
import { fault, wait, type Household } from './fakeHousehold';
import { fakeSafety } from './fakeSafety';
import type { AppState } from './generated/AppState';
import type { Door } from './generated/Door';
import type { ErrorCode } from './generated/ErrorCode';

const WORDS =
  'lamp ribbon mill oak claw sole tulip slate cabin violin cliff hazel river stone candle orbit maple thunder pencil garden wagon silver meadow anchor'.split(
    ' ',
  );

const PASSPHRASE = 'sirop girafe mardi bocal';

const phrase = () => ({ words: WORDS, ask: [3, 19] as [number, number] });

export function fakeDoor(house: Household) {
  const { parameters } = house;
  let door: Door = (parameters.get('door') as Door | null) ?? 'open';
  let tries = 5;
  let hasKeyring = parameters.has('keyring');

  const folder = '/home/lea/.local/share/counterfoil';

  const state = (): AppState => ({
    door,
    keyringSlot: hasKeyring,
    tray: !parameters.has('notray'),
    sleepLocks: true,
    notifications: !parameters.has('nonotices'),
    retryAfter: tries <= 0 ? 60 : 0,
    triesLeft: Math.max(tries, 0),
    systemLang: 'fr',
    version: '0.1.0',
    folder,
  });
  const through = (next: Door): AppState => {
    door = next;
    return state();
  };

  return {
    ...fakeSafety(house, () => door === 'open', through),
    async appState() {
      const code = parameters.get('fault') as ErrorCode | null;
      if (code) throw fault(code, 'Le fichier de l’historique ne se lit pas. Rien n’a été modifié.', folder);
      return state();
    },
    async createLedger({ passphrase, keyring }) {
      if (passphrase !== null && passphrase.length < 8)
        throw fault('weakPassphrase', 'Huit signes au moins.', 'passphrase');
      if (keyring && parameters.has('nokeyring'))
        throw fault('noKeyring', 'Aucun trousseau ne répond. Choisissez une phrase de passe.');
      await wait(350);
      hasKeyring = keyring;
      through('confirmPhrase');
      house.entries = [];
      return phrase();
    },
    async showPhrase() {
      return phrase();
    },
    async confirmPhrase({ words }) {
      const asked = phrase().ask;
      const wrong = words.findIndex(
        (word, index) => word.trim().toLowerCase() !== WORDS[(asked[index] ?? 0) - 1],
      );
      if (wrong !== -1)
        throw fault(
          'wrongWord',
          `Le mot ${asked[wrong]} n’est pas celui qui est affiché.`,
          String(asked[wrong]),
        );
      return through('open');
    },
    async unlock(request) {
      await wait(parameters.has('slow') ? 4_000 : 400);
      if (parameters.has('damaged'))
        throw fault('damaged', 'L’historique est abîmé. Rien n’a été changé ni effacé.');
      if (request.kind === 'keyring' && parameters.has('nokeyring'))
        throw fault('noKeyring', 'Aucun trousseau ne répond.');
      const isRight =
        request.kind === 'keyring' ||
        (request.kind === 'passphrase'
          ? request.passphrase === PASSPHRASE
          : request.words.trim().startsWith('lamp'));
      if (isRight) return through('open');
      tries -= 1;
      if (tries <= 0) throw fault('tooManyTries', 'Trop d’essais.', '60');
      throw fault('wrongKey', 'Cette phrase n’ouvre pas l’historique.');
    },
    async lock() {
      return through('locked');
    },
    async getSettings() {
      return house.settings;
    },
    async setSettings(next) {
      house.settings = next;
      return next;
    },
  } satisfies Partial<Api>;
}
