//! What the history says: what recurs, and what a person should look at. Entries in, findings out; no IO.
#![deny(missing_docs)]

mod alert;
mod fee;
mod recurring;
mod rhythm;

pub use alert::{Certainty, DoubleDebit, DueCharge, double_debit, double_debits_from, is_missed};
pub use fee::{Fee, FeeGroup, fee, is_overdraft_interest};
pub use recurring::{PriceChange, Recurring, RecurringEntry, recurring};
pub use rhythm::{Rhythm, UsualDay};
