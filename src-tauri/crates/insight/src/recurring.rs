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
    /// Whether it moves money between own accounts.
    pub is_transfer: bool,
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
    /// Whether it moves money between own accounts.
    pub is_transfer: bool,
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
    /// Whether it was due and did not come, though its account is known long enough after that.
    pub is_ended: bool,
    /// Prices that changed, oldest first.
    pub price_changes: Vec<PriceChange>,
    /// Its entries, oldest first.
    pub entries: Vec<EntryId>,
}

impl Recurring {
    /// What it comes to in a month on average, in minor units, rounded towards zero.
    pub fn monthly_amount(&self) -> i64 {
        let year = i128::from(self.expected_amount) * i128::from(self.rhythm.per_year());
        i64::try_from(year / 12).unwrap_or(self.expected_amount)
    }

    /// The first day from a day on, on which it is due.
    pub fn due_from(&self, day: NaiveDate) -> NaiveDate {
        self.rhythm.due_from(day, self.next_day, self.usual_day)
    }
}

/// What recurs among the booked entries of one counterparty, given in the order of the ledger: by day, then by what orders a
/// day whatever was imported first. `known_until` is the last day that an account is known of; without one, it is the day of
/// its last entry here. The answer is in the order of the last entries, newest last.
pub fn recurring(
    entries: &[RecurringEntry],
    known_until: impl Fn(AccountId) -> Option<NaiveDate>,
) -> Vec<Recurring> {
    let mut groups: BTreeMap<(AccountId, Currency, bool, bool), Vec<&RecurringEntry>> =
        BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.may_recur()) {
        let key = (
            entry.account,
            entry.currency,
            entry.is_transfer,
            entry.amount > 0,
        );
        groups.entry(key).or_default().push(entry);
    }
    let series = groups.values().flat_map(|group| series::in_group(group));
    let mut found: Vec<Recurring> = series
        .filter_map(|series| series.told(&known_until))
        .collect();
    found.sort_by_key(|one| (one.last_day, one.entries.last().copied()));
    found
}
