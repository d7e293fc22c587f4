/** Every way a command can fail, with the name of its title in the catalogue and its sign. */
import type { ErrorCode } from '../api/generated/ErrorCode';
import type { Glyph } from '../kit/glyphs';

export const FAULTS: Record<ErrorCode, { title: string; glyph: Glyph; canRetry: boolean }> = {
  wrongKey: { title: 'fault-wrong-key', glyph: 'key', canRetry: true },
  tooManyTries: { title: 'fault-too-many-tries', glyph: 'hourglass', canRetry: true },
  wrongWord: { title: 'fault-wrong-word', glyph: 'key', canRetry: true },
  weakPassphrase: { title: 'fault-weak-passphrase', glyph: 'key', canRetry: true },
  damaged: { title: 'fault-damaged', glyph: 'warning', canRetry: true },
  tooNew: { title: 'fault-too-new', glyph: 'warning', canRetry: false },
  busy: { title: 'fault-busy', glyph: 'hourglass', canRetry: true },
  readOnly: { title: 'fault-read-only', glyph: 'lock-simple', canRetry: true },
  noKeyring: { title: 'fault-no-keyring', glyph: 'key', canRetry: true },
  diskFull: { title: 'fault-disk-full', glyph: 'hard-drives', canRetry: true },
  locked: { title: 'fault-locked', glyph: 'lock-simple', canRetry: true },
  notFound: { title: 'fault-not-found', glyph: 'magnifying-glass', canRetry: true },
  refused: { title: 'fault-refused', glyph: 'warning-circle', canRetry: true },
  cancelled: { title: 'fault-cancelled', glyph: 'x-circle', canRetry: true },
  broken: { title: 'fault-broken', glyph: 'warning', canRetry: true },
};
