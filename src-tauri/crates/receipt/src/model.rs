//! What a document says of purchases and parcels. Words follow schema.org (`Order`, `Invoice`, `ParcelDelivery`) and EN 16931.

use domain::{Currency, Decimal, NaiveDate};
use serde::{Deserialize, Serialize};
use source::Diagnostic;

/// Everything that one document gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// One per purchase, in the order of the document. A mail that only tells of a parcel is a receipt without a total.
    pub receipts: Vec<Receipt>,
    /// Whether the document is encrypted and the password is missing or wrong: a `password` question.
    pub asks_password: bool,
    /// Findings, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// A reading that holds nothing but a finding.
    pub fn refused(diagnostic: Diagnostic) -> Self {
        Reading {
            diagnostics: vec![diagnostic],
            ..Reading::default()
        }
    }
}

/// Where in a document a value was found, the most trustworthy first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// An element of an e-invoice (CII, UBL, FatturaPA), embedded or alone.
    Xml,
    /// schema.org in JSON-LD or microdata.
    Markup,
    /// A field of a structured export or calendar.
    Field,
    /// A sender's documented form of mail.
    Sender,
    /// Text beside a label (`Total TTC`, `Order number`).
    Label,
    /// The same, in text that was recognised in a picture.
    Picture,
    /// Nothing but its place or its look.
    Guess,
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// What kind of place it was found in.
    pub origin: Origin,
    /// How sure it is, 0 to 100.
    pub confidence: u8,
    /// The line, element path or label where it stands, as the document has it; at most 120 characters.
    pub place: String,
}

impl<T> Found<T> {
    /// A value found at `place`, as sure as its origin is on the whole.
    pub fn new(value: T, origin: Origin, place: impl Into<String>) -> Self {
        let confidence = match origin {
            Origin::Xml => 100,
            Origin::Markup => 97,
            Origin::Field => 95,
            Origin::Sender => 90,
            Origin::Label => 80,
            Origin::Picture => 60,
            Origin::Guess => 40,
        };
        let place: String = place.into();
        Found {
            value,
            origin,
            confidence,
            place: place.chars().take(120).collect(),
        }
    }

    /// The same, by so much less sure.
    #[must_use]
    pub fn less_sure(mut self, by: u8) -> Self {
        self.confidence = self.confidence.saturating_sub(by);
        self
    }
}

/// What a receipt is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReceiptKind {
    /// A confirmation of an order.
    Order,
    /// An invoice (`BT-3` 380 and its like).
    Invoice,
    /// A credit note (`BT-3` 381 and its like): its total is what is given back, positive as printed there.
    CreditNote,
    /// A till ticket, or a payment's receipt.
    #[default]
    Receipt,
    /// News of a parcel.
    Shipment,
    /// News of a refund: its total is what is given back, positive.
    Refund,
}

