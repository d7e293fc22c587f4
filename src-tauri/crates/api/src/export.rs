//! Leaving with everything, and looking whether everything agrees.

use std::io::Write;

use domain::{AccountId, NaiveDate};
pub use ledger::ExportFormat;

use crate::conversations::AccountRow;
use crate::{ApiError, App, wire};

impl App {
    /// Writes the whole ledger in a format: equal ledgers give equal bytes.
    ///
    /// # Errors
    /// `locked`, the store's, and those of writing.
    pub fn export(&self, format: ExportFormat, out: &mut dyn Write) -> Result<(), ApiError> {
        self.read(|ledger, _| ledger.export(format, out).map(drop))
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
