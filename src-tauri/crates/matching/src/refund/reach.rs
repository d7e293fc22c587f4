//! How far a change of a merchant's entries reaches among refunds.

use domain::NaiveDate;
use text::PaymentType;

use super::{LONGEST, RefundEntry, SOON};

/// First and last day.
type Days = (NaiveDate, NaiveDate);

/// The days of a merchant in which refunds are to be found anew where entries of some days changed: those of every refund that may
/// give back what changed, of what else these may give back, and so on. `refunds` are the days of money in that the bank calls
/// given back; none outside of the answer shares a purchase with any inside.
pub fn reach(refunds: &[NaiveDate], changed: Days) -> Days {
    let before = |day: NaiveDate| {
        let first = day.checked_sub_days(chrono::Days::new(LONGEST));
        first.unwrap_or(NaiveDate::MIN)
    };
    // A refund that is gone may have left what it gave back to another.
    let mut reach = (before(changed.0), changed.1);
    loop {
        let touched = refunds
            .iter()
            .filter(|day| reach.0 <= **day && before(**day) <= reach.1);
        let wider = touched.fold(reach, |reach, day| {
            (reach.0.min(before(*day)), reach.1.max(*day))
        });
        if wider == reach {
            return reach;
        }
        reach = wider;
    }
}

/// The days in which [`gives_back`] has to know a merchant's entries.
pub fn around((from, until): Days) -> Days {
    let span = chrono::Days::new(LONGEST);
    let first = from.checked_sub_days(span).unwrap_or(NaiveDate::MIN);
    (
        first,
        until.checked_add_days(span).unwrap_or(NaiveDate::MAX),
    )
}

/// Whether money that came in on these days, or so soon after them that it may give back what went out on them, gives anything
/// back as far as amounts tell: a whole purchase, a part or a sum. Where it does not, entries that are new on these days change
/// nothing. How money went out plays no part.
pub fn gives_back(entries: &[RefundEntry], days: Days) -> bool {
    let (_, until) = around(days);
    let mut refunds = entries.iter().filter(|one| {
        let is_refund = one.amount > 0 && one.payment == PaymentType::Refund;
        is_refund && (days.0..=until).contains(&one.day)
    });
    refunds.any(|refund| {
        let lag = |entry: &RefundEntry| (refund.day - entry.day).num_days();
        let start = entries.partition_point(|entry| lag(entry) > LONGEST.cast_signed());
        let within = entries
            .iter()
            .skip(start)
            .take_while(|entry| lag(entry) >= 0);
        let mut dearest = [0i64; 3];
        let mut is_whole = refund.original.is_some();
        for purchase in within.filter(|entry| entry.amount < 0) {
            let amount = purchase.amount.saturating_abs();
            is_whole |= amount == refund.amount;
            if lag(purchase) <= SOON.cast_signed()
                && let Some(least) = dearest.iter_mut().min()
            {
                *least = amount.max(*least);
            }
        }
        is_whole
            || dearest
                .iter()
                .fold(0, |sum: i64, one| sum.saturating_add(*one))
                >= refund.amount
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_change_reaches_is_all_that_shares_a_purchase_with_it_and_no_more() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let of = |refunds: &[&str], changed: &str| {
            let refunds: Vec<NaiveDate> = refunds.iter().map(|text| day(text)).collect();
            let (from, until) = reach(&refunds, (day(changed), day(changed)));
            (from.to_string(), until.to_string())
        };
        let told = |from: &str, until: &str| (from.to_owned(), until.to_owned());
        assert_eq!(
            of(&["2025-01-01", "2027-01-01"], "2026-05-06"),
            told("2026-01-01", "2026-05-06"),
            "no refund is near: what one that is gone may have given back, and nothing else"
        );
        assert_eq!(
            of(&["2026-08-01"], "2026-05-06"),
            told("2026-01-01", "2026-08-01"),
            "a refund within reach, with all that it may give back"
        );
        assert_eq!(
            of(
                &["2025-06-01", "2026-08-01", "2026-11-01", "2027-03-10"],
                "2026-05-06"
            ),
            told("2026-01-01", "2026-11-01"),
            "one after the other as long as they may share a purchase"
        );
    }
}
