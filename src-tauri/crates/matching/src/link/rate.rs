//! Exchange rates as the ledger's own statements state them.

use std::collections::HashMap;

use domain::{Currency, NaiveDate};

use super::{LinkEntry, LinkReceipt};

/// How far from the rate a charge may be and still count, in thousandths.
const FAR: i128 = 50;
/// And how far where the rate fits well.
const NEAR: i128 = 35;

/// So much of the merchant's currency for so much of the account's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rate {
    day: NaiveDate,
    theirs: i64,
    ours: i64,
}

/// How well an amount fits a rate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Well,
    Loosely,
}

/// By the merchant's currency, then by the account's; by day.
#[derive(Default)]
pub(super) struct Rates(HashMap<Currency, HashMap<Currency, Vec<Rate>>>);

impl Rates {
    pub(super) fn new(entries: &[LinkEntry]) -> Self {
        let mut rates: HashMap<Currency, HashMap<Currency, Vec<Rate>>> = HashMap::new();
        for entry in entries {
            let Some((theirs, currency)) = entry.original else {
                continue;
            };
            if theirs <= 0 || currency == entry.currency || entry.amount == 0 {
                continue;
            }
            let rate = Rate {
                day: entry.booked,
                theirs,
                ours: entry.amount.abs(),
            };
            let by_ours = rates.entry(currency).or_default();
            by_ours.entry(entry.currency).or_default().push(rate);
        }
        for by_ours in rates.values_mut().flat_map(HashMap::values_mut) {
            by_ours.sort_unstable();
        }
        Rates(rates)
    }

    /// How well a charge fits a price at the rates stated nearest in time.
    pub(super) fn fit(
        &self,
        (price, theirs): (i64, Currency),
        (charge, ours): (i64, Currency),
        day: NaiveDate,
    ) -> Option<Fit> {
        let rate = middle(self.0.get(&theirs)?.get(&ours)?, day)?;
        let asked = i128::from(price.abs()) * i128::from(rate.ours);
        let paid = i128::from(charge.abs()) * i128::from(rate.theirs);
        // What was charged is whole cents.
        let cent = i128::from(rate.theirs);
        let off = ((asked - paid).abs() - cent).max(0) * 1_000;
        if off <= asked * NEAR {
            Some(Fit::Well)
        } else if off <= asked * FAR {
            Some(Fit::Loosely)
        } else {
            None
        }
    }

    /// Between which amounts a charge on a day may lie, in each currency that a rate is known of; a little wide.
    pub(super) fn bounds(
        &self,
        receipt: &LinkReceipt,
        day: NaiveDate,
    ) -> Vec<(Currency, i64, i64)> {
        let sign = if receipt.total < 0 { 1 } else { -1 };
        let by_ours = self.0.get(&receipt.currency).into_iter().flatten();
        let bounds = by_ours.filter_map(|(ours, rates)| {
            let rate = middle(rates, day)?;
            let asked = i128::from(receipt.total.abs()) * i128::from(rate.ours);
            let at = |per_mille: i128| {
                i64::try_from(asked * per_mille / 1_000 / i128::from(rate.theirs)).ok()
            };
            let (least, most) = (at(1_000 - FAR)?, at(1_000 + FAR)?);
            let (least, most) = (least.saturating_sub(1), most.saturating_add(2));
            let (a, b) = (sign * least, sign * most);
            Some((*ours, a.min(b), a.max(b)))
        });
        bounds.collect()
    }
}

/// The middle one of those stated nearest in time: each has its own bank's margin.
fn middle(rates: &[Rate], day: NaiveDate) -> Option<Rate> {
    const MOST: usize = 5;
    let (mut from, mut until) = {
        let at = rates.partition_point(|rate| rate.day < day);
        (at, at)
    };
    let away = |at: usize| rates.get(at).map(|rate| (rate.day - day).num_days().abs());
    while until.saturating_sub(from) < MOST {
        let before = from.checked_sub(1).and_then(away);
        match (before, away(until)) {
            (Some(before), after) if after.is_none_or(|after| before <= after) => {
                from = from.saturating_sub(1);
            }
            (_, Some(_)) => until = until.saturating_add(1),
            _ => break,
        }
    }
    let mut near: Vec<Rate> = rates.get(from..until)?.to_vec();
    near.sort_by(|a, b| {
        let cross = |a: &Rate, b: &Rate| i128::from(a.ours) * i128::from(b.theirs);
        cross(a, b).cmp(&cross(b, a))
    });
    near.get(near.len() / 2).copied()
}
