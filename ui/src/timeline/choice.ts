/** Several entries chosen at once, and how they are written when copied. */
import type { EntryItem } from '../api/contract';

/** Chosen entries by id, oldest first as far as they were on screen; kept even when their page is let go. */
export type Choice = ReadonlyMap<number, EntryItem>;

export const NONE: Choice = new Map();

export function toggled(choice: Choice, entry: EntryItem): Choice {
  const next = new Map(choice);
  if (!next.delete(entry.id)) next.set(entry.id, entry);
  return next;
}

/** Adds everything from the entry chosen last to this one; only this one when the other is not on screen. */
export function extended(
  choice: Choice,
  entries: EntryItem[],
  last: number | null,
  entry: EntryItem,
): Choice {
  const to = entries.findIndex(({ id }) => id === entry.id);
  const found = entries.findIndex(({ id }) => id === last);
  const from = found === -1 ? to : found;
  const next = new Map(choice);
  for (const each of entries.slice(Math.min(from, to), Math.max(from, to) + 1)) next.set(each.id, each);
  return next;
}

export function inOrder(choice: Choice): EntryItem[] {
  return [...choice.values()].sort(
    (a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? '') || a.id - b.id,
  );
}

/** A cell of RFC 4180. What a sheet would take for a formula is told to be text by an apostrophe. */
function cell(value: string): string {
  const text = /^[=+@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(header: string[], rows: string[][]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
