//! What stands beside a label: totals, tax, numbers, days, lines and payment in plain text, in six languages.
//!
//! The text is lines, as a mail or a page shows them; cells of a table row are parted by tabs (or by three spaces). Only what a
//! label names is taken: a price that stands alone, as in an advert, is nothing. The same rules read mails, PDF text and
//! tickets; whoever calls says with [`Origin`] how much the text itself is to be trusted.

mod amount;
mod day;
mod item;
mod parcel;
mod payment;
mod words;

use domain::{Currency, Decimal, NaiveDate};

use crate::{Delivery, Found, Origin, Payment, ReceiptKind, ReceiptLine, ReturnBy, Tax, Warranty};
pub use amount::{Amount, amounts, lone_amount};
pub use day::{Order, days, days_in};
pub(crate) use item::counted;
use words::Label;
pub(crate) use words::{is_number, number_word, rate};

/// What labels told.
#[derive(Debug, Clone, Default)]
pub struct Labelled {
    /// What kind of document the words say it is; `None` where none does.
    pub kind: Option<ReceiptKind>,
    /// The price with tax.
    pub total: Option<Found<Decimal>>,
    /// What remains to be paid.
    pub payable: Option<Found<Decimal>>,
    /// All tax.
    pub tax_total: Option<Found<Decimal>>,
    /// Tax by rate.
    pub taxes: Vec<Tax>,
    /// The currency of the total, else the one that amounts here have most.
    pub currency: Option<Found<Currency>>,
    /// Order numbers, the first one first.
    pub order_numbers: Vec<Found<String>>,
    /// The invoice's or receipt's number.
    pub invoice_number: Option<Found<String>>,
    /// The day of the order or invoice.
    pub issued_on: Option<Found<NaiveDate>>,
    /// The day payment is due.
    pub due_on: Option<Found<NaiveDate>>,
    /// What was bought.
    pub lines: Vec<ReceiptLine>,
    /// How it is paid.
    pub payment: Payment,
    /// Event and days of the parcel; its carrier and number are for [`crate::carrier`].
    pub delivery: Delivery,
    /// The last day to send it back.
    pub return_by: Option<Found<ReturnBy>>,
    /// The warranty.
    pub warranty: Option<Found<Warranty>>,
}

/// One line, parted into cells, each as written and folded.
struct Row<'a> {
    line: &'a str,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    written: &'a str,
    folded: String,
}

/// Most lines that are looked at: a longer document has its totals within its first pages.
const MOST_LINES: usize = 4000;

/// Reads what labels tell. `told` is the day of the message, which places days without a year.
pub fn read(text: &str, told: Option<NaiveDate>, origin: Origin) -> Labelled {
    let rows = rows(text);
    let mut labelled = Labelled::default();
    read_amounts(&rows, origin, &mut labelled);
    read_numbers(&rows, origin, &mut labelled);
    read_days(&rows, told, origin, &mut labelled);
    labelled.kind = kind(&rows, &labelled);
    if labelled.total.is_some() {
        labelled.lines = item::lines(&rows);
    }
    payment::read(&rows, told, origin, &mut labelled);
    labelled.delivery = parcel::read(&rows, told);
    labelled
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .take(MOST_LINES)
        .map(|line| Row {
            line,
            cells: line
                .split(['\t', '|'])
                .flat_map(|part| part.split("   "))
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .take(40)
                .map(|written| Cell {
                    written,
                    folded: text::fold(written),
                })
                .collect(),
        })
        .collect()
}

/// What follows a label: the rest of its cell, the cells behind it, the cell of the next line.
fn values<'a>(rows: &'a [Row<'a>], row: usize, cell: usize, rest: &'a str) -> Vec<&'a str> {
    let mut values = Vec::new();
    let rest = rest.trim_start_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, ':' | '.' | '-' | '–' | '=' | '*' | '#')
    });
    if !rest.is_empty() {
        values.push(rest);
    }
    let Some(here) = rows.get(row) else {
        return values;
    };
    values.extend(here.cells.iter().skip(cell + 1).map(|cell| cell.written));
    if values.is_empty() {
        let next = rows.get(row + 1).and_then(|next| next.cells.first());
        values.extend(next.map(|cell| cell.written));
    }
    values
}

