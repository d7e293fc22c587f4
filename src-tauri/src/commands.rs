//! The commands that the window may call: each hands its request to the core on a thread that may wait.

mod choose;
mod overview;
mod questions;
mod safety;
mod watched;

pub(crate) use choose::LastFolder;

use std::path::PathBuf;

use api::app::{AppState, ConfirmPhrase, CreateLedger, RecoveryPhrase, Unlock};
use api::categories::{CategoryChoice, MarkConversation, NameCategory, TagInUse};
use api::composer::{LinePreview, LineSent, TypedLine};
use api::conversations::{ConversationHeader, ConversationList, ConversationRef, SetAccount};
use api::coverage::AccountCoverage;
use api::edits::{AcceptGap, TagEntry};
use api::entries::EntryFull;
use api::export::ExportAs;
use api::history::HistoryRow;
use api::imports::{FileAnswers, ImportDone, ImportReview};
use api::originals::{OpenOriginal, Original};
use api::profiles::ProfileRow;
use api::receipts::ReceiptInbox;
use api::search::SearchResults;
use api::settings::Settings;
use api::timeline::{PageRequest, TimelinePage};
use api::{ApiError, App};
use base64::Engine;
use tauri::ipc::Invoke;
use tauri::{AppHandle, State};

use crate::events::Redraw;
use crate::{Shared, window};

type Answer<T> = Result<T, ApiError>;

/// Every command, one by one.
pub(crate) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app_state,
        create_ledger,
        show_phrase,
        confirm_phrase,
        unlock,
        lock,
        get_settings,
        set_settings,
        list_conversations,
        get_header,
        page_timeline,
        mark_read,
        get_entry,
        search,
        preview_import,
        preview_bytes,
        answer_import,
        commit_import,
        cancel_import,
        load_sample,
        list_history,
        undo,
        redo,
        set_account,
        accept_gap,
        delete_entry,
        restore_entry,
        note_entry,
        tag_entry,
        move_entry,
        pair_entries,
        part_entries,
        rename_counterparty,
        merge_counterparties,
        unmerge_counterparty,
        read_line,
        send_line,
        drop_note,
        questions::ask_question,
        questions::choose_reading,
        questions::drop_question,
        questions::read_answer,
        finish_reminder,
        list_tags,
        list_categories,
        categorise,
        name_category,
        mark_conversation,
        get_coverage,
        overview::get_overview,
        overview::list_spending,
        overview::list_charges,
        overview::get_fees,
        receipt_inbox,
        link_receipt,
        unlink_receipt,
        mark_arrived,
        mark_absent,
        locked_originals,
        save_receipt,
        pair_refund,
        part_refund,
        answer_alert,
        join_import,
        open_original,
        get_thumbnail,
        forget_original,
        list_profiles,
        rename_profile,
        forget_profile,
        save_profile,
        import_profiles,
        choose::choose_files,
        choose::choose_target,
        save_export,
        safety::get_safety,
        safety::back_up,
        safety::look_at_backup,
        safety::restore_backup,
        safety::erase_all,
        watched::list_watched,
        watched::add_watched,
        watched::switch_watched,
        watched::drop_watched,
        watched::dismiss_watched,
        choose::choose_folder,
    ]
}

/// Calls the core where waiting for the disk holds nobody up.
async fn on_worker<T: Send + 'static>(
    app: State<'_, Shared>,
    call: impl FnOnce(&App) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let app = Shared::clone(&app);
    let called = Shared::clone(&app);
    tauri::async_runtime::spawn_blocking(move || call(&called))
        .await
        .unwrap_or_else(|_| Err(app.broken()))
}

#[tauri::command]
async fn app_state(app: State<'_, Shared>) -> Answer<AppState> {
    on_worker(app, |app| Ok(app.app_state())).await
}

#[tauri::command]
async fn create_ledger(app: State<'_, Shared>, request: CreateLedger) -> Answer<RecoveryPhrase> {
    on_worker(app, move |app| app.create_ledger(request)).await
}

