//! FatturaPA 1.2, the Italian e-invoice (`FatturaElettronica`), plain or signed (`.p7m`). One file holds as many invoices as bodies.
//!
//! Only the root has a name space. A signature (CAdES) is not verified: the XML that it wraps in one piece is cut out.

use domain::Decimal;
use memchr::memmem;
use source::{Diagnostic, Risk, Sniff, Source};

use super::Format;
use super::einvoice::{self, Parties, day_of_delivery};
use crate::xml::{self, Node, Terms, all, at, words_at};
use crate::{Found, Instalment, Origin, Payment, Reading, Receipt, ReceiptKind, ReceiptLine, Tax};

pub(super) const ROOT: &str = "FatturaElettronica";
/// The first byte of every signed document: an ASN.1 sequence.
const SEQUENCE: u8 = 0x30;

pub(super) const FORMAT: Format = Format {
    id: "fatturapa",
    title: "FatturaPA",
    specification: "FatturaPA 1.2.2, Agenzia delle Entrate, formato XML e CAdES",
    risk: Risk::Hostile,
    sniff,
    parse: |source, _| parse(source),
};

fn sniff(source: &Source<'_>) -> Sniff {
    if source.bytes().first() == Some(&SEQUENCE) {
        return match memmem::find(source.bytes(), ROOT.as_bytes()) {
            Some(_) => Sniff::Certain("evidence-fatturapa-signed"),
            None => Sniff::No,
        };
    }
    match xml::root(source.text()) {
        Some(root) if root.name == ROOT => Sniff::Certain("evidence-fatturapa"),
        _ => Sniff::No,
    }
}

fn parse(source: &Source<'_>) -> Reading {
    if source.bytes().first() != Some(&SEQUENCE) {
        return einvoice::parse(source.text(), read);
    }
    let inner = signed(source.bytes()).map(|bytes| Source::new(source.name(), bytes));
    let refused = || Reading::refused(Diagnostic::error("invoiceSigned"));
    match inner {
        Some(inner) if xml::tree(inner.text()).is_ok() => einvoice::parse(inner.text(), read),
        _ => refused(),
    }
}

/// The XML inside a signature, where it stands in one piece.
fn signed(bytes: &[u8]) -> Option<&[u8]> {
    let name = memmem::find(bytes, ROOT.as_bytes())?;
    let declaration = memmem::rfind(bytes.get(..name)?, b"<?xml");
    let start = match declaration {
        Some(start) => start,
        None => memchr::memrchr(b'<', bytes.get(..name)?)?,
    };
    let end = memmem::rfind(bytes, format!("{ROOT}>").as_bytes())? + ROOT.len() + 1;
    bytes.get(start..end)
}

/// Reads the tree below the root: a receipt per body.
pub(super) fn read(root: Node<'_>, terms: &mut Terms<'_>) -> Vec<Receipt> {
    let seller = at(
        root,
        "FatturaElettronicaHeader/CedentePrestatore/DatiAnagrafici",
    );
    all(root, "FatturaElettronicaBody")
        .into_iter()
        .map(|body| {
            let mut receipt = read_body(body, terms);
            if let Some(seller) = seller {
                read_seller(seller, terms, &mut receipt);
            }
            receipt
        })
        .collect()
}

fn read_seller(seller: Node<'_>, terms: &Terms<'_>, receipt: &mut Receipt) {
    let legal = terms.name(seller, "Anagrafica/Denominazione").or_else(|| {
        let first = terms.name(seller, "Anagrafica/Nome")?;
        let last = words_at(seller, "Anagrafica/Cognome")?;
        Some(Found {
            value: format!("{} {last}", first.value),
            ..first
        })
    });
    let country = words_at(seller, "IdFiscaleIVA/IdPaese").unwrap_or_default();
    let vat = words_at(seller, "IdFiscaleIVA/IdCodice").map(|code| country + &code);
    let parties = Parties {
        trading: None,
        legal,
        ids: vat
            .into_iter()
            .chain(words_at(seller, "CodiceFiscale"))
            .collect(),
    };
    parties.name(receipt);
}

