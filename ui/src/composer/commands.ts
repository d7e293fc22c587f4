/** What `/` offers under a conversation. The words are read in Rust; here they are only listed and completed. */
import type { Lang } from '../api/generated/Lang';
import type { Glyph } from '../kit/glyphs';
import { fold } from '../search/highlight';

export type Command = {
  /** The catalogue's words: `composer-<word>` says what it does, `composer-<word>-example` shows it. */
  word: 'note' | 'cash' | 'reminder' | 'search' | 'question';
  typed: Record<Lang, string>;
  glyph: Glyph;
};

export const COMMANDS: Command[] = [
  { word: 'note', typed: { fr: 'note', en: 'note' }, glyph: 'note-pencil' },
  { word: 'cash', typed: { fr: 'espèces', en: 'cash' }, glyph: 'coins' },
  { word: 'reminder', typed: { fr: 'rappel', en: 'reminder' }, glyph: 'bell' },
  { word: 'question', typed: { fr: 'question', en: 'ask' }, glyph: 'question' },
  { word: 'search', typed: { fr: 'chercher', en: 'search' }, glyph: 'magnifying-glass' },
];

/** The commands that a line begins, while it is no more than the beginning of one; `null` when it is something else. */
export function offered(line: string, lang: Lang): Command[] | null {
  const match = /^\/(\S*)$/.exec(line);
  if (!match) return null;
  const wanted = fold(match[1] ?? '');
  const begins = COMMANDS.filter(({ typed }) => fold(typed[lang]).startsWith(wanted));
  // Typed to its end, it stays on offer: Enter then goes on to its words.
  return begins.length > 0 ? begins : null;
}

/** The line that taking a command makes. */
export function completed({ typed }: Command, lang: Lang): string {
  return `/${typed[lang]} `;
}

/** The next of a list by arrow keys, around its ends. */
export function stepped(count: number, at: number, by: 1 | -1): number {
  return count === 0 ? 0 : (at + by + count) % count;
}
