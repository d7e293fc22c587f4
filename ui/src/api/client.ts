/** The only file that may import `@tauri-apps/*`. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';

import type { Api, Drag, Point, Stop } from './contract';

/** Subscribing is asynchronous in Tauri; a stop asked for before it is done still stops. */
function stopLater(subscription: Promise<Stop>): Stop {
  return () => void subscription.then((stop) => stop());
}

function on<T>(event: string, listener: (payload: T) => void): Stop {
  return stopLater(listen<T>(event, ({ payload }) => listener(payload)));
}

function fileName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}

/** The system counts its own pixels. */
function inPage({ x, y }: Point): Point {
  return { x: x / devicePixelRatio, y: y / devicePixelRatio };
}

function onDrag(listener: (drag: Drag) => void): Stop {
  return stopLater(
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      switch (payload.type) {
        case 'enter':
          return listener({
            kind: 'enter',
            count: payload.paths.length,
            names: payload.paths.map(fileName),
            at: inPage(payload.position),
          });
        case 'drop':
          return listener({ kind: 'drop', paths: payload.paths, at: inPage(payload.position) });
        case 'leave':
          return listener({ kind: 'leave' });
        case 'over':
          return listener({ kind: 'over', at: inPage(payload.position) });
      }
    }),
  );
}

export const client: Api = {
  appState: () => invoke('app_state'),
  createLedger: (request) => invoke('create_ledger', { request }),
  showPhrase: () => invoke('show_phrase'),
  confirmPhrase: (request) => invoke('confirm_phrase', { request }),
  unlock: (request) => invoke('unlock', { request }),
  lock: () => invoke('lock'),
  getSettings: () => invoke('get_settings'),
  setSettings: (settings) => invoke('set_settings', { settings }),
  listConversations: () => invoke('list_conversations'),
  getHeader: (conversation) => invoke('get_header', { conversation }),
  pageTimeline: (request) => invoke('page_timeline', { request }),
  markRead: (conversation) => invoke('mark_read', { conversation }),
  getEntry: (id) => invoke('get_entry', { id }),
  search: (query, limit) => invoke('search', { query, limit }),
  previewImport: (paths, beside) => invoke('preview_import', { paths, beside }),
  previewBytes: (name, base64, beside) => invoke('preview_bytes', { name, base64, beside }),
  answerImport: (review, answers) => invoke('answer_import', { review, answers }),
  commitImport: (review, answers) => invoke('commit_import', { review, answers }),
  cancelImport: (review) => invoke('cancel_import', { review }),
  loadSample: () => invoke('load_sample'),
  listHistory: () => invoke('list_history'),
  undo: (operation) => invoke('undo', { operation }),
  redo: (operation) => invoke('redo', { operation }),
  setAccount: (request) => invoke('set_account', { request }),
  acceptGap: (gap) => invoke('accept_gap', { gap }),
  deleteEntry: (id) => invoke('delete_entry', { id }),
  restoreEntry: (id) => invoke('restore_entry', { id }),
  noteEntry: (id, note) => invoke('note_entry', { id, note }),
  tagEntry: (request) => invoke('tag_entry', { request }),
  moveEntry: (id, counterparty) => invoke('move_entry', { id, counterparty }),
  pairEntries: (id, other) => invoke('pair_entries', { id, other }),
  partEntries: (id, other) => invoke('part_entries', { id, other }),
  renameCounterparty: (id, name) => invoke('rename_counterparty', { id, name }),
  mergeCounterparties: (id, into) => invoke('merge_counterparties', { id, into }),
  unmergeCounterparty: (id) => invoke('unmerge_counterparty', { id }),
  readLine: (line) => invoke('read_line', { line }),
  sendLine: (line) => invoke('send_line', { line }),
  dropNote: (id) => invoke('drop_note', { id }),
  askQuestion: (conversation, text, after) => invoke('ask_question', { conversation, text, after }),
  chooseReading: (question, pick) => invoke('choose_reading', { question, pick }),
  dropQuestion: (question) => invoke('drop_question', { question }),
  readAnswer: (question) => invoke('read_answer', { question }),
  finishReminder: (id, done) => invoke('finish_reminder', { id, done }),
  listTags: () => invoke('list_tags'),
  listCategories: () => invoke('list_categories'),
  categorise: (id, category) => invoke('categorise', { id, category }),
  nameCategory: (request) => invoke('name_category', { request }),
  markConversation: (request) => invoke('mark_conversation', { request }),
  receiptInbox: (limit) => invoke('receipt_inbox', { limit }),
  linkReceipt: (receipt, entry) => invoke('link_receipt', { receipt, entry }),
  unlinkReceipt: (receipt, entry) => invoke('unlink_receipt', { receipt, entry }),
  joinImport: (operation, entry) => invoke('join_import', { import: operation, entry }),
  markArrived: (receipt) => invoke('mark_arrived', { receipt }),
  markAbsent: (receipt) => invoke('mark_absent', { receipt }),
  lockedOriginals: (receipt, passwords) => invoke('locked_originals', { receipt, passwords }),
  saveReceipt: (receipt, path, passwords) => invoke('save_receipt', { receipt, path, passwords }),
  pairRefund: (id, other) => invoke('pair_refund', { id, other }),
  answerAlert: (kind, entry, answer) => invoke('answer_alert', { kind, entry, answer }),
  partRefund: (id, other) => invoke('part_refund', { id, other }),
  openOriginal: (request) => invoke('open_original', { request }),
  getThumbnail: (sha256) => invoke('get_thumbnail', { sha256 }),
  forgetOriginal: (sha256) => invoke('forget_original', { sha256 }),
  listProfiles: () => invoke('list_profiles'),
  renameProfile: (id, name) => invoke('rename_profile', { id, name }),
  forgetProfile: (id) => invoke('forget_profile', { id }),
  saveProfile: (id, path) => invoke('save_profile', { id, path }),
  importProfiles: (paths) => invoke('import_profiles', { paths }),
  chooseTarget: (name) => invoke('choose_target', { name }),
  getCoverage: (account) => invoke('get_coverage', { account }),
  getOverview: (scope, span) => invoke('get_overview', { scope, span }),
  listSpending: (scope, span, byCategory) => invoke('list_spending', { scope, span, byCategory }),
  listCharges: () => invoke('list_charges'),
  getFees: (scope, year) => invoke('get_fees', { scope, year }),
  chooseFiles: () => invoke('choose_files'),
  getSafety: () => invoke('get_safety'),
  backUp: (path) => invoke('back_up', { path }),
  lookAtBackup: (path) => invoke('look_at_backup', { path }),
  restoreBackup: (request) => invoke('restore_backup', { request }),
  eraseAll: () => invoke('erase_all'),
  saveExport: (format, path) => invoke('save_export', { format, path }),
  listWatched: () => invoke('list_watched'),
  addWatched: (path) => invoke('add_watched', { path }),
  switchWatched: (path, isOn) => invoke('switch_watched', { path, isOn }),
  dropWatched: (path) => invoke('drop_watched', { path }),
  dismissWatched: (path, until) => invoke('dismiss_watched', { path, until }),
  chooseFolder: () => invoke('choose_folder'),

  onChanged: (listener) =>
    on<{ operation: number | null }>('changed', ({ operation }) => listener(operation)),
  onProgress: (listener) => on('progress', listener),
  onDoor: (listener) => on('door', listener),
  onOpenConversation: (listener) => on('open-conversation', listener),
  onImportFiles: (listener) => on('import-files', listener),
  onDrag,
};
