//! A receipt as `foil check --json` prints it.

use std::collections::BTreeMap;

use receipt::{Delivery, DeliveryEvent, Found, Origin, Receipt, ReceiptKind, ReturnBy, Warranty};
use serde::Serialize;

/// One purchase, refund or parcel.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReceiptJson<'a> {
    /// What the document is: `order`, `invoice`, `creditNote`, `receipt`, `shipment`, `refund`.
    kind: &'static str,
    merchant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant_legal: Option<&'a str>,
    #[serde(skip_serializing_if = "no_members")]
    merchant_ids: &'a [String],
    issued_on: Option<String>,
    due_on: Option<String>,
    total: Option<String>,
    payable: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prepaid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tip: Option<String>,
    currency: Option<String>,
    tax_total: Option<String>,
    taxes: Vec<TaxJson>,
    order_number: Option<&'a str>,
    #[serde(skip_serializing_if = "no_members")]
    other_order_numbers: &'a [String],
    invoice_number: Option<&'a str>,
    lines: Vec<LineJson<'a>>,
    deliveries: Vec<DeliveryJson<'a>>,
    payment: PaymentJson<'a>,
    /// The last day to send it back, or so many days from its arrival.
    #[serde(skip_serializing_if = "Option::is_none")]
    return_by: Option<UntilJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    warranty: Option<UntilJson>,
    /// By the name of a field above: where its value was found, and how sure it is.
    found: BTreeMap<&'static str, FoundJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TaxJson {
    /// In per cent.
    rate: Option<String>,
    base: Option<String>,
    amount: String,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct LineJson<'a> {
    name: &'a str,
    quantity: Option<String>,
    amount: Option<String>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeliveryJson<'a> {
    /// `ordered`, `shipped`, `delayed`, `outForDelivery`, `pickupReady`, `delivered`, `returned`.
    event: Option<&'static str>,
    expected_from: Option<String>,
    expected_until: Option<String>,
    delivered_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pickup_until: Option<String>,
    carrier: Option<&'a str>,
    tracking_number: Option<&'a str>,
    /// How sure it is that this is a tracking number, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentJson<'a> {
    method: Option<&'a str>,
    card_ending: Option<&'a str>,
    statement_descriptor: Option<&'a str>,
    mandate_id: Option<&'a str>,
    instalments: Vec<InstalmentJson>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct InstalmentJson {
    due_on: Option<String>,
    amount: String,
}

/// A day, or a span from receipt or purchase.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct UntilJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u16>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct FoundJson<'a> {
    /// `xml`, `markup`, `field`, `sender`, `label`, `picture`, `guess`: the most trustworthy first.
    origin: &'static str,
    /// 0 to 100.
    confidence: u8,
    /// The line, path or label, as the document has it.
    place: &'a str,
}

fn no_members(members: &&[String]) -> bool {
    members.is_empty()
}

impl<'a> ReceiptJson<'a> {
    /// The same receipt, to be printed.
    pub(crate) fn of(receipt: &'a Receipt) -> Self {
        let payment = &receipt.payment;
        ReceiptJson {
            kind: kind_id(receipt.kind),
            merchant: text(receipt.merchant.as_ref()),
            merchant_legal: text(receipt.merchant_legal.as_ref()),
            merchant_ids: &receipt.merchant_ids,
            issued_on: said(receipt.issued_on.as_ref()),
            due_on: said(receipt.due_on.as_ref()),
            total: said(receipt.total.as_ref()),
            payable: said(receipt.payable.as_ref()),
            prepaid: said(receipt.prepaid.as_ref()),
            tip: said(receipt.tip.as_ref()),
            currency: said(receipt.currency.as_ref()),
            tax_total: said(receipt.tax_total.as_ref()),
            taxes: receipt
                .taxes
                .iter()
                .map(|tax| TaxJson {
                    rate: tax.rate.map(|rate| rate.to_string()),
                    base: tax.base.map(|base| base.to_string()),
                    amount: tax.amount.to_string(),
                })
                .collect(),
            order_number: text(receipt.order_number.as_ref()),
            other_order_numbers: &receipt.other_order_numbers,
            invoice_number: text(receipt.invoice_number.as_ref()),
            lines: receipt
                .lines
                .iter()
                .map(|line| LineJson {
                    name: &line.name,
                    quantity: line.quantity.map(|one| one.to_string()),
                    amount: line.amount.map(|one| one.to_string()),
                })
                .collect(),
            deliveries: receipt.deliveries.iter().map(delivery).collect(),
            payment: PaymentJson {
                method: text(payment.method.as_ref()),
                card_ending: text(payment.card_ending.as_ref()),
                statement_descriptor: text(payment.statement_descriptor.as_ref()),
                mandate_id: text(payment.mandate_id.as_ref()),
                instalments: payment
                    .instalments
                    .iter()
                    .map(|part| InstalmentJson {
                        due_on: part.due_on.map(|day| day.to_string()),
                        amount: part.amount.to_string(),
                    })
                    .collect(),
            },
            return_by: receipt.return_by.as_ref().map(|by| match by.value {
                ReturnBy::Day(day) => until(Some(day.to_string()), None, None),
                ReturnBy::DaysAfterReceipt(days) => until(None, Some(days), None),
            }),
            warranty: receipt.warranty.as_ref().map(|long| match long.value {
                Warranty::Until(day) => until(Some(day.to_string()), None, None),
                Warranty::Months(months) => until(None, None, Some(months)),
            }),
            found: places(receipt),
        }
    }
}

