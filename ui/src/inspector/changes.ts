/** What is done to entries and conversations: each says so, with its way back. */
import { api } from '../api';
import type { AcceptGap } from '../api/generated/AcceptGap';
import type { ConversationRef } from '../api/generated/ConversationRef';
import type { HistoryRow } from '../api/generated/HistoryRow';
import { imports } from '../imports/imports.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { t } from '../state/view.svelte';

/** Runs one change and tells it; whether it was done. */
async function change(said: string, run: () => Promise<HistoryRow>): Promise<boolean> {
  try {
    const { operation } = await run();
    imports.did(said, operation);
    await ledger.refresh();
    return true;
  } catch (thrown) {
    reportFault(thrown, () => void change(said, run));
    return false;
  }
}

export function acceptGap(gap: AcceptGap): Promise<boolean> {
  return change(t('gap-is-accepted'), () => api.acceptGap(gap));
}

export function deleteEntry(id: number): Promise<boolean> {
  return change(t('entry-deleted'), () => api.deleteEntry(id));
}

export function restoreEntry(id: number): Promise<boolean> {
  return change(t('entry-restored'), () => api.restoreEntry(id));
}

export function changeTags(id: number, add: string[], remove: string[]): Promise<boolean> {
  return change(t('tags-changed'), () => api.tagEntry({ id, add, remove }));
}

export function finishReminder(id: number, done: boolean): Promise<boolean> {
  return change(t(done ? 'reminder-is-done' : 'reminder-is-open'), () => api.finishReminder(id, done));
}

export function categorise(id: number, category: string | null): Promise<boolean> {
  return change(t('category-changed'), () => api.categorise(id, category));
}

export function rename(id: number, name: string): Promise<boolean> {
  return change(t('conversation-renamed'), () => api.renameCounterparty(id, name));
}

export async function merge(id: number, into: number): Promise<boolean> {
  const isDone = await change(t('conversation-merged'), () => api.mergeCounterparties(id, into));
  if (isDone) await ledger.open({ kind: 'counterparty', id: into });
  return isDone;
}

/** Into another conversation; `null` puts it back where its text belongs. */
export function move(id: number, counterparty: number | null): Promise<boolean> {
  return change(t('entry-moved'), () => api.moveEntry(id, counterparty));
}

export function unmerge(id: number): Promise<boolean> {
  return change(t('conversation-parted'), () => api.unmergeCounterparty(id));
}

export function pairEntries(entry: number, other: number): Promise<boolean> {
  return change(t('transfer-paired'), () => api.pairEntries(entry, other));
}

export function partEntries(entry: number, other: number): Promise<boolean> {
  return change(t('transfer-parted'), () => api.partEntries(entry, other));
}

/** One gives back the other, in any order. */
export function pairRefund(entry: number, other: number): Promise<boolean> {
  return change(t('refund-paired'), () => api.pairRefund(entry, other));
}

export function partRefund(entry: number, other: number): Promise<boolean> {
  return change(t('refund-parted'), () => api.partRefund(entry, other));
}

/** To an alert, or that a new price is known. */
export function answerAlert(kind: string, entry: number, answer: string): Promise<boolean> {
  const said = t(kind === 'rise' ? 'toast-seen' : 'toast-answered');
  return change(said, () => api.answerAlert(kind, entry, answer));
}

/** Muting and pinning are their own way back: nothing is told. */
export async function mark(
  conversation: ConversationRef,
  { muted, pinned }: { muted: boolean; pinned: boolean },
): Promise<void> {
  try {
    await api.markConversation({ conversation, muted, pinned });
    await ledger.refresh();
  } catch (thrown) {
    reportFault(thrown);
  }
}