fn read_body(body: Node<'_>, terms: &mut Terms<'_>) -> Receipt {
    let general = "DatiGenerali/DatiGeneraliDocumento";
    let of = |field: &str| format!("{general}/{field}");
    let mut receipt = Receipt {
        kind: match words_at(body, &of("TipoDocumento")).as_deref() {
            Some("TD04" | "TD08") => ReceiptKind::CreditNote,
            _ => ReceiptKind::Invoice,
        },
        invoice_number: terms.name(body, &of("Numero")),
        issued_on: terms.day(body, &of("Data")),
        currency: terms.currency(body, &of("Divisa")),
        total: terms.amount(body, &of("ImportoTotaleDocumento")),
        lines: all(body, "DatiBeniServizi/DettaglioLinee")
            .into_iter()
            .map(|line| ReceiptLine {
                name: words_at(line, "Descrizione").unwrap_or_default(),
                quantity: terms.number_at(line, "Quantita"),
                amount: terms.number_at(line, "PrezzoTotale"),
            })
            .collect(),
        ..Receipt::default()
    };
    let order = terms.name(body, "DatiGenerali/DatiOrdineAcquisto/IdDocumento");
    einvoice::order(&mut receipt, order, None);
    read_taxes(body, terms, &mut receipt);
    let transport = "DatiGenerali/DatiTrasporto";
    receipt.deliveries = day_of_delivery(
        terms.day(body, &format!("{transport}/DataOraConsegna")),
        terms.name(
            body,
            &format!("{transport}/DatiAnagraficiVettore/Anagrafica/Denominazione"),
        ),
    );
    read_payment(body, terms, &mut receipt);
    receipt
}

fn read_taxes(body: Node<'_>, terms: &mut Terms<'_>, receipt: &mut Receipt) {
    for rate in all(body, "DatiBeniServizi/DatiRiepilogo") {
        if let Some(amount) = terms.number_at(rate, "Imposta") {
            receipt.taxes.push(Tax {
                rate: terms.number_at(rate, "AliquotaIVA"),
                base: terms.number_at(rate, "ImponibileImporto"),
                amount,
            });
        }
    }
    let sum = receipt
        .taxes
        .iter()
        .try_fold(Decimal::ZERO, |sum, tax| sum.checked_add(tax.amount));
    receipt.tax_total = sum
        .filter(|_| !receipt.taxes.is_empty())
        .map(|sum| Found::new(sum, Origin::Xml, "DatiRiepilogo/Imposta"));
}

/// Payment in parts (`TP01`) adds up; otherwise the details are ways to pay one amount.
fn read_payment(body: Node<'_>, terms: &mut Terms<'_>, receipt: &mut Receipt) {
    let details = all(body, "DatiPagamento/DettaglioPagamento");
    let parts: Vec<Instalment> = details
        .iter()
        .filter_map(|part| {
            Some(Instalment {
                amount: terms.number_at(*part, "ImportoPagamento")?,
                due_on: terms
                    .day(*part, "DataScadenzaPagamento")
                    .map(|day| day.value),
            })
        })
        .collect();
    let Some(first) = details.first() else {
        return;
    };
    receipt.due_on = terms.day(*first, "DataScadenzaPagamento");
    receipt.payable = terms.amount(*first, "ImportoPagamento");
    receipt.payment = Payment {
        method: terms.name(*first, "ModalitaPagamento").and_then(means),
        ..Payment::default()
    };
    if words_at(body, "DatiPagamento/CondizioniPagamento").as_deref() == Some("TP01") {
        let sum = parts
            .iter()
            .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.amount));
        if let (Some(payable), Some(sum)) = (receipt.payable.as_mut(), sum) {
            payable.value = sum;
        }
        receipt.payment.instalments = einvoice::several(parts);
    }
}

/// The words for a code of `ModalitaPagamento`, the same as those of EN 16931's codes.
fn means(code: Found<String>) -> Option<Found<String>> {
    let same = match code.value.as_str() {
        "MP01" => "10",
        "MP02" | "MP03" => "20",
        "MP05" => "30",
        "MP08" => "48",
        "MP09" | "MP10" | "MP11" | "MP16" | "MP17" => "49",
        "MP19" | "MP20" | "MP21" => "59",
        _ => return None,
    };
    einvoice::means_of(Found {
        value: same.to_owned(),
        ..code
    })
}
