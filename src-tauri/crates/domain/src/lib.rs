//! The nouns that every other floor speaks in: money, dates, ids, accounts, balances.
//!
//! No IO, no clock, no SQL. Names follow ISO 20022 first, OFX second.
#![deny(missing_docs)]

mod account;
mod balance;
mod currency;
mod id;
mod money;
mod status;

pub use account::{AccountIdentifier, AccountKind};
pub use balance::{Balance, BalanceKind};
pub use currency::{Currency, UnknownCurrency};
pub use id::{
    AccountId, CounterpartyId, DocumentId, EntryId, OperationId, ProfileId, ReadingId, ReceiptId,
    ReceiptSightingId, SightingId, StatementId,
};
pub use money::{Money, MoneyError};
pub use status::Status;

pub use chrono::{NaiveDate, NaiveTime};
pub use rust_decimal::Decimal;
