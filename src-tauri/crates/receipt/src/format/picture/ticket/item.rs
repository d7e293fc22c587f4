//! The lines of a ticket: what was bought, above the first sum.

use domain::Decimal;

use super::label_of::Label;
use super::row::Row;
use crate::ReceiptLine;

/// Rows above a price that may name what it is for.
const ABOVE: usize = 2;

/// The lines above row `end`, up to the first row that is labelled as a sum.
pub(super) fn lines(rows: &[Row], end: usize) -> Vec<ReceiptLine> {
    let above = rows.get(..end).unwrap_or_default();
    let first_sum = above.iter().position(|row| {
        matches!(
            row.label,
            Some(Label::Total | Label::Subtotal | Label::Paid | Label::Change)
        ) && !row.amounts.is_empty()
    });
    let above = above
        .get(..first_sum.unwrap_or(above.len()))
        .unwrap_or_default();
    let mut lines: Vec<ReceiptLine> = Vec::new();
    for (at, row) in above.iter().enumerate() {
        let Some(amount) = row.last() else { continue };
        let is_discount = row.label == Some(Label::Other) && amount < Decimal::ZERO;
        let is_labelled = row.label.is_some() && !is_discount;
        if is_labelled || row.has_time || (is_by_unit(row) && row.amounts.len() == 1) {
            continue;
        }
        if let Some((count, each)) = counted(row) {
            // `2 Stk x 0,35` below the line that it belongs to, or `2 x 1,35  2,70` below its name.
            let known = lines
                .last_mut()
                .filter(|line| line.amount == count.checked_mul(each));
            if let Some(line) = known {
                line.quantity = Some(count);
                continue;
            }
            if row.amounts.len() < 2 {
                continue;
            }
            lines.push(ReceiptLine {
                name: name_above(above, at).unwrap_or_else(|| row.name.clone()),
                quantity: Some(count),
                amount: Some(amount),
            });
            continue;
        }
        let name = if row.letters() >= 2 {
            Some(row.name.clone())
        } else {
            name_above(above, at)
        };
        let Some(name) = name else { continue };
        let (name, quantity) = trailing_count(&name);
        lines.push(ReceiptLine {
            name,
            quantity,
            amount: Some(amount),
        });
    }
    leading_counts(&mut lines);
    lines
}

/// `4,99 €/kg`: a price that is of no thing yet.
fn is_by_unit(row: &Row) -> bool {
    let folded = text::fold(&row.text);
    [
        "/kg", "/ kg", "/l", "/stk", "/st", "/pc", "/piece", "/ud", "/pz",
    ]
    .iter()
    .any(|unit| folded.contains(unit))
}

/// The name on a row of its own above a price.
fn name_above(rows: &[Row], at: usize) -> Option<String> {
    let above = rows.get(at.saturating_sub(ABOVE)..at)?;
    above.iter().rev().find_map(|row| {
        let is_unit = is_by_unit(row) || text::fold(&row.text) == "eur";
        let is_name =
            row.amounts.is_empty() && row.label.is_none() && row.letters() >= 3 && !row.has_time;
        (is_name && !is_unit).then(|| row.text.replace('\t', " "))
    })
}

/// `2 Stk x 0,35`, `2 x 1,35  2,70`, `3 * 0,45`: how many, and the price of each.
fn counted(row: &Row) -> Option<(Decimal, Decimal)> {
    let text = text::fold(&row.text).replace('\t', " ");
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    let first = words.next()?;
    let digits = first.trim_end_matches(['x', '*', '×']);
    let count: Decimal = digits.parse().ok()?;
    let is_times = digits.len() < first.len()
        || words.next().is_some_and(|word| {
            matches!(
                word,
                "x" | "*" | "×" | "a" | "@" | "stk" | "st" | "pz" | "ud" | "st."
            )
        });
    let is_count = count.scale() == 0 && count > Decimal::ZERO && digits.len() <= 3;
    let letters = row.name.chars().filter(|sign| sign.is_alphabetic()).count();
    (is_times && is_count && letters <= 5).then_some((count, *row.amounts.first()?))
}

/// `PARQUET x12`: the count behind a name.
fn trailing_count(name: &str) -> (String, Option<Decimal>) {
    let parted = name.rsplit_once(' ').and_then(|(head, last)| {
        let digits = last.strip_prefix(['x', 'X', '×', '*'])?;
        let count: Decimal = digits.parse().ok()?;
        (digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some((head, count))
    });
    match parted {
        Some((head, count)) => (head.trim().to_owned(), Some(count)),
        None => (name.to_owned(), None),
    }
}

/// Where most lines start with a number, that is how many there are of each; else it belongs to a name.
fn leading_counts(lines: &mut [ReceiptLine]) {
    let parted = |line: &ReceiptLine| {
        let (first, rest) = line.name.split_once(' ')?;
        let digits = first.trim_end_matches(['x', 'X', '*']);
        let count: Decimal = digits.parse().ok()?;
        let is_count =
            count.scale() == 0 && digits.len() <= 2 && rest.chars().any(char::is_alphabetic);
        is_count.then(|| (count, rest.trim().to_owned()))
    };
    if lines.iter().filter(|line| parted(line).is_some()).count() * 2 <= lines.len() {
        return;
    }
    for line in lines {
        if let Some((count, name)) = parted(line) {
            line.name = name;
            line.quantity = line.quantity.or(Some(count));
        }
    }
}
