//! Which days the statements of an account tell of: the strip under its name, and the calendar.

use domain::AccountId;
use serde::Serialize;
use ts_rs::TS;

use crate::timeline::ChainBreakItem;
use crate::{ApiError, App, wire};

/// The chain of an account's statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AccountCoverage {
    /// The account.
    #[ts(type = "number")]
    pub account: i64,
    /// Its name as shown.
    pub name: String,
    /// Stretches of days, oldest first, none left out between the first and the last.
    pub periods: Vec<CoveragePeriod>,
    /// Where a statement does not open with what the one before it closed with.
    pub breaks: Vec<ChainBreakItem>,
}

/// A stretch of days, first and last included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CoveragePeriod {
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// `proved unproved overlapping missing`.
    pub state: String,
    /// Whether the user said of missing days that their statement is not to be had.
    pub accepted: bool,
}

impl App {
    /// The chain of statements of an account, or of each.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn get_coverage(&self, account: Option<i64>) -> Result<Vec<AccountCoverage>, ApiError> {
        self.read(|ledger, words| {
            let accounts = match account {
                Some(id) => vec![ledger.account(AccountId(id))?],
                None => ledger.accounts()?,
            };
            accounts
                .iter()
                .map(|view| {
                    let row = wire::account_row(view, words);
                    let chain = ledger.coverage(view.row.id)?;
                    Ok(wire::account_coverage(row.id, row.name, &chain))
                })
                .collect()
        })
    }
}
