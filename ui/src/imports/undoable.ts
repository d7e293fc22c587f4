/** What this session did, in order: the latest is what Ctrl+Z takes back, and the latest taken back what Ctrl+Y does again. */
export type Undoable = { done: number[][]; undone: number[][] };

export const NOTHING_DONE: Undoable = { done: [], undone: [] };

const without = (list: number[][], operations: number[]): number[][] =>
  list
    .map((each) => each.filter((operation) => !operations.includes(operation)))
    .filter((each) => each.length > 0);

/** Something new was done: what was taken back before it is no longer next to be done again. */
export function afterDoing({ done }: Undoable, operations: number[]): Undoable {
  return operations.length === 0 ? { done, undone: [] } : { done: [...done, operations], undone: [] };
}

export function afterUndoing({ done, undone }: Undoable, operations: number[]): Undoable {
  return { done: without(done, operations), undone: [...without(undone, operations), operations] };
}

export function afterRedoing({ done, undone }: Undoable, operations: number[]): Undoable {
  return { done: [...without(done, operations), operations], undone: without(undone, operations) };
}
