//! Receipts, parcels and last days.

use ::receipt::{Deadline, Delivery, DeliveryEvent, Receipt};
use domain::{Decimal, NaiveDate};
use ledger::{ReceiptState, ReceiptView};

use store::ReceiptSightingRow;

use super::timeline::entry_item;
use super::{day, stated};
use crate::Words;
use crate::receipts::{
    Candidate, DeliveryItem, DeliverySource, DeliveryStep, OriginalRef, ReceiptBlock, ReceiptLine,
    ReceiptTax, ServiceItem, WaitingItem,
};

/// A receipt's contents.
pub(crate) fn receipt_block(view: &ReceiptView) -> ReceiptBlock {
    let receipt = &view.receipt;
    let money = |amount: Decimal| Some(stated(amount, view.row.currency?));
    ReceiptBlock {
        id: view.row.id.0,
        file: file(view),
        documents: u32::try_from(view.documents.len()).unwrap_or(u32::MAX),
        originals: view.documents.iter().map(original_ref).collect(),
        merchant: value(&receipt.merchant).cloned(),
        date: day(view.row.day),
        order: value(&receipt.order_number).cloned(),
        invoice: value(&receipt.invoice_number).cloned(),
        lines: receipt
            .lines
            .iter()
            .map(|line| ReceiptLine {
                text: line.name.clone(),
                quantity: line
                    .quantity
                    .map(|quantity| quantity.normalize().to_string()),
                money: line.amount.and_then(money),
            })
            .collect(),
        total: value(&receipt.total).copied().and_then(money),
        taxes: taxes(receipt)
            .into_iter()
            .filter_map(|(rate, amount)| {
                let money = money(amount)?;
                let rate = rate.map(|rate| rate.normalize().to_string());
                Some(ReceiptTax { rate, money })
            })
            .collect(),
        difference: if view.state() == ReceiptState::Linked {
            view.remainder().and_then(money)
        } else {
            None
        },
        is_paid_otherwise: view.state() == ReceiptState::Linked && view.is_paid_otherwise(),
        by_user: view
            .links
            .iter()
            .any(|(link, _)| link.is_linked && link.by_user),
    }
}

fn original_ref(document: &ReceiptSightingRow) -> OriginalRef {
    OriginalRef {
        sha256: super::history::hex(&document.sha256),
        file: document.document_name.clone(),
        format: document.format.clone(),
    }
}

pub(super) fn value<T>(found: &Option<::receipt::Found<T>>) -> Option<&T> {
    found.as_ref().map(|found| &found.value)
}

/// Tax by rate, else the whole without one.
pub(super) fn taxes(receipt: &Receipt) -> Vec<(Option<Decimal>, Decimal)> {
    if receipt.taxes.is_empty() {
        let whole = value(&receipt.tax_total).filter(|tax| !tax.is_zero());
        return whole.map(|tax| (None, *tax)).into_iter().collect();
    }
    let taxes = receipt.taxes.iter().filter(|tax| !tax.amount.is_zero());
    taxes.map(|tax| (tax.rate, tax.amount)).collect()
}

/// The name of the document that says most: an invoice rather than a mail.
fn file(view: &ReceiptView) -> String {
    let invoice = view
        .documents
        .iter()
        .rev()
        .find(|one| one.format != "email");
    let shown = invoice.or(view.documents.first());
    shown
        .map(|one| one.document_name.clone())
        .unwrap_or_default()
}

/// A receipt that waits for its entry.
pub(crate) fn waiting_item(view: &ReceiptView, words: &Words) -> WaitingItem {
    let receipt = &view.receipt;
    let due = value(&receipt.payable).or(value(&receipt.total)).copied();
    let due = due.map(|amount| {
        if view.is_refund() {
            amount.abs()
        } else {
            -amount
        }
    });
    WaitingItem {
        id: view.row.id.0,
        date: day(view.row.day),
        counterparty: view.row.counterparty.0,
        title: title(view),
        order: value(&receipt.order_number).cloned(),
        money: due.and_then(|amount| Some(stated(amount, view.row.currency?))),
        receipt: receipt_block(view),
        is_refund: view.is_refund(),
        candidates: candidates(view, false, words),
    }
}

/// What was bought, else the merchant, else the document's name.
pub(super) fn title(view: &ReceiptView) -> String {
    let first = view.receipt.lines.first().map(|line| line.name.clone());
    first
        .filter(|name| !name.trim().is_empty())
        .or_else(|| value(&view.receipt.merchant).cloned())
        .unwrap_or_else(|| file(view))
}

/// The entries that are linked to a receipt, or those that may be, the likeliest first.
pub(super) fn candidates(view: &ReceiptView, linked: bool, words: &Words) -> Vec<Candidate> {
    let mut links: Vec<_> = view
        .links
        .iter()
        .filter(|(link, _)| link.is_linked == linked)
        .collect();
    links.sort_by_key(|(link, entry)| {
        (
            std::cmp::Reverse(link.score),
            entry.state.entry.order_date,
            link.entry,
        )
    });
    links
        .into_iter()
        .map(|(link, entry)| Candidate {
            entry: entry_item(entry, false, words),
            why: link.reasons.split_whitespace().map(str::to_owned).collect(),
        })
        .collect()
}

