/** Text cut into hit and missed pieces, nothing of it lost: by places that the core found, or by the words of a name. */
import type { SearchMark } from '../api/generated/SearchMark';

export type Piece = { text: string; isHit: boolean };

/** Letters that have no accent to lose. */
const PLAIN = /^[\x00-\x7f]*$/;

/** Small letters without accents, as the search compares them. */
export function fold(text: string): string {
  // Thousands of names are folded for the first letter that is typed.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text cut at places in order and apart. */
export function marked(text: string, marks: SearchMark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
  return pieces;
}

/** Characters before the first hit that a line has room for. */
const BEFORE = 28;

/** For a line that shows only the beginning of a text: begun between words, a little before the first place. */
export function nearFirst(text: string, marks: SearchMark[]): { text: string; marks: SearchMark[] } {
  const first = marks[0]?.start ?? 0;
  const at = first <= BEFORE ? -1 : text.indexOf(' ', first - BEFORE);
  if (at < 0 || at >= first) return { text, marks };
  const begun = `… ${text.slice(at + 1)}`;
  const by = text.length - begun.length;
  return { text: begun, marks: marks.map(({ start, end }) => ({ start: start - by, end: end - by })) };
}

/** The text cut where one of the words stands in it. */
export function highlight(text: string, query: string): Piece[] {
  const letters = Array.from(text.normalize('NFC'));
  const folded = letters.map(fold);
  const starts: number[] = [];
  let length = 0;
  for (const letter of folded) {
    starts.push(length);
    length += letter.length;
  }
  const haystack = folded.join('');
  const hits = new Array<boolean>(letters.length).fill(false);
  for (const word of fold(query).split(/\s+/).filter(Boolean)) {
    for (let at = haystack.indexOf(word); at !== -1; at = haystack.indexOf(word, at + word.length)) {
      starts.forEach((start, index) => {
        if (start >= at && start < at + word.length) hits[index] = true;
      });
    }
  }
  const pieces: Piece[] = [];
  letters.forEach((letter, index) => {
    const isHit = hits[index] ?? false;
    const last = pieces[pieces.length - 1];
    if (last && last.isHit === isHit) last.text += letter;
    else pieces.push({ text: letter, isHit });
  });
  return pieces;
}
