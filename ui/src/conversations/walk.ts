/** Walking the conversation list with the focus: arrows, its ends, and the first letters of a name. */
import { fold } from '../search/highlight';

/** So long may a next letter of a name take. */
export const PAUSE_MS = 900;

/** Where a key leads from a row, none where it leads nowhere. */
export function walked(count: number, at: number, key: string): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Whether a key types something of a name; a space does within one. */
export function isTyped(key: string, typed: string): boolean {
  return /^[\p{L}\p{N}&’']$/u.test(key) || (key === ' ' && typed !== '');
}

/** The next row whose name begins so, around the end. The same letter again leads on to the next one that begins with it. */
export function named(names: string[], typed: string, at: number): number | null {
  const wanted = fold(typed);
  const isOneLetter = [...wanted].every((letter) => letter === wanted[0]);
  const start = isOneLetter ? at + 1 : at;
  const looked = isOneLetter ? (wanted[0] ?? '') : wanted;
  const begins = (index: number) => fold(names[index] ?? '').startsWith(looked);
  for (let step = 0; step < names.length; step += 1) {
    const index = (start + step) % names.length;
    if (begins(index)) return index;
  }
  return null;
}
