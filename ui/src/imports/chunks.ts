/** A long table drawn in stretches: those near what is seen have their rows, the others only their height. */

/** Rows of a stretch. */
export const STRETCH = 60;
/** How tall a row is before it was measured, in CSS pixels. */
const USUAL_ROW = 37;
/** How far beyond the window stretches are drawn, in CSS pixels. */
const MARGIN = 900;

export function stretches<T>(list: T[]): T[][] {
  const out: T[][] = [];
  for (let at = 0; at < list.length; at += STRETCH) out.push(list.slice(at, at + STRETCH));
  return out;
}

/** Whether a stretch is near what is seen, by its edges and the height of the window. */
export function isNear(top: number, bottom: number, height: number): boolean {
  return bottom > -MARGIN && top < height + MARGIN;
}

/** The height that a stretch without its rows stands for: what it measured when it had them, else a guess. */
export function heightOf(measured: number | undefined, rows: number): number {
  return measured ?? rows * USUAL_ROW;
}
