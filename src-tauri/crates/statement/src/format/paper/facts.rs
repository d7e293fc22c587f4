//! What a statement says of itself outside its rows: account, currency, period.

use domain::{AccountIdentifier, AccountKind, Currency, NaiveDate};

use super::day::{Printed, Year, days_in};
use super::line::Line;
use super::words::{self, Said, said};
use crate::format::csv::{DateOrder, Label, currency_of, heading_key, is_iban, label_of};

/// Facts of a whole document.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) account: AccountIdentifier,
    pub(super) currency: Option<Currency>,
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
    /// The last day that the statement speaks of: gives days their year.
    pub(super) last: Option<NaiveDate>,
    pub(super) is_of_card: bool,
}

/// A period is at most this long.
const LONGEST_PERIOD: i64 = 400;

pub(super) fn facts(lines: &[Line], order: DateOrder) -> Facts {
    let mut facts = Facts::default();
    let year = Year { until: None, order };
    let mut told: Vec<NaiveDate> = Vec::new();
    let mut others: Vec<NaiveDate> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let whole = line.whole();
        let key = heading_key(&whole);
        facts.is_of_card |= words::is_of_card(&key);
        facts.account_in(lines, at);
        let days: Vec<NaiveDate> = days_in(line)
            .into_iter()
            .filter(|(day, _)| matches!(day, Printed::Whole(_)))
            .filter_map(|(day, _)| day.day(year))
            .collect();
        if let [from, until, ..] = days[..]
            && facts.until.is_none()
            && from < until
            && (until - from).num_days() <= LONGEST_PERIOD
            && line.amounts().is_empty()
            && is_period(&key)
        {
            (facts.from, facts.until) = (Some(from), Some(until));
        }
        let is_dated = [
            "statement date",
            "date d arrete",
            "datum",
            " date ",
            "auszug",
            "releve",
            "arrete",
            "extracto",
            "estratto",
        ];
        if is_dated.iter().any(|word| key.contains(word))
            || matches!(said(&whole), Some(Said::Closing))
        {
            told.extend(&days);
        }
        others.extend(&days);
    }
    facts.last = facts
        .until
        .or(told.into_iter().max())
        .or(others.into_iter().max());
    facts
}

fn is_period(key: &str) -> bool {
    const WORDS: &[&str] = &[
        " du ",
        " au ",
        " from ",
        " to ",
        " through ",
        " von ",
        " vom ",
        " bis ",
        " dal ",
        " al ",
        " desde ",
        " hasta ",
        " del ",
        " van ",
        " tot ",
        " t m ",
        "period",
        "zeitraum",
        "periodo",
    ];
    WORDS.iter().any(|word| key.contains(word))
}

impl Facts {
    /// Takes an account's number, IBAN, BIC or a currency from this line, or from below a label in it.
    fn account_in(&mut self, lines: &[Line], at: usize) {
        let Some(line) = lines.get(at) else { return };
        let account = &mut self.account;
        if account.iban.is_none() {
            account.iban = iban_in(line);
        }
        for (position, cell) in line.cells().into_iter().enumerate() {
            let text = line.text(&cell);
            let key = heading_key(&text);
            if account.bank_id.is_none() && (key.starts_with(" bic ") || key.starts_with(" swift "))
            {
                account.bank_id = text
                    .split([' ', ':'])
                    .rfind(|word| is_bic(word))
                    .map(str::to_owned);
            }
            if self.currency.is_none() && matches!(label_of(&text), Some(Label::Currency)) {
                self.currency = line
                    .whole()
                    .split([' ', ':', '(', ')'])
                    .filter(|word| word.len() == 3)
                    .find_map(currency_of);
            }
            let is_number = matches!(label_of(&text), Some(Label::Account))
                || [
                    "klantnummer",
                    "customer number",
                    "compte n",
                    "carte n",
                    "cuenta n",
                    "conto n",
                ]
                .iter()
                .any(|word| key.contains(word));
            if account.number.is_none() && is_number && cell.len() <= 8 {
                let beside = line.cells().get(position + 1).map(|cell| line.text(cell));
                let below = lines.get(at + 1).and_then(|below| {
                    let under = below.cells().into_iter().find(|under| {
                        below.left(under) < line.right(&cell) + line.em
                            && below.right(under) > line.left(&cell) - line.em
                    });
                    under.map(|under| below.text(&under))
                });
                account.number = number_in(&text)
                    .or_else(|| beside.as_deref().and_then(number_in))
                    .or_else(|| below.as_deref().and_then(number_in));
                let of_card =
                    key.contains("card") || key.contains("carte") || key.contains("karte");
                if account.number.is_some() && of_card {
                    account.kind = Some(AccountKind::Card);
                }
            }
        }
    }
}

