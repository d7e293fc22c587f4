/** The user's answers to a review's questions, as plain values. */
import type { AnswerDto } from '../api/generated/AnswerDto';
import type { FileAnswers } from '../api/generated/FileAnswers';
import type { ImportReview } from '../api/generated/ImportReview';
import type { QuestionDto } from '../api/generated/QuestionDto';

export function emptyAnswers(review: ImportReview): FileAnswers[] {
  return review.files.map((_, file) => ({ file, leftOut: false, unwanted: [], answers: [] }));
}

/** Answers `about` for one file, in place of an earlier answer. */
export function withAnswer(all: FileAnswers[], file: number, about: string, choice: string): FileAnswers[] {
  return all.map((each) =>
    each.file === file
      ? { ...each, answers: [...each.answers.filter((answer) => answer.about !== about), { about, choice }] }
      : each,
  );
}

/** The same of several answers at once: what belongs together is planned once. */
export function withAnswers(all: FileAnswers[], file: number, answers: AnswerDto[]): FileAnswers[] {
  return answers.reduce((before, { about, choice }) => withAnswer(before, file, about, choice), all);
}

export function withLeftOut(all: FileAnswers[], file: number, leftOut: boolean): FileAnswers[] {
  return all.map((each) => (each.file === file ? { ...each, leftOut } : each));
}

/** Takes rows of a file, by their index, or leaves them out. */
export function withRows(
  all: FileAnswers[],
  file: number,
  rows: number[],
  areWanted: boolean,
): FileAnswers[] {
  return all.map((each) => {
    if (each.file !== file) return each;
    const unwanted = new Set(each.unwanted);
    for (const row of rows) {
      if (areWanted) unwanted.delete(row);
      else unwanted.add(row);
    }
    return { ...each, unwanted: [...unwanted].sort((a, b) => a - b) };
  });
}

/** Another reading has other rows: all of them are taken again. Which of two lines is kept changes none. */
export function withRowsOf(all: FileAnswers[], file: number, about: string[]): FileAnswers[] {
  const areSame = about.every((one) => one === 'conflict' || one === 'account');
  return all.map((each) => (each.file === file && !areSame ? { ...each, unwanted: [] } : each));
}

/**
 * What the user agrees to by importing: the answers given, and what was assumed and shown where none was. Every file is
 * named, so that one left out and put back is put back.
 */
export function agreed(review: ImportReview, all: FileAnswers[]): FileAnswers[] {
  return all.map((each) => {
    const questions = each.leftOut ? [] : (review.files[each.file]?.questions ?? []);
    const answers = questions.flatMap((question) => {
      const choice = chosen(question, each);
      return choice === null ? [] : [{ about: question.about, choice }];
    });
    const others = each.answers.filter(
      ({ about }) => !questions.some((question) => question.about === about),
    );
    return { ...each, answers: [...others, ...answers] };
  });
}

/** The user's answer; an empty one takes an earlier one back. */
export function given(about: string, answers: FileAnswers | undefined): string | null {
  return answers?.answers.find((answer) => answer.about === about)?.choice || null;
}

/** Answers that make `now` what `before` was. */
export function takenBack(before: AnswerDto[], now: AnswerDto[]): AnswerDto[] {
  const earlier = (about: string) => before.find((answer) => answer.about === about)?.choice ?? '';
  return now
    .filter(({ about, choice }) => choice !== earlier(about))
    .map(({ about }) => ({ about, choice: earlier(about) }));
}

/** What a question stands at: the user's choice, else what was assumed. */
export function chosen(question: QuestionDto, answers: FileAnswers | undefined): string | null {
  return given(question.about, answers) ?? question.assumed;
}

/** Whether a question stands at a guess. */
export function isAssumed(question: QuestionDto, answers: FileAnswers | undefined): boolean {
  return question.assumed !== null && given(question.about, answers) === null;
}

/** A question with neither an answer nor an assumption holds the import back. */
export function isOpen(question: QuestionDto, answers: FileAnswers | undefined): boolean {
  return chosen(question, answers) === null;
}
