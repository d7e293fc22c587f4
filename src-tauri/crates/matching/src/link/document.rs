//! Several documents of one purchase: a confirmation, its invoice. The first of them is looked at, the others follow it.

use std::collections::{HashMap, HashSet};

use domain::EntryId;

use super::{Decision, LinkReceipt, State};

/// Days between the first and the last document of one purchase.
const APART: i64 = 31;

/// For each receipt that only repeats another, the first of its purchase: the same number, merchant and total.
pub(super) fn purchases(receipts: &[LinkReceipt]) -> HashMap<usize, usize> {
    let mut order: Vec<usize> = (0..receipts.len()).collect();
    order.sort_by_key(|r| receipts.get(*r).map(|receipt| (receipt.issued, *r)));
    let mut first_with: HashMap<(&str, i64), usize> = HashMap::new();
    let mut first_of = HashMap::new();
    for r in order {
        let Some(receipt) = receipts.get(r) else {
            continue;
        };
        let keys = || {
            receipt
                .numbers
                .iter()
                .map(|number| (number.as_str(), receipt.total))
        };
        let first = keys().find_map(|key| first_with.get(&key).copied());
        match first.filter(|first| {
            receipts
                .get(*first)
                .is_some_and(|first| is_same(first, receipt))
        }) {
            Some(first) => {
                first_of.insert(r, first);
            }
            None => first_with.extend(keys().map(|key| (key, r))),
        }
    }
    first_of
}

fn is_same(first: &LinkReceipt, other: &LinkReceipt) -> bool {
    let mut names = first
        .names
        .iter()
        .flat_map(|a| other.names.iter().map(move |b| (a, b)));
    first.currency == other.currency
        && (other.issued - first.issued).num_days() <= APART
        && names.any(|(a, b)| text::similarity(a, b) >= 65)
}

/// Gives the later documents of a purchase what was decided for the first, unless a person refused it there.
pub(super) fn follow(
    first_of: &HashMap<usize, usize>,
    refused: &HashSet<(i64, EntryId)>,
    state: &mut State<'_>,
) {
    for (r, first) in first_of {
        let (Some(receipt), Some(decision)) = (state.receipts.get(*r), state.decisions.get(*first))
        else {
            continue;
        };
        let is_refused = match decision {
            Decision::Sure(choice) => choice
                .entries
                .iter()
                .any(|entry| refused.contains(&(receipt.id, *entry))),
            _ => false,
        };
        if state.is_decided(*r) || is_refused {
            continue;
        }
        let decision = decision.clone();
        if let Some(own) = state.decisions.get_mut(*r) {
            *own = decision;
        }
    }
}
