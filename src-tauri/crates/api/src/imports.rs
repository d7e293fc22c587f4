//! Dropping files: preview, review, report.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::mapping::MappingDto;
use crate::money::MoneyDto;

/// What a drop holds, before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportReview {
    /// Names this review in `commit_import` and `cancel_import`.
    #[ts(type = "number")]
    pub review: i64,
    /// One per dropped file, in the order dropped.
    pub files: Vec<FileReview>,
    /// Whether anything is in doubt: the window then opens the review sheet, else it commits straight on.
    pub in_doubt: bool,
}

/// One file of a drop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FileReview {
    /// Its name, without the folder.
    pub name: String,
    /// The format's id (`ofx`, `camt.053`, `csv`), `None` when nothing recognises it.
    pub format: Option<String>,
    /// The operation that already brought exactly these bytes, and its day.
    pub already: Option<AlreadyImported>,
    /// The accounts it speaks of.
    pub accounts: Vec<FileAccount>,
    /// First and last day.
    pub from: Option<String>,
    /// See `from`.
    pub until: Option<String>,
    /// What each row would become.
    pub counts: Counts,
    /// The proof, per statement.
    pub proofs: Vec<ReviewProof>,
    /// Purchases that it speaks of.
    #[ts(type = "number")]
    pub receipts: u64,
    /// What the file alone cannot decide.
    pub questions: Vec<QuestionDto>,
    /// What was decided and may be turned: encoding, date order, decimal sign, sign. `assumed` is how the file was read.
    pub switches: Vec<QuestionDto>,
    /// Findings, rendered in the user's language.
    pub diagnostics: Vec<DiagnosticDto>,
    /// The rows, in the order of the file.
    pub rows: Vec<ReviewRow>,
    /// How its table was read, where it holds one that the user may map.
    pub mapping: Option<MappingDto>,
}

/// An import of the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AlreadyImported {
    /// The operation.
    #[ts(type = "number")]
    pub operation: i64,
    /// Its day.
    pub date: String,
}

/// An account that a file speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FileAccount {
    /// The account of the ledger, `None` when it would be new.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// Its name, or its number as the file gives it.
    pub name: String,
    /// ISO code, when known.
    pub currency: Option<String>,
}

/// The five words of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Counts {
    /// Not in the ledger yet.
    #[ts(type = "number")]
    pub new: u64,
    /// In the ledger already, and nothing to add.
    #[ts(type = "number")]
    pub known: u64,
    /// In the ledger already; this file says more or says it booked.
    #[ts(type = "number")]
    pub updated: u64,
    /// Perhaps in the ledger already: asks.
    #[ts(type = "number")]
    pub conflict: u64,
    /// Could not be read.
    #[ts(type = "number")]
    pub unreadable: u64,
}

/// The balance proof of one statement, as a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReviewProof {
    /// The account's name.
    pub account: String,
    /// `holds broken unstated`.
    pub proof: String,
    /// Stated opening balance.
    pub opening: Option<MoneyDto>,
    /// Σ of the booked entries.
    pub movement: MoneyDto,
    /// Booked entries.
    #[ts(type = "number")]
    pub count: u64,
    /// Stated closing balance.
    pub closing: Option<MoneyDto>,
    /// closing − (opening + movement), when broken.
    pub difference: Option<MoneyDto>,
    /// Days of the two balances.
    pub opening_date: Option<String>,
    /// See `opening_date`.
    pub closing_date: Option<String>,
    /// The first line at which a running balance breaks.
    #[ts(type = "number | null")]
    pub broken_at_line: Option<u64>,
}

/// A question that only the user can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct QuestionDto {
    /// `dateOrder decimalSign sign account columns encoding currency kind conflict password`.
    pub about: String,
    /// Possible answers.
    pub choices: Vec<ChoiceDto>,
    /// The value assumed so far.
    pub assumed: Option<String>,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChoiceDto {
    /// What to send back.
    pub value: String,
    /// The same value applied to a row of the file, as people read it ("03/04 → 3 April").
    pub example: Option<String>,
}

