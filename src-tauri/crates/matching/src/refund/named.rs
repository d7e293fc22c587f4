//! Which refunds and purchases receipts name.

use std::collections::HashMap;

use domain::{Currency, EntryId};

use super::LONGEST;
use crate::{Decision, LinkReceipt};

/// The refunds and the purchases that receipts name: the receipt of what was given back and that of the purchase quote one number; else one alone is of
/// the same merchant and total.
pub fn named(receipts: &[LinkReceipt], decisions: &[Decision]) -> Vec<(EntryId, EntryId)> {
    let mut by_number: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_total: HashMap<(Currency, i64), Vec<usize>> = HashMap::new();
    let bought = receipts.iter().enumerate().filter(|(_, one)| one.total > 0);
    for (r, receipt) in bought {
        for number in &receipt.numbers {
            by_number.entry(number).or_default().push(r);
        }
        let total = (receipt.currency, receipt.total);
        by_total.entry(total).or_default().push(r);
    }
    let sure = |r: usize| match decisions.get(r) {
        Some(Decision::Sure(choice)) => choice.entries.as_slice(),
        _ => &[],
    };
    let mut out = Vec::new();
    for (r, receipt) in receipts.iter().enumerate().filter(|(_, one)| one.total < 0) {
        let is_of = |purchase: &&usize| {
            receipts
                .get(**purchase)
                .is_some_and(|purchase| is_before(purchase, receipt))
        };
        let numbers = receipt.numbers.iter();
        let quoted = numbers.filter_map(|number| by_number.get(number.as_str()));
        let mut purchases: Vec<usize> = quoted.flatten().filter(is_of).copied().collect();
        if purchases.is_empty() {
            let total = (receipt.currency, receipt.total.saturating_abs());
            let same = by_total.get(&total).into_iter().flatten();
            let same: Vec<usize> = same.filter(is_of).copied().collect();
            if let [only] = same.as_slice() {
                purchases.push(*only);
            }
        }
        let bought = purchases.iter().flat_map(|purchase| sure(*purchase));
        for purchase in bought {
            out.extend(sure(r).iter().map(|refund| (*refund, *purchase)));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether a receipt may be that of the purchase which another gives back: the same merchant, not later, not too long ago.
fn is_before(purchase: &LinkReceipt, refund: &LinkReceipt) -> bool {
    let pairs = purchase.names.iter();
    let mut pairs = pairs.flat_map(|a| refund.names.iter().map(move |b| (a, b)));
    let lag = (refund.issued - purchase.issued).num_days();
    (0..=LONGEST.cast_signed().saturating_mul(3)).contains(&lag)
        && purchase.currency == refund.currency
        && pairs.any(|(a, b)| text::similarity(a, b) >= 65)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn receipt(id: i64, issued: &str, total: i64, number: &str) -> LinkReceipt {
        LinkReceipt {
            id,
            names: vec!["Cycles Tournesol".to_owned()],
            issued: issued.parse().unwrap(),
            due: None,
            total,
            payable: None,
            paid: None,
            tip: None,
            currency: Currency::EUR,
            instalments: Vec::new(),
            numbers: vec![number.to_owned()],
            descriptor: None,
            card_ending: None,
        }
    }

    fn paid_by(entry: i64) -> Decision {
        Decision::Sure(crate::Choice {
            entries: vec![EntryId(entry)],
            score: 100,
            reasons: Vec::new(),
        })
    }

    #[test]
    fn receipts_name_a_pair_by_one_number_else_by_the_only_total() {
        let receipts = [
            receipt(1, "2026-03-02", 9000, "CT2600417"),
            receipt(2, "2026-03-04", 2000, "CT2600501"),
            receipt(3, "2026-03-20", -2000, "CT2600417"),
        ];
        let decisions = [paid_by(10), paid_by(11), paid_by(12)];
        let number = named(&receipts, &decisions);
        assert_eq!(
            number,
            [(EntryId(12), EntryId(10))],
            "the number goes before the total"
        );
        let mut receipts = receipts;
        receipts[2].numbers = vec!["AV-7".to_owned()];
        let total = named(&receipts, &decisions);
        assert_eq!(total, [(EntryId(12), EntryId(11))]);
        receipts[0].total = 2000;
        assert_eq!(named(&receipts, &decisions), [], "it may be either");
    }
}
