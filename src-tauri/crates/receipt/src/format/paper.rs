//! Invoices and tickets as paper shows them: lines of cells, read by their labels, with a merchant who is named at the head.
//!
//! The lines come from a PDF or from a recognised picture; cells are parted by tabs.

mod merchant;

use chrono::NaiveDate;
use domain::Decimal;

use crate::label::{self, Labelled};
use crate::{Found, Origin, Receipt, ReceiptKind};

/// The purchase that the lines tell of; `None` where they state no total, or where nothing but a total speaks for a purchase.
pub(super) fn read(text: &str, origin: Origin) -> Option<Receipt> {
    let labelled = label::read(text, None, origin);
    let is_paper = labelled.invoice_number.is_some()
        || labelled.tax_total.is_some()
        || matches!(
            labelled.kind,
            Some(ReceiptKind::Invoice | ReceiptKind::Receipt | ReceiptKind::Refund)
        )
        || origin == Origin::Picture;
    if labelled.total.is_none() || !is_paper {
        return None;
    }
    let merchant = merchant::find(text, origin);
    let mut receipt = Receipt {
        kind: match (origin, labelled.kind) {
            (Origin::Picture, None) => ReceiptKind::Receipt,
            (_, kind) => kind.unwrap_or(ReceiptKind::Invoice),
        },
        merchant: merchant.name,
        merchant_ids: merchant.ids,
        issued_on: issued(text, &labelled, origin),
        tax_total: tax(&labelled),
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
    Some(receipt)
}

/// Who sells, by name, and its domains.
pub(super) fn merchant(text: &str, origin: Origin) -> (Option<Found<String>>, Vec<String>) {
    let found = merchant::find(text, origin);
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
