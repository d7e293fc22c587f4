//! What an account held, as somebody states it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which balance is stated (ISO 20022 `Bal/Tp`; OFX `LEDGERBAL`, `AVAILBAL`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BalanceKind {
    /// Before the first entry (`OPBD`, `PRCD`).
    Opening,
    /// After the last entry (`CLBD`, `LEDGERBAL`).
    Closing,
    /// What may be spent (`CLAV`, `AVAILBAL`).
    Available,
    /// In between (`ITBD`).
    Interim,
}

impl BalanceKind {
    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            BalanceKind::Opening => "opening",
            BalanceKind::Closing => "closing",
            BalanceKind::Available => "available",
            BalanceKind::Interim => "interim",
        }
    }
}

/// A stated balance, in the statement's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Balance {
    /// Which.
    pub kind: BalanceKind,
    /// Signed, in units of the currency.
    pub amount: Decimal,
    /// The day it holds for, when stated. An opening balance holds at the day's beginning when the statement's first
    /// entry is on it, else at its end; a closing balance at its end.
    pub as_of: Option<NaiveDate>,
}
