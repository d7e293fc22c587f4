/** What an entry that was found is called. */
import type { SearchExcerpt } from '../api/generated/SearchExcerpt';
import type { SearchHit } from '../api/generated/SearchHit';
import { unshouted } from '../text/unshouted';

/** A text, and where the words that were looked for stand in it. */
export type Told = Pick<SearchExcerpt, 'text' | 'marks'>;

export const plain = (text: string): Told => ({ text, marks: [] });

/** The entry's own text, as its bubble shows it. */
export function ownOf({ item, excerpts }: SearchHit): Told | null {
  if (item.kind !== 'entry' || !item.text) return null;
  const own = excerpts.find(({ place }) => place === 'text') ?? plain(item.text);
  return { text: unshouted(own.text), marks: own.marks };
}

/** What was bought, where a receipt says so. */
function boughtOf({ item, excerpts }: SearchHit): Told | null {
  const line = item.kind === 'entry' ? item.receipts.flatMap(({ lines }) => lines)[0] : undefined;
  if (!line) return null;
  return excerpts.find(({ place, text }) => place === 'line' && text === line.text) ?? plain(line.text);
}

/**
 * An entry under what was looked for in its text, else under what was bought, else under its conversation's name: what a bank
 * prints beside a name is often no more than a town. Under a heading that says the name, the bank's words are the next best.
 */
export function entryTitle(hit: SearchHit, name: Told | null): Told | null {
  const own = ownOf(hit);
  return own && own.marks.length > 0 ? own : (boughtOf(hit) ?? name ?? own);
}
