//! The commands of questions.

use api::conversations::ConversationRef;
use api::history::HistoryRow;
use api::questions::AnswerItem;
use tauri::State;

use super::{Answer, on_worker};
use crate::Shared;

#[tauri::command]
pub(super) async fn ask_question(
    app: State<'_, Shared>,
    conversation: ConversationRef,
    text: String,
    after: Option<i64>,
) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.ask_question(conversation, &text, after)).await
}

#[tauri::command]
pub(super) async fn choose_reading(
    app: State<'_, Shared>,
    question: i64,
    pick: String,
) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.choose_reading(question, &pick)).await
}

#[tauri::command]
pub(super) async fn drop_question(app: State<'_, Shared>, question: i64) -> Answer<HistoryRow> {
    on_worker(app, move |app| app.drop_question(question)).await
}

#[tauri::command]
pub(super) async fn read_answer(app: State<'_, Shared>, question: i64) -> Answer<AnswerItem> {
    on_worker(app, move |app| app.read_answer(question)).await
}
