/** Files dragged over the window, and the entry that they are held over. */
import { api } from '../api';
import type { Point, Stop } from '../api/contract';

/** Where what is dropped joins an entry: its bubble, or its place in the details. */
export function joiningPlace(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-joins]') ?? null;
}

/** The one under a point, seen through what lies over it. */
export function joiningPlaceAt({ x, y }: Point): HTMLElement | null {
  return document.elementsFromPoint(x, y).map(joiningPlace).find(Boolean) ?? null;
}

export function entryOf(place: HTMLElement | null): number | null {
  const id = Number(place?.dataset.joins);
  return place?.dataset.joins && Number.isSafeInteger(id) ? id : null;
}

export type Over = { count: number; names: string[]; place: HTMLElement | null };

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
            over = { count: drag.count, names: drag.names, place: joiningPlaceAt(drag.at) };
            return;
          case 'over': {
            const place = joiningPlaceAt(drag.at);
            if (over && over.place !== place) over = { ...over, place };
            return;
          }
          case 'leave':
            over = null;
            return;
          case 'drop':
            over = null;
            if (drag.paths.length > 0) ondrop(drag.paths, entryOf(joiningPlaceAt(drag.at)));
        }
      });
    },
  };
}