#[tauri::command]
async fn show_phrase(app: State<'_, Shared>) -> Answer<RecoveryPhrase> {
    on_worker(app, |app| app.show_phrase()).await
}

#[tauri::command]
async fn confirm_phrase(app: State<'_, Shared>, request: ConfirmPhrase) -> Answer<AppState> {
    on_worker(app, move |app| app.confirm_phrase(request)).await
}

#[tauri::command]
async fn unlock(app: State<'_, Shared>, request: Unlock) -> Answer<AppState> {
    on_worker(app, move |app| app.unlock(request)).await
}

#[tauri::command]
async fn lock(app: State<'_, Shared>) -> Answer<AppState> {
    on_worker(app, |app| Ok(app.lock())).await
}

#[tauri::command]
async fn get_settings(app: State<'_, Shared>) -> Answer<Settings> {
    on_worker(app, |app| app.get_settings()).await
}

#[tauri::command]
async fn set_settings(
    app: State<'_, Shared>,
    redraw: State<'_, Redraw>,
    settings: Settings,
) -> Answer<Settings> {
    let settings = on_worker(app, |app| app.set_settings(settings)).await;
    redraw.ask();
    settings
}

/// A page that asks for the list takes drops: files that were named on the command line come as one.
#[tauri::command]
async fn list_conversations(app: State<'_, Shared>, handle: AppHandle) -> Answer<ConversationList> {
    let list = on_worker(app, |app| app.list_conversations()).await;
    list.inspect(|_| window::drop_offered(&handle))
}

#[tauri::command]
async fn get_header(
    app: State<'_, Shared>,
    conversation: ConversationRef,
) -> Answer<ConversationHeader> {
    on_worker(app, move |app| app.get_header(conversation)).await
}

#[tauri::command]
async fn page_timeline(app: State<'_, Shared>, request: PageRequest) -> Answer<TimelinePage> {
    on_worker(app, move |app| app.page_timeline(request)).await
}

#[tauri::command]
async fn mark_read(app: State<'_, Shared>, conversation: ConversationRef) -> Answer<()> {
    on_worker(app, move |app| app.mark_read(conversation)).await
}

#[tauri::command]
async fn get_entry(app: State<'_, Shared>, id: i64) -> Answer<EntryFull> {
    on_worker(app, move |app| app.get_entry(id)).await
}

#[tauri::command]
async fn search(app: State<'_, Shared>, query: String, limit: u32) -> Answer<SearchResults> {
    on_worker(app, move |app| app.search(&query, limit)).await
}

#[tauri::command]
async fn preview_import(
    app: State<'_, Shared>,
    paths: Vec<PathBuf>,
    beside: Option<i64>,
) -> Answer<ImportReview> {
    on_worker(app, move |app| app.preview_import(paths, beside)).await
}

#[tauri::command]
async fn preview_bytes(
    app: State<'_, Shared>,
    name: String,
    base64: String,
    beside: Option<i64>,
) -> Answer<ImportReview> {
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(base64)
        .map_err(|_| app.broken())?;
    on_worker(app, move |app| app.preview_bytes(&name, &bytes, beside)).await
}

#[tauri::command]
async fn answer_import(
    app: State<'_, Shared>,
    review: i64,
    answers: Vec<FileAnswers>,
) -> Answer<ImportReview> {
    on_worker(app, move |app| app.answer_import(review, answers)).await
}

#[tauri::command]
async fn commit_import(
    app: State<'_, Shared>,
    review: i64,
    answers: Vec<FileAnswers>,
) -> Answer<ImportDone> {
    on_worker(app, move |app| app.commit_import(review, answers)).await
}

#[tauri::command]
async fn cancel_import(app: State<'_, Shared>, review: i64) -> Answer<()> {
    on_worker(app, move |app| app.cancel_import(review)).await
}

