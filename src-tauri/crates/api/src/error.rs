//! The only error on the wire.

use serde::Serialize;
use ts_rs::TS;

/// Why a command did nothing. The window branches on `code` alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ApiError {
    /// The closed reason.
    pub code: ErrorCode,
    /// The same for people, in the user's language, with the remedy.
    pub message: String,
    /// Which field, file or place it concerns.
    pub at: Option<String>,
}

impl ApiError {
    /// The same, said of a field, a file or a place.
    pub(crate) fn at(mut self, at: impl ToString) -> Self {
        self.at = Some(at.to_string());
        self
    }
}

/// Reasons a command can fail for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ErrorCode {
    /// The passphrase, words or keyring entry do not open this ledger.
    WrongKey,
    /// Too many wrong tries; `at` holds the seconds to wait.
    TooManyTries,
    /// The two retyped words are not those shown; `at` holds the position.
    WrongWord,
    /// A passphrase too short to protect anything.
    WeakPassphrase,
    /// The ledger file is not readable as a ledger; nothing was changed.
    Damaged,
    /// Made by a newer version of the app.
    TooNew,
    /// Another process holds the ledger for writing.
    Busy,
    /// The folder or file cannot be written, or a file not be read.
    ReadOnly,
    /// No keyring service answers.
    NoKeyring,
    /// The disk is full.
    DiskFull,
    /// The ledger is locked.
    Locked,
    /// What was asked for does not exist (any more).
    NotFound,
    /// The request makes no sense as asked.
    Refused,
    /// The import was cancelled; nothing was changed.
    Cancelled,
    /// A defect of ours; `at` holds what the engine said of it, for a report.
    Broken,
}