fn is_bic(word: &str) -> bool {
    matches!(word.len(), 8 | 11)
        && word
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && word.bytes().take(6).all(|byte| byte.is_ascii_uppercase())
}

/// The number at the end of a text: at least five digits, with what usually stands in such numbers.
fn number_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&&str| {
        word.chars()
            .any(|c| c.is_ascii_digit() || c == '*' || c == 'X')
            && word.chars().all(|c| {
                c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '-' | '/' | '.' | '*')
            })
    };
    let mut parts: Vec<&str> = words.iter().rev().take_while(is_part).copied().collect();
    parts.reverse();
    let number = parts.concat();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_day = super::day::day_at(&super::lines_of(text).pop()?, 0).is_some();
    ((5..=30).contains(&digits) && number.len() <= 34 && !is_day && !is_iban(&number))
        .then_some(number)
}

/// An IBAN that its check digits confirm, whole or in groups of four.
fn iban_in(line: &Line) -> Option<String> {
    let words: Vec<&str> = line
        .words
        .iter()
        .map(|word| word.text.trim_matches([':', ',', ';', '.']))
        .collect();
    (0..words.len()).find_map(|start| {
        let mut joined = String::new();
        for word in words.iter().skip(start) {
            joined.push_str(word);
            if joined.len() > 34 {
                return None;
            }
            if joined.len() >= 15 && is_iban(&joined) && checks(&joined) {
                return Some(joined);
            }
        }
        None
    })
}

/// ISO 7064 MOD 97-10 over the number with its first four signs last.
fn checks(iban: &str) -> bool {
    let (head, tail) = iban.split_at_checked(4).unwrap_or_default();
    let rest = tail
        .chars()
        .chain(head.chars())
        .try_fold(0u32, |rest, sign| {
            let value = sign.to_digit(36)?;
            Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
        });
    rest == Some(1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_head_of_a_statement_says_account_currency_and_period() {
        let head = "IBAN : FR76 3000 6000 0112 3456 7890 189   BIC : AGRIFRPP\nCompte n° 00012345678\nDevise : EUR\n\
                    Relevé du 01/01/2026 au 31/01/2026\n";
        let found = facts(&super::super::lines_of(head), DateOrder::Dmy);
        assert_eq!(
            found.account.iban.as_deref(),
            Some("FR7630006000011234567890189")
        );
        assert_eq!(found.account.bank_id.as_deref(), Some("AGRIFRPP"));
        assert_eq!(found.account.number.as_deref(), Some("00012345678"));
        assert_eq!(found.currency, Some(Currency::EUR));
        assert_eq!(found.until.unwrap().to_string(), "2026-01-31");
    }

    #[test]
    fn a_number_may_stand_below_its_label() {
        let head = "Datum            Klantnummer\n17 maart 2026    99912345678\n";
        let found = facts(&super::super::lines_of(head), DateOrder::Dmy);
        assert_eq!(found.account.number.as_deref(), Some("99912345678"));
        assert_eq!(found.last.unwrap().to_string(), "2026-03-17");
    }
}
