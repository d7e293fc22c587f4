//! The inspector: everything known about one entry.

use domain::EntryId;
use serde::Serialize;
use ts_rs::TS;

use crate::categories::CategoryOf;
use crate::history::HistoryRow;
use crate::insights::AlertItem;
use crate::money::MoneyDto;
use crate::timeline::EntryItem;
use crate::{ApiError, App, wire};

/// One entry in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryFull {
    /// As in the timeline.
    pub entry: EntryItem,
    /// The account's name.
    pub account_name: String,
    /// Whether the user deleted it.
    pub deleted: bool,
    /// The text fields as the bank wrote them.
    pub raw: Vec<RawText>,
    /// The day of the operation, when known.
    pub transaction_date: Option<String>,
    /// The day the bank booked it, when known.
    pub booking_date: Option<String>,
    /// The day it counts for interest, when known.
    pub value_date: Option<String>,
    /// The bank's own reference.
    pub reference: Option<String>,
    /// The reference carried from end to end (ISO 20022).
    pub end_to_end_id: Option<String>,
    /// The direct-debit mandate.
    pub mandate_id: Option<String>,
    /// The counterparty's account, masked by the window when amounts are hidden.
    pub counterparty_account: Option<String>,
    /// The exchange rate between its amount and the original one, as the statement states it.
    pub rate: Option<String>,
    /// Entries of other accounts that could be its other side, were it a transfer between own accounts: the nearest first.
    pub counterparts: Vec<EntryItem>,
    /// What is to be looked at of it, answered or not.
    pub alerts: Vec<AlertItem>,
    /// What it gives back, or what gave it back.
    pub returns: Vec<ReturnSide>,
    /// Purchases that it may give back, where nothing says that it does: the likeliest first.
    pub purchases: Vec<EntryItem>,
    /// The account's balance after this entry, when it can be known.
    pub balance_after: Option<MoneyDto>,
    /// Where it was read, richest first; empty where the user wrote it down.
    pub provenance: Vec<Provenance>,
    /// What its counterparty is.
    pub category: Option<CategoryOf>,
    /// What the user did to it, newest first.
    pub history: Vec<HistoryRow>,
}

/// The other side of a refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReturnSide {
    /// The purchase of a refund, or a refund of a purchase.
    pub entry: EntryItem,
    /// How much of the purchase came back.
    pub money: MoneyDto,
    /// Whether the user says so.
    pub by_user: bool,
    /// Whether receipts, or the user, name the pair; else it was found by amounts and days.
    pub named: bool,
}

/// A text field with the label that the format gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RawText {
    /// `NAME`, `MEMO`, `Ustrd`, a column's header…
    pub label: String,
    /// As in the file.
    pub text: String,
}

/// Where a row was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Provenance {
    /// The file's name.
    pub file: String,
    /// The line in it.
    #[ts(type = "number | null")]
    pub line: Option<i64>,
    /// The format's name.
    pub format: String,
    /// When it was imported, ISO 8601 in UTC.
    pub imported_at: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
}

impl App {
    /// Everything known about one entry.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn get_entry(&self, id: i64) -> Result<EntryFull, ApiError> {
        self.read(|ledger, words| {
            let (row, sightings) = ledger.entry(EntryId(id))?;
            let counterparts = ledger.possible_counterparts(EntryId(id))?;
            let account = ledger.account(row.state.entry.account)?;
            let name = wire::account_row(&account, words).name;
            let receipts = ledger.receipts_of_entry(EntryId(id))?;
            let history = ledger.entry_history(EntryId(id))?;
            let history = self.history_rows(ledger, &history, words)?;
            let with = (receipts.as_slice(), history);
            let seen = (sightings.as_slice(), counterparts.as_slice());
            let returned = ledger.returned(EntryId(id))?;
            let mut full = wire::entry_full(&row, seen, name, with, words);
            wire::give_back(&mut full.entry, &row, &returned);
            for pair in &returned.pairs {
                let (other, _) = ledger.entry(pair.other)?;
                full.returns.push(wire::return_side(pair, &other, words));
            }
            let alerts = ledger.alerts_of(EntryId(id))?;
            let alerts = alerts.iter().map(|alert| wire::alert_item(alert, words));
            full.alerts = alerts.collect();
            let purchases = ledger.possible_purchases(EntryId(id))?;
            let purchases = purchases.iter();
            full.purchases = purchases
                .map(|row| wire::entry_item(row, false, words))
                .collect();
            Ok(full)
        })
    }
}
