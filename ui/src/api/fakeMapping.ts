/** A bank's file not met before, as the mapping step shows it, and the profiles kept so far; all of it invented. */
import type { Api } from './contract';
import type { FileAnswers } from './generated/FileAnswers';
import type { FileReview } from './generated/FileReview';
import type { HistoryRow } from './generated/HistoryRow';
import type { ProfileRow } from './generated/ProfileRow';
import type { ReviewRow } from './generated/ReviewRow';

const ROWS: [number, string, string, string, string, string, string, string, string, string][] = [
  [
    4,
    '03/04/2026',
    '03/04/2026',
    'PRLV ENERGIE CLAIRE',
    '0081',
    '74,30',
    '',
    '1 129,80',
    '-74.30',
    'Énergie Claire',
  ],
  [
    5,
    '07/04/2026',
    '08/04/2026',
    'CB GRAND MARCHE 0312',
    '0082',
    '58,14',
    '',
    '1 071,66',
    '-58.14',
    'Grand Marché',
  ],
  [
    6,
    '10/04/2026',
    '10/04/2026',
    'VIR ATELIER NORD',
    '0083',
    '',
    '180,00',
    '1 251,66',
    '180.00',
    'Atelier Nord',
  ],
  [
    7,
    '11/04/2026',
    '12/04/2026',
    'CB LIBRAIRIE DES HALLES',
    '0084',
    '21,30',
    '',
    '1 230,36',
    '-21.30',
    'Librairie des Halles',
  ],
  [
    8,
    '12/04/2026',
    '12/04/2026',
    'CB TRANSPORTS METRO',
    '0085',
    '42,00',
    '',
    '1 188,36',
    '-42.00',
    'Transports Métro',
  ],
  [
    9,
    '12/04/2026',
    '12/04/2026',
    'CB CAFE DE LA GARE',
    '0086',
    '9,90',
    '',
    '1 178,46',
    '-9.90',
    'Café de la Gare',
  ],
];

const HEADERS = ['Date op.', 'Date val.', 'Libellé', 'Réf', 'Débit', 'Crédit', 'Solde'];
const ROLES = ['transactionDate', 'valueDate', 'text', 'ignored', 'debit', 'credit', 'balance'];

/** Day and month as the file writes them, read in the order chosen. */
function day(printed: string, order: string): string {
  const [first = '', second = '', year = ''] = printed.split('/');
  return order === 'mdy' ? `${year}-${first}-${second}` : `${year}-${second}-${first}`;
}

