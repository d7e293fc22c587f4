//! What a person should look at: a debit that came twice, a charge that rose, one that did not come. Quiet by default: where a
//! merchant has its habits, nothing is said.

use chrono::Days;
use domain::{Currency, NaiveDate};
use text::PaymentType;

use crate::rhythm::Rhythm;

/// Debits that are so many minutes apart at most are one purchase that was charged twice, or two that follow each other.
const CLOSE: i64 = 10;
/// A merchant that has equal debits on so many earlier days is one where that is usual, however close they are.
const USUAL: u32 = 3;
/// Without times, less than this many whole units is not worth a question.
const SMALL: i64 = 10;
/// Charges that came less often than this are not missed.
const KNOWN: usize = 4;
/// After so many days nobody asks any more: a charge that did not come has ended, and two equal debits are long since settled.
const NEWS: Days = Days::new(62);

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// The times say it.
    Sure,
    /// Days and amounts say it, and that it never happened before.
    Likely,
}

/// Two equal debits that follow each other on one day, of one account, at one merchant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoubleDebit {
    /// In minor units.
    pub amount: i64,
    /// What it is counted in.
    pub currency: Currency,
    /// Minutes between them, where the times of both are known.
    pub minutes: Option<i64>,
    /// Equal debits of that day.
    pub count: u32,
    /// Earlier days on which the merchant had equal debits.
    pub days_before: u32,
    /// Whether money of one of them came back.
    pub is_given_back: bool,
    /// Whether each has a receipt of its own.
    pub has_receipts: bool,
}

/// Whether two equal debits deserve a question.
pub fn double_debit(found: &DoubleDebit) -> Option<Certainty> {
    let unit = 10i64.checked_pow(found.currency.exponent());
    let small = unit.map_or(i64::MAX, |unit| unit.saturating_mul(SMALL));
    if found.amount >= 0 || found.is_given_back || found.has_receipts {
        return None;
    }
    match found.minutes {
        Some(minutes) if minutes <= CLOSE => (found.days_before < USUAL).then_some(Certainty::Sure),
        Some(_) => None,
        None => {
            let is_new = found.days_before == 0 && found.count == 2;
            (is_new && found.amount.saturating_abs() >= small).then_some(Certainty::Likely)
        }
    }
}

/// A charge that was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCharge {
    /// How often it comes.
    pub rhythm: Rhythm,
    /// The day on which it was due.
    pub due: NaiveDate,
    /// How often it came.
    pub count: usize,
    /// How it is paid.
    pub payment: PaymentType,
    /// Whether it is money in.
    pub is_in: bool,
}

impl DueCharge {
    /// The days within which it would have come: they must be known before it is missed.
    pub fn window(&self) -> (NaiveDate, NaiveDate) {
        let before = Days::new(self.rhythm.slack().unsigned_abs());
        let after = Days::new(self.rhythm.patience().unsigned_abs());
        let from = self.due.checked_sub_days(before).unwrap_or(self.due);
        (from, self.due.checked_add_days(after).unwrap_or(self.due))
    }
}

/// The first day of equal debits that are asked about, their account being known until a day: older ones are no news.
pub fn double_debits_from(known_until: NaiveDate) -> NaiveDate {
    known_until.checked_sub_days(NEWS).unwrap_or(known_until)
}

/// Whether a charge that was due deserves a question, its account being known until a day and all days of its window told of.
/// What one pays oneself may simply not be bought again.
pub fn is_missed(charge: &DueCharge, known_until: NaiveDate) -> bool {
    let (_, until) = charge.window();
    let is_news = until
        .checked_add_days(NEWS)
        .is_some_and(|last| known_until <= last);
    let is_anothers = charge.is_in
        || matches!(
            charge.payment,
            PaymentType::DirectDebit | PaymentType::Transfer
        );
    is_anothers && charge.count >= KNOWN && until <= known_until && is_news
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TWICE: DoubleDebit = DoubleDebit {
        amount: -2499,
        currency: Currency::EUR,
        minutes: Some(3),
        count: 2,
        days_before: 0,
        is_given_back: false,
        has_receipts: false,
    };

    #[test]
    fn two_equal_debits_within_minutes_are_asked_about() {
        for (minutes, asks) in [(0, true), (3, true), (10, true), (11, false), (300, false)] {
            let found = DoubleDebit {
                minutes: Some(minutes),
                ..TWICE
            };
            let expected = asks.then_some(Certainty::Sure);
            assert_eq!(double_debit(&found), expected, "{minutes} minutes apart");
        }
    }

    #[test]
    fn without_times_only_what_is_dear_and_new_is_asked_about() {
        let untimed = DoubleDebit {
            minutes: None,
            ..TWICE
        };
        assert_eq!(double_debit(&untimed), Some(Certainty::Likely));
        for (quiet, why) in [
            (
                DoubleDebit {
                    amount: -999,
                    ..untimed
                },
                "two coffees",
            ),
            (
                DoubleDebit {
                    days_before: 1,
                    ..untimed
                },
                "it happened before",
            ),
            (
                DoubleDebit {
                    count: 3,
                    ..untimed
                },
                "three tickets",
            ),
        ] {
            assert_eq!(double_debit(&quiet), None, "{why}");
        }
    }

    #[test]
    fn what_explains_itself_is_not_asked_about() {
        for (quiet, why) in [
            (
                DoubleDebit {
                    is_given_back: true,
                    ..TWICE
                },
                "the money came back",
            ),
            (
                DoubleDebit {
                    has_receipts: true,
                    ..TWICE
                },
                "two purchases",
            ),
            (
                DoubleDebit {
                    days_before: 3,
                    ..TWICE
                },
                "two tickets at each ride",
            ),
            (
                DoubleDebit {
                    amount: 2499,
                    ..TWICE
                },
                "money in",
            ),
        ] {
            assert_eq!(double_debit(&quiet), None, "{why}");
        }
    }

    #[test]
    fn the_floor_goes_by_whole_units_of_any_currency() {
        let yen = DoubleDebit {
            currency: "JPY".parse().unwrap(),
            minutes: None,
            ..TWICE
        };
        assert_eq!(double_debit(&yen), Some(Certainty::Likely), "2499 yen");
        let points = DoubleDebit {
            currency: "MILES".parse().unwrap(),
            ..yen
        };
        assert_eq!(double_debit(&points), None, "a fraction of one");
    }

    #[test]
    fn a_charge_is_missed_once_its_days_are_known_and_while_that_is_news() {
        let charge = DueCharge {
            rhythm: Rhythm::Monthly,
            due: "2026-10-08".parse().unwrap(),
            count: 11,
            payment: PaymentType::DirectDebit,
            is_in: false,
        };
        let missed = |charge: &DueCharge, day: &str| is_missed(charge, day.parse().unwrap());
        for (known, expected) in [
            ("2026-10-17", false),
            ("2026-10-18", true),
            ("2026-12-19", true),
            ("2026-12-20", false),
        ] {
            assert_eq!(missed(&charge, known), expected, "known until {known}");
        }
        let bought = DueCharge {
            payment: PaymentType::Card,
            ..charge
        };
        assert!(!missed(&bought, "2026-10-31"), "nobody draws it");
        let pay = DueCharge {
            payment: PaymentType::Other,
            is_in: true,
            ..charge
        };
        assert!(missed(&pay, "2026-10-31"), "pay that did not come");
        let young = DueCharge { count: 3, ..charge };
        assert!(!missed(&young, "2026-10-31"));
    }
}
