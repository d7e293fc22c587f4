import { describe, expect, it } from 'vitest';

import type { TimelineItem } from '../api/contract';
import type { TimelinePage } from '../api/contract';
import {
  entriesOf,
  firstRows,
  itemsOf,
  newerCursor,
  olderCursor,
  reread,
  withNewer,
  withOlder,
} from './pages';

const item = (operation: number): TimelineItem => ({
  kind: 'import',
  operation,
  date: '2026-10-31',
  file: 'releve.ofx',
  added: 1,
  known: 0,
  unreadable: 0,
});

/** Three rows from `from` on, of a conversation of thirty. */
function page(from: number): TimelinePage {
  return {
    items: [item(from), item(from + 1), item(from + 2)],
    older: from > 0 ? `before ${from}` : null,
    newer: from + 3 < 30 ? `after ${from + 2}` : null,
  };
}

describe('the window of pages', () => {
  it('lets go of the newest page when an older one comes in', () => {
    const pages = withOlder([page(24), page(27)], page(21), 2);
    expect(itemsOf(pages).map((each) => each.kind === 'import' && each.operation)).toEqual([
      21, 22, 23, 24, 25, 26,
    ]);
    expect(newerCursor(pages)).toBe('after 26');
  });

  it('lets go of the oldest page when a newer one comes in', () => {
    const pages = withNewer([page(21), page(24)], page(27), 2);
    expect(olderCursor(pages)).toBe('before 24');
    expect(newerCursor(pages)).toBeNull();
  });

  it('has no cursor beyond the beginning', () => {
    expect(olderCursor([page(0)])).toBeNull();
    expect(olderCursor([])).toBeNull();
  });

  it('reads the end again from the end, so that new rows appear', () => {
    expect(reread([page(24), page(27)], 80)).toEqual({ before: null, after: null, limit: 80 });
  });

  it('reads a stretch in the middle again where it stands', () => {
    expect(reread([page(12), page(15)], 80)).toEqual({ before: null, after: 'after 14', limit: 80 });
  });

  it('counts entries alone, as a limit does', () => {
    expect(entriesOf(page(24))).toBe(0);
  });
});

describe('what is read first', () => {
  it('is a screen, or all that was not seen yet with some rows above it', () => {
    expect([0, 3, 30].map(firstRows)).toEqual([20, 20, 38]);
  });

  it('is a screen again where the first row not seen yet is a long way up', () => {
    expect(firstRows(4_000)).toBe(firstRows(0));
  });
});
