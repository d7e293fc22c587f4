/** The way from a row that was found to where it stands. */
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { TimelineItem } from '../api/generated/TimelineItem';
import { ledger } from '../state/ledger.svelte';
import { keyOf } from '../timeline/grouping';

/** Opens the conversation of a row at its place. */
export function openPlace(conversation: ConversationRef, item: TimelineItem): void {
  if (item.kind === 'entry') {
    ledger.isInspecting = true;
    void ledger.open(conversation, item.id);
  } else void ledger.openAt(conversation, keyOf(item), item.date);
}
