/** A review with everything in it that a review can hold, of invented files. */
import type { FileAnswers } from './generated/FileAnswers';
import type { FileReview } from './generated/FileReview';
import type { ImportReview } from './generated/ImportReview';
import type { QuestionDto } from './generated/QuestionDto';
import type { ReviewRow } from './generated/ReviewRow';

const none = { new: 0, known: 0, updated: 0, conflict: 0, unreadable: 0 };
const eur = (amount: string) => ({ amount, currency: 'EUR' });

function row(
  state: string,
  line: number,
  date: string,
  text: string,
  counterparty: string,
  amount: string,
): ReviewRow {
  return {
    state,
    line,
    date,
    text,
    counterparty,
    newcomer: false,
    money: eur(amount),
    corrected: null,
    near: null,
  };
}

const switchOf = (about: string, assumed: string, ...values: string[]) => ({
  about,
  assumed,
  choices: values.map((value) => ({ value, example: null })),
});

const ENCODING = switchOf('encoding', 'windows-1252', 'UTF-8', 'windows-1252', 'ISO-8859-15', 'macintosh');
const SIGN = switchOf('sign', 'asPrinted', 'asPrinted', 'inverted');

const KNOWN: ReviewRow[] = Array.from({ length: 11 }, (_, index) =>
  row(
    'known',
    index + 3,
    `2026-10-${String(index + 2).padStart(2, '0')}`,
    `ACHAT CARTE 77${index + 10}`,
    'Grand Marché',
    `-${index + 8}.40`,
  ),
);

