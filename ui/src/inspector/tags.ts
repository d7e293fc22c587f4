/** Tags as they are typed, and those that are offered while they are. */
import type { TagInUse } from '../api/generated/TagInUse';
import { fold } from '../search/highlight';

const OFFERED = 6;

/** The tag that was typed, with or without its mark; `null` when it is none. */
export function tagOf(typed: string): string | null {
  const tag = typed.trim().replace(/^#+/, '').replace(/\s+/g, '-').toLocaleLowerCase();
  return /\p{L}/u.test(tag) ? tag : null;
}

/** Those in use that the typed letters begin, the most used first, without those that are there already. */
export function suggested(known: TagInUse[], taken: string[], typed: string): TagInUse[] {
  const wanted = fold(typed.replace(/^#/, ''));
  const fits = known.filter(({ tag }) => !taken.includes(tag) && fold(tag).startsWith(wanted));
  return [...fits].sort((a, b) => b.count - a.count).slice(0, OFFERED);
}
