/** The wire as the window sees it: one function per command, one subscription per event. */
import type { AcceptGap } from './generated/AcceptGap';
import type { AccountCoverage } from './generated/AccountCoverage';
import type { AnswerItem } from './generated/AnswerItem';
import type { AppState } from './generated/AppState';
import type { BackupSeen } from './generated/BackupSeen';
import type { CategoryChoice } from './generated/CategoryChoice';
import type { ChargeRow } from './generated/ChargeRow';
import type { ConfirmPhrase } from './generated/ConfirmPhrase';
import type { ConversationHeader } from './generated/ConversationHeader';
import type { ConversationList } from './generated/ConversationList';
import type { ConversationRef } from './generated/ConversationRef';
import type { CreateLedger } from './generated/CreateLedger';
import type { EntryFull } from './generated/EntryFull';
import type { EntryItem } from './generated/EntryItem';
import type { Erased } from './generated/Erased';
import type { ExportAs } from './generated/ExportAs';
import type { Fees } from './generated/Fees';
import type { FileAnswers } from './generated/FileAnswers';
import type { HistoryRow } from './generated/HistoryRow';
import type { ImportDone } from './generated/ImportDone';
import type { ImportReview } from './generated/ImportReview';
import type { LastBackup } from './generated/LastBackup';
import type { LinePreview } from './generated/LinePreview';
import type { LineSent } from './generated/LineSent';
import type { MarkConversation } from './generated/MarkConversation';
import type { MonthSpan } from './generated/MonthSpan';
import type { NameCategory } from './generated/NameCategory';
import type { OpenOriginal } from './generated/OpenOriginal';
import type { Original } from './generated/Original';
import type { Overview } from './generated/Overview';
import type { OverviewScope } from './generated/OverviewScope';
import type { PageRequest } from './generated/PageRequest';
import type { ProfileRow } from './generated/ProfileRow';
import type { Progress } from './generated/Progress';
import type { ReceiptInbox } from './generated/ReceiptInbox';
import type { RecoveryPhrase } from './generated/RecoveryPhrase';
import type { RestoreBackup } from './generated/RestoreBackup';
import type { Restored } from './generated/Restored';
import type { Safety } from './generated/Safety';
import type { SearchResults } from './generated/SearchResults';
import type { SetAccount } from './generated/SetAccount';
import type { Settings } from './generated/Settings';
import type { Spending } from './generated/Spending';
import type { TagEntry } from './generated/TagEntry';
import type { TagInUse } from './generated/TagInUse';
import type { TimelineItem } from './generated/TimelineItem';
import type { TimelinePage } from './generated/TimelinePage';
import type { TypedLine } from './generated/TypedLine';
import type { Unlock } from './generated/Unlock';
import type { Watched } from './generated/Watched';

export type { ConversationHeader, EntryItem, TimelineItem, TimelinePage };

/** Where the pointer is in the window, in CSS pixels. */
export type Point = { x: number; y: number };

export type Drag =
  | { kind: 'enter'; count: number; names: string[]; at: Point }
  | { kind: 'over'; at: Point }
  | { kind: 'leave' }
  | { kind: 'drop'; paths: string[]; at: Point };

/** Called to stop listening. */
export type Stop = () => void;

/** Every function rejects with an `ApiError` and nothing else. */
export interface Api {
  appState(): Promise<AppState>;
  createLedger(request: CreateLedger): Promise<RecoveryPhrase>;
  /** Only while the door is `confirmPhrase`. */
  showPhrase(): Promise<RecoveryPhrase>;
  confirmPhrase(request: ConfirmPhrase): Promise<AppState>;
  unlock(request: Unlock): Promise<AppState>;
  lock(): Promise<AppState>;
  getSettings(): Promise<Settings>;
  setSettings(settings: Settings): Promise<Settings>;
  listConversations(): Promise<ConversationList>;
  getHeader(conversation: ConversationRef): Promise<ConversationHeader>;
  pageTimeline(request: PageRequest): Promise<TimelinePage>;
  markRead(conversation: ConversationRef): Promise<null>;
  getEntry(id: number): Promise<EntryFull>;
  search(query: string, limit: number): Promise<SearchResults>;
  /** `beside`: a review that the files are added to. */
  previewImport(paths: string[], beside: number | null): Promise<ImportReview>;
  previewBytes(name: string, base64: string, beside: number | null): Promise<ImportReview>;
  answerImport(review: number, answers: FileAnswers[]): Promise<ImportReview>;
  commitImport(review: number, answers: FileAnswers[]): Promise<ImportDone>;
  /** Review 0 means whatever runs. */
  cancelImport(review: number): Promise<null>;
  loadSample(): Promise<ImportDone>;
  listHistory(): Promise<HistoryRow[]>;
  undo(operation: number): Promise<HistoryRow>;
  redo(operation: number): Promise<HistoryRow>;
  setAccount(request: SetAccount): Promise<HistoryRow>;
  acceptGap(gap: AcceptGap): Promise<HistoryRow>;
  deleteEntry(id: number): Promise<HistoryRow>;
  restoreEntry(id: number): Promise<HistoryRow>;
  /** An empty note takes it away. */
  noteEntry(id: number, note: string): Promise<HistoryRow>;
  tagEntry(request: TagEntry): Promise<HistoryRow>;
  /** `null` puts it back where its text belongs. */
  moveEntry(id: number, counterparty: number | null): Promise<HistoryRow>;
  /** Two entries of two accounts are one movement between them. */
  pairEntries(id: number, other: number): Promise<HistoryRow>;
  /** They are not: each is income or spending again. */
  partEntries(id: number, other: number): Promise<HistoryRow>;
  /** An empty name takes the user's name away. */
  renameCounterparty(id: number, name: string): Promise<HistoryRow>;
  mergeCounterparties(id: number, into: number): Promise<HistoryRow>;
  unmergeCounterparty(id: number): Promise<HistoryRow>;
  /** What a line under a conversation would do. */
  readLine(line: TypedLine): Promise<LinePreview>;
  sendLine(line: TypedLine): Promise<LineSent>;
  dropNote(id: number): Promise<HistoryRow>;
  /** `after`: the question that it goes on from. */
  askQuestion(conversation: ConversationRef, text: string, after: number | null): Promise<HistoryRow>;
  /** Answers it anew in its place, as one of its other readings. */
  chooseReading(question: number, pick: string): Promise<HistoryRow>;
  dropQuestion(question: number): Promise<HistoryRow>;
  /** The answer that a page did not wait for. */
  readAnswer(question: number): Promise<AnswerItem>;
  finishReminder(id: number, done: boolean): Promise<HistoryRow>;
  listTags(): Promise<TagInUse[]>;
  listCategories(): Promise<CategoryChoice[]>;
  /** `null` leaves it to what it seems to be. */
  categorise(id: number, category: string | null): Promise<HistoryRow>;
  nameCategory(request: NameCategory): Promise<HistoryRow>;
  markConversation(request: MarkConversation): Promise<null>;
  /** `null`: every account. */
  getCoverage(account: number | null): Promise<AccountCoverage[]>;
  /** `null`: the last twelve months. */
  getOverview(scope: OverviewScope, span: MonthSpan | null): Promise<Overview>;
  listSpending(scope: OverviewScope, span: MonthSpan, byCategory: boolean): Promise<Spending>;
  /** What recurs, in and out, whatever the account. */
  listCharges(): Promise<ChargeRow[]>;
  /** `null`: the last year that anything is known of. */
  getFees(scope: OverviewScope, year: number | null): Promise<Fees>;
  /** The system's file chooser; empty when closed without a choice. */
  chooseFiles(): Promise<string[]>;
  /** How many entries were written. */
  saveExport(format: ExportAs, path: string): Promise<number>;

