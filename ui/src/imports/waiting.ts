/** Files that wait in watched folders, and which of them nobody was told of. */
import type { WaitingFile } from '../api/generated/WaitingFile';
import type { Watched } from '../api/generated/Watched';

/** A file that is written anew under its name is another one. */
function keyOf({ path, bytes, day }: WaitingFile): string {
  return [path, bytes, day].join('\n');
}

export function keysOf(folders: Watched[]): Set<string> {
  return new Set(folders.flatMap(({ waiting }) => waiting.map(keyOf)));
}

/** The folders in which something waits that is not among these. */
export function withNews(folders: Watched[], told: ReadonlySet<string>): Watched[] {
  return folders.filter(({ waiting }) => waiting.some((file) => !told.has(keyOf(file))));
}

/** How many files wait in these folders. */
export function countOf(folders: Watched[]): number {
  return folders.reduce((sum, { count }) => sum + count, 0);
}
