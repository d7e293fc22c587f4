//! Invoices and tickets as paper shows them: lines of cells, read by their labels, with a merchant who is named at the head.
//!
//! The lines come from a PDF or from a recognised picture; cells are parted by tabs.

mod merchant;
mod party;
mod sheet;
mod stated;
mod sums;
mod table;

use chrono::NaiveDate;
use domain::Decimal;

use crate::label::{self, Labelled};
use crate::{Found, Origin, Receipt, ReceiptKind};
pub(super) use sheet::Sheet;

/// The purchase that a picture's lines tell of; `None` where they state no total, or where nothing but a total speaks for a
/// purchase.
pub(super) fn read(text: &str, origin: Origin) -> Option<Receipt> {
    let labelled = label::read(text, None, origin);
    let is_known = says_purchase(&labelled) || origin == Origin::Picture;
    if labelled.total.is_none() || !is_known {
        return None;
    }
    let merchant = merchant::find(&Sheet::of_text(text), origin);
    let issued_on = issued(text, &labelled, origin);
    let tax_total = tax(&labelled);
    let mut receipt = base(labelled, merchant);
    receipt.issued_on = issued_on;
    receipt.tax_total = tax_total;
    if origin == Origin::Picture && receipt.kind == ReceiptKind::Order {
        receipt.kind = ReceiptKind::Receipt;
    }
    Some(receipt)
}

/// The purchase that the pages of a PDF tell of: what stands beside and below labels, and what its list and its sums say where they
/// add up; else what labels in its text do.
pub(super) fn read_sheet(sheet: &Sheet) -> Option<Receipt> {
    let text = sheet.text();
    let mut labelled = label::read(&text, None, Origin::Label);
    let things = table::read(sheet);
    let sums = sums::read(sheet, things.range);
    let number = stated::invoice_number(sheet);
    let is_other = number.is_none() && is_other(sheet);
    labelled.total = sums.total.or(labelled.total);
    labelled.invoice_number = number.as_ref().map(|(number, _)| number.clone());
    labelled.tax_total = sums.tax_total.or_else(|| tax(&labelled));
    if labelled.total.is_none() || is_other || !says_purchase(&labelled) {
        return None;
    }
    labelled.payable = sums.payable.or(labelled.payable);
    labelled.currency = sums.currency.or(labelled.currency);
    if !sums.taxes.is_empty() {
        labelled.taxes = sums.taxes;
    }
    let order = stated::order(sheet);
    labelled.due_on = stated::due(sheet, order);
    let title = number.map(|(_, at)| at);
    if title.is_some_and(|at| stated::is_credit(sheet, at)) {
        labelled.kind = Some(ReceiptKind::CreditNote);
    }
    let issued_on =
        stated::issued(sheet, order, title).or_else(|| first_day(&text, order, &labelled));
    labelled.order_numbers = stated::order_number(sheet).into_iter().collect();
    if things.lines.is_empty() {
        labelled
            .lines
            .retain(|line| sums::words::sum(&text::fold(&line.name)).is_none());
    } else {
        labelled.lines = things.lines;
    }
    let merchant = merchant::find(sheet, Origin::Label);
    let tax_total = labelled.tax_total.clone();
    let mut receipt = base(labelled, merchant);
    receipt.deliveries = stated::delivered(sheet, order, issued_on.as_ref());
    receipt.issued_on = issued_on;
    receipt.tax_total = tax_total;
    Some(receipt)
}

/// Whether more than a total speaks for a purchase.
fn says_purchase(labelled: &Labelled) -> bool {
    labelled.invoice_number.is_some()
        || labelled.tax_total.is_some()
        || matches!(
            labelled.kind,
            Some(ReceiptKind::Invoice | ReceiptKind::Receipt | ReceiptKind::Refund)
        )
}

/// Whether the paper, which numbers no invoice, says that it is another: a bank's statement, a quote.
fn is_other(sheet: &Sheet) -> bool {
    let head = sheet.lines.iter().take(40).flat_map(|line| &line.cells);
    head.into_iter().any(|cell| {
        OTHERS.iter().any(|title| {
            cell.folded
                .strip_prefix(title)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) && rest.len() < 60)
        })
    })
}