/// A parcel of a receipt, told under a day.
pub(crate) fn delivery_item(
    view: &ReceiptView,
    index: usize,
    date: NaiveDate,
    today: NaiveDate,
) -> Option<DeliveryItem> {
    // What gives money back speaks of the parcel of the purchase, which is told there.
    let parcel = view
        .receipt
        .deliveries
        .get(index)
        .filter(|_| !view.is_refund())?;
    let last = parcel.expected_until.or(parcel.expected_from);
    let has_arrived = parcel.event >= Some(DeliveryEvent::Delivered);
    let is_late = parcel.event == Some(DeliveryEvent::Delayed)
        || (!has_arrived && last.is_some_and(|last| last < today));
    Some(DeliveryItem {
        receipt: view.row.id.0,
        parcel: u32::try_from(index).unwrap_or(u32::MAX),
        date: day(date),
        from: parcel.expected_from.map(day),
        until: parcel.expected_until.map(day),
        delivered: parcel.delivered_on.map(day),
        pickup_until: parcel.pickup_until.map(day),
        event: parcel.event.map(|event| event_word(event).to_owned()),
        is_late,
        asks_arrival: view.asks_for(parcel, today),
        steps: if has_arrived {
            Vec::new()
        } else {
            steps(view, parcel)
        },
        carrier: value(&parcel.carrier).cloned(),
        tracking_number: value(&parcel.tracking_number).cloned(),
        source: source(view),
    })
}

/// The word of an event on the wire.
fn event_word(event: DeliveryEvent) -> &'static str {
    match event {
        DeliveryEvent::Ordered => "ordered",
        DeliveryEvent::Shipped => "shipped",
        DeliveryEvent::Delayed => "delayed",
        DeliveryEvent::OutForDelivery => "outForDelivery",
        DeliveryEvent::PickupReady => "pickupReady",
        DeliveryEvent::Delivered => "delivered",
        DeliveryEvent::Returned => "returned",
    }
}

/// The way of a parcel: what is behind it, where it is, what is to come.
fn steps(view: &ReceiptView, parcel: &Delivery) -> Vec<DeliveryStep> {
    let event = parcel.event.unwrap_or(DeliveryEvent::Ordered);
    let now = match event {
        DeliveryEvent::Ordered => 0,
        DeliveryEvent::Shipped | DeliveryEvent::Delayed => 1,
        DeliveryEvent::OutForDelivery | DeliveryEvent::PickupReady => 2,
        DeliveryEvent::Delivered | DeliveryEvent::Returned => 3,
    };
    let ordered = value(&view.receipt.issued_on).copied();
    let days = [
        ordered
            .or_else(|| told(view, DeliveryEvent::Ordered))
            .or(Some(view.row.day)),
        told(view, DeliveryEvent::Shipped),
        told(view, DeliveryEvent::OutForDelivery)
            .or_else(|| told(view, DeliveryEvent::PickupReady)),
        None,
    ];
    let names = ["ordered", "shipped", "onTheWay", "delivered"];
    let row = names.into_iter().zip(days).enumerate();
    row.map(|(place, (step, known))| {
        let is_last = place == 3;
        let state = match place.cmp(&now) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "toCome",
        };
        DeliveryStep {
            step: step.to_owned(),
            state: state.to_owned(),
            from: if is_last {
                parcel.expected_from
            } else {
                known.filter(|_| place <= now)
            }
            .map(day),
            until: parcel.expected_until.filter(|_| is_last).map(day),
        }
    })
    .collect()
}

/// The day on which the first document told of an event.
fn told(view: &ReceiptView, event: DeliveryEvent) -> Option<NaiveDate> {
    let documents = view.documents.iter();
    let documents = documents.filter_map(|one| serde_json::from_str::<Receipt>(&one.stated).ok());
    documents
        .filter(|one| {
            one.deliveries
                .iter()
                .any(|parcel| parcel.event == Some(event))
        })
        .filter_map(|one| one.told_on.or(one.issued_on.map(|found| found.value)))
        .min()
}

fn source(view: &ReceiptView) -> DeliverySource {
    let last = view.documents.last();
    let is_mail = last.is_some_and(|one| one.format == "email");
    let dropped = last
        .and_then(|one| one.received_at.get(..10))
        .unwrap_or_default();
    let told = view.receipt.told_on.map(day);
    DeliverySource {
        kind: if is_mail { "email" } else { "receipt" }.to_owned(),
        date: told.unwrap_or_else(|| dropped.to_owned()),
    }
}

/// The last days of a receipt that are not over.
pub(crate) fn service_items(
    view: &ReceiptView,
    date: NaiveDate,
    today: NaiveDate,
) -> Vec<ServiceItem> {
    let deadlines = view.deadlines;
    let arrived = view
        .receipt
        .deliveries
        .iter()
        .filter_map(|parcel| parcel.delivered_on)
        .max();
    let named = [
        ("return", deadlines.return_by),
        ("guarantee", deadlines.guarantee),
        ("warranty", deadlines.warranty),
    ];
    let open = |deadline: &Deadline| deadline.until >= today;
    named
        .into_iter()
        .filter_map(|(kind, deadline)| Some((kind, deadline.filter(open)?)))
        .map(|(kind, deadline)| ServiceItem {
            receipt: view.row.id.0,
            date: day(date),
            service_kind: kind.to_owned(),
            until: day(deadline.until),
            since: arrived.or(Some(view.row.day)).map(day),
            is_stated: deadline.is_stated,
        })
        .collect()
}
