//! Several documents of one purchase are one receipt: by what they are known to belong together, and what they say together.
//!
//! Both functions are blind to the order in which documents came, so any order of drops and of undos gives the same receipt.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::NaiveDate;

use crate::{Delivery, DeliveryEvent, Found, Receipt, ReceiptKind};

/// What a document may share with another of the same purchase: its order and invoice numbers with the merchant's name, its
/// parcels' numbers. A document without any is a purchase of its own.
///
/// A refund or credit note is another matter than the purchase that it gives back: it shares nothing here, and is linked to
/// it instead.
pub fn purchase_keys(receipt: &Receipt) -> Vec<String> {
    if matches!(receipt.kind, ReceiptKind::CreditNote | ReceiptKind::Refund) {
        return Vec::new();
    }
    let merchant = receipt.merchant.as_ref().map(|found| found.value.as_str());
    let merchant = merchant.map(merchant_key).unwrap_or_default();
    let mut keys = Vec::new();
    let orders = receipt.order_number.iter().map(|found| &found.value);
    for order in orders.chain(&receipt.other_order_numbers) {
        keys.extend(number_key(order).map(|order| format!("order:{merchant}:{order}")));
    }
    if let Some(invoice) = &receipt.invoice_number {
        let number = number_key(&invoice.value);
        keys.extend(number.map(|number| format!("invoice:{merchant}:{number}")));
    }
    for delivery in &receipt.deliveries {
        let number = delivery.tracking_number.as_ref();
        let number = number.and_then(|found| number_key(&found.value));
        keys.extend(number.map(|number| format!("parcel:{number}")));
    }
    keys.sort();
    keys.dedup();
    keys
}

/// The first word of a merchant's name: `Amazon`, `Amazon.fr` and `Amazon Marketplace` confirm the same orders.
fn merchant_key(name: &str) -> String {
    let folded = text::fold(name);
    let word = text::fold::tokens(&folded).find(|word| word.len() > 2);
    word.unwrap_or_default().to_owned()
}

/// A number without the signs that one mail writes and another leaves out; `None` where hardly anything is left.
fn number_key(number: &str) -> Option<String> {
    let key: String = number
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    (key.len() >= 3).then_some(key)
}

/// What documents of one purchase say together. Each value comes from the document that is surest of it, of equals from the
/// one that was sent last; parcels are told apart by number and only move forward.
pub fn merge(documents: &[Receipt]) -> Receipt {
    let mut sorted: Vec<&Receipt> = documents.iter().collect();
    // The last key makes the order total, whatever order the documents came in.
    sorted.sort_by_cached_key(|one| {
        (
            one.told_on,
            one.issued_on.as_ref().map(|on| on.value),
            format!("{one:?}"),
        )
    });
    let newest = || sorted.iter().rev().copied();
    let mut merged = Receipt {
        kind: newest()
            .map(|one| one.kind)
            .max_by_key(weight)
            .unwrap_or_default(),
        told_on: newest().filter_map(|one| one.told_on).max(),
        merchant: surest(newest().map(|one| &one.merchant)),
        merchant_legal: surest(newest().map(|one| &one.merchant_legal)),
        issued_on: issued_on(&sorted),
        due_on: surest(newest().map(|one| &one.due_on)),
        total: surest(newest().map(|one| &one.total)),
        payable: surest(newest().map(|one| &one.payable)),
        prepaid: surest(newest().map(|one| &one.prepaid)),
        tip: surest(newest().map(|one| &one.tip)),
        currency: surest(newest().map(|one| &one.currency)),
        tax_total: surest(newest().map(|one| &one.tax_total)),
        order_number: surest(newest().map(|one| &one.order_number)),
        invoice_number: surest(newest().map(|one| &one.invoice_number)),
        return_by: surest(newest().map(|one| &one.return_by)),
        warranty: surest(newest().map(|one| &one.warranty)),
        deliveries: deliveries(&sorted),
        ..Receipt::default()
    };
    merged.taxes = longest(newest().map(|one| &one.taxes));
    merged.lines = longest(newest().map(|one| &one.lines));
    merged.payment.method = surest(newest().map(|one| &one.payment.method));
    merged.payment.card_ending = surest(newest().map(|one| &one.payment.card_ending));
    merged.payment.statement_descriptor =
        surest(newest().map(|one| &one.payment.statement_descriptor));
    merged.payment.mandate_id = surest(newest().map(|one| &one.payment.mandate_id));
    merged.payment.instalments = longest(newest().map(|one| &one.payment.instalments));
    merged.merchant_ids = union(sorted.iter().flat_map(|one| &one.merchant_ids));
    merged.other_order_numbers = union(
        sorted
            .iter()
            .flat_map(|one| {
                let first = one.order_number.iter().map(|found| &found.value);
                first.chain(&one.other_order_numbers)
            })
            .filter(|number| {
                merged.order_number.as_ref().map(|found| &found.value) != Some(number)
            }),
    );
    merged
}

