//! Tax on a ticket: one row by rate, or a table of net, tax and gross in any order. Which number is which, arithmetic tells.

use domain::{Currency, Decimal};

use super::label_of::Label;
use super::row::Row;
use crate::Tax;

/// How far below a table's header its rows stand.
const BELOW: usize = 5;

/// Tax by rate.
pub(super) fn taxes(rows: &[Row], total: Decimal) -> Vec<Tax> {
    let mut taxes: Vec<Tax> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let is_sum = row.label == Some(Label::Total);
        let is_told = row.label == Some(Label::Tax) || (row.rate.is_some() && !is_sum);
        let header = rows.get(at.saturating_sub(BELOW)..at).unwrap_or_default();
        let is_below = header.iter().any(|row| row.label == Some(Label::Tax));
        if is_sum || !(is_told || is_below && parts(row).is_some()) {
            continue;
        }
        let Some(tax) = tax(row).filter(|tax| tax.amount < total) else {
            continue;
        };
        if !taxes.contains(&tax) {
            taxes.push(tax);
        }
    }
    taxes
}

/// All tax: as the table's last row sums it up, else the sum by rate.
pub(super) fn sum(taxes: &[Tax], rows: &[Row], total: Decimal) -> Option<Decimal> {
    // `Total  4,42  0,61  5,03`: net and tax make the price, even where that is misread beside them.
    let summed = rows
        .iter()
        .filter(|row| row.label == Some(Label::Total))
        .find_map(|row| {
            row.amounts.windows(2).find_map(|pair| match pair {
                [a, b] if a + b == total && !a.is_zero() && !b.is_zero() => Some(*a.min(b)),
                _ => None,
            })
        });
    if summed.is_some() {
        return summed;
    }
    let sum: Decimal = taxes.iter().map(|tax| tax.amount).sum();
    (!taxes.is_empty() && sum < total).then_some(sum)
}

/// What the rows by rate come to with their tax, where each says what its tax is of.
pub(super) fn sum_of_gross(rows: &[Row], total: Decimal) -> Option<Decimal> {
    let taxes = taxes(rows, total);
    let gross = taxes.iter().map(|tax| Some(tax.base? + tax.amount));
    let sum: Option<Decimal> = gross.sum();
    sum.filter(|_| !taxes.is_empty())
}

/// The price with tax of a row that parts it.
pub(super) fn gross(row: &Row) -> Option<Decimal> {
    parts(row).map(|parts| parts.gross)
}

struct Parts {
    net: Decimal,
    tax: Decimal,
    gross: Decimal,
}

/// Net, tax and gross, where two of a row's amounts make the third.
fn parts(row: &Row) -> Option<Parts> {
    let amounts: Vec<Decimal> = row.amounts.iter().rev().take(3).copied().collect();
    let [a, b, c] = amounts.as_slice() else {
        return None;
    };
    let mut sorted = [*a, *b, *c];
    sorted.sort();
    let [tax, net, gross] = sorted;
    let is_sum = (tax + net - gross).abs() <= Decimal::new(1, 2) && tax > Decimal::ZERO;
    (is_sum && tax * Decimal::TWO < net).then_some(Parts { net, tax, gross })
}

fn tax(row: &Row) -> Option<Tax> {
    if let Some(parts) = parts(row) {
        return Some(Tax {
            rate: row.rate,
            base: Some(parts.net),
            amount: parts.tax,
        });
    }
    match (row.amounts.as_slice(), row.rate) {
        ([only], _) => (row.label == Some(Label::Tax)).then(|| Tax {
            rate: row.rate,
            base: None,
            amount: only.abs(),
        }),
        ([.., a, b], Some(rate)) => {
            let net = |gross: Decimal, tax: Decimal| {
                is_share(tax, gross, rate, rate + Decimal::ONE_HUNDRED).then_some(gross - tax)
            };
            let base = |base: Decimal, tax: Decimal| {
                is_share(tax, base, rate, Decimal::ONE_HUNDRED).then_some(base)
            };
            let read = |tax: Decimal, other: Decimal| {
                base(other, tax)
                    .or_else(|| net(other, tax))
                    .map(|base| Tax {
                        rate: Some(rate),
                        base: Some(base),
                        amount: tax,
                    })
            };
            read(*b, *a).or_else(|| read(*a, *b))
        }
        _ => None,
    }
}

/// Whether `tax` is `rate` of `whole` parts of `amount`, to a cent or two.
fn is_share(tax: Decimal, amount: Decimal, rate: Decimal, whole: Decimal) -> bool {
    let share = amount
        .checked_mul(rate)
        .and_then(|product| product.checked_div(whole));
    share.is_some_and(|share| (share - tax).abs() <= Decimal::new(2, 2)) && tax < amount
}

/// The currency of the countries that name their tax so, by its rate where several do.
pub(super) fn currency(row: &Row) -> Option<Currency> {
    if row.label != Some(Label::Tax) {
        return None;
    }
    let folded = text::fold(&row.text);
    let has = |word: &str| crate::label::contains(&folded, word);
    let swiss: [Decimal; 6] = [(81, 1), (26, 1), (38, 1), (77, 1), (25, 1), (37, 1)]
        .map(|(digits, scale)| Decimal::new(digits, scale));
    if has("vat") || has("tax") || has("taxe") {
        return None;
    }
    let code = match row.rate {
        Some(rate) if swiss.contains(&rate) => "CHF",
        _ => "EUR",
    };
    code.parse().ok()
}
