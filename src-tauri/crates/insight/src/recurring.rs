//! What recurs with one counterparty: subscriptions, bills, rent, salary.
//!
//! Equal amounts come first, over a change of price too; then, among what is left, amounts that are like each other, where
//! hardly anything else happens beside them. Shopping that is only frequent does not recur: it keeps to no day, or to too many.

mod chain;
mod series;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use domain::{AccountId, Currency, EntryId, NaiveDate};
use text::PaymentType;

use crate::rhythm::{Rhythm, UsualDay};

/// A booked entry of one counterparty, as far as recurring goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurringEntry {
    /// Its id.
    pub id: EntryId,
    /// The day shown.
    pub day: NaiveDate,
    /// In minor units, negative for money out.
    pub amount: i64,
    /// What it is counted in.
    pub currency: Currency,
    /// The account that it stands in.
    pub account: AccountId,
    /// How the money moved.
    pub payment: PaymentType,
}

impl RecurringEntry {
    /// By how many hundredths what is paid this way may differ from one time to the next and still be the same bill. What
    /// somebody else draws or sends is a bill; what one pays oneself is shopping, unless it hardly differs.
    fn variance(&self) -> u32 {
        match self.payment {
            PaymentType::DirectDebit
            | PaymentType::Salary
            | PaymentType::Fee
            | PaymentType::Interest => 160,
            PaymentType::Transfer | PaymentType::Cheque | PaymentType::Other => 133,
            PaymentType::Card | PaymentType::Cash | PaymentType::Refund => 115,
        }
    }

    fn may_recur(&self) -> bool {
        self.amount != 0 && !matches!(self.payment, PaymentType::Cash | PaymentType::Refund)
    }
}

/// A price that became another and stayed, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceChange {
    /// The first entry at the new price.
    pub entry: EntryId,
    /// Its day.
    pub day: NaiveDate,
    /// The price before, in minor units, negative for money out.
    pub from: i64,
    /// The price since.
    pub to: i64,
}

impl PriceChange {
    /// Whether more is paid than before.
    pub fn is_rise(&self) -> bool {
        self.from < 0 && self.to < self.from
    }
}

/// Something that recurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurring {
    /// The account that it stands in.
    pub account: AccountId,
    /// What it is counted in.
    pub currency: Currency,
    /// How often.
    pub rhythm: Rhythm,
    /// On which day; `None` where it comes every so many days, whatever the day.
    pub usual_day: Option<UsualDay>,
    /// Whether its amount is a price that seldom changes, not one that differs from time to time.
    pub is_steady: bool,
    /// The amount of its last entry, in minor units, negative for money out.
    pub last_amount: i64,
    /// What is expected next: the last amount where it is steady, else the middle one of the last three.
    pub expected_amount: i64,
    /// The day of its last entry.
    pub last_day: NaiveDate,
    /// The day on which it is due after the last one.
    pub next_day: NaiveDate,
    /// Prices that changed, oldest first.
    pub price_changes: Vec<PriceChange>,
    /// Its entries, oldest first.
    pub entries: Vec<EntryId>,
}

/// What recurs among the booked entries of one counterparty, none of them between own accounts, given in the order of the ledger:
/// by day, then by what orders a day whatever was imported first. The answer is in the order of the last entries, newest last.
pub fn recurring(entries: &[RecurringEntry]) -> Vec<Recurring> {
    let mut groups: BTreeMap<(AccountId, Currency, bool), Vec<&RecurringEntry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.may_recur()) {
        let key = (entry.account, entry.currency, entry.amount > 0);
        groups.entry(key).or_default().push(entry);
    }
    let series = groups.values().flat_map(|group| series::in_group(group));
    let mut found: Vec<Recurring> = series.filter_map(|series| series.told()).collect();
    found.sort_by_key(|one| (one.last_day, one.entries.last().copied()));
    found
}
