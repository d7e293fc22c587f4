/** Files dragged over the window, and the entry that they are held over. */
import { api } from '../api';
import type { Point, Stop } from '../api/contract';

/** The entry whose bubble is under a point, seen through what lies over it. */
export function entryAt({ x, y }: Point): HTMLElement | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const row = element.closest<HTMLElement>('[data-kind="entry"][data-id]');
    // The row is as wide as the conversation: only its slip is the entry.
    if (row && element.closest('.slip')) return row;
  }
  return null;
}

export function entryOf(row: HTMLElement | null): number | null {
  const id = Number(row?.dataset.id);
  return row?.dataset.id && Number.isSafeInteger(id) ? id : null;
}

export type Over = { count: number; names: string[]; row: HTMLElement | null };

export function watchDrops(ondrop: (paths: string[], entry: number | null) => void) {
  let over = $state.raw<Over | null>(null);
  return {
    get over() {
      return over;
    },
    leave(): void {
      over = null;
    },
    start(): Stop {
      return api.onDrag((drag) => {
        switch (drag.kind) {
          case 'enter':
            over = { count: drag.count, names: drag.names, row: entryAt(drag.at) };
            return;
          case 'over': {
            const row = entryAt(drag.at);
            if (over && over.row !== row) over = { ...over, row };
            return;
          }
          case 'leave':
            over = null;
            return;
          case 'drop':
            over = null;
            if (drag.paths.length > 0) ondrop(drag.paths, entryOf(entryAt(drag.at)));
        }
      });
    },
  };
}
