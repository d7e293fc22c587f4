/** Which proof tells what came of an import. */
import type { ProofItem } from '../api/generated/ProofItem';
import type { TimelineItem } from '../api/contract';
import { keyOf } from './grouping';

/**
 * The key of the row to look at among those of these files: the first that does not hold, else the last. Banks name all
 * their exports alike, so the proofs that count are those of statements with an entry not seen yet, where there are any.
 */
export function proofOf(items: TimelineItem[], files: string[]): string | null {
  const proofs = items.flatMap((item) => (item.kind === 'proof' && files.includes(item.file) ? [item] : []));
  const unseen = items.flatMap((item) => (item.kind === 'entry' && item.unread ? [item.date] : []));
  const isNew = ({ from, date }: ProofItem) =>
    unseen.some((day) => (from === null || from <= day) && day <= date);
  const fresh = proofs.filter(isNew);
  const among = fresh.length > 0 ? fresh : proofs;
  const told = among.find(({ proof }) => proof === 'broken') ?? among.at(-1);
  return told ? keyOf(told) : null;
}
