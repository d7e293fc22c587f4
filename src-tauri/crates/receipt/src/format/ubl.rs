//! UBL 2.1 `Invoice` and `CreditNote`: Peppol BIS Billing, XRechnung and the other uses of EN 16931.
//!
//! Read by element names without prefixes, alone or in the envelope of a Peppol network (`StandardBusinessDocument`).

use source::{Risk, Sniff, Source};

use super::Format;
use super::einvoice::{self, Parties, day_of_delivery, kind_of, means_of};
use crate::xml::{self, Node, Terms, all, at, own_currency, words, words_at};
use crate::{Found, Instalment, Origin, Payment, Receipt, ReceiptKind, ReceiptLine, Tax};

const ENVELOPE: &str = "StandardBusinessDocument";
/// The name spaces of the two documents end so in every version of UBL 2.
const NAME_SPACE: &str = "urn:oasis:names:specification:ubl:schema:xsd:";
/// How much of an envelope may stand before its document, in bytes.
const HEAD: usize = 64 * 1024;

pub(super) const FORMAT: Format = Format {
    id: "ubl",
    title: "UBL",
    specification: "OASIS UBL 2.1 Invoice and CreditNote, EN 16931-3-2, Peppol BIS Billing 3.0",
    risk: Risk::Hostile,
    sniff,
    parse: |source, _| einvoice::parse(source.text(), read),
};

fn sniff(source: &Source<'_>) -> Sniff {
    match xml::root(source.text()) {
        Some(root) if is_ubl(&root, source.text()) => Sniff::Certain("evidence-ubl"),
        _ => Sniff::No,
    }
}

/// Whether a document with this root is one of ours.
pub(super) fn is_ubl(root: &xml::Root<'_>, text: &str) -> bool {
    match root.name {
        "Invoice" | "CreditNote" => root.tag.contains(NAME_SPACE),
        ENVELOPE => {
            let head: String = text.chars().take(HEAD).collect();
            ["Invoice-2", "CreditNote-2"]
                .iter()
                .any(|document| head.contains(&format!("\"{NAME_SPACE}{document}\"")))
        }
        _ => false,
    }
}

/// Reads the tree below the root.
pub(super) fn read(root: Node<'_>, terms: &mut Terms<'_>) -> Vec<Receipt> {
    let document = match root.tag_name().name() {
        ENVELOPE => at(root, "Invoice|CreditNote"),
        _ => Some(root),
    };
    document
        .map(|document| read_document(document, terms))
        .into_iter()
        .collect()
}

fn read_document(document: Node<'_>, terms: &mut Terms<'_>) -> Receipt {
    let is_credit = document.tag_name().name() == "CreditNote";
    let code = words_at(document, "InvoiceTypeCode|CreditNoteTypeCode");
    let mut receipt = Receipt {
        kind: if is_credit {
            ReceiptKind::CreditNote
        } else {
            kind_of(code.as_deref())
        },
        invoice_number: terms.name(document, "ID"),
        issued_on: terms.day(document, "IssueDate"),
        due_on: terms
            .day(document, "DueDate")
            .or_else(|| terms.day(document, "PaymentMeans/PaymentDueDate")),
        lines: all(document, "InvoiceLine|CreditNoteLine")
            .into_iter()
            .map(|line| read_line(line, terms))
            .collect(),
        ..Receipt::default()
    };
    if let Some(seller) = at(document, "AccountingSupplierParty/Party") {
        read_seller(seller, terms, &mut receipt);
    }
    let stated = |path: &str| {
        let number = terms.name(document, path)?;
        // Peppol asks for this word where only the seller's number is known.
        (number.value != "NA").then_some(number)
    };
    einvoice::order(
        &mut receipt,
        stated("OrderReference/ID"),
        stated("OrderReference/SalesOrderID"),
    );
    let carrier = terms.name(document, "Delivery/CarrierParty/PartyName/Name");
    receipt.deliveries =
        day_of_delivery(terms.day(document, "Delivery/ActualDeliveryDate"), carrier);
    read_amounts(document, terms, &mut receipt);
    receipt.payment = read_payment(document, terms);
    receipt
}

fn read_line(line: Node<'_>, terms: &mut Terms<'_>) -> ReceiptLine {
    ReceiptLine {
        name: words_at(line, "Item/Name")
            .or_else(|| words_at(line, "Item/Description"))
            .unwrap_or_default(),
        quantity: terms.number_at(line, "InvoicedQuantity|CreditedQuantity"),
        amount: terms.number_at(line, "LineExtensionAmount"),
    }
}

fn read_seller(seller: Node<'_>, terms: &mut Terms<'_>, receipt: &mut Receipt) {
    let ids = ["PartyTaxScheme/CompanyID", "PartyLegalEntity/CompanyID"]
        .iter()
        .flat_map(|path| all(seller, path))
        .filter_map(words)
        .collect();
    let parties = Parties {
        trading: terms.name(seller, "PartyName/Name"),
        legal: terms.name(seller, "PartyLegalEntity/RegistrationName"),
        ids,
    };
    parties.name(receipt);
}

fn read_amounts(document: Node<'_>, terms: &mut Terms<'_>, receipt: &mut Receipt) {
    let sums = at(document, "LegalMonetaryTotal");
    receipt.currency = terms
        .currency(document, "DocumentCurrencyCode")
        .or_else(|| {
            let currency = own_currency(at(sums?, "PayableAmount")?)?;
            Some(Found::new(
                currency,
                Origin::Xml,
                "PayableAmount/@currencyID",
            ))
        });
    if let Some(sums) = sums {
        receipt.total = terms.amount(sums, "TaxInclusiveAmount");
        receipt.payable = terms.amount(sums, "PayableAmount");
        receipt.prepaid = einvoice::unless_zero(terms.amount(sums, "PrepaidAmount"));
    }
    let stated = all(document, "TaxTotal/TaxAmount");
    receipt.tax_total = einvoice::tax_total(stated, receipt.currency.as_ref(), terms);
    for tax in all(document, "TaxTotal/TaxSubtotal") {
        if let Some(amount) = terms.number_at(tax, "TaxAmount") {
            receipt.taxes.push(Tax {
                rate: terms.number_at(tax, "TaxCategory/Percent"),
                base: terms.number_at(tax, "TaxableAmount"),
                amount,
            });
        }
    }
}

fn read_payment(document: Node<'_>, terms: &mut Terms<'_>) -> Payment {
    let mut payment = Payment::default();
    if let Some(means) = at(document, "PaymentMeans") {
        let printed = at(means, "PaymentMeansCode").and_then(|code| code.attribute("name"));
        payment.method = match printed.filter(|name| !name.trim().is_empty()) {
            Some(name) => Some(Found::new(
                name.trim().to_owned(),
                Origin::Xml,
                "PaymentMeansCode/@name",
            )),
            None => terms.name(means, "PaymentMeansCode").and_then(means_of),
        };
        payment.mandate_id = terms.name(means, "PaymentMandate/ID");
        let card = terms.name(means, "CardAccount/PrimaryAccountNumberID");
        payment.card_ending = card.and_then(einvoice::last_four);
    }
    let parts: Vec<Instalment> = all(document, "PaymentTerms")
        .into_iter()
        .filter_map(|part| {
            Some(Instalment {
                amount: terms.number_at(part, "Amount")?,
                due_on: terms
                    .day(part, "PaymentDueDate|InstallmentDueDate")
                    .map(|day| day.value),
            })
        })
        .collect();
    payment.instalments = einvoice::several(parts);
    payment
}
