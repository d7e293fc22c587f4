/** What is typed, as it stands in the field of the screen: parts with a meaning as chips, then what is still being written. */
import type { SearchChip } from '../api/generated/SearchChip';
import { shownChips, without } from './palette';

/** A part of a query that stands as a chip; its place in `chip` is the one it had when it was understood. */
export type Part = { text: string; chip: SearchChip };

export type Typed = { parts: Part[]; rest: string };

type Placed = Part & { start: number; end: number };

/** The query that chips and field say together. */
export function textOf({ parts, rest }: Typed): string {
  return [...parts.map(({ text }) => text), ...(rest === '' ? [] : [rest])].join(' ');
}

function placed(parts: Part[]): Placed[] {
  let start = 0;
  return parts.map((part) => {
    const end = start + part.text.length;
    const own = { ...part, start, end };
    start = end + 1;
    return own;
  });
}

/** Whether a part ends where it ends, whatever stands behind it: a quote that is open, and a key without a value, take the next word. */
function isClosed(text: string): boolean {
  const open = text.match(/["“«]/g)?.length ?? 0;
  const shut = text.match(/["”»]/g)?.length ?? 0;
  const plain = text.match(/"/g)?.length ?? 0;
  return !text.endsWith(':') && open === shut && plain % 2 === 0;
}

/**
 * What becomes a chip now that it is known what the text means: every part with a meaning of its own. Where the text is being
 * written a part may still be going on, or have nothing wrong yet.
 */
export function settled(typed: Typed, chips: SearchChip[], isTyping: boolean): Typed {
  const text = textOf(typed);
  const written = text.length - typed.rest.length;
  const isOver = ({ end, problem }: SearchChip) =>
    !isTyping || end <= written || (problem === null && /\s/.test(text[end] ?? ''));
  const ready = shownChips(chips)
    .filter((chip) => isOver(chip) && isClosed(text.slice(chip.start, chip.end)))
    .map((chip) => ({ text: text.slice(chip.start, chip.end), chip, start: chip.start, end: chip.end }));
  const isTaken = ({ start, end }: Placed) => ready.some((chip) => chip.start < end && start < chip.end);
  const all = [...placed(typed.parts).filter((part) => !isTaken(part)), ...ready];
  all.sort((a, b) => a.start - b.start);
  const left = without(text, all);
  // A day before a month would be another day.
  if (/^\d{1,2}(?!\d)/.test(left) && all.some(({ chip }) => chip.kind === 'days')) return typed;
  const parts = all.map(({ text, chip }) => ({ text, chip }));
  // Spaces that were typed stay while nothing else of the text goes.
  if (left === without(typed.rest, [])) return { parts, rest: typed.rest };
  return { parts, rest: left !== '' && /\s$/.test(typed.rest) ? `${left} ` : left };
}