export function makeReview(inDoubt: boolean): ImportReview {
  const releve = {
    name: 'releve_2026-10.ofx',
    format: 'ofx',
    already: null,
    accounts: [{ id: 1, name: 'Compte courant', currency: 'EUR' }],
    from: '2026-10-01',
    until: '2026-10-31',
    counts: { ...none, new: 37 },
    proofs: [
      {
        account: 'Compte courant',
        proof: 'holds',
        opening: eur('1204.10'),
        movement: eur('-217.55'),
        count: 37,
        closing: eur('986.55'),
        difference: null,
        openingDate: '2026-09-30',
        closingDate: '2026-10-31',
        brokenAtLine: null,
      },
    ],
    receipts: 0,
    mapping: null,
    questions: [],
    switches: [ENCODING, SIGN],
    diagnostics: [],
    rows: [
      row('new', 12, '2026-10-01', 'VIR ATELIER NORD SALAIRE', 'Atelier Nord', '2180.00'),
      row('new', 13, '2026-10-16', 'CB VOLT ET CIE 16/10 PARIS 75 CARTE 4417', 'Volt & Cie', '-349.00'),
      row('new', 14, '2026-10-28', 'CB VOLT ET CIE 28/10 PARIS 75 CARTE 4417', 'Volt & Cie', '-24.99'),
    ],
  };
  if (!inDoubt) return { review: 7, inDoubt, files: [releve] };
  return {
    review: 7,
    inDoubt,
    files: [
      releve,
      {
        name: 'carte-coop-oct.csv',
        format: 'csv',
        already: null,
        accounts: [{ id: 3, name: 'Carte Coop', currency: 'EUR' }],
        from: '2026-10-02',
        until: '2026-10-28',
        counts: { new: 5, known: 11, updated: 0, conflict: 1, unreadable: 1 },
        proofs: [
          {
            account: 'Carte Coop',
            proof: 'broken',
            opening: eur('-151.25'),
            movement: eur('-56.95'),
            count: 5,
            closing: eur('-212.40'),
            difference: eur('-4.20'),
            openingDate: '2026-10-17',
            closingDate: '2026-10-28',
            brokenAtLine: 19,
          },
        ],
        receipts: 0,
        mapping: null,
        questions: [
          {
            about: 'dateOrder',
            assumed: 'dmy',
            choices: [
              { value: 'dmy', example: '03/04 → 3 avril' },
              { value: 'mdy', example: '03/04 → 4 mars' },
            ],
          },
          {
            about: 'decimalSign',
            assumed: 'comma',
            choices: [
              { value: 'comma', example: '12,50 → 12,50 €' },
              { value: 'point', example: '12,50 → 1 250 €' },
            ],
          },
          {
            about: 'sign',
            assumed: null,
            choices: [
              { value: 'asPrinted', example: '12,50 → +12,50 €' },
              { value: 'inverted', example: '12,50 → −12,50 €' },
            ],
          },
          {
            about: 'account',
            assumed: '3',
            choices: [
              { value: '3', example: 'Carte Coop …7702' },
              { value: '1', example: 'Compte courant …0821' },
              { value: 'new', example: null },
            ],
          },
          {
            about: 'conflict',
            assumed: 'different',
            choices: [
              { value: 'different', example: null },
              { value: 'same', example: null },
            ],
          },
        ],
        switches: [ENCODING],
        diagnostics: [
          {
            severity: 'error',
            code: 'badDate',
            line: 19,
            excerpt: '32/10/2026;BOULANGERIE MOREL;4,20;EUR',
            carets: '^^^^^^^^^^',
            message: 'Octobre n’a que 31 jours.',
            correction: { about: 'correct:19:1-10', text: '32/10/2026' },
          },
          {
            severity: 'warning',
            code: 'encodingGuessed',
            line: null,
            excerpt: null,
            carets: null,
            message: 'Le fichier ne dit pas son encodage ; il se lit bien en Windows-1252.',
            correction: null,
          },
        ],
        rows: [
          ...KNOWN,
          {
            ...row('conflict', 14, '2026-10-18', 'HOTEL DU PORT REF 7741', 'Hôtel du Port', '-86.00'),
            near: {
              daysBefore: 2,
              date: '2026-10-16',
              text: 'CB HOTEL DU PORT 16/10 REF 7741',
              counterparty: 'Hôtel du Port',
              money: eur('-86.00'),
              file: 'releve_2026-10.ofx',
              line: 31,
            },
          },
          row('new', 15, '2026-10-21', 'CAFE DE LA GARE', 'Café de la Gare', '-9.90'),
          row('new', 16, '2026-10-22', 'LIBRAIRIE DES HALLES 7702', 'Librairie des Halles', '-21.30'),
          row('new', 17, '2026-10-24', 'GRAND MARCHE 0312', 'Grand Marché', '-12.50'),
          row('new', 18, '2026-10-26', 'BOULANGERIE MOREL', 'Boulangerie Morel', '-4.20'),
          {
            state: 'unreadable',
            line: 19,
            date: null,
            text: '32/10/2026;BOULANGERIE MOREL;4,20;EUR',
            counterparty: null,
            newcomer: false,
            money: null,
            corrected: null,
            near: null,
          },
          {
            ...row('new', 20, '2026-10-28', 'PARKING CENTRE', 'Parking Centre', '-9.05'),
            newcomer: true,
          },
        ],
      },
      {
        name: 'releve_2026-09.ofx',
        format: 'ofx',
        already: { operation: 4, date: '2026-10-02' },
        accounts: [{ id: 1, name: 'Compte courant', currency: 'EUR' }],
        from: '2026-09-01',
        until: '2026-09-30',
        counts: { ...none, known: 34 },
        proofs: [],
        receipts: 0,
        mapping: null,
        questions: [],
        switches: [],
        diagnostics: [],
        rows: [],
      },
      {
        name: 'IMG_0007.jpg',
        format: null,
        already: null,
        accounts: [],
        from: null,
        until: null,
        counts: none,
        proofs: [],
        receipts: 0,
        mapping: null,
        questions: [],
        switches: [],
        diagnostics: [
          {
            severity: 'error',
            code: 'unknownFormat',
            line: null,
            excerpt: null,
            carets: null,
            message:
              'Ce n’est ni un relevé, ni un fichier que Counterfoil sait lire. Demandez à votre banque un fichier OFX ou CSV.',
            correction: null,
          },
        ],
        rows: [],
      },
    ],
  };
}

