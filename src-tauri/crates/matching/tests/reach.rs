//! Refunds that are found anew where something changed are those that are found anew from nothing.

use chrono::Days;
use domain::{Currency, EntryId, NaiveDate};
use matching::{Refund, RefundEntry, RefundWords, reach, refunds};
use proptest::prelude::*;
use text::PaymentType;

fn entry(id: i64, (day, amount, is_in): (u64, i64, bool)) -> RefundEntry {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    RefundEntry {
        id: EntryId(id),
        day: first + Days::new(day),
        amount: if is_in { amount } else { -amount },
        currency: Currency::EUR,
        original: None,
        payment: if is_in {
            PaymentType::Refund
        } else {
            PaymentType::Card
        },
    }
}

fn in_order(mut entries: Vec<RefundEntry>) -> Vec<RefundEntry> {
    entries.sort_by_key(|entry| (entry.day, entry.id));
    entries
}

fn found(entries: &[RefundEntry]) -> Vec<Refund> {
    refunds(entries, &RefundWords::default())
}

proptest! {
    #[test]
    fn what_a_change_does_not_reach_stays_as_it_was(
        rows in prop::collection::vec((0u64..900, 1i64..5, prop::bool::weighted(0.3)), 1..30),
        gone in 0usize..30,
        new in (0u64..900, 1i64..5, any::<bool>()),
    ) {
        let before: Vec<RefundEntry> = (0..).zip(&rows).map(|(id, row)| entry(id, *row)).collect();
        let mut after = before.clone();
        let left = after.remove(gone % rows.len());
        let came = entry(99, new);
        after.push(came.clone());
        let (before, after) = (in_order(before), in_order(after));
        let days = after.iter().filter(|entry| entry.amount > 0).map(|entry| entry.day);
        let days: Vec<NaiveDate> = days.collect();
        let changed = (left.day.min(came.day), left.day.max(came.day));
        let (from, until) = reach(&days, changed);
        let is_within = |id: EntryId| {
            let mut all = before.iter().chain(&after);
            all.any(|entry| entry.id == id && (from..=until).contains(&entry.day))
        };
        let within: Vec<RefundEntry> =
            after.iter().filter(|entry| is_within(entry.id)).cloned().collect();
        let mut anew: Vec<Refund> =
            found(&before).into_iter().filter(|one| !is_within(one.refund)).collect();
        anew.extend(found(&within));
        anew.sort_unstable();
        prop_assert_eq!(anew, found(&after));
    }
}
