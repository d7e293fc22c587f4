/** How an operation of the log is told. */
import type { HistoryRow } from '../api/generated/HistoryRow';
import type { Glyph } from '../kit/glyphs';
import { ledger } from '../state/ledger.svelte';
import { show, t } from '../state/view.svelte';

const KINDS: Record<string, { glyph: Glyph; key: string }> = {
  importStatement: { glyph: 'file-text', key: 'history-import' },
  setAccount: { glyph: 'pencil-simple', key: 'history-set-account' },
  deleteEntry: { glyph: 'trash', key: 'history-delete-entry' },
  restoreEntry: { glyph: 'arrow-counter-clockwise', key: 'history-restore-entry' },
  moveEntry: { glyph: 'git-merge', key: 'history-move-entry' },
  note: { glyph: 'note-pencil', key: 'history-note' },
  tag: { glyph: 'tag', key: 'history-tag' },
  rename: { glyph: 'pencil-simple', key: 'history-rename' },
  merge: { glyph: 'git-merge', key: 'history-merge' },
  unmerge: { glyph: 'arrows-split', key: 'history-unmerge' },
  link: { glyph: 'paperclip', key: 'history-link' },
  pair: { glyph: 'arrows-left-right-bold', key: 'history-pair' },
  part: { glyph: 'arrows-left-right-bold', key: 'history-part' },
  unlink: { glyph: 'paperclip', key: 'history-unlink' },
  arrive: { glyph: 'truck', key: 'history-arrive' },
  await: { glyph: 'truck', key: 'history-await' },
  pairRefund: { glyph: 'arrow-u-up-left', key: 'history-pair-refund' },
  partRefund: { glyph: 'arrow-u-up-left', key: 'history-part-refund' },
  answerAlert: { glyph: 'warning-circle', key: 'history-answer-alert' },
  addCash: { glyph: 'coins', key: 'history-add-cash' },
  editCash: { glyph: 'coins', key: 'history-edit-cash' },
  writeNote: { glyph: 'note-pencil', key: 'history-note' },
  editNote: { glyph: 'note-pencil', key: 'history-edit-note' },
  dropNote: { glyph: 'note-pencil', key: 'history-note-taken' },
  askQuestion: { glyph: 'question', key: 'history-question' },
  editQuestion: { glyph: 'question', key: 'history-edit-question' },
  dropQuestion: { glyph: 'question', key: 'history-drop-question' },
  categorise: { glyph: 'shapes', key: 'history-categorise' },
  acceptGap: { glyph: 'calendar-x', key: 'history-accept-gap' },
  setProfile: { glyph: 'bank', key: 'history-set-profile' },
  forgetProfile: { glyph: 'bank', key: 'history-forget-profile' },
  nameCategory: { glyph: 'shapes', key: 'history-name-category' },
};

/** What the history may be narrowed to. */
export const ONLY = ['all', 'imports', 'own', 'undone'] as const;
export type Only = (typeof ONLY)[number];

export function isShown({ operationKind, undone }: HistoryRow, only: Only): boolean {
  if (only === 'undone') return undone;
  const isImport = operationKind === 'importStatement';
  return only === 'all' || isImport === (only === 'imports');
}

/** What takes something away says so: it has no word of its own in the log. */
const TAKEN: Record<string, string> = {
  note: 'history-note-taken',
  rename: 'history-rename-taken',
  categorise: 'history-categorise-taken',
};

/** What leads from one name to another. */
const MOVES: Record<string, string> = {
  rename: 'history-renamed',
  merge: 'history-merged',
  unmerge: 'history-unmerged',
};

/** Any number in a question may be a sum. */
const QUESTIONS = new Set(['askQuestion', 'editQuestion', 'dropQuestion']);

const OWN_WORDS = new Set([...QUESTIONS, 'writeNote', 'editNote', 'note', 'tag']);

/** Whether it is told by what the user wrote. */
export function isInOwnWords({ operationKind }: HistoryRow): boolean {
  return OWN_WORDS.has(operationKind);
}

/** What it was, in a few words, and its picture. */
export function told(row: HistoryRow): { glyph: Glyph; text: string } {
  const kind = KINDS[row.operationKind] ?? { glyph: 'info' as const, key: 'history-other' };
  if (row.file !== null) return { glyph: kind.glyph, text: row.file };
  const move = MOVES[row.operationKind];
  if (move && row.subject && row.object) {
    const [from, to] = [show.raw(row.subject), show.raw(row.object)];
    return { glyph: kind.glyph, text: t(move, { from, to }) };
  }
  const taken = TAKEN[row.operationKind];
  if (taken && row.object === null && row.category === null) return { glyph: kind.glyph, text: t(taken) };
  const isNaming = row.operationKind === 'nameCategory';
  const named = isNaming ? row.object : null;
  const category =
    row.category === null ? null : (named ?? ledger.categoryOf.get(row.category)?.name ?? row.object);
  const words = QUESTIONS.has(row.operationKind) ? show.typed : show.raw;
  const object =
    row.money === null ? (category ?? (row.object && words(row.object))) : show.signed(row.money);
  const what = t(isNaming && named === null ? 'history-category-changed' : kind.key);
  return { glyph: kind.glyph, text: object ? t('history-of', { what, object }) : what };
}
