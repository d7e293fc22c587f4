/** What of an answer is worked out for the eye and the ear: words, heights of bars, what a row of its list is called. */
import type { AnswerBar } from '../api/generated/AnswerBar';
import type { AnswerItem } from '../api/generated/AnswerItem';
import type { MoneyDto } from '../api/generated/MoneyDto';
import { plotted } from '../money/format';

export type Piece = { text: string; isStrong: boolean };

/** A sentence cut where names and days stand in it. */
export function pieces({ sentence, strong }: Pick<AnswerItem, 'sentence' | 'strong'>): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { start, end } of strong) {
    if (start < at) continue;
    if (start > at) result.push({ text: sentence.slice(at, start), isStrong: false });
    result.push({ text: sentence.slice(start, end), isStrong: true });
    at = end;
  }
  if (at < sentence.length) result.push({ text: sentence.slice(at), isStrong: false });
  return result;
}

/** Whether the number of entries is the answer. */
export function isNumber({ what }: Pick<AnswerItem, 'what'>): boolean {
  return what === 'count' || what === 'list';
}

/** Hides what was typed, where its answer says it again; what was not understood may be anything. */
export function masking(
  { chips, outcome }: Pick<AnswerItem, 'chips' | 'outcome'>,
  typed: (text: string) => string,
): (text: string) => string {
  if (outcome === 'notUnderstood' || outcome === 'several') return typed;
  const labels = chips.filter(({ kind }) => ['amount', 'words', 'name'].includes(kind));
  return (text) => labels.reduce((said, { label }) => said.replaceAll(label, () => typed(label)), text);
}

/** An answer as it is said: its figures, then what they are of. */
export function spokenAnswer(
  answer: AnswerItem,
  spoken: (money: MoneyDto) => string,
  typed: (text: string) => string,
): string {
  const figures =
    isNumber(answer) && answer.outcome === 'answered' ? [String(answer.count)] : answer.figures.map(spoken);
  const parcels = answer.parcels.map(({ name, text }) => `${name}, ${text}`);
  const sentence = masking(answer, typed)(answer.sentence);
  const said = [[...figures, sentence].join(' '), ...parcels, ...answer.gaps];
  return said.filter(Boolean).join('. ');
}

export type Drawn = { bar: AnswerBar; height: number; isLow: boolean };

/** Bars with heights from 0 to 1; what is below zero is drawn as high, and says so. */
export function drawn(bars: AnswerBar[]): Drawn[] {
  const highest = Math.max(0, ...bars.map(({ money }) => Math.abs(plotted(money))));
  return bars.map((bar) => {
    const value = plotted(bar.money);
    return { bar, height: highest > 0 ? Math.abs(value) / highest : 0, isLow: value < 0 };
  });
}

/** Where the average stands between 0 and 1; `null` where there is none, or it is above every bar. */
export function averageHeight(bars: AnswerBar[], average: MoneyDto | null): number | null {
  if (average === null) return null;
  const highest = Math.max(0, ...bars.map(({ money }) => Math.abs(plotted(money))));
  const height = highest > 0 ? Math.abs(plotted(average)) / highest : 0;
  return height > 0 && height <= 1 ? height : null;
}

/** What a figure over a bar needs, as a share of the bars' height. */
const FIGURE = 0.2;

/** How high a bar's figure stands: upon the line of the average where that would run through it. */
export function figureHeight(height: number, average: number | null): number {
  return average !== null && average > height && average < height + FIGURE ? average : height;
}

/** A decimal amount to its whole number, half away from zero: `312.48` is `312`, `0.50` is `1`. */
export function wholeOf(amount: string): string {
  const [, sign = '', whole = '0', tenth = '0'] = /^(-?)(\d+)(?:\.(\d))?/.exec(amount) ?? [];
  const rounded = BigInt(whole) + (tenth >= '5' ? 1n : 0n);
  return rounded === 0n ? '0' : `${sign}${rounded}`;
}

/** Whether all days are of one month: then the month is not said with each. */
export function isOneMonth(days: string[]): boolean {
  return new Set(days.map((day) => day.slice(0, 7))).size === 1;
}

/** One bar is told apart only where others are not asked for. */
export function tellsApart(bars: AnswerBar[]): boolean {
  return bars.some(({ asked }) => asked) && bars.some(({ asked }) => !asked);
}