export function makeMapped(given: FileAnswers | undefined): FileReview {
  const answer = (about: string) => given?.answers.find((one) => one.about === about)?.choice || undefined;
  const told = answer('columns')
    ?.split(',')
    .map((pair) => pair.split(':')[0] ?? 'other');
  const order = answer('dateOrder') ?? 'dmy';
  const isInverted = answer('sign') === 'inverted';
  const turned = (amount: string) =>
    isInverted ? (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) : amount;
  const rows: ReviewRow[] = ROWS.map(([line, printed, , text, , , , , amount, counterparty]) => ({
    state: 'new',
    line,
    date: day(printed, order),
    text,
    counterparty,
    money: { amount: turned(amount), currency: 'EUR' },
    corrected: null,
    newcomer: false,
    near: null,
  }));
  const decided = (about: string, value: string, by: string) => {
    const choice = answer(about);
    return { value: choice ?? value, by: choice ? 'answer' : by };
  };
  const isAsked = answer('dateOrder') === undefined;
  return {
    name: 'mouvements_estuaire.csv',
    format: 'csv',
    already: null,
    accounts: [{ id: null, name: 'Compte Estuaire', currency: 'EUR' }],
    from: '2026-04-01',
    until: '2026-04-30',
    counts: { new: 58, known: 0, updated: 0, conflict: 0, unreadable: 0 },
    proofs: [],
    receipts: 0,
    questions: isAsked
      ? [
          {
            about: 'dateOrder',
            assumed: 'dmy',
            choices: [
              { value: 'dmy', example: '03/04/2026 → 2026-04-03' },
              { value: 'mdy', example: '03/04/2026 → 2026-03-04' },
            ],
          },
        ]
      : [],
    switches: [
      {
        about: 'encoding',
        assumed: answer('encoding') ?? 'UTF-8',
        choices: ['UTF-8', 'windows-1252', 'ISO-8859-15'].map((value) => ({ value, example: null })),
      },
    ],
    diagnostics: [],
    rows,
    mapping: {
      sheet: null,
      profile: null,
      profiles: PROFILES.map(({ name }) => name),
      usualName: 'Date op., Date val., Libellé',
      encoding: answer('encoding') ?? 'UTF-8',
      delimiter: decided('delimiter', ';', 'usual'),
      header: decided('header', '3', 'usual'),
      skipEnd: decided('skipEnd', '0', 'usual'),
      dateOrder: decided('dateOrder', 'dmy', 'nothing'),
      decimalSign: decided('decimalSign', 'comma', 'proof'),
      sign: decided('sign', 'asPrinted', 'proof'),
      outWords: decided('outWords', '', 'usual'),
      columns: HEADERS.map((header, at) => ({
        header,
        role: told?.[at] ?? ROLES[at] ?? 'other',
        inDoubt: false,
        isFilled: true,
      })),
      steps: 57,
      agreeing: isInverted ? 3 : 57,
      lines: [
        { line: 1, lineKind: 'around', cells: ["Banque de l'Estuaire", 'Compte 00458812'] },
        { line: 2, lineKind: 'around', cells: ['Période du 01/04/2026 au 30/04/2026'] },
        { line: 3, lineKind: 'header', cells: HEADERS },
        ...ROWS.map(([line, ...cells]) => ({ line, lineKind: 'row', cells: cells.slice(0, 7) })),
      ],
      moreLines: 52,
    },
  };
}

const column = (header: string, role: string) => ({ header, role });

const PROFILES: ProfileRow[] = [
  {
    id: 1,
    name: 'Carte Coop',
    fingerprint: '1h-5d0c1f6a2b7e8893',
    columns: [
      column('Date', 'bookingDate'),
      column('Marchand', 'counterparty'),
      column('Montant EUR', 'amount'),
    ],
    dateOrder: 'dmy',
    decimalSign: 'comma',
    sign: 'inverted',
    delimiter: ';',
    encoding: null,
    skipEnd: 0,
    outWords: [],
    currency: 'EUR',
    account: 'Carte Coop',
  },
  {
    id: 2,
    name: 'North Bank',
    fingerprint: '1h-91be00c24f3d7a15',
    columns: [
      column('Posted', 'bookingDate'),
      column('Details', 'text'),
      column('Money out', 'debit'),
      column('Money in', 'credit'),
      column('Balance', 'balance'),
    ],
    dateOrder: 'mdy',
    decimalSign: 'point',
    sign: null,
    delimiter: ',',
    encoding: null,
    skipEnd: 1,
    outWords: [],
    currency: null,
    account: null,
  },
];

/** What the settings do to profiles; `logged` makes the row of the history. */
export function fakeProfiles(
  logged: (kind: string) => HistoryRow,
): Pick<
  Api,
  'listProfiles' | 'renameProfile' | 'forgetProfile' | 'saveProfile' | 'importProfiles' | 'chooseTarget'
> {
  let profiles = PROFILES;
  return {
    async listProfiles() {
      return profiles;
    },
    async renameProfile(id, name) {
      profiles = profiles.map((one) => (one.id === id ? { ...one, name } : one));
      return logged('setProfile');
    },
    async forgetProfile(id) {
      profiles = profiles.filter((one) => one.id !== id);
      return logged('forgetProfile');
    },
    async saveProfile() {
      return null;
    },
    async importProfiles() {
      return profiles.slice(0, 1);
    },
    async chooseTarget(name) {
      return `/home/camille/${name}`;
    },
  };
}