/** The review after another file was added to it. */
export function withAnother(review: ImportReview): ImportReview {
  const added = makeReview(false).files.map((file) => ({ ...file, name: 'releve_2026-11.ofx' }));
  return { ...review, files: [...review.files, ...added] };
}

/** One file of so many lines, to see that a long table scrolls. */
export function makeLong(lines: number): ImportReview {
  const review = makeReview(true);
  const file = review.files[1];
  if (!file) return review;
  const rows = Array.from({ length: lines }, (_, at) =>
    row(
      at % 3 === 0 ? 'known' : 'new',
      at + 2,
      '2026-10-21',
      `CAFE DE LA GARE ${at}`,
      'Café de la Gare',
      '-9.90',
    ),
  );
  const known = Math.ceil(lines / 3);
  const counts = { ...none, new: lines - known, known };
  return { ...review, files: [{ ...file, questions: [], diagnostics: [], proofs: [], counts, rows }] };
}

/** The review under these answers: what was asked is decided, what was turned is turned, doubles are one or two. */
export function reviewUnder(review: ImportReview, answers: FileAnswers[]): ImportReview {
  return {
    ...review,
    files: review.files.map((file, at) => answeredFile(correctedFile(file, answers[at]), answers[at])),
  };
}

/** The row that could not be read, under a date that can; the statement then adds up. */
function correctedFile(file: FileReview, answers: FileAnswers | undefined): FileReview {
  const wrong = file.diagnostics.find(({ correction }) => correction);
  const about = wrong?.correction?.about;
  const text = answers?.answers.find((one) => one.about === about)?.choice;
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text ?? '') ?? [];
  if (!about || !text || !day || Number(day) > 31) return file;
  const read = {
    ...row('new', 19, `${year}-${month}-${day}`, 'BOULANGERIE MOREL', 'Boulangerie Morel', '-4.20'),
    corrected: { about, text },
  };
  return {
    ...file,
    rows: file.rows.map((each) => (each.state === 'unreadable' ? read : each)),
    diagnostics: file.diagnostics.filter((each) => each !== wrong),
    counts: { ...file.counts, new: file.counts.new + 1, unreadable: 0 },
    proofs: file.proofs.map((proof) => ({
      ...proof,
      proof: 'holds',
      movement: eur('-61.15'),
      count: proof.count + 1,
      difference: null,
      brokenAtLine: null,
    })),
  };
}

function answeredFile(file: FileReview, answers: FileAnswers | undefined): FileReview {
  const told = (about: string) => answers?.answers.find((one) => one.about === about)?.choice || null;
  const turned = (question: QuestionDto): QuestionDto => ({
    ...question,
    assumed: told(question.about) ?? question.assumed,
  });
  const decided = file.questions.filter(({ about }) => told(about) && about !== 'conflict');
  const isInverted = told('sign') === 'inverted';
  const same = told('conflict');
  const rows = file.rows.map((row) => ({
    ...row,
    state: row.state === 'conflict' && same ? (same === 'same' ? 'known' : 'new') : row.state,
    money: row.money && isInverted ? { ...row.money, amount: turnedSign(row.money.amount) } : row.money,
  }));
  const conflicts = same ? file.counts.conflict : 0;
  return {
    ...file,
    rows,
    questions: file.questions.filter(({ about }) => !told(about)),
    switches: [...file.switches, ...decided].map(turned),
    counts: {
      ...file.counts,
      conflict: file.counts.conflict - conflicts,
      new: file.counts.new + (same === 'different' ? conflicts : 0),
      known: file.counts.known + (same === 'same' ? conflicts : 0),
    },
  };
}

const turnedSign = (amount: string) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);
