//! Leaving with everything, and looking whether everything agrees.

use std::io::Write;
use std::path::Path;

use domain::{AccountId, NaiveDate};
pub use ledger::ExportFormat;
use serde::Deserialize;
use ts_rs::TS;

use crate::conversations::AccountRow;
use crate::{ApiError, App, disk, wire};

/// What the window writes a ledger as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum ExportAs {
    /// RFC 4180, UTF-8, one line per entry.
    Csv,
    /// One document: accounts, their balances and entries.
    Json,
}

impl App {
    /// Writes the whole ledger in a format: equal ledgers give equal bytes.
    ///
    /// # Errors
    /// `locked`, the store's, and those of writing.
    pub fn export(&self, format: ExportFormat, out: &mut dyn Write) -> Result<(), ApiError> {
        self.read(|ledger, _| ledger.export(format, out).map(drop))
    }

    /// Writes the whole ledger in clear into a file, which is replaced as a whole; says how many entries that is.
    ///
    /// # Errors
    /// `locked`, the store's, and those of writing.
    pub fn save_export(&self, written_as: ExportAs, path: &Path) -> Result<u32, ApiError> {
        let mut written = Vec::new();
        let format = match written_as {
            ExportAs::Csv => ExportFormat::Csv,
            ExportAs::Json => ExportFormat::Json,
        };
        let done = self.read(|ledger, _| ledger.export(format, &mut written))?;
        disk::replace(path, &written).map_err(|error| self.words().file(&error))?;
        Ok(u32::try_from(done.entries).unwrap_or(u32::MAX))
    }

    /// What does not agree in the ledger; empty when all is well. Names tables, accounts' ids and days, never contents.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn verify(&self) -> Result<Vec<String>, ApiError> {
        self.read(|ledger, _| ledger.verify())
    }

    /// The accounts, each with what it held at the end of a day; without a day, on the last that is known.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_accounts(&self, at: Option<NaiveDate>) -> Result<Vec<AccountRow>, ApiError> {
        self.read(|ledger, words| {
            let views = ledger.accounts()?;
            let mut rows: Vec<AccountRow> = views
                .iter()
                .map(|view| wire::account_row(view, words))
                .collect();
            if let Some(day) = at {
                for row in &mut rows {
                    let balance = ledger.balance_on(AccountId(row.id), day)?;
                    row.balance = balance.as_ref().map(wire::balance);
                }
            }
            Ok(rows)
        })
    }
}
