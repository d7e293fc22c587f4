//! Till tickets: lines with their prices at the right, a total, how it was paid, tax by rate, the shop at the head.
//!
//! A recogniser misreads a sign here and there, so a total is believed for more than its label: the lines add up to it, what
//! was handed over less the change gives it, the tax table ends in it, it stands there again as paid.

mod item;
mod label_of;
mod row;
mod tax;

use chrono::NaiveDate;
use domain::{Currency, Decimal};

use super::words::{self, Word};
use crate::format::paper;
use crate::label::{self, Labelled};
use crate::{Found, Origin, Receipt, ReceiptKind};
use label_of::Label;
use row::Row;

/// From this confidence on, a row may name the shop.
const CLEAR: u8 = 55;
/// What must speak for a total.
const ENOUGH: u32 = 4;

/// Whether a row has a tax's rate and more than one amount: whether they fit each other or one of them is misread.
pub(super) fn tells_tax(seen: &[Word]) -> bool {
    let rows = words::rows(seen);
    let mut rows = rows.iter().map(Row::of);
    rows.any(|row| row.rate.is_some() && row.amounts.len() > 1)
}

/// The purchase that a page of words tells of; `None` where no price speaks for one.
pub(super) fn read(seen: &[Word]) -> Option<Receipt> {
    let seen = words::rows(seen);
    let rows: Vec<Row> = seen.iter().map(Row::of).collect();
    let text = text_of(&rows, 0);
    let folded = text::fold(&text);
    if BANKS.iter().any(|phrase| label::contains(&folded, phrase)) {
        return None;
    }
    let labelled = label::read(&text, None, Origin::Picture);
    let Some(total) = total(&rows) else {
        return paper::read(&text, Origin::Picture).filter(is_invoice);
    };
    let lines = item::lines(&rows, total.at);
    let taxes = tax::taxes(&rows, total.value);
    let day = day(&rows);
    let is_paid = rows
        .iter()
        .any(|row| matches!(row.label, Some(Label::Paid | Label::Change)));
    let is_ticket = day.is_some() || !taxes.is_empty() || is_paid || total.support > ENOUGH;
    if !is_ticket {
        return None;
    }
    let place = rows.get(total.at).map_or("", |row| row.text.as_str());
    let sure = |support: u32| if support > ENOUGH { 0 } else { 10 };
    let (name, ids) = paper::merchant(&text_of(&rows, CLEAR), Origin::Picture);
    let tax_total = tax::sum(&taxes, &rows, total.value);
    let is_invoice =
        labelled.kind == Some(ReceiptKind::Invoice) && labelled.invoice_number.is_some();
    let mut receipt = Receipt {
        kind: if is_invoice {
            ReceiptKind::Invoice
        } else {
            ReceiptKind::Receipt
        },
        merchant: name,
        merchant_ids: ids,
        issued_on: labelled
            .issued_on
            .clone()
            .filter(|_| is_invoice)
            .or(day)
            .or(labelled.issued_on.clone()),
        total: Some(Found::new(total.value, Origin::Picture, place).less_sure(sure(total.support))),
        currency: currency(&rows, &labelled),
        tax_total: tax_total.map(|tax| Found::new(tax, Origin::Picture, "")),
        taxes,
        invoice_number: labelled.invoice_number.or_else(|| number(&rows)),
        due_on: labelled.due_on.filter(|_| is_invoice),
        lines,
        payment: labelled.payment,
        return_by: labelled.return_by,
        warranty: labelled.warranty,
        ..Receipt::default()
    };
    if receipt.payment.card_ending.is_none() {
        receipt.payment.card_ending = card(&rows);
    }
    Some(receipt)
}

/// What is no ticket is an invoice only where it says more than a price.
fn is_invoice(receipt: &Receipt) -> bool {
    receipt.invoice_number.is_some() && receipt.issued_on.is_some() && receipt.total.is_some()
}

fn text_of(rows: &[Row], least: u8) -> String {
    let mut text = String::new();
    for row in rows.iter().filter(|row| row.confidence >= least) {
        text.push_str(&row.text);
        text.push('\n');
    }
    text
}

