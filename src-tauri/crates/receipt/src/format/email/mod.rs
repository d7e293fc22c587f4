//! E-mail (RFC 5322 and MIME), alone or many in an mbox: what the markup says, else the sender's form, else labels in the text.
//!
//! Messages within messages and what is attached are read as well. Adverts, bank mails and bookings without a price are none.

mod attached;
mod charset;
mod gather;
mod sender;

use domain::NaiveDate;
use mail_parser::MessageParser;
use source::{Diagnostic, Risk, Sniff, Source};

use super::Format;
use crate::carrier::{Context, in_text, named, of_domain};
use crate::label::{self, Labelled};
use crate::{Delivery, DeliveryEvent, Found, Origin, Reading, Receipt, ReceiptKind, markup};
use attached::{Files, read_whole};
use gather::Mail;

pub use attached::attached_pictures;
pub(crate) use gather::{files, mended, messages};

/// One message.
pub(super) const EMAIL: Format = Format {
    id: "email",
    title: "E-mail",
    specification: "RFC 5322, MIME, schema.org Order, ParcelDelivery and Invoice",
    risk: Risk::Hostile,
    sniff: sniff_message,
    parse: |source, _| read(&split(source.bytes()), Files::All),
};

/// Many messages.
pub(super) const MBOX: Format = Format {
    id: "mbox",
    title: "mbox",
    specification: "RFC 4155, with quoted From lines",
    risk: Risk::Hostile,
    sniff: sniff_mbox,
    parse: |source, _| read(&split(source.bytes()), Files::All),
};

/// A page that was saved, of a shop or a carrier: only its markup counts.
pub(super) const PAGE: Format = Format {
    id: "html",
    title: "HTML",
    specification: "schema.org Order, ParcelDelivery and Invoice in JSON-LD or microdata",
    risk: Risk::Hostile,
    sniff: sniff_page,
    parse: |source, _| read_page(source.text()),
};

fn sniff_message(source: &Source<'_>) -> Sniff {
    match gather::header_names(source.bytes()) {
        0 | 1 => Sniff::No,
        _ => Sniff::Certain("evidence-email"),
    }
}

fn sniff_mbox(source: &Source<'_>) -> Sniff {
    let bytes = source.bytes();
    let end = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(bytes.len(), |end| end + 1);
    let behind = bytes.get(end..).unwrap_or_default();
    if bytes.starts_with(b"From ") && gather::header_names(behind) >= 1 {
        Sniff::Certain("evidence-mbox")
    } else {
        Sniff::No
    }
}

fn sniff_page(source: &Source<'_>) -> Sniff {
    let head: String = source
        .text()
        .chars()
        .take(1024)
        .collect::<String>()
        .to_ascii_lowercase();
    let start = head.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        Sniff::Certain("evidence-html")
    } else {
        Sniff::No
    }
}

fn read_page(text: &str) -> Reading {
    let page = markup::page(text);
    let mut values: Vec<serde_json::Value> = page
        .scripts
        .iter()
        .flat_map(|script| markup::in_script(script))
        .collect();
    values.extend(page.items);
    finished(markup::receipts(&values))
}

/// Reads a mail or mailbox without the PDFs that came with it: what they ask for in time and memory does not take the mail's
/// own words with it.
pub fn read_mail_alone(source: &Source<'_>) -> Reading {
    read(&split(source.bytes()), Files::Texts)
}

/// The messages of a document.
fn split(bytes: &[u8]) -> Vec<Vec<u8>> {
    if bytes.starts_with(b"From ") {
        messages(bytes)
    } else {
        vec![bytes.to_vec()]
    }
}

fn read(messages: &[Vec<u8>], files: Files) -> Reading {
    let mut receipts = Vec::new();
    let mut diagnostics = Vec::new();
    let mut has_pictures = false;
    for bytes in messages {
        let bytes = mended(bytes);
        let Some(message) = MessageParser::default().parse(bytes.as_ref()) else {
            continue;
        };
        for mail in gather::mails(&message) {
            let read = read_whole(&mail, files);
            receipts.extend(read.receipts);
            diagnostics.extend(read.diagnostics);
            has_pictures |= !read.pictures.is_empty();
        }
    }
    let mut reading = finished(receipts);
    reading.diagnostics.extend(diagnostics);
    if has_pictures {
        let finding = Diagnostic::info(super::picture::ATTACHED);
        reading.diagnostics.push(finding);
    }
    reading
}

fn finished(receipts: Vec<Receipt>) -> Reading {
    if receipts.is_empty() {
        return Reading::refused(Diagnostic::info("receiptNone"));
    }
    Reading {
        receipts,
        ..Reading::default()
    }
}

