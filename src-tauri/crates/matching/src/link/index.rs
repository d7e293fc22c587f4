//! Entries by amount, by day and by name, so that no receipt meets them all.

use std::collections::HashMap;

use chrono::Days;
use domain::{Currency, NaiveDate};

use super::evidence::Scorer;
use super::names::Names;
use super::{LinkEntry, LinkReceipt};

/// How long before a receipt's day its entry may be booked, and how long after.
pub(super) const BEFORE: u64 = 4;
pub(super) const AFTER: u64 = 125;
/// The same where the amount is not certain.
pub(super) const NEAR: u64 = 12;

/// An entry by its amount, then its day.
type ByAmount = (Currency, i64, NaiveDate, usize);

/// An entry by its day, then its amount.
type ByDay = (Currency, NaiveDate, i64, usize);

/// The entries, found by what receipts say.
pub(super) struct Index {
    amounts: Vec<ByAmount>,
    originals: Vec<ByAmount>,
    days: Vec<ByDay>,
    names: HashMap<[u8; 4], Vec<(NaiveDate, usize)>>,
}

impl Index {
    pub(super) fn new(entries: &[LinkEntry], names: &Names<'_>) -> Self {
        let mut index = Index {
            amounts: Vec::with_capacity(entries.len()),
            originals: Vec::new(),
            days: Vec::with_capacity(entries.len()),
            names: HashMap::new(),
        };
        for (e, entry) in entries.iter().enumerate() {
            let (currency, amount, day) = (entry.currency, entry.amount, entry.booked);
            index.amounts.push((currency, amount, day, e));
            index.days.push((currency, day, amount, e));
            if let Some((amount, currency)) = entry.original {
                index.originals.push((currency, amount, day, e));
            }
            for stem in names.stems_of_entry(e) {
                index.names.entry(*stem).or_default().push((day, e));
            }
        }
        index.amounts.sort_unstable();
        index.originals.sort_unstable();
        index.days.sort_unstable();
        for named in index.names.values_mut() {
            named.sort_unstable();
        }
        index
    }

    /// Entries whose amount may be the receipt's.
    pub(super) fn candidates(
        &self,
        (r, receipt): (usize, &LinkReceipt),
        entries: &[LinkEntry],
        scorer: &Scorer<'_>,
    ) -> Vec<usize> {
        let from = receipt.issued - Days::new(BEFORE);
        let until = receipt.issued + Days::new(AFTER);
        let mut found: Vec<usize> = Vec::new();
        for amount in exact(receipt)
            .into_iter()
            .chain(receipt.instalments.iter().copied())
        {
            found.extend(self.of_amount(receipt.currency, -amount, (from, until)));
            let first = (receipt.currency, amount.abs(), from, 0);
            let last = (receipt.currency, amount.abs(), until, usize::MAX);
            found.extend(between(&self.originals, &first, &last).map(|entry| entry.3));
        }
        let near = (from, receipt.issued + Days::new(NEAR));
        found.extend(self.named(r, near, scorer).into_iter().filter(|e| {
            entries
                .get(*e)
                .is_some_and(|entry| scorer.is_tipped(receipt, entry))
        }));
        for day in near.0.iter_days().take_while(|day| *day <= near.1) {
            for (currency, least, most) in scorer.rates().bounds(receipt, day) {
                let first = (currency, day, least, 0);
                let last = (currency, day, most, usize::MAX);
                found.extend(between(&self.days, &first, &last).map(|entry| entry.3));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Entries of exactly this amount within these days.
    pub(super) fn of_amount(
        &self,
        currency: Currency,
        amount: i64,
        (from, until): (NaiveDate, NaiveDate),
    ) -> impl Iterator<Item = usize> {
        let first = (currency, amount, from, 0);
        let last = (currency, amount, until, usize::MAX);
        between(&self.amounts, &first, &last).map(|entry| entry.3)
    }

    /// Entries booked within these days with whose other party's name a word of the receipt's names begins alike.
    pub(super) fn named(
        &self,
        r: usize,
        days: (NaiveDate, NaiveDate),
        scorer: &Scorer<'_>,
    ) -> Vec<usize> {
        let stems = scorer.names().stems_of_receipt(r);
        let buckets = stems.filter_map(|stem| self.names.get(stem));
        let (first, last) = ((days.0, 0), (days.1, usize::MAX));
        let mut found: Vec<usize> = buckets
            .flat_map(|bucket| between(bucket, &first, &last).map(|entry| entry.1))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn between<'s, T: Ord>(sorted: &'s [T], first: &T, last: &T) -> std::slice::Iter<'s, T> {
    let start = sorted.partition_point(|one| one < first);
    let end = sorted.partition_point(|one| one <= last).max(start);
    sorted.get(start..end).unwrap_or_default().iter()
}

/// The amounts that a single payment of the receipt may have.
pub(super) fn exact(receipt: &LinkReceipt) -> Vec<i64> {
    let tipped = receipt.tip.map(|tip| receipt.total.saturating_add(tip));
    let mut amounts = vec![receipt.total];
    amounts.extend(
        [receipt.payable, receipt.paid, tipped]
            .into_iter()
            .flatten(),
    );
    let mut known = Vec::new();
    amounts.retain(|amount| {
        let is_new = *amount != 0 && !known.contains(amount);
        known.push(*amount);
        is_new
    });
    amounts
}