/// What one merchant says of one purchase.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What the document is.
    pub kind: ReceiptKind,
    /// The merchant's trading name (`BT-28`), else its legal one.
    pub merchant: Option<Found<String>>,
    /// Its legal name (`BT-27`), where it is another.
    pub merchant_legal: Option<Found<String>>,
    /// Its VAT number, SIREN or SIRET, web or sender domain: what tells one merchant from another.
    pub merchant_ids: Vec<String>,
    /// The day on which this document was sent or made, where it states one: the newest word on a parcel wins.
    pub told_on: Option<NaiveDate>,
    /// The day of the order, invoice or ticket (`BT-2`, `orderDate`).
    pub issued_on: Option<Found<NaiveDate>>,
    /// The day payment is due (`BT-9`).
    pub due_on: Option<Found<NaiveDate>>,
    /// The whole price with tax (`BT-112`).
    pub total: Option<Found<Decimal>>,
    /// What remains to be paid (`BT-115`), where it is stated; otherwise the total is.
    pub payable: Option<Found<Decimal>>,
    /// What was paid before (`BT-113`), by gift card, coupon or deposit.
    pub prepaid: Option<Found<Decimal>>,
    /// A tip within the total.
    pub tip: Option<Found<Decimal>>,
    /// The currency of every amount here (`BT-5`).
    pub currency: Option<Found<Currency>>,
    /// All tax (`BT-110`).
    pub tax_total: Option<Found<Decimal>>,
    /// Tax by rate (`BG-23`).
    pub taxes: Vec<Tax>,
    /// The order's number; several where one mail confirms several orders.
    pub order_number: Option<Found<String>>,
    /// Further order numbers of the same purchase.
    pub other_order_numbers: Vec<String>,
    /// The invoice's number (`BT-1`).
    pub invoice_number: Option<Found<String>>,
    /// What was bought (`BG-25`, `acceptedOffer`).
    pub lines: Vec<ReceiptLine>,
    /// How it was, or will be, paid.
    pub payment: Payment,
    /// Parcels, in the order of the document.
    pub deliveries: Vec<Delivery>,
    /// The last day to send it back, as stated.
    pub return_by: Option<Found<ReturnBy>>,
    /// The warranty that the merchant states.
    pub warranty: Option<Found<Warranty>>,
    /// Of a message: its subject and then its text, to be searched; the text is cut where it is long.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

/// Tax at one rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tax {
    /// In per cent (`BT-119`).
    pub rate: Option<Decimal>,
    /// What it is charged on (`BT-116`).
    pub base: Option<Decimal>,
    /// The tax (`BT-117`).
    pub amount: Decimal,
}

/// One thing that was bought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// As printed (`BT-153`).
    pub name: String,
    /// How many, or how much (`BT-129`).
    pub quantity: Option<Decimal>,
    /// Of the whole line as printed (`BT-131` is without tax).
    pub amount: Option<Decimal>,
}

/// What a receipt says of the payment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// As printed: `Visa`, `PayPal`, `SEPA direct debit`.
    pub method: Option<Found<String>>,
    /// The last four digits of the card.
    pub card_ending: Option<Found<String>>,
    /// The words that the bank's line will carry, where the receipt tells them.
    pub statement_descriptor: Option<Found<String>>,
    /// The direct-debit mandate (`BT-89`).
    pub mandate_id: Option<Found<String>>,
    /// Parts that are charged on days of their own.
    pub instalments: Vec<Instalment>,
}

/// One part of a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// When it is charged, where stated.
    pub due_on: Option<NaiveDate>,
    /// How much.
    pub amount: Decimal,
}

/// What happened to a parcel, as far as the document knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DeliveryEvent {
    /// It was ordered and is being prepared.
    Ordered,
    /// It left the merchant.
    Shipped,
    /// It comes later than promised.
    Delayed,
    /// It is on its last way.
    OutForDelivery,
    /// It waits at a shop or a locker.
    PickupReady,
    /// It is there.
    Delivered,
    /// It went back, or the order was cancelled.
    Returned,
}

/// One parcel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The newest thing that the document says of it.
    pub event: Option<DeliveryEvent>,
    /// First day on which it is expected.
    pub expected_from: Option<NaiveDate>,
    /// Last day on which it is expected; the same as the first for one day.
    pub expected_until: Option<NaiveDate>,
    /// The day it arrived.
    pub delivered_on: Option<NaiveDate>,
    /// Last day to fetch it.
    pub pickup_until: Option<NaiveDate>,
    /// Who carries it.
    pub carrier: Option<Found<String>>,
    /// Its number with the carrier.
    pub tracking_number: Option<Found<String>>,
}

/// Until when something can be sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReturnBy {
    /// A day.
    Day(NaiveDate),
    /// So many days from receipt of the goods.
    DaysAfterReceipt(u16),
}

/// How long a merchant's warranty lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Warranty {
    /// A day.
    Until(NaiveDate),
    /// So many months from purchase.
    Months(u16),
}
