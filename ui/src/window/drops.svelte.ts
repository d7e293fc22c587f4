/** Files dragged over the window. */
import { api } from '../api';
import type { Stop } from '../api/contract';

export function watchDrops(ondrop: (paths: string[]) => void) {
  let over = $state.raw<{ count: number; names: string[] } | null>(null);
  return {
    get over() {
      return over;
    },
    leave(): void {
      over = null;
    },
    start(): Stop {
      return api.onDrag((drag) => {
        over = drag.kind === 'enter' ? { count: drag.count, names: drag.names } : null;
        if (drag.kind === 'drop' && drag.paths.length > 0) ondrop(drag.paths);
      });
    },
  };
}
