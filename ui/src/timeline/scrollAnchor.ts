/**
 * Keeps what the reader looks at in place while rows appear above it or go. WebKitGTK has no `overflow-anchor`, so the
 * window remembers a row and how far it stood from the top of the view, and scrolls by the difference afterwards.
 */

/** A row and where its top edge stands, in pixels below the top of the scrolled content. */
export type RowTop = { key: string; top: number };

/** A remembered row: its key and its distance below the top edge of the view (negative when cut by it). */
export type Anchor = { key: string; offset: number };

/** Within this many pixels of the end the reader follows the conversation. */
export const AT_END_PX = 48;

/** Within this many pixels of an end the next page is read. */
export const NEAR_END_PX = 900;

/** The first row that starts inside the view, else the last one above it. `null` without rows. */
export function takeAnchor(rows: RowTop[], scrollTop: number): Anchor | null {
  const row = rows.find(({ top }) => top >= scrollTop) ?? rows[rows.length - 1];
  return row ? { key: row.key, offset: row.top - scrollTop } : null;
}

/** Every row in the view from the anchor on, so that one that vanished has an heir. */
export function takeAnchors(rows: RowTop[], scrollTop: number): Anchor[] {
  const start = rows.findIndex(({ top }) => top >= scrollTop);
  if (start === -1) {
    const anchor = takeAnchor(rows, scrollTop);
    return anchor ? [anchor] : [];
  }
  return rows.slice(start).map(({ key, top }) => ({ key, offset: top - scrollTop }));
}

/** Where to scroll so that the first anchor that still exists stands where it stood; `null` when none does. */
export function restoreAnchor(anchors: Anchor[], topOf: (key: string) => number | undefined): number | null {
  for (const { key, offset } of anchors) {
    const top = topOf(key);
    if (top !== undefined) return Math.max(0, top - offset);
  }
  return null;
}

export type ScrollBox = { scrollTop: number; scrollHeight: number; clientHeight: number };

export function isAtEnd({ scrollTop, scrollHeight, clientHeight }: ScrollBox): boolean {
  return scrollHeight - clientHeight - scrollTop <= AT_END_PX;
}

/** So little is left that a way to the end would lie over it and lead nowhere. */
export function isAlmostAtEnd({ scrollTop, scrollHeight, clientHeight }: ScrollBox): boolean {
  return scrollHeight - clientHeight - scrollTop < clientHeight / 4;
}

export function isNearStart({ scrollTop }: ScrollBox): boolean {
  return scrollTop < NEAR_END_PX;
}

export function isNearEnd({ scrollTop, scrollHeight, clientHeight }: ScrollBox): boolean {
  return scrollHeight - clientHeight - scrollTop < NEAR_END_PX;
}

/** A view of less than this has no room for the day above it and the way to the end, at the usual size of text. */
export const ROOM_PX = 112;

/** Height of a day marker: while a part of it is in view it speaks for itself. */
export const MARKER_PX = 20;

/** Height of the pill that floats above the view, with its margin. */
export const STICKY_PX = 44;

/** The day to float above the view: that of the last marker that left it, unless the next marker is under the pill. */
export function stickyDay(days: { date: string; top: number }[], scrollTop: number): string | null {
  let found: string | null = null;
  for (const { date, top } of days) {
    if (top >= scrollTop - MARKER_PX) return top < scrollTop + STICKY_PX ? null : found;
    found = date;
  }
  return found;
}