/// The receipts of one message.
fn read_mail(mail: &Mail) -> Vec<Receipt> {
    let labelled = labels(mail);
    let mut receipts = markup::receipts(&mail.values);
    if receipts.is_empty() {
        receipts.extend(by_labels(mail, &labelled));
    } else {
        if let [only] = receipts.as_mut_slice() {
            complete(only, mail, &labelled);
        }
        for receipt in &mut receipts {
            if receipt.issued_on.is_none() {
                receipt.issued_on = mail.date.map(|day| Found::new(day, Origin::Field, "Date"));
            }
        }
    }
    for receipt in &mut receipts {
        receipt.told_on = mail.date;
        receipt.message = message(mail);
    }
    receipts
}

/// Characters of a message's text that are kept to be searched.
const KEPT: usize = 4_000;

/// The subject, and the text with its runs of spaces made one.
fn message(mail: &Mail) -> String {
    let text = if mail.plain.len() < 40 && !mail.html.is_empty() {
        &mail.html
    } else {
        &mail.plain
    };
    let lines = [&mail.subject, text].map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.join(" ").chars().take(KEPT).collect::<String>()
    });
    lines.join("\n")
}

/// What the subject and the plain text say, then what only the HTML does.
fn labels(mail: &Mail) -> Labelled {
    let with_subject = |text: &str| {
        label::read(
            &format!("{}\n{text}", mail.subject),
            mail.date,
            Origin::Label,
        )
    };
    let plain = with_subject(&mail.plain);
    if mail.html.is_empty() {
        return plain;
    }
    let html = with_subject(&mail.html);
    if mail.plain.len() < 40 {
        return html;
    }
    let total = plain.total.clone().or(html.total);
    let delivery = Delivery {
        event: plain.delivery.event.or(html.delivery.event),
        expected_from: plain.delivery.expected_from.or(html.delivery.expected_from),
        expected_until: plain
            .delivery
            .expected_until
            .or(html.delivery.expected_until),
        ..plain.delivery.clone()
    };
    Labelled {
        kind: plain.kind.or(html.kind),
        total,
        payable: plain.payable.or(html.payable),
        tax_total: plain.tax_total.or(html.tax_total),
        taxes: if plain.taxes.is_empty() {
            html.taxes
        } else {
            plain.taxes
        },
        currency: plain.currency.or(html.currency),
        order_numbers: if plain.order_numbers.is_empty() {
            html.order_numbers
        } else {
            plain.order_numbers
        },
        invoice_number: plain.invoice_number.or(html.invoice_number),
        issued_on: plain.issued_on.or(html.issued_on),
        due_on: plain.due_on.or(html.due_on),
        lines: if html.lines.is_empty() {
            plain.lines
        } else {
            html.lines
        },
        payment: if plain.payment == crate::Payment::default() {
            html.payment
        } else {
            plain.payment
        },
        delivery,
        return_by: plain.return_by.or(html.return_by),
        warranty: plain.warranty.or(html.warranty),
    }
}

fn by_labels(mail: &Mail, labelled: &Labelled) -> Option<Receipt> {
    let carrier = of_domain(&mail.sender_domain);
    let mut numbers = sender::order_numbers(mail);
    let has_documented = !numbers.is_empty();
    for number in &labelled.order_numbers {
        if !numbers.iter().any(|one| one.value == number.value) && !has_documented {
            numbers.push(number.clone());
        }
    }
    let form = sender::form(mail);
    let parcels = deliveries(mail, labelled, &numbers);
    let has_number = !numbers.is_empty() || labelled.invoice_number.is_some();
    let is_told = has_number
        || labelled.kind == Some(ReceiptKind::Refund)
        || labelled.kind == Some(ReceiptKind::Receipt)
        || form.merchant.is_some();
    let total = form
        .total
        .clone()
        .or_else(|| labelled.total.clone())
        .filter(|_| is_told);
    let event = parcels.first().and_then(|parcel| parcel.event);
    let has_parcel = parcels
        .iter()
        .any(|parcel| parcel.tracking_number.is_some());
    let has_news = match event {
        Some(DeliveryEvent::Ordered) => !numbers.is_empty() || total.is_some(),
        Some(_) => has_parcel || !numbers.is_empty() || carrier.is_some(),
        None => false,
    };
    if total.is_none() && !has_news {
        return None;
    }
    let is_paid = total.is_some();
    let mut numbers = numbers.into_iter();
    let order_number = form.number.or_else(|| numbers.next());
    let sum = sender::sum_of_orders(mail).filter(|_| is_paid);
    Some(Receipt {
        kind: match labelled.kind {
            Some(kind) if is_paid => kind,
            _ if is_paid => ReceiptKind::Receipt,
            _ if event == Some(DeliveryEvent::Ordered) => ReceiptKind::Order,
            _ => ReceiptKind::Shipment,
        },
        merchant: form
            .merchant
            .or_else(|| sender::merchant(mail, carrier.is_some())),
        merchant_ids: vec![mail.sender_domain.clone()]
            .into_iter()
            .filter(|domain| !domain.is_empty())
            .collect(),
        issued_on: issued(mail, labelled, carrier.is_some()),
        due_on: labelled.due_on.clone().filter(|_| is_paid),
        payable: labelled.payable.clone().filter(|_| is_paid),
        currency: form
            .currency
            .or_else(|| labelled.currency.clone())
            .filter(|_| is_paid),
        total: sum.or(total),
        tax_total: labelled.tax_total.clone().filter(|_| is_paid),
        taxes: if is_paid {
            labelled.taxes.clone()
        } else {
            Vec::new()
        },
        other_order_numbers: numbers
            .filter(|one| Some(&one.value) != order_number.as_ref().map(|own| &own.value))
            .map(|one| one.value)
            .collect(),
        order_number,
        invoice_number: labelled.invoice_number.clone(),
        lines: labelled.lines.clone(),
        payment: labelled.payment.clone(),
        deliveries: if has_news { parcels } else { Vec::new() },
        return_by: labelled.return_by.clone(),
        warranty: labelled.warranty.clone(),
        ..Receipt::default()
    })
}

