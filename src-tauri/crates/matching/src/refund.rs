//! Which money in gives back which money out, with one merchant: first what papers say, then equal amounts, then parts, then sums.
//!
//! Only where one answer fits. Entries come in the ledger's own order, which knows no order of import, so neither do the answers.

mod named;
mod reach;

pub use named::named;
pub use reach::{around, gives_back, reach};

use std::collections::{HashMap, HashSet};

use domain::{Currency, EntryId, NaiveDate};
use text::PaymentType;

/// How long after a purchase its money may come back, in days.
const LONGEST: u64 = 125;
/// Within how many days a part of a purchase is looked for: time to send back, and to be paid back.
const SOON: u64 = 60;
/// How much older than the last purchase of an amount the one before it must be for the last to be meant.
const APART: i64 = 20;
/// More purchases than this are too many to choose a sum among.
const MOST: usize = 8;

/// An entry of one merchant, as far as giving back goes.
#[derive(Debug, Clone)]
pub struct RefundEntry {
    /// Its id.
    pub id: EntryId,
    /// The day shown.
    pub day: NaiveDate,
    /// In minor units, negative for money out.
    pub amount: i64,
    /// What it is counted in.
    pub currency: Currency,
    /// The amount in the merchant's currency, where the bank states it; without sign.
    pub original: Option<(i64, Currency)>,
    /// How the money moved.
    pub payment: PaymentType,
}

/// Money that came back, and what of a purchase it gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refund {
    /// The entry that gives back.
    pub refund: EntryId,
    /// The entry that is given back.
    pub purchase: EntryId,
    /// How much of it, in minor units.
    pub amount: i64,
}

/// What is known of refunds and purchases beyond days and amounts, each as a refund and a purchase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RefundWords {
    /// The user says that the one gives back the other.
    pub confirmed: Vec<(EntryId, EntryId)>,
    /// The user says that it does not.
    pub refused: Vec<(EntryId, EntryId)>,
    /// Receipts name them.
    pub named: Vec<(EntryId, EntryId)>,
}

impl RefundWords {
    /// Whether somebody says that an entry gives back money, whatever the bank calls it.
    fn is_refund(&self, id: EntryId) -> bool {
        let mut said = self.confirmed.iter().chain(&self.named);
        said.any(|(refund, _)| *refund == id)
    }
}

/// Decides for the entries of one merchant, in the order of the ledger: the user's words first, then what receipts name, then the rules.
pub fn refunds(entries: &[RefundEntry], words: &RefundWords) -> Vec<Refund> {
    let mut state = State::new(entries, words);
    state.by_word(&words.confirmed);
    state.by_word(&words.named);
    for rung in [State::equal, State::part, State::sum] {
        for at in 0..entries.len() {
            rung(&mut state, at);
        }
    }
    state.found.sort_unstable();
    state.found
}

struct State<'a> {
    entries: &'a [RefundEntry],
    refused: HashSet<(EntryId, EntryId)>,
    /// What is left of each entry: of a purchase to give back, of a refund to explain. None where it is neither.
    left: Vec<i64>,
    /// Money out by its amount, and by that in the merchant's currency, in the order of the ledger.
    by_amount: HashMap<(i64, Currency), Vec<usize>>,
    found: Vec<Refund>,
}

impl<'a> State<'a> {
    fn new(entries: &'a [RefundEntry], words: &RefundWords) -> Self {
        let left = entries.iter().map(|entry| {
            let is_named = words.is_refund(entry.id);
            let gives_back = entry.amount > 0 && (is_named || entry.payment == PaymentType::Refund);
            let is_purchase = entry.amount < 0
                && !matches!(
                    entry.payment,
                    PaymentType::Fee
                        | PaymentType::Interest
                        | PaymentType::Cash
                        | PaymentType::Salary
                );
            if gives_back || is_purchase {
                entry.amount.saturating_abs()
            } else {
                0
            }
        });
        let mut by_amount: HashMap<(i64, Currency), Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate().filter(|(_, one)| one.amount < 0) {
            let own = (entry.amount.saturating_abs(), entry.currency);
            let stated = entry.original.filter(|stated| *stated != own);
            for amount in stated.into_iter().chain([own]) {
                by_amount.entry(amount).or_default().push(at);
            }
        }
        State {
            entries,
            by_amount,
            refused: words.refused.iter().copied().collect(),
            left: left.collect(),
            found: Vec::new(),
        }
    }

