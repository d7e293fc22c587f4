//! One row of a ticket: what it is labelled, and the amounts at its right.

use domain::{Currency, Decimal};

use super::super::words;
use super::label_of::{self, Label};
use crate::label::amounts;

/// A row, looked at as a till prints it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// All of it, cells parted by tabs.
    pub(super) text: String,
    /// What stands before the last amount, or all where there is none.
    pub(super) name: String,
    pub(super) amounts: Vec<Decimal>,
    pub(super) currency: Option<Currency>,
    pub(super) label: Option<Label>,
    /// A share in per cent that it names.
    pub(super) rate: Option<Decimal>,
    pub(super) has_time: bool,
    /// How sure its letters are, 0 to 100.
    pub(super) confidence: u8,
}

impl Row {
    pub(super) fn of(row: &words::Row) -> Self {
        let cells: Vec<String> = row.cells.iter().map(|cell| mended(cell)).collect();
        let text = cells.join("\t");
        let mut found = Vec::new();
        let mut currency = None;
        let mut name_end = text.len();
        let mut start = 0;
        for cell in &cells {
            for amount in amounts(cell) {
                found.push(amount.value);
                currency = currency.or(amount.currency);
                name_end = start + amount.start;
            }
            start += cell.len() + 1;
        }
        let name = text.get(..name_end).unwrap_or(&text);
        let name = name.replace('\t', " ");
        let folded = text::fold(&text);
        Row {
            label: label_of::label(&text::fold(&name)),
            rate: rate(&folded),
            has_time: has_time(&text),
            name: name.trim().to_owned(),
            amounts: found,
            currency,
            text,
            confidence: row.confidence,
        }
    }

    pub(super) fn last(&self) -> Option<Decimal> {
        self.amounts.last().copied()
    }

    pub(super) fn letters(&self) -> usize {
        self.name
            .chars()
            .filter(|sign| sign.is_alphabetic())
            .count()
    }
}

/// Digits that were taken for letters in what is otherwise a price, and prices that were pulled apart.
fn mended(cell: &str) -> String {
    let mut mended = String::with_capacity(cell.len());
    for word in cell.split(' ') {
        let word = digits_again(word);
        let is_digit = |sign: char| sign.is_ascii_digit();
        let cents = word.trim_end_matches('-');
        let is_behind = cents.len() == 3
            && cents.starts_with([',', '.'])
            && cents.chars().skip(1).all(is_digit)
            && mended.ends_with(is_digit);
        let is_open = mended.ends_with([',', '.'])
            && mended.trim_end_matches([',', '.']).ends_with(is_digit)
            && cents.len() == 2
            && cents.chars().all(is_digit);
        if !mended.is_empty() && !is_behind && !is_open {
            mended.push(' ');
        }
        mended.push_str(&word);
    }
    mended
}

/// `1O,2O` and `ü,99`: a price, but for letters that look like its digits.
fn digits_again(word: &str) -> String {
    let has_digit = word.chars().any(|sign| sign.is_ascii_digit());
    let is_price = has_digit
        && word.contains([',', '.'])
        && word.chars().all(|sign| {
            sign.is_ascii_digit()
                || matches!(sign, ',' | '.' | '-' | 'O' | 'o' | 'l' | 'I' | '|' | '€')
        });
    if is_price {
        return word.replace(['O', 'o'], "0").replace(['l', 'I', '|'], "1");
    }
    let mut signs = word.chars();
    let round = signs
        .next()
        .is_some_and(|sign| matches!(sign, 'O' | 'o' | 'Q' | 'D' | 'G' | 'U' | 'Ü' | 'ü' | 'ö'));
    let rest = signs.as_str();
    let cents = rest
        .strip_prefix([',', '.'])
        .map(|cents| cents.trim_end_matches('-'));
    let is_cents = cents
        .is_some_and(|cents| cents.len() == 2 && cents.bytes().all(|byte| byte.is_ascii_digit()));
    if round && is_cents {
        format!("0{rest}")
    } else {
        word.to_owned()
    }
}

/// The number before a `%`, where it may be a tax's.
fn rate(folded: &str) -> Option<Decimal> {
    let (head, _) = folded.split_once('%')?;
    let digits = head
        .trim_end()
        .rsplit(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ','))
        .next()?;
    let rate: Decimal = digits
        .trim_matches([',', '.'])
        .replace(',', ".")
        .parse()
        .ok()?;
    (rate <= Decimal::from(30) && rate >= Decimal::ZERO).then_some(rate.normalize())
}

/// `17:20`, `19:22:02`, `20h11`.
fn has_time(text: &str) -> bool {
    let digits = |part: &str| -> usize { part.chars().take_while(char::is_ascii_digit).count() };
    text.match_indices([':', 'h', 'H']).any(|(at, sign)| {
        let before = text.get(..at).unwrap_or_default();
        let hour = before
            .chars()
            .rev()
            .take_while(char::is_ascii_digit)
            .count();
        let minute = digits(text.get(at + sign.len()..).unwrap_or_default());
        (1..=2).contains(&hour) && minute == 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_put_together_again() {
        for (seen, meant) in [
            ("TOTAL 1O,2O", "TOTAL 10,20"),
            ("5 ,55", "5,55"),
            ("5, 55", "5,55"),
            ("0, 25-", "0,25-"),
            ("ü,99", "0,99"),
            ("12.03.2026 07:58", "12.03.2026 07:58"),
            ("No.12 Oil", "No.12 Oil"),
        ] {
            assert_eq!(mended(seen), meant);
        }
    }

    #[test]
    fn a_time_of_day_is_seen() {
        assert!(has_time("Zeit19:22:02"));
        assert!(has_time("20h11"));
        assert!(!has_time("Kas: 001"));
    }
}
