//! What was done, and taking it back.

use std::collections::HashMap;

use domain::{AccountId, OperationId};
use ledger::{Ledger, Operation};
use serde::Serialize;
use ts_rs::TS;

use crate::imports::Counts;
use crate::money::MoneyDto;
use crate::{ApiError, App, Words, wire};

/// One operation of the log, newest first in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HistoryRow {
    /// The operation's number.
    #[ts(type = "number")]
    pub operation: i64,
    /// `importStatement setAccount deleteEntry restoreEntry moveEntry note tag rename merge unmerge link unlink arrive await
    /// pairRefund partRefund answerAlert pair part addCash editCash writeNote editNote dropNote askQuestion editQuestion
    /// dropQuestion categorise nameCategory setProfile forgetProfile acceptGap`.
    pub operation_kind: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// Whether it is undone.
    pub undone: bool,
    /// For an import: the file's name.
    pub file: Option<String>,
    /// For an import: the format.
    pub format: Option<String>,
    /// For an import: names of the accounts.
    pub accounts: Vec<String>,
    /// For an import: first and last day.
    pub from: Option<String>,
    /// See `from`.
    pub until: Option<String>,
    /// For an import: what became of its rows when it was made.
    pub counts: Option<Counts>,
    /// For an import: `holds broken unstated`.
    pub proof: Option<String>,
    /// For an import: SHA-256 of the file, hexadecimal.
    pub sha256: Option<String>,
    /// For what was done to an entry: the entry.
    #[ts(type = "number | null")]
    pub entry: Option<i64>,
    /// Name of the counterparty or profile that it is about; for a rename, the name before.
    pub subject: Option<String>,
    /// The note, the question, the tags, the new name, or the counterparty merged into or moved to.
    pub object: Option<String>,
    /// For cash: how much.
    pub money: Option<MoneyDto>,
    /// The word of a category.
    pub category: Option<String>,
}

impl App {
    /// All operations, newest first.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_history(&self) -> Result<Vec<HistoryRow>, ApiError> {
        self.read(|ledger, words| {
            let history = ledger.history()?;
            self.history_rows(ledger, &history, words)
        })
    }

    pub(crate) fn history_rows(
        &self,
        ledger: &Ledger,
        operations: &[Operation],
        words: &Words,
    ) -> ledger::Result<Vec<HistoryRow>> {
        let mut names = Names::default();
        let rows = operations.iter();
        rows.map(|operation| names.row(ledger, operation, words))
            .collect()
    }

    /// Takes an operation back, whatever came after it.
    ///
    /// # Errors
    /// `refused` where it is undone already, `notFound`, `busy`, `locked`, and the store's.
    pub fn undo(&self, operation: i64) -> Result<HistoryRow, ApiError> {
        self.switch(operation, Ledger::undo)
    }

    /// Does an undone operation again.
    ///
    /// # Errors
    /// `refused` where it is not undone, `notFound`, `busy`, `locked`, and the store's.
    pub fn redo(&self, operation: i64) -> Result<HistoryRow, ApiError> {
        self.switch(operation, Ledger::redo)
    }

    fn switch(
        &self,
        operation: i64,
        how: fn(&Ledger, OperationId) -> ledger::Result<Operation>,
    ) -> Result<HistoryRow, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let done =
            how(&open.ledger, OperationId(operation)).map_err(|error| words.ledger(&error))?;
        self.changed(&open, Some(operation));
        self.history_row(&open.ledger, &done, &words)
    }

    pub(crate) fn history_row(
        &self,
        ledger: &Ledger,
        operation: &Operation,
        words: &Words,
    ) -> Result<HistoryRow, ApiError> {
        Names::default()
            .row(ledger, operation, words)
            .map_err(|error| words.ledger(&error))
    }
}

/// Names of accounts, each asked for once.
#[derive(Default)]
struct Names(HashMap<AccountId, String>);

impl Names {
    fn row(
        &mut self,
        ledger: &Ledger,
        operation: &Operation,
        words: &Words,
    ) -> ledger::Result<HistoryRow> {
        let mut ids: Vec<AccountId> = operation
            .statements
            .iter()
            .map(|row| row.statement.account)
            .chain(operation.row.operation.account)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let mut accounts = Vec::with_capacity(ids.len());
        for id in ids {
            let name = match self.0.get(&id) {
                Some(name) => name.clone(),
                None => wire::account_row(&ledger.account(id)?, words).name,
            };
            self.0.insert(id, name.clone());
            accounts.push(name);
        }
        Ok(wire::history_row(operation, accounts, words))
    }
}