/// What a cell says behind a label that it starts with, as written.
fn behind<'a>(cell: &'a Cell<'_>, label: &str) -> Option<&'a str> {
    let rest = cell.folded.strip_prefix(label)?;
    if rest.starts_with(|sign: char| sign.is_alphanumeric()) {
        return None;
    }
    Some(tail_of(cell.written, rest))
}

/// The end of a text as written whose folding ends with `rest`. Folding may change lengths, so the split is found by trying.
pub(crate) fn tail_of<'a>(written: &'a str, rest: &str) -> &'a str {
    let starts = written
        .char_indices()
        .map(|(at, _)| at)
        .chain([written.len()]);
    starts
        .filter_map(|at| written.get(at..))
        .find(|tail| text::fold(tail).len() <= rest.trim_start().len())
        .unwrap_or_default()
}

fn read_amounts(rows: &[Row<'_>], origin: Origin, labelled: &mut Labelled) {
    let mut totals: Vec<(u8, usize, Amount)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (place, cell) in row.cells.iter().enumerate() {
            let Some((rank, rest)) = words::total(cell) else {
                continue;
            };
            let found = values(rows, at, place, rest);
            if let Some(amount) = found.iter().find_map(|value| total_in(value)) {
                if let Some(tax) = found.iter().find_map(|value| tax_within(value)) {
                    labelled.taxes.push(tax);
                }
                totals.push((rank, at, amount));
            }
        }
        read_tax(rows, at, labelled);
    }
    let best = totals.iter().map(|(rank, ..)| *rank).max();
    let of_best: Vec<&(u8, usize, Amount)> =
        totals.iter().filter(|one| Some(one.0) == best).collect();
    if let Some((_, at, amount)) = of_best.first() {
        let place = rows.get(*at).map_or("", |row| row.line);
        let total = Found::new(amount.value.abs(), origin, place);
        labelled.total = Some(total);
        labelled.currency = amount.currency.map(|code| Found::new(code, origin, place));
    }
    if labelled.total.is_some() && labelled.currency.is_none() {
        let all = rows.iter().flat_map(|row| amounts(row.line));
        let first = all.filter_map(|amount| amount.currency).next();
        labelled.currency = first.map(|code| Found::new(code, origin, "").less_sure(20));
    }
    let payable = rows.iter().enumerate().find_map(|(at, row)| {
        let (place, cell) = row.cells.iter().enumerate().next()?;
        let rest = words::PAYABLE
            .iter()
            .find_map(|label| behind(cell, label))?;
        let amount = values(rows, at, place, rest)
            .into_iter()
            .find_map(total_in)?;
        Some(Found::new(amount.value.abs(), origin, row.line))
    });
    labelled.payable = payable;
    if labelled.total.is_none() {
        labelled.total = labelled.payable.clone();
    }
    if labelled.tax_total.is_none() && !labelled.taxes.is_empty() {
        let sum: Decimal = labelled.taxes.iter().map(|tax| tax.amount).sum();
        let fits = labelled
            .total
            .as_ref()
            .is_none_or(|total| sum < total.value);
        labelled.tax_total = fits
            .then(|| Found::new(sum, origin, ""))
            .filter(|_| labelled.total.is_some());
    }
}

/// An amount of a value that says nothing else but, perhaps, that tax is in it.
fn total_in(value: &str) -> Option<Amount> {
    let found = amounts(value);
    let first = found.first()?;
    let head = value.get(..first.start)?;
    let is_told = head.chars().filter(|sign| sign.is_alphabetic()).count() <= 24;
    is_told.then(|| first.clone())
}

