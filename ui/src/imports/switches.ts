/** What of a file's reading may be decided or turned, in the order in which the sheet shows it. */
import type { FileReview } from '../api/generated/FileReview';
import type { ImportReview } from '../api/generated/ImportReview';
import type { QuestionDto } from '../api/generated/QuestionDto';

const ORDER = [
  'password',
  'kind',
  'encoding',
  'decimalSign',
  'dateOrder',
  'columns',
  'sign',
  'account',
  'currency',
];

/** The questions that are open, and what was decided and may be turned. Doubles have a place of their own. */
export function controls(file: FileReview): QuestionDto[] {
  const asked = new Set(file.questions.map(({ about }) => about));
  const all = [...file.questions, ...file.switches.filter(({ about }) => !asked.has(about))];
  const rank = ({ about }: QuestionDto) => (ORDER.indexOf(about) + ORDER.length + 1) % (ORDER.length + 1);
  return all.filter(({ about }) => about !== 'conflict').sort((a, b) => rank(a) - rank(b));
}

/** Whether a control is a sign that nothing is asked about: a switch, as against a question. */
export function isSignSwitch(file: FileReview, { about }: QuestionDto): boolean {
  return about === 'sign' && file.questions.every((question) => question.about !== 'sign');
}

/**
 * What to answer to have `value`: nothing where the file by itself was read so, which leaves the reading its plain name.
 * `first` is the review before any answer.
 */
export function answerFor(first: ImportReview | null, index: number, about: string, value: string): string {
  const alone = first?.files[index]?.switches.find((one) => one.about === about)?.assumed;
  return alone === value ? '' : value;
}