/// The price, where it stands, and how much speaks for it.
struct Total {
    value: Decimal,
    at: usize,
    support: u32,
}

fn total(rows: &[Row]) -> Option<Total> {
    let mut best: Option<Total> = None;
    for (at, row) in rows.iter().enumerate() {
        let base = match row.label {
            Some(Label::Total) => 4,
            Some(Label::Subtotal) => 2,
            Some(Label::Paid) => 1,
            // A label may be misread beyond recognition.
            None => 0,
            Some(_) => continue,
        };
        let Some(value) = tax::gross(row).or(row.last()) else {
            continue;
        };
        if value <= Decimal::ZERO {
            continue;
        }
        let found = Support::of(rows, at, value);
        if base == 0 && found.by_till() < ENOUGH {
            continue;
        }
        let support = base + found.by_till() + found.by_rows();
        if best.as_ref().is_none_or(|known| support > known.support) {
            best = Some(Total { value, at, support });
        }
    }
    best.filter(|total| total.support >= ENOUGH)
}

/// What speaks for an amount beside its label.
struct Support {
    is_sum_of_lines: bool,
    is_subtotal_and_tax: bool,
    is_given_less_change: bool,
    is_in_tax_table: bool,
    is_sum_of_tax_rows: bool,
    stands_again: bool,
}

impl Support {
    fn of(rows: &[Row], at: usize, value: Decimal) -> Self {
        let items = item::lines(rows, at);
        let sum: Decimal = items.iter().filter_map(|line| line.amount).sum();
        let of = |label: Label| {
            let rows = rows.iter().enumerate();
            rows.filter(move |(other, row)| *other != at && row.label == Some(label))
                .filter_map(|(_, row)| row.last())
                .map(|amount| amount.abs())
        };
        Support {
            is_sum_of_lines: !items.is_empty() && sum == value,
            is_subtotal_and_tax: of(Label::Subtotal).any(|subtotal| {
                let tax: Decimal = of(Label::Tax).sum();
                !tax.is_zero() && subtotal + tax == value
            }),
            is_given_less_change: of(Label::Change).any(|change| {
                of(Label::Paid).any(|given| given - change == value && !change.is_zero())
            }),
            is_in_tax_table: rows
                .iter()
                .enumerate()
                .any(|(other, row)| other != at && tax::gross(row) == Some(value)),
            is_sum_of_tax_rows: tax::sum_of_gross(rows, value) == Some(value),
            stands_again: [Label::Paid, Label::Total, Label::Subtotal]
                .into_iter()
                .any(|label| of(label).any(|amount| amount == value)),
        }
    }

    /// What the till worked out from the price.
    fn by_till(&self) -> u32 {
        u32::from(self.is_given_less_change) * 3
            + u32::from(self.is_in_tax_table) * 2
            + u32::from(self.is_sum_of_tax_rows) * 2
    }

    /// What the price was worked out from, and where it is repeated.
    fn by_rows(&self) -> u32 {
        u32::from(self.is_sum_of_lines || self.is_subtotal_and_tax) * 4
            + u32::from(self.stands_again)
    }
}

/// The day that stands beside a time of day, else the first one.
fn day(rows: &[Row]) -> Option<Found<NaiveDate>> {
    let in_row = |row: &Row| {
        let text = row.text.replace('\t', " ");
        let day = days_in(&text).into_iter().next()?;
        Some(Found::new(day, Origin::Picture, row.text.clone()))
    };
    let timed = rows.iter().filter(|row| row.has_time).find_map(in_row);
    timed.or_else(|| {
        rows.iter()
            .find_map(in_row)
            .map(|found| found.less_sure(10))
    })
}

/// Days of a row, also where a word runs into one: `Dat.31.08.2015`, `Datum:06.06.15`.
fn days_in(text: &str) -> Vec<NaiveDate> {
    let found = label::days(text, None);
    if !found.is_empty() {
        return found;
    }
    let parted: String = text
        .chars()
        .map(|sign| {
            if sign.is_ascii_digit() || matches!(sign, '.' | '/' | '-') {
                sign
            } else {
                ' '
            }
        })
        .collect();
    let bare: Vec<&str> = parted
        .split(' ')
        .map(|word| word.trim_matches(['.', '/', '-']))
        .filter(|word| word.len() >= 6)
        .collect();
    label::days(&bare.join(" "), None)
}