  /** The last backup, and what an erasing would take away. */
  getSafety(): Promise<Safety>;
  backUp(path: string): Promise<LastBackup>;
  lookAtBackup(path: string): Promise<BackupSeen>;
  /** Opens what was in it; the ledger before it is kept beside it. */
  restoreBackup(request: RestoreBackup): Promise<Restored>;
  /** There is no way back from it but a backup. */
  eraseAll(): Promise<Erased>;
  /** Each of these answers with the folders that are watched since. */
  listWatched(): Promise<Watched[]>;
  addWatched(path: string): Promise<Watched[]>;
  switchWatched(path: string, isOn: boolean): Promise<Watched[]>;
  dropWatched(path: string): Promise<Watched[]>;
  /** What waits in it now is not proposed again. */
  /** What was written to until then, as the folder says it, is not proposed any more. */
  dismissWatched(path: string, until: number): Promise<Watched[]>;
  /** The system's chooser of a folder; `null` when closed without a choice. */
  chooseFolder(): Promise<string | null>;

  listProfiles(): Promise<ProfileRow[]>;
  renameProfile(id: number, name: string): Promise<HistoryRow>;
  forgetProfile(id: number): Promise<HistoryRow>;
  saveProfile(id: number, path: string): Promise<null>;
  importProfiles(paths: string[]): Promise<ProfileRow[]>;
  /** The system's chooser for a file to be written; `null` when closed without a choice. */
  chooseTarget(name: string): Promise<string | null>;

  /** Of receipts in doubt, and of those that wait, up to `limit` each. */
  receiptInbox(limit: number): Promise<ReceiptInbox>;
  /** The operation, which undo takes. */
  linkReceipt(receipt: number, entry: number): Promise<number>;
  unlinkReceipt(receipt: number, entry: number): Promise<number>;
  /** An entry paid for the receipts that an import brought. The operations, which undo takes. */
  joinImport(operation: number, entry: number): Promise<number[]>;
  /** Its parcels arrived today. */
  markArrived(receipt: number): Promise<number>;
  /** It is not there yet: not asked again before a later promise is over. */
  markAbsent(receipt: number): Promise<number>;
  /** Names of the originals of a purchase that none of these passwords opens. */
  lockedOriginals(receipt: number, passwords: string[]): Promise<string[]>;
  /** Writes a purchase with its originals as one PDF. The names of what is not in it, since no password opens it. */
  saveReceipt(receipt: number, path: string, passwords: string[]): Promise<string[]>;
  /** One entry gives back another, or does not. */
  pairRefund(id: number, other: number): Promise<HistoryRow>;
  partRefund(id: number, other: number): Promise<HistoryRow>;
  /** By the entry that it hangs on; `rise` and `seen` say that a new price is known. */
  answerAlert(kind: string, entry: number, answer: string): Promise<HistoryRow>;

  openOriginal(request: OpenOriginal): Promise<Original>;
  /** Its first page, small, as PNG in base64; `null` where nothing of it is drawn. */
  getThumbnail(sha256: string): Promise<string | null>;
  /** Its bytes are gone for good; what was read from them stays. */
  forgetOriginal(sha256: string): Promise<null>;

  onChanged(listener: (operation: number | null) => void): Stop;
  onProgress(listener: (progress: Progress) => void): Stop;
  onDoor(listener: (state: AppState) => void): Stop;
  onOpenConversation(listener: (conversation: ConversationRef) => void): Stop;
  onImportFiles(listener: () => void): Stop;
  onDrag(listener: (drag: Drag) => void): Stop;
}
