/** The hand-kept window of rows: a few neighbouring pages, each with its own two cursors. */
import type { TimelineItem } from '../api/contract';
import type { TimelinePage } from '../api/contract';

/** Pages kept on screen at most; the far end is dropped beyond. */
export const PAGES_KEPT = 5;

/** What a screen holds: it is drawn first, the others above it right after. */
const FIRST_ROWS = 20;
/** Rows above the first one that is not seen yet, and the most that are read for its sake. */
const SEEN_ROWS = 8;
const MOST_ROWS = 80;

/** How many rows are read first: where very many were not seen yet, the first of them is a long way up. */
export function firstRows(unread: number): number {
  const wanted = unread + SEEN_ROWS;
  return unread > 0 && wanted <= MOST_ROWS ? Math.max(wanted, FIRST_ROWS) : FIRST_ROWS;
}

/** Adds the page read before the first one and lets go of the newest pages. */
export function withOlder(pages: TimelinePage[], page: TimelinePage, kept = PAGES_KEPT): TimelinePage[] {
  return [page, ...pages].slice(0, kept);
}

/** Adds the page read after the last one and lets go of the oldest pages. */
export function withNewer(pages: TimelinePage[], page: TimelinePage, kept = PAGES_KEPT): TimelinePage[] {
  return [...pages, page].slice(-kept);
}

/** The cursor to read further back from, `null` at the beginning. */
export function olderCursor(pages: TimelinePage[]): string | null {
  return pages[0]?.older ?? null;
}

/** The cursor to read on from, `null` at the end. */
export function newerCursor(pages: TimelinePage[]): string | null {
  return pages[pages.length - 1]?.newer ?? null;
}

export function itemsOf(pages: TimelinePage[]): TimelineItem[] {
  return pages.flatMap((page) => page.items);
}

/** Entries of a page: what a limit counts. */
export function entriesOf(page: TimelinePage): number {
  return page.items.filter(({ kind }) => kind === 'entry').length;
}

export type Reread = { before: string | null; after: string | null; limit: number };

/**
 * What to ask for to read the newest page of the window again after something changed: from the end when the window holds
 * the end, so that new rows appear. The older ones are then read before each other, by the cursor of the page just read:
 * a cursor from before the change may lie in the middle of what is new.
 */
export function reread(pages: TimelinePage[], limit: number): Reread {
  const newest = pages.at(-1);
  const previous = pages.at(-2);
  if (!newest || newest.newer === null || !previous) {
    return { before: null, after: null, limit: Math.max(newest ? entriesOf(newest) : 0, limit) };
  }
  return { before: null, after: previous.newer, limit };
}
