//! Entries by amount, by day and by name, so that no receipt meets them all.

use std::collections::HashMap;

use chrono::Days;
use domain::{Currency, NaiveDate};

use super::evidence::{Scorer, stem};
use super::{LinkEntry, LinkReceipt};

/// How long before a receipt's day its entry may be booked, and how long after.
const BEFORE: u64 = 4;
const AFTER: u64 = 125;
/// The same where the amount is not certain.
const NEAR: u64 = 8;

/// The entries, found by what receipts say.
pub(super) struct Index<'a> {
    entries: &'a [LinkEntry],
    amounts: HashMap<(Currency, i64), Vec<usize>>,
    originals: HashMap<(Currency, i64), Vec<usize>>,
    days: Vec<(NaiveDate, usize)>,
    names: HashMap<[u8; 4], Vec<(NaiveDate, usize)>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(entries: &'a [LinkEntry]) -> Self {
        let mut index = Index {
            entries,
            amounts: HashMap::with_capacity(entries.len()),
            originals: HashMap::new(),
            days: Vec::with_capacity(entries.len()),
            names: HashMap::new(),
        };
        for (e, entry) in entries.iter().enumerate() {
            index
                .amounts
                .entry((entry.currency, entry.amount))
                .or_default()
                .push(e);
            if let Some((amount, currency)) = entry.original {
                index
                    .originals
                    .entry((currency, amount))
                    .or_default()
                    .push(e);
            }
            index.days.push((entry.booked, e));
            for stem in text::fold(&entry.counterparty)
                .split(' ')
                .filter_map(stem)
                .take(2)
            {
                index.names.entry(stem).or_default().push((entry.booked, e));
            }
        }
        index.days.sort_unstable();
        for named in index.names.values_mut() {
            named.sort_unstable();
        }
        index
    }

    /// Entries whose amount may be the receipt's.
    pub(super) fn candidates(&self, receipt: &LinkReceipt, scorer: &Scorer<'_>) -> Vec<usize> {
        let from = receipt.issued - Days::new(BEFORE);
        let until = receipt.issued + Days::new(AFTER);
        let mut found: Vec<usize> = Vec::new();
        for amount in exact(receipt)
            .into_iter()
            .chain(receipt.instalments.iter().copied())
        {
            found.extend(self.of_amount(receipt.currency, -amount));
            found.extend(
                self.originals
                    .get(&(receipt.currency, amount.abs()))
                    .into_iter()
                    .flatten(),
            );
        }
        found.retain(|e| {
            self.entries
                .get(*e)
                .is_some_and(|entry| (from..=until).contains(&entry.booked))
        });
        let near = (from, receipt.issued + Days::new(NEAR));
        found.extend(within(&self.days, near).filter(|e| {
            self.entries
                .get(*e)
                .is_some_and(|entry| scorer.is_near_amount(receipt, entry))
        }));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Entries of exactly this amount.
    pub(super) fn of_amount(&self, currency: Currency, amount: i64) -> impl Iterator<Item = usize> {
        self.amounts
            .get(&(currency, amount))
            .into_iter()
            .flatten()
            .copied()
    }

    /// Entries booked within these days whose other party's name begins like one of the receipt's words.
    pub(super) fn named(&self, receipt: &LinkReceipt, days: (NaiveDate, NaiveDate)) -> Vec<usize> {
        let names = receipt.names.iter().map(|name| text::fold(name));
        let stems: Vec<[u8; 4]> = names
            .flat_map(|name| {
                name.split([' ', '.'])
                    .filter_map(stem)
                    .take(2)
                    .collect::<Vec<_>>()
            })
            .collect();
        let buckets = stems.iter().filter_map(|stem| self.names.get(stem));
        let mut found: Vec<usize> = buckets.flat_map(|bucket| within(bucket, days)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn within(
    sorted: &[(NaiveDate, usize)],
    (from, until): (NaiveDate, NaiveDate),
) -> impl Iterator<Item = usize> {
    let start = sorted.partition_point(|(day, _)| *day < from);
    let rest = sorted.get(start..).unwrap_or_default();
    rest.iter()
        .take_while(move |(day, _)| *day <= until)
        .map(|(_, e)| *e)
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
    amounts.retain(|amount| *amount != 0);
    amounts
}