#[tauri::command]
async fn load_sample(app: State<'_, Shared>) -> Answer<ImportDone> {
    on_worker(app, |app| app.load_sample()).await
}

#[tauri::command]
async fn list_history(app: State<'_, Shared>) -> Answer<Vec<HistoryRow>> {
    on_worker(app, |app| app.list_history()).await
}

#[tauri::command]
async fn undo(app: State<'_, Shared>, operation: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.undo(operation)).await
}

#[tauri::command]
async fn redo(app: State<'_, Shared>, operation: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.redo(operation)).await
}

#[tauri::command]
async fn set_account(app: State<'_, Shared>, request: SetAccount) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.set_account(request)).await
}

#[tauri::command]
async fn accept_gap(app: State<'_, Shared>, gap: AcceptGap) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.accept_gap(&gap)).await
}

#[tauri::command]
async fn delete_entry(app: State<'_, Shared>, id: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.delete_entry(id)).await
}

#[tauri::command]
async fn restore_entry(app: State<'_, Shared>, id: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.restore_entry(id)).await
}

#[tauri::command]
async fn note_entry(app: State<'_, Shared>, id: i64, note: String) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.note_entry(id, &note)).await
}

#[tauri::command]
async fn tag_entry(app: State<'_, Shared>, request: TagEntry) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.tag_entry(&request)).await
}

#[tauri::command]
async fn move_entry(
    app: State<'_, Shared>,
    id: i64,
    counterparty: Option<i64>,
) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.move_entry(id, counterparty)).await
}

#[tauri::command]
async fn pair_entries(app: State<'_, Shared>, id: i64, other: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.pair_entries(id, other)).await
}

#[tauri::command]
async fn part_entries(app: State<'_, Shared>, id: i64, other: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.part_entries(id, other)).await
}

#[tauri::command]
async fn rename_counterparty(app: State<'_, Shared>, id: i64, name: String) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.rename_counterparty(id, &name)).await
}

#[tauri::command]
async fn merge_counterparties(app: State<'_, Shared>, id: i64, into: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.merge_counterparties(id, into)).await
}

#[tauri::command]
async fn unmerge_counterparty(app: State<'_, Shared>, id: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.unmerge_counterparty(id)).await
}

#[tauri::command]
async fn read_line(app: State<'_, Shared>, line: TypedLine) -> Answer<LinePreview> {
    on_worker(app, move |app| app.read_line(&line)).await
}

#[tauri::command]
async fn send_line(app: State<'_, Shared>, line: TypedLine) -> Answer<LineSent> {
    on_worker(app, move |app| app.send_line(&line)).await
}

#[tauri::command]
async fn drop_note(app: State<'_, Shared>, id: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.drop_note(id)).await
}

#[tauri::command]
async fn finish_reminder(app: State<'_, Shared>, id: i64, done: bool) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.finish_reminder(id, done)).await
}

#[tauri::command]
async fn list_tags(app: State<'_, Shared>) -> Answer<Vec<TagInUse>> {
    on_worker(app, |app| app.list_tags()).await
}

#[tauri::command]
async fn list_categories(app: State<'_, Shared>) -> Answer<Vec<CategoryChoice>> {
    on_worker(app, |app| app.list_categories()).await
}

#[tauri::command]
async fn categorise(
    app: State<'_, Shared>,
    id: i64,
    category: Option<String>,
) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.categorise(id, category.as_deref())).await
}

#[tauri::command]
async fn name_category(app: State<'_, Shared>, request: NameCategory) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.name_category(&request)).await
}

#[tauri::command]
async fn mark_conversation(app: State<'_, Shared>, request: MarkConversation) -> Answer<()> {
    on_worker(app, move |app| app.mark_conversation(request)).await
}

#[tauri::command]
async fn get_coverage(
    app: State<'_, Shared>,
    account: Option<i64>,
) -> Answer<Vec<AccountCoverage>> {
    on_worker(app, move |app| app.get_coverage(account)).await
}

