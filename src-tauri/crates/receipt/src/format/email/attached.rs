//! What comes with a message: invoices and calendars that are read with it, pictures and scans that are handed out.

use mail_parser::MessageParser;
use source::container::Member;
use source::{Diagnostic, Source};

use super::gather::{Attached, Mail, mails, mended};
use super::{read_mail, sender, split};
use crate::carrier::of_domain;
use crate::format::picture;
use crate::{Found, Reading, Receipt, ReceiptKind};

/// Pictures of one document that are handed out.
const MOST_PICTURES: usize = 8;

/// Which of the files that came with a message are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Files {
    All,
    /// Calendars and e-invoices, which are text.
    Texts,
}

/// A message with what came with it.
#[derive(Default)]
pub(super) struct Whole<'a> {
    pub(super) receipts: Vec<Receipt>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Pictures and scans that may show a receipt, where nothing else says a price.
    pub(super) pictures: Vec<&'a Attached>,
}

/// Reads a message with what came with it.
pub(super) fn read_whole(mail: &Mail, files: Files) -> Whole<'_> {
    let mut whole = Whole::default();
    let mut told = read_mail(mail);
    for part in &mail.attachments {
        if picture::may_show_receipt(&part.bytes) {
            whole.pictures.push(part);
            continue;
        }
        let attached = read_attached(&part.name, &part.bytes, files);
        let is_scan = |one: &Diagnostic| one.code == picture::SCANNED;
        if attached.diagnostics.iter().any(is_scan) {
            whole.pictures.push(part);
            continue;
        }
        for receipt in attached.receipts {
            whole.receipts.extend(beside(mail, &mut told, receipt));
        }
        // Terms and leaflets come with mails too.
        let findings = attached.diagnostics.into_iter();
        let findings = findings.filter(|one| one.code != "notAReceipt");
        whole.diagnostics.extend(findings);
    }
    whole.receipts.extend(told);
    if whole.receipts.iter().any(|one| one.total.is_some()) {
        whole.pictures.clear();
    }
    whole
}

/// The pictures and scans that came with the messages of a document and may show a receipt: of those messages that say no
/// price themselves.
pub fn attached_pictures(bytes: &[u8]) -> Vec<Member> {
    let mut found = Vec::new();
    for bytes in &split(bytes) {
        let bytes = mended(bytes);
        let Some(message) = MessageParser::default().parse(bytes.as_ref()) else {
            continue;
        };
        for mail in mails(&message) {
            let pictures = read_whole(&mail, Files::All).pictures.into_iter();
            found.extend(pictures.map(|part| Member {
                path: part.name.clone(),
                bytes: part.bytes.clone(),
            }));
        }
        if found.len() >= MOST_PICTURES {
            break;
        }
    }
    found.truncate(MOST_PICTURES);
    found
}

/// Reads what is attached where it is surely a receipt of its own kind, or a PDF.
fn read_attached(name: &str, bytes: &[u8], files: Files) -> Reading {
    let source = Source::new(name, bytes);
    let found = crate::recognise(&source);
    let is_apart = |id| matches!(id, "email" | "mbox" | "html" | picture::ID);
    let is_read =
        |one: &crate::Recognised| one.is_certain || one.format.id == "pdf" && files == Files::All;
    let certain = found
        .first()
        .filter(|one| is_read(one) && !is_apart(one.format.id));
    certain.map_or_else(Reading::default, |one| {
        crate::read_in(one.format, &source, None)
    })
}

/// What an attached calendar says of a parcel that its mail tells of is the mail's, and an attached invoice of the very purchase
/// that the mail tells of is one receipt with it; anything else that is attached stays apart.
fn beside(mail: &Mail, told: &mut [Receipt], mut attached: Receipt) -> Option<Receipt> {
    if let [own] = told
        && is_same_purchase(own, &attached)
    {
        // One purchase in two documents has no message; this is one document, and it has.
        let message = std::mem::take(&mut own.message);
        *own = crate::merge(&[own.clone(), attached]);
        own.message = message;
        return None;
    }
    let ([parcel], None) = (attached.deliveries.as_slice(), &attached.total) else {
        return Some(attached);
    };
    let number = |receipt: &Receipt| receipt.order_number.as_ref().map(|one| one.value.clone());
    let same = told
        .iter_mut()
        .find(|one| match (number(one), number(&attached)) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        });
    let Some(same) = same else {
        if attached.merchant.is_none() {
            attached.merchant = sender::merchant(mail, of_domain(&mail.sender_domain).is_some());
        }
        return Some(attached);
    };
    same.order_number = same.order_number.take().or(attached.order_number);
    match same.deliveries.as_mut_slice() {
        [] => same.deliveries.push(parcel.clone()),
        [own, ..] => {
            if own.expected_until.is_none() {
                own.expected_from = parcel.expected_from;
                own.expected_until = parcel.expected_until;
            }
            own.carrier = own.carrier.take().or_else(|| parcel.carrier.clone());
            let number = parcel.tracking_number.clone();
            own.tracking_number = own.tracking_number.take().or(number);
        }
    }
    None
}

/// Whether what is attached is the invoice of what its mail tells of: no number says otherwise, and the prices are one, or the
/// mail names none.
fn is_same_purchase(own: &Receipt, attached: &Receipt) -> bool {
    let gives_back =
        |one: &Receipt| matches!(one.kind, ReceiptKind::CreditNote | ReceiptKind::Refund);
    let differ = |own: &Option<Found<String>>, other: &Option<Found<String>>| match (own, other) {
        (Some(own), Some(other)) => own.value != other.value,
        _ => false,
    };
    let is_one_price = match (&own.total, &attached.total) {
        (Some(own), Some(other)) => own.value == other.value,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    gives_back(own) == gives_back(attached)
        && is_one_price
        && !differ(&own.order_number, &attached.order_number)
        && !differ(&own.invoice_number, &attached.invoice_number)
}