/// As printed; else the one in which such a tax is paid, which is less sure.
fn currency(rows: &[Row], labelled: &Labelled) -> Option<Found<Currency>> {
    let printed = rows.iter().find_map(|row| {
        let word = row
            .text
            .split(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | ':' | '/'));
        let code = row.currency.or_else(|| {
            word.map(|word| word.trim_matches(['.', ',', '*']))
                .find_map(currency_word)
        })?;
        Some(Found::new(code, Origin::Picture, row.text.clone()))
    });
    labelled.currency.clone().or(printed).or_else(|| {
        let code = rows.iter().find_map(tax::currency)?;
        Some(Found::new(code, Origin::Guess, "tax"))
    })
}

fn currency_word(word: &str) -> Option<Currency> {
    let code = match word {
        "€" | "EURO" | "Euro" | "euros" | "EUROS" | "Euros" | "EUR" | "eur" => "EUR",
        "£" | "GBP" => "GBP",
        "CHF" | "Fr" | "SFr" => "CHF",
        "USD" | "US$" => "USD",
        "PLN" | "zł" => "PLN",
        "SEK" | "DKK" | "NOK" | "CZK" | "HUF" | "CAD" => word,
        _ => return None,
    };
    code.parse().ok()
}

/// The number of the ticket, where a word says that it is one.
fn number(rows: &[Row]) -> Option<Found<String>> {
    rows.iter().find_map(|row| {
        let text = row.text.replace(['\t', ':'], " ");
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let at = words.iter().position(|word| {
            let folded = text::fold(word);
            NUMBERED.contains(&folded.trim_matches(|sign: char| !sign.is_alphanumeric()))
        })?;
        let mut behind = words.iter().skip(at + 1).take(3);
        let number = behind.find(|word| word.bytes().filter(u8::is_ascii_digit).count() >= 3)?;
        let number = number.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
        let is_number = number.bytes().all(|byte| {
            byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'-' | b'/')
        });
        (is_number && days_in(number).is_empty())
            .then(|| Found::new(number.to_owned(), Origin::Picture, row.text.clone()))
    })
}

/// What a statement of a bank says of itself.
const BANKS: &[&str] = &[
    "releve de compte",
    "extrait de compte",
    "nouveau solde",
    "ancien solde",
    "kontoauszug",
    "neuer saldo",
    "alter saldo",
    "bank statement",
    "account statement",
    "opening balance",
    "closing balance",
    "extracto de cuenta",
    "estado de cuenta",
    "estratto conto",
    "rekeningafschrift",
    "nieuw saldo",
];
/// What stands before a ticket's number.
const NUMBERED: &[&str] = &[
    "doc",
    "documento",
    "ticket",
    "bon",
    "bon-nr",
    "bonnr",
    "beleg",
    "beleg-nr",
    "belegnr",
    "simplificada",
    "receipt",
    "kassenbon",
    "bonnummer",
    "recu",
];

/// `CB ****1234`, `XXXXXXXXXXXX1234`: four digits behind signs that hide the others.
fn card(rows: &[Row]) -> Option<Found<String>> {
    rows.iter().find_map(|row| {
        let hides = |sign: char| matches!(sign, '*' | 'x' | 'X' | '#' | '•' | '·');
        row.text
            .split(|sign: char| sign.is_whitespace())
            .find_map(|word| {
                let digits: String = word
                    .chars()
                    .skip_while(|sign| !sign.is_ascii_digit())
                    .collect();
                let hidden = word.chars().take_while(|sign| hides(*sign)).count();
                let is_ending =
                    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
                (is_ending && hidden >= 3 && hidden + 4 == word.chars().count())
                    .then(|| Found::new(digits, Origin::Picture, row.text.clone()))
            })
    })
}

#[cfg(test)]
mod tests;
