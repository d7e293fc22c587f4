/** Where the rows of a timeline stand. The page is asked for few of them only: every answer of it takes its time. */
import { isMarker, type Row } from './grouping';
import { MARKER_PX, STICKY_PX, type RowTop } from './scrollAnchor';

/** So many rows in view may go before what is looked at is lost. */
const HEIRS = 40;

export class Places {
  readonly #rows: Row[];
  readonly #topAt: (at: number) => number;
  #byKey: Map<string, number> | null = null;

  /** `topAt` says where the top edge of a row is; rows stand one below the other. */
  constructor(rows: Row[], topAt: (at: number) => number) {
    this.#rows = rows;
    this.#topAt = topAt;
  }

  /** The first row that begins at an edge or below it; their number when all begin above. */
  #firstFrom(edge: number): number {
    let [from, until] = [0, this.#rows.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      if (this.#topAt(middle) < edge) from = middle + 1;
      else until = middle;
    }
    return from;
  }

  #at(at: number): RowTop[] {
    const row = this.#rows[at];
    // A marker goes up with what is read above it.
    return row && !isMarker(row.kind) ? [{ key: row.key, top: this.#topAt(at) }] : [];
  }

  /** What may hold the view: rows from its top edge on, else the last one above it. */
  holding(scrollTop: number): RowTop[] {
    const first = this.#firstFrom(scrollTop);
    const found: RowTop[] = [];
    for (let at = first; at < this.#rows.length && found.length < HEIRS; at += 1) found.push(...this.#at(at));
    for (let at = first - 1; at >= 0 && found.length === 0; at -= 1) found.push(...this.#at(at));
    return found;
  }

  indexOf(key: string): number | undefined {
    this.#byKey ??= new Map(this.#rows.map((row, at) => [row.key, at]));
    return this.#byKey.get(key);
  }

  topOf(key: string): number | undefined {
    const at = this.indexOf(key);
    return at === undefined ? undefined : this.#topAt(at);
  }

  /** The day marker that left the view last, and those up to the pill's lower edge. */
  daysAround(scrollTop: number): { date: string; top: number }[] {
    const first = this.#firstFrom(scrollTop - MARKER_PX);
    const days: { date: string; top: number }[] = [];
    for (let at = first - 1; at >= 0 && days.length === 0; at -= 1) {
      const row = this.#rows[at];
      if (row?.kind === 'day') days.push({ date: row.date, top: this.#topAt(at) });
    }
    for (let at = first; at < this.#rows.length; at += 1) {
      const [row, top] = [this.#rows[at], this.#topAt(at)];
      if (row?.kind === 'day') days.push({ date: row.date, top });
      if (top >= scrollTop + STICKY_PX) break;
    }
    return days;
  }
}