/// How much a kind of document says of what a purchase is.
fn weight(kind: &ReceiptKind) -> u8 {
    match kind {
        ReceiptKind::Invoice => 5,
        ReceiptKind::CreditNote => 4,
        ReceiptKind::Refund => 3,
        ReceiptKind::Receipt => 2,
        ReceiptKind::Order => 1,
        ReceiptKind::Shipment => 0,
    }
}

/// When it was bought: news of its parcels say when they were sent, and count only where nothing else does.
fn issued_on(oldest_first: &[&Receipt]) -> Option<Found<NaiveDate>> {
    let newest = oldest_first.iter().rev().copied();
    let (news, others): (Vec<&Receipt>, Vec<&Receipt>) =
        newest.partition(|one| one.kind == ReceiptKind::Shipment);
    let of = |documents: Vec<&Receipt>| surest(documents.iter().map(|one| &one.issued_on));
    of(others).or_else(|| of(news))
}

/// The value of most confidence; of equals the first.
fn surest<'a, T: Clone + 'a>(
    values: impl Iterator<Item = &'a Option<Found<T>>>,
) -> Option<Found<T>> {
    values
        .flatten()
        .min_by_key(|found| Reverse(found.confidence))
        .cloned()
}

/// The list that says most; of equals the first.
fn longest<'a, T: Clone + 'a>(lists: impl Iterator<Item = &'a Vec<T>>) -> Vec<T> {
    let most = lists.min_by_key(|list| Reverse(list.len()));
    most.cloned().unwrap_or_default()
}

fn union<'a>(values: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut all: Vec<String> = values.cloned().collect();
    all.sort();
    all.dedup();
    all
}

/// The parcels of all documents, oldest first: equal numbers are one parcel. A document that names no number speaks of the
/// purchase's only parcel, or of one that has no number yet.
fn deliveries(oldest_first: &[&Receipt]) -> Vec<Delivery> {
    let mut numbered: BTreeMap<String, Delivery> = BTreeMap::new();
    let mut plain: Option<Delivery> = None;
    let told = oldest_first.iter().flat_map(|one| &one.deliveries);
    for delivery in told.clone() {
        let number = delivery.tracking_number.as_ref();
        if let Some(key) = number.and_then(|found| number_key(&found.value)) {
            numbered.entry(key).or_default();
        }
    }
    let is_single = numbered.len() == 1;
    for delivery in told {
        let number = delivery.tracking_number.as_ref();
        match number.and_then(|found| number_key(&found.value)) {
            Some(key) => advance(numbered.entry(key).or_default(), delivery),
            None if is_single => {
                for only in numbered.values_mut() {
                    advance(only, delivery);
                }
            }
            None => advance(plain.get_or_insert_default(), delivery),
        }
    }
    // News without a number from before the parcels were numbered adds nothing once each parcel speaks for itself.
    let plain = plain.filter(|_| numbered.is_empty());
    plain.into_iter().chain(numbered.into_values()).collect()
}

