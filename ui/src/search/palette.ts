/** What the palette lists, in order: commands and conversations by name, then entries under their conversation. */
import type { EntryItem } from '../api/generated/EntryItem';
import type { Glyph } from '../kit/glyphs';
import type { Shortcut } from '../window/shortcuts';
import { fold } from './highlight';

export type Command = { shortcut: Shortcut; key: string; glyph: Glyph };

export const COMMANDS: Command[] = [
  { shortcut: 'import', key: 'shortcut-import', glyph: 'tray-arrow-down' },
  { shortcut: 'goTo', key: 'shortcut-go-to', glyph: 'calendar-blank' },
  { shortcut: 'firstUnread', key: 'shortcut-first-unread', glyph: 'chat-circle-text' },
  { shortcut: 'hideAmounts', key: 'shortcut-hide', glyph: 'eye-slash' },
  { shortcut: 'lock', key: 'shortcut-lock', glyph: 'lock-simple' },
  { shortcut: 'undo', key: 'shortcut-undo', glyph: 'arrow-counter-clockwise' },
  { shortcut: 'redo', key: 'shortcut-redo', glyph: 'arrow-clockwise' },
  { shortcut: 'inspector', key: 'shortcut-inspector', glyph: 'sidebar-simple' },
  { shortcut: 'history', key: 'rail-history', glyph: 'clock-counter-clockwise' },
  { shortcut: 'settings', key: 'rail-settings', glyph: 'gear-six' },
  { shortcut: 'shortcuts', key: 'shortcuts', glyph: 'keyboard' },
];

/** Conversations named alike are listed up to here: the rest is in the list itself. */
export const NAMES_SHOWN = 5;

/** Whether every word of the query begins a word of the text, blind to case and accents. */
export function isNamed(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  return wanted.length > 0 && wanted.every((each) => words.some((word) => word.startsWith(each)));
}

export type Group = { counterparty: number; name: string; entries: EntryItem[] };

/** Entries under their conversation; conversations in the order of their newest hit. */
export function grouped(entries: EntryItem[]): Group[] {
  const groups = new Map<number, Group>();
  for (const entry of entries) {
    const group = groups.get(entry.counterparty);
    if (group) group.entries.push(entry);
    else
      groups.set(entry.counterparty, {
        counterparty: entry.counterparty,
        name: entry.name,
        entries: [entry],
      });
  }
  return [...groups.values()];
}

/** The next option by arrow keys, around the ends; none leads to the first or last. */
export function stepped(ids: string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at === -1) return (by === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[(at + by + ids.length) % ids.length] ?? null;
}