fn until(day: Option<String>, days: Option<u16>, months: Option<u16>) -> UntilJson {
    UntilJson { day, days, months }
}

fn text(found: Option<&Found<String>>) -> Option<&str> {
    found.map(|found| found.value.as_str())
}

fn said<T: ToString>(found: Option<&Found<T>>) -> Option<String> {
    found.map(|found| found.value.to_string())
}

fn delivery(parcel: &Delivery) -> DeliveryJson<'_> {
    DeliveryJson {
        event: parcel.event.map(event_word),
        expected_from: parcel.expected_from.map(|day| day.to_string()),
        expected_until: parcel.expected_until.map(|day| day.to_string()),
        delivered_on: parcel.delivered_on.map(|day| day.to_string()),
        pickup_until: parcel.pickup_until.map(|day| day.to_string()),
        carrier: text(parcel.carrier.as_ref()),
        tracking_number: text(parcel.tracking_number.as_ref()),
        confidence: parcel.tracking_number.as_ref().map(|one| one.confidence),
    }
}

fn places(receipt: &Receipt) -> BTreeMap<&'static str, FoundJson<'_>> {
    let payment = &receipt.payment;
    let all = [
        ("merchant", place(receipt.merchant.as_ref())),
        ("merchantLegal", place(receipt.merchant_legal.as_ref())),
        ("issuedOn", place(receipt.issued_on.as_ref())),
        ("dueOn", place(receipt.due_on.as_ref())),
        ("total", place(receipt.total.as_ref())),
        ("payable", place(receipt.payable.as_ref())),
        ("prepaid", place(receipt.prepaid.as_ref())),
        ("tip", place(receipt.tip.as_ref())),
        ("currency", place(receipt.currency.as_ref())),
        ("taxTotal", place(receipt.tax_total.as_ref())),
        ("orderNumber", place(receipt.order_number.as_ref())),
        ("invoiceNumber", place(receipt.invoice_number.as_ref())),
        ("payment.method", place(payment.method.as_ref())),
        ("payment.cardEnding", place(payment.card_ending.as_ref())),
        (
            "payment.statementDescriptor",
            place(payment.statement_descriptor.as_ref()),
        ),
        ("payment.mandateId", place(payment.mandate_id.as_ref())),
        ("returnBy", place(receipt.return_by.as_ref())),
        ("warranty", place(receipt.warranty.as_ref())),
    ];
    all.into_iter()
        .filter_map(|(name, found)| Some((name, found?)))
        .collect()
}

fn place<T>(found: Option<&Found<T>>) -> Option<FoundJson<'_>> {
    found.map(|found| FoundJson {
        origin: match found.origin {
            Origin::Xml => "xml",
            Origin::Markup => "markup",
            Origin::Field => "field",
            Origin::Sender => "sender",
            Origin::Label => "label",
            Origin::Picture => "picture",
            Origin::Guess => "guess",
        },
        confidence: found.confidence,
        place: &found.place,
    })
}

fn kind_id(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::Order => "order",
        ReceiptKind::Invoice => "invoice",
        ReceiptKind::CreditNote => "creditNote",
        ReceiptKind::Receipt => "receipt",
        ReceiptKind::Shipment => "shipment",
        ReceiptKind::Refund => "refund",
    }
}

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

/// An event as texts of the catalogue are named by.
pub(crate) fn event_id(event: DeliveryEvent) -> String {
    crate::printed::kebab(event_word(event))
}