/// A finding about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DiagnosticDto {
    /// `error warning info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// Line in the file, counted from 1.
    #[ts(type = "number | null")]
    pub line: Option<u64>,
    /// The offending line or record, as in the file.
    pub excerpt: Option<String>,
    /// Carets below the excerpt.
    pub carets: Option<String>,
    /// What is wrong and what to do, in the user's language.
    pub message: String,
    /// Of words that cost a row: how they may be corrected.
    pub correction: Option<CorrectionDto>,
}

/// Words of a file that may be read otherwise, or are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CorrectionDto {
    /// What an answer with other words is about; an empty one takes them back.
    pub about: String,
    /// What is read there.
    pub text: String,
}

/// A row of the review sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReviewRow {
    /// `new known updated conflict unreadable`.
    pub state: String,
    /// Line in the file.
    #[ts(type = "number | null")]
    pub line: Option<u64>,
    /// The day, as read.
    pub date: Option<String>,
    /// The label as the file has it.
    pub text: String,
    /// The conversation it would join.
    pub counterparty: Option<String>,
    /// Whether that conversation would begin with it.
    pub newcomer: bool,
    /// Signed amount.
    pub money: Option<MoneyDto>,
    /// What the user corrected in it.
    pub corrected: Option<CorrectionDto>,
    /// What the ledger holds that it may be, whatever the user answered.
    pub near: Option<NearRow>,
}

/// What the ledger holds under a day nearby: the same amount, like words, and both statements tell of both days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NearRow {
    /// How many days before the row it counts; negative: after it.
    #[ts(type = "number")]
    pub days_before: i64,
    /// The day shown.
    pub date: String,
    /// The label as its file has it.
    pub text: String,
    /// The conversation it is in.
    pub counterparty: Option<String>,
    /// Signed amount.
    pub money: MoneyDto,
    /// The file that shows it.
    pub file: String,
    /// Its line there.
    #[ts(type = "number | null")]
    pub line: Option<u64>,
}

/// The user's answers to one file's questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FileAnswers {
    /// Index of the file in the review.
    #[ts(type = "number")]
    pub file: usize,
    /// Whether the file is left out.
    pub left_out: bool,
    /// New rows that are not wanted, by their index in the review: they are imported and deleted, which can be taken back.
    #[serde(default)]
    #[ts(type = "number[]")]
    pub unwanted: Vec<usize>,
    /// `about` → chosen value.
    pub answers: Vec<AnswerDto>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerDto {
    /// As in the question.
    pub about: String,
    /// One of the question's choices; an empty one takes an earlier answer back.
    pub choice: String,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportDone {
    /// One per file that was not left out.
    pub files: Vec<FileDone>,
    /// The operation that undo takes; `None` when nothing was new.
    #[ts(type = "number | null")]
    pub operation: Option<i64>,
    /// The conversation worth opening: the account with most new entries.
    #[ts(type = "number | null")]
    pub account: Option<i64>,
}

/// What one file brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FileDone {
    /// Its name.
    pub name: String,
    /// The operation, `None` when nothing was new.
    #[ts(type = "number | null")]
    pub operation: Option<i64>,
    /// What became of its rows.
    pub counts: Counts,
    /// `holds broken unstated`.
    pub proof: String,
    /// Whether it holds statements and each of them is proved.
    pub proved: bool,
    /// Purchases that it speaks of.
    #[ts(type = "number")]
    pub receipts: u64,
    /// Entries that are linked to a receipt since.
    #[ts(type = "number")]
    pub links: u64,
    /// The operations that deleted what was not wanted.
    #[ts(type = "number[]")]
    pub deletions: Vec<i64>,
}

/// How far a preview or an import is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Progress {
    /// `reading planning writing`.
    pub stage: String,
    /// The file at hand.
    pub file: String,
    /// Done so far, in bytes when reading, else in rows.
    #[ts(type = "number")]
    pub done: u64,
    /// The whole.
    #[ts(type = "number")]
    pub total: u64,
}