/// Moves a parcel on by a later document's word: forward, never back; the newest promise wins.
fn advance(parcel: &mut Delivery, later: &Delivery) {
    let is_done = |event| {
        matches!(
            event,
            Some(DeliveryEvent::Delivered | DeliveryEvent::Returned)
        )
    };
    if !is_done(parcel.event) && (later.expected_from.is_some() || later.expected_until.is_some()) {
        parcel.expected_from = later.expected_from;
        parcel.expected_until = later.expected_until;
    }
    parcel.event = match (parcel.event, later.event) {
        // A parcel is late only while it is on its way, and on its way again when it comes out for delivery.
        (Some(DeliveryEvent::Delayed), Some(DeliveryEvent::Shipped)) => {
            Some(DeliveryEvent::Delayed)
        }
        (known, told) => known.max(told),
    };
    parcel.delivered_on = later.delivered_on.or(parcel.delivered_on);
    parcel.pickup_until = later.pickup_until.or(parcel.pickup_until);
    for (mine, theirs) in [
        (&mut parcel.carrier, &later.carrier),
        (&mut parcel.tracking_number, &later.tracking_number),
    ] {
        let is_surer = match (&mine, theirs) {
            (Some(mine), Some(theirs)) => theirs.confidence >= mine.confidence,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if is_surer {
            mine.clone_from(theirs);
        }
    }
}

/// The day of a purchase: as stated, else the day its first document was sent.
pub fn day_of(receipt: &Receipt) -> Option<NaiveDate> {
    let issued = receipt.issued_on.as_ref().map(|found| found.value);
    issued.or(receipt.told_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Origin;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn found(text: &str, origin: Origin) -> Option<Found<String>> {
        Some(Found::new(text.to_owned(), origin, "here"))
    }

    fn order() -> Receipt {
        Receipt {
            kind: ReceiptKind::Order,
            told_on: Some(day("2026-11-02")),
            merchant: found("Volt & Cie", Origin::Label),
            order_number: found("40-22817", Origin::Label),
            total: Some(Found::new(
                "119.00".parse().expect("decimal"),
                Origin::Label,
                "Total",
            )),
            deliveries: vec![Delivery {
                event: Some(DeliveryEvent::Ordered),
                expected_from: Some(day("2026-11-05")),
                expected_until: Some(day("2026-11-07")),
                ..Delivery::default()
            }],
            ..Receipt::default()
        }
    }

    fn shipped() -> Receipt {
        Receipt {
            kind: ReceiptKind::Shipment,
            told_on: Some(day("2026-11-03")),
            merchant: found("Volt", Origin::Sender),
            order_number: found("4022817", Origin::Sender),
            deliveries: vec![Delivery {
                event: Some(DeliveryEvent::Shipped),
                expected_from: Some(day("2026-11-06")),
                expected_until: Some(day("2026-11-06")),
                tracking_number: found("6A12345678901", Origin::Label),
                ..Delivery::default()
            }],
            ..Receipt::default()
        }
    }

    #[test]
    fn a_confirmation_and_its_shipping_mail_share_the_order() {
        let (order, shipped) = (purchase_keys(&order()), purchase_keys(&shipped()));
        assert!(
            order.iter().any(|key| shipped.contains(key)),
            "{order:?} {shipped:?}"
        );
    }

    #[test]
    fn a_shipping_mail_does_not_say_when_it_was_bought_however_sure_it_is_of_its_own_day() {
        let on = |text: &str, origin| Some(Found::new(day(text), origin, "here"));
        let order = Receipt {
            issued_on: on("2026-11-02", Origin::Label),
            ..order()
        };
        let shipped = Receipt {
            issued_on: on("2026-11-03", Origin::Field),
            ..shipped()
        };
        let issued = |documents: &[Receipt]| merge(documents).issued_on.map(|found| found.value);
        assert_eq!(issued(&[order, shipped.clone()]), Some(day("2026-11-02")));
        assert_eq!(issued(&[shipped]), Some(day("2026-11-03")));
    }

    #[test]
    fn a_refund_is_not_its_purchase() {
        let refund = Receipt {
            kind: ReceiptKind::Refund,
            ..order()
        };
        assert!(purchase_keys(&refund).is_empty());
    }

    #[test]
    fn documents_say_the_same_together_in_any_order() {
        let together = merge(&[order(), shipped()]);
        assert_eq!(together, merge(&[shipped(), order()]));
        assert_eq!(together.kind, ReceiptKind::Order);
        assert_eq!(
            together.merchant.as_ref().map(|one| one.value.as_str()),
            Some("Volt"),
            "the sender's own name is surer"
        );
        assert_eq!(
            together.deliveries.len(),
            1,
            "the mail without a number speaks of the only parcel"
        );
        let parcel = &together.deliveries[0];
        assert_eq!(parcel.event, Some(DeliveryEvent::Shipped));
        assert_eq!(
            parcel.expected_until,
            Some(day("2026-11-06")),
            "the newest promise wins"
        );
    }

    #[test]
    fn a_parcel_that_arrived_does_not_leave_again() {
        let arrived = Receipt {
            told_on: Some(day("2026-11-05")),
            deliveries: vec![Delivery {
                event: Some(DeliveryEvent::Delivered),
                delivered_on: Some(day("2026-11-05")),
                ..Delivery::default()
            }],
            ..shipped()
        };
        let late_news = Receipt {
            told_on: Some(day("2026-11-08")),
            ..shipped()
        };
        let together = merge(&[late_news, arrived, order()]);
        assert_eq!(together.deliveries[0].event, Some(DeliveryEvent::Delivered));
        assert_eq!(together.deliveries[0].delivered_on, Some(day("2026-11-05")));
    }
}