    fn left(&self, at: usize) -> i64 {
        self.left.get(at).copied().unwrap_or_default()
    }

    fn take(&mut self, refund: usize, purchase: usize) {
        let amount = self.left(refund).min(self.left(purchase));
        let (Some(gives), Some(given)) = (self.entries.get(refund), self.entries.get(purchase))
        else {
            return;
        };
        if amount <= 0 {
            return;
        }
        for at in [refund, purchase] {
            if let Some(left) = self.left.get_mut(at) {
                *left = left.saturating_sub(amount);
            }
        }
        self.found.push(Refund {
            refund: gives.id,
            purchase: given.id,
            amount,
        });
    }

    /// A refund that is not explained yet.
    fn open(&self, at: usize) -> Option<&'a RefundEntry> {
        let entry = self.entries.get(at)?;
        (entry.amount > 0 && self.left(at) == entry.amount).then_some(entry)
    }

    /// The purchases that a refund may give back, oldest first: those of the last so many days.
    fn purchases(&self, refund: &'a RefundEntry, days: u64) -> impl Iterator<Item = usize> {
        let first = refund.day.checked_sub_days(chrono::Days::new(days));
        let start = self
            .entries
            .partition_point(|entry| Some(entry.day) < first);
        let until = self
            .entries
            .partition_point(|entry| entry.day <= refund.day);
        (start..until).filter(move |at| self.is_open(refund, *at))
    }

    /// Whether anything is left of a purchase that a refund may give back, as far as days do not matter.
    fn is_open(&self, refund: &RefundEntry, at: usize) -> bool {
        self.left(at) > 0
            && self.entries.get(at).is_some_and(|entry| {
                entry.amount < 0
                    && entry.currency == refund.currency
                    && !self.refused.contains(&(refund.id, entry.id))
            })
    }

    /// The whole purchases of a refund's amount, or of that in the merchant's currency, within reach, oldest first, with how
    /// many days before it they were made.
    fn equals(&self, refund: &RefundEntry) -> Vec<(usize, &'a RefundEntry, i64)> {
        let own = (refund.amount, refund.currency);
        let stated = refund.original.filter(|stated| *stated != own);
        let amounts = stated.into_iter().chain([own]);
        let mut places: Vec<usize> = amounts
            .filter_map(|amount| self.by_amount.get(&amount))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        let is_equal = |purchase: &RefundEntry| {
            purchase.amount == -refund.amount
                || (refund.original.is_some() && purchase.original == refund.original)
        };
        let within = places.into_iter().filter_map(|at| {
            let purchase = self.entries.get(at)?;
            let lag = (refund.day - purchase.day).num_days();
            let is_whole = self.left(at) == purchase.amount.saturating_abs();
            let is_meant = (0..=LONGEST.cast_signed()).contains(&lag) && is_whole;
            (is_meant && is_equal(purchase) && self.is_open(refund, at))
                .then_some((at, purchase, lag))
        });
        within.collect()
    }

    /// What the user says, or receipts name: the nearest amount first.
    fn by_word(&mut self, said: &[(EntryId, EntryId)]) {
        let entries = self.entries;
        let place: HashMap<EntryId, usize> = entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.id, at))
            .collect();
        let mut pairs: Vec<(usize, usize)> = said
            .iter()
            .filter(|pair| !self.refused.contains(pair))
            .filter_map(|(refund, purchase)| Some((*place.get(refund)?, *place.get(purchase)?)))
            .filter(|(refund, purchase)| {
                let is = |at: &usize, sign: i64| {
                    entries
                        .get(*at)
                        .is_some_and(|one| one.amount.signum() == sign)
                };
                let currency = |at: &usize| entries.get(*at).map(|one| one.currency);
                is(refund, 1) && is(purchase, -1) && currency(refund) == currency(purchase)
            })
            .collect();
        pairs.sort_by_key(|(refund, purchase)| {
            let off = self.left(*purchase).saturating_sub(self.left(*refund));
            (*refund, off < 0, off.saturating_abs(), *purchase)
        });
        pairs.dedup();
        for (refund, purchase) in pairs {
            self.take(refund, purchase);
        }
    }

    /// The whole of a purchase: the only one of this amount, or the last where the one before it is long past.
    fn equal(&mut self, at: usize) {
        let Some(refund) = self.open(at) else {
            return;
        };
        let mut equal = self.equals(refund);
        let Some((last, purchase, lag)) = equal.pop() else {
            return;
        };
        // Equal purchases of one day stand for one another.
        let mut others = equal
            .iter()
            .filter(|(_, other, _)| other.day != purchase.day);
        if others.all(|(_, _, before)| before.saturating_sub(lag) >= APART) {
            self.take(at, last);
            // At another day's rate, more or less may have come back than was paid.
            if let Some(left) = self.left.get_mut(at) {
                *left = 0;
            }
        }
    }

    /// A part of the only purchase that is dear enough.
    fn part(&mut self, at: usize) {
        let Some(refund) = self.open(at) else {
            return;
        };
        let all = self.purchases(refund, SOON);
        let mut dear = all.filter(|purchase| self.left(*purchase) >= refund.amount);
        let (only, another) = (dear.next(), dear.next());
        drop(dear);
        if let (Some(only), None) = (only, another) {
            self.take(at, only);
        }
    }

    /// The only two or three purchases that add up to it.
    fn sum(&mut self, at: usize) {
        let Some(refund) = self.open(at) else {
            return;
        };
        let all = self.purchases(refund, SOON).take(MOST.saturating_add(1));
        let all: Vec<usize> = all.collect();
        if all.len() > MOST {
            return;
        }
        let mut found: Vec<Vec<usize>> = Vec::new();
        for (i, a) in all.iter().enumerate() {
            for (j, b) in all.iter().enumerate().skip(i.saturating_add(1)) {
                let two = self.left(*a).saturating_add(self.left(*b));
                if two == refund.amount {
                    found.push(vec![*a, *b]);
                }
                for c in all.iter().skip(j.saturating_add(1)) {
                    if two.saturating_add(self.left(*c)) == refund.amount {
                        found.push(vec![*a, *b, *c]);
                    }
                }
            }
        }
        if let [only] = found.as_slice() {
            for purchase in only {
                self.take(at, *purchase);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// `day amount`, by card, in the order of the ledger; numbered from 0.
    fn entries(lines: &[&str]) -> Vec<RefundEntry> {
        let entries = (0i64..).zip(lines).map(|(id, line)| {
            let (day, amount) = line.split_once(' ').unwrap();
            let amount: i64 = amount.parse().unwrap();
            RefundEntry {
                id: EntryId(id),
                day: day.parse().unwrap(),
                amount,
                currency: Currency::EUR,
                original: None,
                payment: if amount > 0 {
                    PaymentType::Refund
                } else {
                    PaymentType::Card
                },
            }
        });
        entries.collect()
    }

    /// Refund, purchase and amount.
    fn found(lines: &[&str], said: &[(i64, i64)]) -> Vec<(i64, i64, i64)> {
        let words = RefundWords {
            named: pairs(said),
            ..RefundWords::default()
        };
        decided(lines, &words)
    }

    fn pairs(said: &[(i64, i64)]) -> Vec<(EntryId, EntryId)> {
        said.iter()
            .map(|(refund, purchase)| (EntryId(*refund), EntryId(*purchase)))
            .collect()
    }

    fn decided(lines: &[&str], words: &RefundWords) -> Vec<(i64, i64, i64)> {
        let found = refunds(&entries(lines), words).into_iter();
        found
            .map(|one| (one.refund.0, one.purchase.0, one.amount))
            .collect()
    }

    #[test]
    fn a_refund_is_of_the_purchase_of_its_amount() {
        let lines = ["2026-03-02 -4250", "2026-03-04 -9900", "2026-03-20 4250"];
        assert_eq!(found(&lines, &[]), [(2, 0, 4250)]);
    }

    #[test]
    fn of_two_like_purchases_the_last_is_meant_only_where_the_other_is_long_past() {
        let lines = ["2026-02-01 -999", "2026-03-01 -999", "2026-03-04 999"];
        assert_eq!(found(&lines, &[]), [(2, 1, 999)]);
        let lines = ["2026-03-01 -999", "2026-03-09 -999", "2026-03-14 999"];
        assert_eq!(found(&lines, &[]), []);
        let twice = ["2026-03-09 -999", "2026-03-09 -999", "2026-03-14 999"];
        assert_eq!(
            found(&twice, &[]),
            [(2, 1, 999)],
            "either stands for the other"
        );
    }

    #[test]
    fn money_of_another_currency_gives_nothing_back_whoever_says_so() {
        let mut entries = entries(&["2026-03-02 -4500", "2026-03-20 5000"]);
        entries[1].currency = "USD".parse().unwrap();
        for words in [
            RefundWords {
                named: pairs(&[(1, 0)]),
                ..RefundWords::default()
            },
            RefundWords {
                confirmed: pairs(&[(1, 0)]),
                ..RefundWords::default()
            },
        ] {
            assert_eq!(refunds(&entries, &words), []);
        }
    }

    #[test]
    fn parts_come_back_until_nothing_is_left() {
        let lines = [
            "2026-03-02 -9000",
            "2026-03-10 2000",
            "2026-03-12 7000",
            "2026-03-13 100",
        ];
        assert_eq!(found(&lines, &[]), [(1, 0, 2000), (2, 0, 7000)]);
        let two = ["2026-03-02 -9000", "2026-03-05 -8000", "2026-03-10 2000"];
        assert_eq!(found(&two, &[]), [], "it may be a part of either");
    }

    #[test]
    fn one_refund_may_give_back_two_purchases() {
        let lines = ["2026-03-02 -1900", "2026-03-05 -800", "2026-03-10 2700"];
        assert_eq!(found(&lines, &[]), [(2, 0, 1900), (2, 1, 800)]);
    }

    #[test]
    fn what_receipts_name_comes_first() {
        let lines = ["2026-03-02 -9000", "2026-03-05 -2000", "2026-03-10 2000"];
        assert_eq!(found(&lines, &[(2, 0)]), [(2, 0, 2000)]);
    }

    #[test]
    fn what_the_user_says_goes_before_receipts_and_rules() {
        let lines = ["2026-03-02 -9000", "2026-03-05 -2000", "2026-03-10 2000"];
        let words = RefundWords {
            confirmed: pairs(&[(2, 0)]),
            named: pairs(&[(2, 1)]),
            ..RefundWords::default()
        };
        assert_eq!(decided(&lines, &words), [(2, 0, 2000)]);
        let refused = RefundWords {
            refused: pairs(&[(2, 1)]),
            named: pairs(&[(2, 1)]),
            ..RefundWords::default()
        };
        assert_eq!(
            decided(&lines, &refused),
            [(2, 0, 2000)],
            "the rules go on with what is left"
        );
    }

    #[test]
    fn money_in_that_no_bank_calls_a_refund_is_none_unless_a_receipt_says_so() {
        let mut all = entries(&["2026-03-02 -9000", "2026-03-10 9000"]);
        all[1].payment = PaymentType::Transfer;
        assert_eq!(refunds(&all, &RefundWords::default()), []);
        let named = RefundWords {
            named: pairs(&[(1, 0)]),
            ..RefundWords::default()
        };
        assert_eq!(refunds(&all, &named).len(), 1);
    }
}
