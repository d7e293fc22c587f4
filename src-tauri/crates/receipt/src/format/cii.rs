//! UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD 2, XRechnung (`CrossIndustryInvoice`) and ZUGFeRD 1
//! (`CrossIndustryDocument`, the same tree under other names).
//!
//! Read by element names without prefixes. Terms (`BT-…`) are those of EN 16931. Order-X has a root of its own and is no invoice.

use source::{Risk, Sniff, Source};

use super::Format;
use super::einvoice::{self, Parties, day_of_delivery, kind_of, means_of};
use crate::xml::{self, Node, Terms, all, at, own_currency, words, words_at};
use crate::{Found, Instalment, Origin, Payment, Receipt, ReceiptLine, Tax};

/// The roots of the two generations.
pub(super) const ROOTS: [&str; 2] = ["CrossIndustryInvoice", "CrossIndustryDocument"];

const HEADER: &str = "ExchangedDocument|HeaderExchangedDocument";
const TRADE: &str = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction";
const AGREEMENT: &str = "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement";
const DELIVERY: &str = "ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery";
const SETTLEMENT: &str = "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement";
const SUMS: &str =
    "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation";
const LINE_AMOUNT: &str = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement\
    /SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation/LineTotalAmount";
const LINE_QUANTITY: &str =
    "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity";
const DUE: &str = "DueDateDateTime/DateTimeString|DateTime";

pub(super) const FORMAT: Format = Format {
    id: "cii",
    title: "Factur-X, ZUGFeRD, XRechnung (CII)",
    specification: "UN/CEFACT Cross Industry Invoice D16B and D22B, EN 16931-3-3; ZUGFeRD 1.0",
    risk: Risk::Hostile,
    sniff,
    parse: |source, _| einvoice::parse(source.text(), read),
};

fn sniff(source: &Source<'_>) -> Sniff {
    match xml::root(source.text()) {
        Some(root) if ROOTS.contains(&root.name) => Sniff::Certain("evidence-cii"),
        _ => Sniff::No,
    }
}

/// Reads the tree below the root.
pub(super) fn read(root: Node<'_>, terms: &mut Terms<'_>) -> Vec<Receipt> {
    let (Some(header), Some(trade)) = (at(root, HEADER), at(root, TRADE)) else {
        return Vec::new();
    };
    let mut receipt = Receipt {
        kind: kind_of(words_at(header, "TypeCode").as_deref()),
        invoice_number: terms.name(header, "ID"),
        issued_on: terms.day(header, "IssueDateTime/DateTimeString|DateTime"),
        lines: all(trade, "IncludedSupplyChainTradeLineItem")
            .into_iter()
            .filter_map(|line| read_line(line, terms))
            .collect(),
        ..Receipt::default()
    };
    if let Some(agreement) = at(trade, AGREEMENT) {
        read_agreement(agreement, terms, &mut receipt);
    }
    if let Some(delivery) = at(trade, DELIVERY) {
        let path = "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString|DateTime";
        receipt.deliveries = day_of_delivery(terms.day(delivery, path), None);
    }
    if let Some(settlement) = at(trade, SETTLEMENT) {
        read_settlement(settlement, terms, &mut receipt);
    }
    vec![receipt]
}

fn read_line(line: Node<'_>, terms: &mut Terms<'_>) -> Option<ReceiptLine> {
    let name = words_at(line, "SpecifiedTradeProduct/Name");
    let amount = terms.number_at(line, LINE_AMOUNT);
    // ZUGFeRD 1 writes a heading or a remark as a line with neither.
    let note = || words_at(line, "AssociatedDocumentLineDocument/IncludedNote/Content");
    if name.is_none() && amount.is_none() {
        return None;
    }
    Some(ReceiptLine {
        name: name.or_else(note).unwrap_or_default(),
        quantity: terms.number_at(line, LINE_QUANTITY),
        amount,
    })
}

fn read_agreement(agreement: Node<'_>, terms: &mut Terms<'_>, receipt: &mut Receipt) {
    if let Some(seller) = at(agreement, "SellerTradeParty") {
        let mut parties = Parties {
            trading: terms.name(seller, "SpecifiedLegalOrganization/TradingBusinessName"),
            legal: terms.name(seller, "Name"),
            ids: Vec::new(),
        };
        let registered = all(seller, "SpecifiedTaxRegistration/ID").into_iter();
        parties.ids.extend(
            registered
                .filter(|id| id.attribute("schemeID") == Some("VA"))
                .chain(all(seller, "SpecifiedLegalOrganization/ID"))
                .filter_map(words),
        );
        parties.name(receipt);
    }
    let number = |of: &str| {
        let path = format!("{of}OrderReferencedDocument/IssuerAssignedID|ID");
        terms.name(agreement, &path)
    };
    einvoice::order(receipt, number("Buyer"), number("Seller"));
}

fn read_settlement(settlement: Node<'_>, terms: &mut Terms<'_>, receipt: &mut Receipt) {
    let sums = at(settlement, SUMS);
    receipt.currency = terms
        .currency(settlement, "InvoiceCurrencyCode")
        .or_else(|| {
            let amount = at(sums?, "GrandTotalAmount")?;
            let currency = own_currency(amount)?;
            Some(Found::new(
                currency,
                Origin::Xml,
                "GrandTotalAmount/@currencyID",
            ))
        });
    if let Some(sums) = sums {
        receipt.total = terms.amount(sums, "GrandTotalAmount");
        receipt.payable = terms.amount(sums, "DuePayableAmount");
        receipt.prepaid = einvoice::unless_zero(terms.amount(sums, "TotalPrepaidAmount"));
        let stated = all(sums, "TaxTotalAmount");
        receipt.tax_total = einvoice::tax_total(stated, receipt.currency.as_ref(), terms);
    }
    for tax in all(settlement, "ApplicableTradeTax") {
        if let Some(amount) = terms.number_at(tax, "CalculatedAmount") {
            receipt.taxes.push(Tax {
                rate: terms.number_at(tax, "RateApplicablePercent|ApplicablePercent"),
                base: terms.number_at(tax, "BasisAmount"),
                amount,
            });
        }
    }
    let due = format!("SpecifiedTradePaymentTerms/{DUE}");
    receipt.due_on = terms.day(settlement, &due);
    receipt.payment = read_payment(settlement, terms);
}

fn read_payment(settlement: Node<'_>, terms: &mut Terms<'_>) -> Payment {
    let mut payment = Payment {
        mandate_id: terms.name(
            settlement,
            "SpecifiedTradePaymentTerms/DirectDebitMandateID",
        ),
        ..Payment::default()
    };
    if let Some(means) = at(settlement, "SpecifiedTradeSettlementPaymentMeans") {
        payment.method = terms
            .name(means, "Information")
            .or_else(|| means_of(terms.name(means, "TypeCode")?));
        let card = terms.name(means, "ApplicableTradeSettlementFinancialCard/ID");
        payment.card_ending = card.and_then(einvoice::last_four);
    }
    let parts: Vec<Instalment> = all(settlement, "SpecifiedTradePaymentTerms")
        .into_iter()
        .filter_map(|part| {
            Some(Instalment {
                amount: terms.number_at(part, "PartialPaymentAmount")?,
                due_on: terms.day(part, DUE).map(|day| day.value),
            })
        })
        .collect();
    payment.instalments = einvoice::several(parts);
    payment
}