/// The day that the mail states, unless it is a carrier's; else the day it was sent.
fn issued(mail: &Mail, labelled: &Labelled, is_carrier: bool) -> Option<Found<NaiveDate>> {
    let sent = mail.date.map(|day| Found::new(day, Origin::Field, "Date"));
    let stated = labelled.issued_on.clone().filter(|_| !is_carrier);
    let is_close = |day: &Found<NaiveDate>| {
        mail.date
            .is_none_or(|sent| (sent - day.value).num_days().abs() <= 120)
    };
    sent.filter(|_| is_carrier || labelled.total.is_none())
        .or(stated.filter(is_close))
        .or(mail.date.map(|day| Found::new(day, Origin::Field, "Date")))
}

fn deliveries(mail: &Mail, labelled: &Labelled, numbers: &[Found<String>]) -> Vec<Delivery> {
    if labelled.delivery.event.is_none() {
        return Vec::new();
    }
    let text = format!("{}\n{}\n{}", mail.subject, mail.plain, mail.html);
    let context = Context {
        text: &text,
        sender: &mail.sender_domain,
        links: &mail.links,
    };
    let parcels = in_text(context)
        .into_iter()
        .filter(|parcel| !numbers.iter().any(|one| one.value == parcel.number));
    let found: Vec<Delivery> = parcels
        .take(20)
        .map(|parcel| {
            let mut number = Found::new(parcel.number, Origin::Label, "");
            number.confidence = parcel.confidence;
            let carrier = parcel.carrier.or_else(|| of_domain(&mail.sender_domain));
            Delivery {
                carrier: carrier.map(|name| Found::new(name.to_owned(), Origin::Label, "")),
                tracking_number: Some(number),
                ..labelled.delivery.clone()
            }
        })
        .collect();
    if !found.is_empty() && labelled.delivery.event != Some(DeliveryEvent::Ordered) {
        return found;
    }
    let carrier = of_domain(&mail.sender_domain).or_else(|| named(&mail.subject));
    vec![Delivery {
        carrier: carrier.map(|name| Found::new(name.to_owned(), Origin::Label, "")),
        ..labelled.delivery.clone()
    }]
}

/// Adds what the text says to what the markup leaves open.
fn complete(receipt: &mut Receipt, mail: &Mail, labelled: &Labelled) {
    let is_same_total = match (&receipt.total, &labelled.total) {
        (Some(a), Some(b)) => a.value == b.value,
        _ => false,
    };
    if is_same_total {
        receipt.tax_total = receipt
            .tax_total
            .take()
            .or_else(|| labelled.tax_total.clone());
        receipt.taxes = labelled.taxes.clone();
    }
    if receipt.payment == crate::Payment::default() {
        receipt.payment = labelled.payment.clone();
    }
    receipt.return_by = labelled.return_by.clone();
    receipt.warranty = labelled.warranty.clone();
    let numbers: Vec<Found<String>> = receipt.order_number.iter().cloned().collect();
    let told = deliveries(mail, labelled, &numbers);
    if let ([own], Some(told)) = (receipt.deliveries.as_mut_slice(), told.into_iter().next()) {
        if own.expected_until.is_none() {
            own.expected_from = told.expected_from;
            own.expected_until = told.expected_until;
        }
        own.tracking_number = own.tracking_number.take().or(told.tracking_number);
        own.carrier = own.carrier.take().or(told.carrier);
    }
}

#[cfg(test)]
mod tests;