/// `129,90 € (dont 21,65 € TVA)`: the tax that stands behind a total.
fn tax_within(value: &str) -> Option<Tax> {
    let found = amounts(value);
    let [total, tax] = found.as_slice() else {
        return None;
    };
    let rest = text::fold(value.get(total.end..)?);
    let is_tax = ["tva", "vat", "mwst", "ust", "iva", "btw", "tax"]
        .iter()
        .any(|word| contains(&rest, word));
    is_tax.then(|| Tax {
        rate: rate(&rest),
        base: None,
        amount: tax.value.abs(),
    })
}

fn read_tax(rows: &[Row<'_>], at: usize, labelled: &mut Labelled) {
    let Some(row) = rows.get(at) else { return };
    let found = row.cells.iter().enumerate().find_map(|(place, cell)| {
        let rest = words::tax(cell)?;
        let amount = values(rows, at, place, rest)
            .into_iter()
            .flat_map(amounts)
            .next_back()?;
        Some((cell, amount))
    });
    let Some((cell, amount)) = found else { return };
    let tax = Tax {
        rate: rate(&cell.folded),
        base: None,
        amount: amount.value.abs(),
    };
    if !labelled.taxes.contains(&tax) {
        labelled.taxes.push(tax);
    }
}

fn read_numbers(rows: &[Row<'_>], origin: Origin, labelled: &mut Labelled) {
    let mut add = |number: &str, line: &str| {
        let known = labelled.order_numbers.iter().any(|one| one.value == number);
        if !known {
            labelled
                .order_numbers
                .push(Found::new(number.to_owned(), origin, line));
        }
    };
    for (at, row) in rows.iter().enumerate() {
        for (place, cell) in row.cells.iter().enumerate() {
            for number in words::numbers(words::ORDER, cell, || values(rows, at, place, "")) {
                add(&number, row.line);
            }
        }
    }
    labelled.invoice_number = rows.iter().enumerate().find_map(|(at, row)| {
        row.cells.iter().enumerate().find_map(|(place, cell)| {
            let mut found = words::numbers(words::INVOICE, cell, || values(rows, at, place, ""));
            Some(Found::new(found.next()?, origin, row.line))
        })
    });
}

fn read_days(rows: &[Row<'_>], told: Option<NaiveDate>, origin: Origin, labelled: &mut Labelled) {
    let by = |labels: &[Label]| {
        rows.iter().enumerate().find_map(|(at, row)| {
            row.cells.iter().enumerate().find_map(|(place, cell)| {
                let rest = labels.iter().find_map(|label| behind(cell, label))?;
                let day = values(rows, at, place, rest)
                    .into_iter()
                    .take(1)
                    .find_map(|value| days(value, told).into_iter().next())?;
                Some(Found::new(day, origin, row.line))
            })
        })
    };
    labelled.issued_on = by(words::ISSUED);
    labelled.due_on = by(words::DUE);
}

fn kind(rows: &[Row<'_>], labelled: &Labelled) -> Option<ReceiptKind> {
    let mut head = rows.iter().take(60).flat_map(|row| row.cells.iter());
    let has = |words: &[&str]| {
        head.clone()
            .any(|cell| words.iter().any(|word| contains(&cell.folded, word)))
    };
    if has(words::REFUND) {
        return Some(ReceiptKind::Refund);
    }
    if labelled.invoice_number.is_some() || has(words::AN_INVOICE) {
        return Some(ReceiptKind::Invoice);
    }
    if !labelled.order_numbers.is_empty() || has(words::AN_ORDER) {
        return Some(ReceiptKind::Order);
    }
    let is_paid = head.any(|cell| words::PAID.iter().any(|word| contains(&cell.folded, word)));
    is_paid.then_some(ReceiptKind::Receipt)
}

/// Whether a phrase stands in a folded text as words of its own.
pub(crate) fn contains(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text
            .get(at + phrase.len()..)
            .and_then(|rest| rest.chars().next());
        let is_free = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
        is_free(before) && is_free(after)
    })
}

#[cfg(test)]
mod tests;
