//! What the three kinds of e-invoices share: reading a tree, and the terms of EN 16931 that need a rule.

use chrono::NaiveDate;
use domain::{Currency, Decimal};
use source::Diagnostic;

use super::{cii, fatturapa, ubl};
use crate::xml::{self, Node, Terms, own_currency};
use crate::{Delivery, DeliveryEvent, Found, Instalment, Reading, Receipt, ReceiptKind};

/// What reads the tree of a kind of e-invoice.
pub(super) type Reader = fn(Node<'_>, &mut Terms<'_>) -> Vec<Receipt>;

/// Reads a text as a tree and the tree as receipts.
pub(super) fn parse(text: &str, read: Reader) -> Reading {
    let document = match xml::tree(text) {
        Ok(document) => document,
        Err(finding) => return Reading::refused(*finding),
    };
    let mut terms = Terms::new(text);
    let receipts: Vec<Receipt> = read(document.root_element(), &mut terms)
        .into_iter()
        .filter(says_something)
        .collect();
    if receipts.is_empty() {
        terms.findings.push(Diagnostic::error("invoiceEmpty"));
    }
    Reading {
        receipts,
        diagnostics: terms.findings,
        ..Reading::default()
    }
}

/// What reads a text with this root; `None` where it is no invoice.
pub(super) fn reader(text: &str) -> Option<Reader> {
    let root = xml::root(text)?;
    if cii::ROOTS.contains(&root.name) {
        return Some(cii::read);
    }
    if ubl::is_ubl(&root, text) {
        return Some(ubl::read);
    }
    (root.name == fatturapa::ROOT).then_some(fatturapa::read)
}

fn says_something(receipt: &Receipt) -> bool {
    receipt.total.is_some() || receipt.payable.is_some() || receipt.invoice_number.is_some()
}

/// Who sells.
pub(super) struct Parties {
    /// `BT-28`.
    pub(super) trading: Option<Found<String>>,
    /// `BT-27`.
    pub(super) legal: Option<Found<String>>,
    /// `BT-31`, `BT-30`.
    pub(super) ids: Vec<String>,
}

impl Parties {
    /// Names the merchant of a receipt: the trading name, else the legal one.
    pub(super) fn name(self, receipt: &mut Receipt) {
        let legal = self.legal.clone();
        receipt.merchant = self.trading.or(self.legal);
        let shown = receipt.merchant.as_ref().map(|name| &name.value);
        receipt.merchant_legal = legal.filter(|name| Some(&name.value) != shown);
        for id in self.ids {
            if !receipt.merchant_ids.contains(&id) {
                receipt.merchant_ids.push(id);
            }
        }
    }
}

/// Numbers the order: the buyer's number (`BT-13`), else the seller's (`BT-14`).
pub(super) fn order(
    receipt: &mut Receipt,
    buyer: Option<Found<String>>,
    seller: Option<Found<String>>,
) {
    let Some(buyer) = buyer else {
        receipt.order_number = seller;
        return;
    };
    if let Some(seller) = seller.filter(|seller| seller.value != buyer.value) {
        receipt.other_order_numbers.push(seller.value);
    }
    receipt.order_number = Some(buyer);
}

/// The kind that a code of UNTDID 1001 stands for.
pub(super) fn kind_of(code: Option<&str>) -> ReceiptKind {
    match code {
        Some(
            "81" | "83" | "261" | "262" | "296" | "308" | "381" | "396" | "420" | "458" | "532",
        ) => ReceiptKind::CreditNote,
        _ => ReceiptKind::Invoice,
    }
}

/// The words for a code of UNTDID 4461; a code without words says nothing to anyone.
pub(super) fn means_of(code: Found<String>) -> Option<Found<String>> {
    let name = match code.value.as_str() {
        "10" => "Cash",
        "20" => "Cheque",
        "30" | "31" | "42" => "Credit transfer",
        "48" => "Card",
        "49" => "Direct debit",
        "54" => "Credit card",
        "55" => "Debit card",
        "57" => "Standing agreement",
        "58" => "SEPA credit transfer",
        "59" => "SEPA direct debit",
        "68" => "Online payment",
        _ => return None,
    };
    Some(Found {
        value: name.to_owned(),
        ..code
    })
}

/// All tax in the invoice's own currency (`BT-110`); that in the currency of the seller's books (`BT-111`) is none of ours.
pub(super) fn tax_total(
    stated: Vec<Node<'_>>,
    currency: Option<&Found<Currency>>,
    terms: &mut Terms<'_>,
) -> Option<Found<Decimal>> {
    let ours = stated
        .iter()
        .find(|node| match (own_currency(**node), currency) {
            (Some(own), Some(currency)) => own == currency.value,
            _ => true,
        })?;
    terms.found_number(*ours)
}

/// A prepayment of nothing is none.
pub(super) fn unless_zero(amount: Option<Found<Decimal>>) -> Option<Found<Decimal>> {
    amount.filter(|amount| !amount.value.is_zero())
}

/// The last four digits of a card's number, whatever hides the rest.
pub(super) fn last_four(card: Found<String>) -> Option<Found<String>> {
    let digits: Vec<char> = card.value.chars().rev().take(4).collect();
    let whole = digits.len() == 4 && digits.iter().all(char::is_ascii_digit);
    whole.then(|| Found {
        value: digits.into_iter().rev().collect(),
        ..card
    })
}

/// One part is no instalment: it is the whole.
pub(super) fn several(parts: Vec<Instalment>) -> Vec<Instalment> {
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// The parcel of an invoice that says when its goods arrived (`BT-72`).
pub(super) fn day_of_delivery(
    day: Option<Found<NaiveDate>>,
    carrier: Option<Found<String>>,
) -> Vec<Delivery> {
    if day.is_none() && carrier.is_none() {
        return Vec::new();
    }
    vec![Delivery {
        event: day.is_some().then_some(DeliveryEvent::Delivered),
        delivered_on: day.map(|day| day.value),
        carrier,
        ..Delivery::default()
    }]
}