/// Titles of papers that state sums and are no purchase, folded.
const OTHERS: &[&str] = &[
    "releve de compte",
    "releve bancaire",
    "releve d'operations",
    "account statement",
    "bank statement",
    "statement of account",
    "kontoauszug",
    "umsatzubersicht",
    "extracto de cuenta",
    "extracto bancario",
    "estratto conto",
    "rekeningafschrift",
    "rekeningoverzicht",
    "devis",
    "quote",
    "quotation",
    "estimate",
    "angebot",
    "kostenvoranschlag",
    "presupuesto",
    "preventivo",
    "offerte",
];

fn base(labelled: Labelled, merchant: merchant::Merchant) -> Receipt {
    let mut receipt = Receipt {
        kind: labelled.kind.unwrap_or(ReceiptKind::Invoice),
        merchant: merchant.name,
        merchant_ids: merchant.ids,
        due_on: labelled.due_on,
        total: labelled.total,
        payable: labelled.payable,
        currency: labelled.currency,
        taxes: labelled.taxes,
        invoice_number: labelled.invoice_number,
        lines: labelled.lines,
        payment: labelled.payment,
        return_by: labelled.return_by,
        warranty: labelled.warranty,
        ..Receipt::default()
    };
    let mut numbers = labelled.order_numbers.into_iter();
    receipt.order_number = numbers.next();
    receipt.other_order_numbers = numbers.map(|number| number.value).collect();
    receipt
}

/// The first day that the paper names and that is not the last one to pay, which is a guess.
fn first_day(text: &str, order: label::Order, labelled: &Labelled) -> Option<Found<NaiveDate>> {
    let due = labelled.due_on.as_ref().map(|due| due.value);
    text.lines().find_map(|line| {
        let day = label::days_in(line, None, order)
            .into_iter()
            .find(|day| Some(*day) != due)?;
        Some(Found::new(day, Origin::Label, line).less_sure(20))
    })
}

/// Who sells, by name, and its domains.
pub(super) fn merchant(text: &str, origin: Origin) -> (Option<Found<String>>, Vec<String>) {
    let found = merchant::find(&Sheet::of_text(text), origin);
    (found.name, found.ids)
}

/// The day beside a label, else the first day that the paper names, which is less sure.
fn issued(text: &str, labelled: &Labelled, origin: Origin) -> Option<Found<NaiveDate>> {
    labelled.issued_on.clone().or_else(|| {
        let due = labelled.due_on.as_ref().map(|due| due.value);
        text.lines().find_map(|line| {
            let day = label::days(line, None)
                .into_iter()
                .find(|day| Some(*day) != due)?;
            Some(Found::new(day, origin, line).less_sure(20))
        })
    })
}

/// All tax, where it is less than the total: a column of prices may stand beside the word.
fn tax(labelled: &Labelled) -> Option<Found<Decimal>> {
    let total = labelled.total.as_ref()?.value;
    labelled.tax_total.clone().filter(|tax| tax.value < total)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_invoice_on_paper_gives_its_merchant_total_and_day() {
        let text = "\tFACTURE\nLampes Morel SARL\tFacture n° : F-2026-12\n12 rue des Lilas\tDate : 05/03/2026\n\
            contact@lampes-morel.example\tÉchéance : 04/04/2026\nFacturé à\nDurand Conseil SAS\n\
            Total HT\t50,00 €\nTVA 20 %\t10,00 €\nTotal TTC\t60,00 €\nTVA intracommunautaire FR11123456782\n";
        let receipt = read(text, Origin::Label).unwrap();
        assert_eq!(receipt.merchant.unwrap().value, "Lampes Morel SARL");
        assert_eq!(receipt.merchant_ids, ["lampes-morel.example"]);
        assert_eq!(receipt.total.unwrap().value, "60.00".parse().unwrap());
        assert_eq!(receipt.tax_total.unwrap().value, "10.00".parse().unwrap());
        assert_eq!(receipt.issued_on.unwrap().value.to_string(), "2026-03-05");
        assert_eq!(receipt.invoice_number.unwrap().value, "F-2026-12");
    }

    #[test]
    fn a_text_without_a_total_is_no_purchase() {
        let text = "Compte rendu\nRéunion du 05/03/2026\nBudget évoqué : 60,00 €\n";
        assert!(read(text, Origin::Label).is_none());
    }
}
