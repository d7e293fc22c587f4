//! Money and balances as they cross the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An exact amount: a decimal string (`"-24.99"`) and its currency code (ISO 4217, else the issuer's own code).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[ts(export)]
pub struct MoneyDto {
    /// Plain decimal with a leading `-` for money out, with as many decimals as the currency has.
    pub amount: String,
    /// `EUR`, `USD`, …
    pub currency: String,
}

/// What an account held at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BalanceDto {
    /// The amount held.
    pub money: MoneyDto,
    /// The day it holds for, `YYYY-MM-DD`.
    pub as_of: String,
    /// Whether a balance stated by a bank on that day agrees.
    pub proved: bool,
}
