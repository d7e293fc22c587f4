//! A printed line: words with places, the cells and the amounts that they make.

use domain::Decimal;

use crate::format::csv::{DecimalSign, Way, currency_of, printed};

/// A word where it is printed, in points or in columns.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) struct Word {
    pub(in crate::format) text: String,
    pub(in crate::format) left: f64,
    pub(in crate::format) right: f64,
}

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::format) struct Line {
    /// From 1, over all pages.
    pub(in crate::format) number: u32,
    /// From 1.
    pub(in crate::format) page: u32,
    /// Height of the type, in the measure of the words' places.
    pub(in crate::format) em: f64,
    /// Whether it stands apart from the line above, or begins a page.
    pub(in crate::format) is_apart: bool,
    /// From the left.
    pub(in crate::format) words: Vec<Word>,
}

/// Words that belong together, as positions of the line's words.
pub(super) type Cell = std::ops::Range<usize>;

/// A gap of this share of the type's height parts cells.
const CELL: f64 = 0.8;
/// A gap of this share of the type's height may part the groups of a number.
const GROUP: f64 = 0.65;
/// The most words that one amount is printed as: `- 1 234 567,89 EUR CR`.
const MOST_WORDS: usize = 6;
/// A sign or letter for the way of an amount stands at most this many type heights behind it.
const SIGN_REACH: f64 = 5.0;
/// A word that can be nothing else may stand in a column of its own.
const WORD_REACH: f64 = 20.0;

/// An amount with two decimals.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    /// Without its sign.
    pub(super) size: Decimal,
    pub(super) way: Way,
    /// Whether its sign is a word (`CR`, `Af`), not a plus or minus.
    pub(super) worded: bool,
    pub(super) unit: Option<domain::Currency>,
    /// Its words.
    pub(super) words: Cell,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Line {
    pub(super) fn text(&self, cell: &Cell) -> String {
        let words = self.words.get(cell.clone()).unwrap_or_default();
        let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    pub(super) fn whole(&self) -> String {
        self.text(&(0..self.words.len()))
    }

    pub(super) fn left(&self, cell: &Cell) -> f64 {
        self.words.get(cell.start).map_or(0.0, |word| word.left)
    }

    pub(super) fn right(&self, cell: &Cell) -> f64 {
        let last = cell.end.checked_sub(1).and_then(|at| self.words.get(at));
        last.map_or(0.0, |word| word.right)
    }

    /// The space between this word and the one before it.
    fn gap(&self, at: usize) -> f64 {
        let before = at.checked_sub(1).and_then(|at| self.words.get(at));
        match (before, self.words.get(at)) {
            (Some(before), Some(word)) => word.left - before.right,
            _ => f64::INFINITY,
        }
    }

    pub(super) fn cells(&self) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for at in 0..self.words.len() {
            match cells.last_mut() {
                Some(cell) if self.gap(at) < CELL * self.em => cell.end = at + 1,
                _ => cells.push(at..at + 1),
            }
        }
        cells
    }

    /// The amounts, from the left. Whole numbers are none: too much else is printed as one.
    pub(super) fn amounts(&self) -> Vec<Amount> {
        let mut amounts = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            match self.amount_at(at) {
                Some(amount) => {
                    at = amount.words.end;
                    amounts.push(amount);
                }
                None => at += 1,
            }
        }
        amounts
    }

    /// The longest amount that begins with this word.
    fn amount_at(&self, start: usize) -> Option<Amount> {
        let mut longest = None;
        let mut joined = String::new();
        for at in start..self.words.len().min(start + MOST_WORDS) {
            if at > start && self.gap(at) > GROUP * self.em {
                break;
            }
            if at > start {
                joined.push(' ');
            }
            joined.push_str(&self.words.get(at)?.text);
            if let Some(amount) = self.amount_of(&joined, start..at + 1) {
                longest = Some(amount);
            }
        }
        let mut amount: Amount = longest?;
        let next = amount.words.end;
        let sign = self.words.get(next).map(|word| word.text.as_str());
        let reach = if matches!(sign, Some("Af" | "Bij" | "AF" | "BIJ")) {
            WORD_REACH
        } else {
            SIGN_REACH
        };
        if amount.way == Way::Bare
            && self.gap(next) < reach * self.em
            && let Some(way) = sign.and_then(sign_word)
        {
            amount.way = way;
            amount.worded = true;
            amount.words.end = next + 1;
        }
        Some(amount)
    }

    fn amount_of(&self, text: &str, words: Cell) -> Option<Amount> {
        // Singapore, Australia and others put a letter before the dollar.
        let plain = text.replace("S$", "$").replace("A$", "$").replace('*', "");
        let found = printed(&plain)?;
        let tail: Vec<char> = plain
            .chars()
            .filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
            .rev()
            .take(3)
            .collect();
        let sign = match tail.as_slice() {
            [a, b, ','] if a.is_ascii_digit() && b.is_ascii_digit() => DecimalSign::Comma,
            [a, b, '.'] if a.is_ascii_digit() && b.is_ascii_digit() => DecimalSign::Point,
            _ => return None,
        };
        Some(Amount {
            size: found.size(sign)?,
            way: found.way,
            worded: found.worded,
            unit: found.unit.and_then(currency_of),
            left: self.left(&words),
            right: self.right(&words),
            words,
        })
    }
}

/// Words behind an amount that say which way it goes.
fn sign_word(word: &str) -> Option<Way> {
    match text::fold(word).trim_matches(['.', '(', ')']) {
        "af" | "debet" | "debit" | "dr" | "s" | "soll" | "od" | "dare" | "debe" | "-"
        | "\u{2212}" => Some(Way::Out),
        "bij" | "credit" | "cr" | "h" | "haben" | "avere" | "haber" | "+" => Some(Way::In),
        _ => None,
    }
}

#[cfg(test)]
pub(super) fn line(text: &str) -> Line {
    super::lines_of(text).into_iter().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(text: &str) -> Vec<String> {
        let way = |amount: &Amount| match amount.way {
            Way::In => "+",
            Way::Out => "-",
            Way::Bare => "",
        };
        line(text)
            .amounts()
            .iter()
            .map(|one| format!("{}{}", way(one), one.size))
            .collect()
    }

    #[test]
    fn amounts_are_found_wherever_they_stand_with_their_signs() {
        for (text, expected) in [
            ("02/03  PRLV LUNE 75  1 234,56", &["1234.56"][..]),
            (
                "Soldes   € 0,99   Af   €1.500,00  Bij",
                &["-0.99", "+1500.00"],
            ),
            (
                "PAYMENT   (412.16)    S$22,058.11",
                &["-412.16", "22058.11"],
            ),
            (
                "Saldo  1.234,56-   12,00 S  7'000.00 CR",
                &["-1234.56", "-12.00", "+7000.00"],
            ),
            ("cours 19,88240  12/03  le 12.03.  no 1234", &[]),
        ] {
            assert_eq!(amounts(text), expected, "{text}");
        }
    }

    #[test]
    fn words_with_one_space_between_them_make_a_cell() {
        let line = line("02/03  PRLV SEPA LUNE   12,50");
        let cells: Vec<String> = line.cells().iter().map(|cell| line.text(cell)).collect();
        assert_eq!(cells, ["02/03", "PRLV SEPA LUNE", "12,50"]);
    }
}