#[tauri::command]
async fn receipt_inbox(app: State<'_, Shared>, limit: u32) -> Answer<ReceiptInbox> {
    on_worker(app, move |app| app.receipt_inbox(limit)).await
}

#[tauri::command]
async fn link_receipt(app: State<'_, Shared>, receipt: i64, entry: i64) -> Answer<i64> {
    on_worker(app, move |app| app.link_receipt(receipt, entry)).await
}

#[tauri::command]
async fn unlink_receipt(app: State<'_, Shared>, receipt: i64, entry: i64) -> Answer<i64> {
    on_worker(app, move |app| app.unlink_receipt(receipt, entry)).await
}

#[tauri::command]
async fn mark_arrived(app: State<'_, Shared>, receipt: i64) -> Answer<i64> {
    on_worker(app, move |app| app.mark_arrived(receipt)).await
}

#[tauri::command]
async fn mark_absent(app: State<'_, Shared>, receipt: i64) -> Answer<i64> {
    on_worker(app, move |app| app.mark_absent(receipt)).await
}

#[tauri::command]
async fn pair_refund(app: State<'_, Shared>, id: i64, other: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.pair_refund(id, other)).await
}

#[tauri::command]
async fn part_refund(app: State<'_, Shared>, id: i64, other: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.part_refund(id, other)).await
}

#[tauri::command]
async fn answer_alert(
    app: State<'_, Shared>,
    kind: String,
    entry: i64,
    answer: String,
) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.answer_alert(&kind, entry, &answer)).await
}

#[tauri::command]
async fn locked_originals(
    app: State<'_, Shared>,
    receipt: i64,
    passwords: Vec<String>,
) -> Answer<Vec<String>> {
    on_worker(app, move |app| app.locked_originals(receipt, &passwords)).await
}

#[tauri::command]
async fn save_receipt(
    app: State<'_, Shared>,
    receipt: i64,
    path: PathBuf,
    passwords: Vec<String>,
) -> Answer<Vec<String>> {
    on_worker(app, move |app| app.save_receipt(receipt, &path, &passwords)).await
}

#[tauri::command]
async fn join_import(app: State<'_, Shared>, import: i64, entry: i64) -> Answer<Vec<i64>> {
    on_worker(app, move |app| app.join_import(import, entry)).await
}

#[tauri::command]
async fn open_original(app: State<'_, Shared>, request: OpenOriginal) -> Answer<Original> {
    on_worker(app, move |app| app.open_original(&request)).await
}

#[tauri::command]
async fn get_thumbnail(app: State<'_, Shared>, sha256: String) -> Answer<Option<String>> {
    on_worker(app, move |app| app.get_thumbnail(&sha256)).await
}

#[tauri::command]
async fn forget_original(app: State<'_, Shared>, sha256: String) -> Answer<()> {
    on_worker(app, move |app| app.forget_original(&sha256)).await
}

#[tauri::command]
async fn list_profiles(app: State<'_, Shared>) -> Answer<Vec<ProfileRow>> {
    on_worker(app, |app| app.list_profiles()).await
}

#[tauri::command]
async fn rename_profile(app: State<'_, Shared>, id: i64, name: String) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.rename_profile(id, &name)).await
}

#[tauri::command]
async fn forget_profile(app: State<'_, Shared>, id: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.forget_profile(id)).await
}

#[tauri::command]
async fn save_profile(app: State<'_, Shared>, id: i64, path: PathBuf) -> Answer<()> {
    on_worker(app, move |app| app.save_profile(id, &path)).await
}

#[tauri::command]
async fn save_export(app: State<'_, Shared>, format: ExportAs, path: PathBuf) -> Answer<u32> {
    on_worker(app, move |app| app.save_export(format, &path)).await
}

#[tauri::command]
async fn import_profiles(app: State<'_, Shared>, paths: Vec<PathBuf>) -> Answer<Vec<ProfileRow>> {
    on_worker(app, move |app| app.import_profiles(&paths)).await
}
