//! What the history says: what recurs, and what a person should look at. Entries in, findings out; no IO.
#![deny(missing_docs)]

mod alert;
mod recurring;
mod rhythm;

pub use alert::{Certainty, DoubleDebit, DueCharge, double_debit, is_missed};
pub use recurring::{PriceChange, Recurring, RecurringEntry, recurring};
pub use rhythm::{Rhythm, UsualDay};
