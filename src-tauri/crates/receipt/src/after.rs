//! What comes after a purchase: until when it can be sent back, and until when somebody answers for it.

use chrono::{Days, Months};
use domain::NaiveDate;

use crate::{DeliveryEvent, Receipt, ReceiptKind, ReturnBy, Warranty, day_of};

/// Days in which goods bought at a distance can be sent back in the European Union (Directive 2011/83/EU, article 9).
const WITHDRAWAL_DAYS: u64 = 14;
/// Months in which a seller answers for faults of goods in the European Union (Directive (EU) 2019/771, article 10).
const GUARANTEE_MONTHS: u32 = 24;

/// A last day, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub until: NaiveDate,
    /// Whether the merchant states it; otherwise the law does, where it applies.
    pub is_stated: bool,
}

/// Last days that follow from a receipt. All are `None` for what gives money back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deadlines {
    /// Last day to send it back.
    pub return_by: Option<Deadline>,
    /// End of the seller's legal guarantee.
    pub guarantee: Option<Deadline>,
    /// End of the warranty that the merchant states.
    pub warranty: Option<Deadline>,
}

/// The last days of a receipt. Terms that run from the arrival of the goods run from the last parcel that arrived; before
/// that, they are not known. Without any parcel only what is stated counts as bought at a distance.
pub fn deadlines(receipt: &Receipt) -> Deadlines {
    if matches!(receipt.kind, ReceiptKind::CreditNote | ReceiptKind::Refund) {
        return Deadlines::default();
    }
    let is_parcel = !receipt.deliveries.is_empty();
    let has_arrived = receipt
        .deliveries
        .iter()
        .all(|parcel| parcel.event == Some(DeliveryEvent::Delivered));
    let arrived = receipt
        .deliveries
        .iter()
        .filter_map(|parcel| parcel.delivered_on)
        .max();
    let arrived = arrived.filter(|_| has_arrived);
    let handed_over = if is_parcel { arrived } else { day_of(receipt) };
    let after = |days| handed_over.and_then(|day| day.checked_add_days(Days::new(days)));
    let stated = |until| Deadline {
        until,
        is_stated: true,
    };
    let legal = |until| Deadline {
        until,
        is_stated: false,
    };
    let return_by = match receipt.return_by.as_ref().map(|found| &found.value) {
        Some(ReturnBy::Day(day)) => Some(stated(*day)),
        Some(ReturnBy::DaysAfterReceipt(days)) => after(u64::from(*days)).map(stated),
        None if is_parcel => after(WITHDRAWAL_DAYS).map(legal),
        None => None,
    };
    let months = |from: Option<NaiveDate>, months| from?.checked_add_months(Months::new(months));
    let warranty = match receipt.warranty.as_ref().map(|found| &found.value) {
        Some(Warranty::Until(day)) => Some(*day),
        Some(Warranty::Months(count)) => months(day_of(receipt), u32::from(*count)),
        None => None,
    };
    let is_goods = is_parcel || !receipt.lines.is_empty();
    Deadlines {
        return_by,
        guarantee: months(handed_over, GUARANTEE_MONTHS)
            .filter(|_| is_goods)
            .map(legal),
        warranty: warranty.map(stated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Delivery, Found, Origin};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn parcel(event: DeliveryEvent, on: Option<&str>) -> Receipt {
        Receipt {
            told_on: Some(day("2026-10-16")),
            deliveries: vec![Delivery {
                event: Some(event),
                delivered_on: on.map(day),
                ..Delivery::default()
            }],
            ..Receipt::default()
        }
    }

    #[test]
    fn fourteen_days_run_from_the_arrival_and_are_not_the_merchants_word() {
        let found = deadlines(&parcel(DeliveryEvent::Delivered, Some("2026-10-21")));
        assert_eq!(
            found.return_by,
            Some(Deadline {
                until: day("2026-11-04"),
                is_stated: false
            })
        );
        assert_eq!(
            found.guarantee.map(|one| one.until),
            Some(day("2028-10-21"))
        );
    }

    #[test]
    fn nothing_runs_before_the_parcel_is_there() {
        let found = deadlines(&parcel(DeliveryEvent::Shipped, None));
        assert_eq!(found, Deadlines::default());
    }

    #[test]
    fn the_merchants_own_terms_win() {
        let receipt = Receipt {
            return_by: Some(Found::new(
                ReturnBy::DaysAfterReceipt(30),
                Origin::Label,
                "30 jours",
            )),
            warranty: Some(Found::new(Warranty::Months(36), Origin::Label, "3 ans")),
            ..parcel(DeliveryEvent::Delivered, Some("2026-10-21"))
        };
        let found = deadlines(&receipt);
        assert_eq!(
            found.return_by,
            Some(Deadline {
                until: day("2026-11-20"),
                is_stated: true
            })
        );
        assert_eq!(found.warranty.map(|one| one.until), Some(day("2029-10-16")));
    }

    #[test]
    fn money_given_back_has_no_terms() {
        let refund = Receipt {
            kind: ReceiptKind::Refund,
            ..parcel(DeliveryEvent::Delivered, Some("2026-10-21"))
        };
        assert_eq!(deadlines(&refund), Deadlines::default());
    }
}
