//! A descriptor cut into words, each with its shape. Cut once; everything after borrows.

use std::ops::Range;

use crate::fold::fold_into;
use crate::month::month_of;

use super::lexicon::{self, Word};

/// A day as printed, before anyone knows which number is the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PrintedDay {
    pub(super) first: u32,
    pub(super) second: u32,
    pub(super) year: Option<i32>,
    /// The order is certain: ISO, or the month was a word.
    pub(super) is_day_first: Option<bool>,
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape<'a> {
    Word,
    /// `*`, between a payment service or marketplace and what was bought there.
    Star,
    /// Punctuation alone.
    Mark,
    Day(PrintedDay),
    DayAndTime(PrintedDay, (u32, u32)),
    Time((u32, u32)),
    /// A masked card number: its last four digits.
    Card(&'a str),
    /// `X1234`: a masked card where a card is spoken of, else some number.
    Masked(&'a str),
    /// Digits with a decimal sign, and the currency where it is written against them.
    Amount(&'a str, Option<&'a str>),
    /// Digits alone.
    Number,
    /// `#1234`, `n°1234`, `FIL1234`.
    Store,
    /// Letters and digits mixed.
    Mixed,
    /// `name.tld`, `www.name.tld/path`.
    Domain,
}

/// One word of a descriptor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a, 'b> {
    /// As printed, without punctuation at its ends.
    pub(super) raw: &'a str,
    pub(super) folded: &'b str,
    pub(super) shape: Shape<'a>,
    pub(super) word: &'static Word,
}

impl Token<'_, '_> {
    pub(super) fn is(&self, role: lexicon::Roles) -> bool {
        self.word.roles & role != 0
    }
}

/// Cuts `text` at spaces, underscores, semicolons, stars and commas that are no decimal sign, folding each word into `folded`. What stands behind `//` is a place.
pub(super) fn cut<'a>(text: &'a str, folded: &mut String) -> Vec<(&'a str, Range<usize>)> {
    let mut cuts = Vec::with_capacity(12);
    let chunks = text
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | '_'))
        .filter(|chunk| !chunk.is_empty());
    for chunk in chunks {
        let chunk = match chunk.split_once("//") {
            Some((name, _)) if !name.is_empty() => name,
            _ => chunk,
        };
        if !chunk.contains(['*', ',']) || masked_card(trim(chunk)).is_some() {
            push(&mut cuts, chunk, folded);
            continue;
        }
        let mut from = 0;
        for (at, sign) in chunk.match_indices(['*', ',']) {
            let word = chunk.get(from..at).unwrap_or_default();
            let is_decimal = sign == ","
                && word.ends_with(|c: char| c.is_ascii_digit())
                && chunk
                    .get(at.saturating_add(1)..)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if is_decimal {
                continue;
            }
            if !word.is_empty() {
                push(&mut cuts, word, folded);
            }
            if sign == "*" {
                push(&mut cuts, sign, folded);
            }
            from = at.saturating_add(1);
        }
        let rest = chunk.get(from..).unwrap_or_default();
        if !rest.is_empty() {
            push(&mut cuts, rest, folded);
        }
    }
    cuts
}

fn push<'a>(cuts: &mut Vec<(&'a str, Range<usize>)>, chunk: &'a str, folded: &mut String) {
    let raw = match glued_day(chunk) {
        Some((word, day)) => {
            push(cuts, word, folded);
            day
        }
        None if is_day_and_month(chunk) => chunk,
        None => trim(chunk),
    };
    let start = folded.len();
    fold_into(raw, folded);
    cuts.push((
        if raw.is_empty() { chunk } else { raw },
        start..folded.len(),
    ));
}

/// `12.03.`, whose last point tells it from an amount.
fn is_day_and_month(chunk: &str) -> bool {
    matches!(chunk.as_bytes(), [a, b, b'.', c, d, b'.'] if [a, b, c, d].iter().all(|b| b.is_ascii_digit()))
}

/// `POS31AUG`, `ATM08SEP`: the kind and the day in one word, as banks of Ireland print them.
fn glued_day(chunk: &str) -> Option<(&str, &str)> {
    let (word, day) = chunk.split_at_checked(3)?;
    let is_kind = matches!(word, "POS" | "ATM");
    (is_kind && day.len() == 5 && day_with_month_word(day).is_some()).then_some((word, day))
}

fn trim(chunk: &str) -> &str {
    chunk
        .trim_matches(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '*' | '#' | '+' | '€' | '$' | '£')
        })
        .trim_end_matches('#')
}

/// The cuts as tokens.
pub(super) fn tokens<'a, 'b>(
    cuts: &[(&'a str, Range<usize>)],
    folded: &'b str,
) -> Vec<Token<'a, 'b>> {
    cuts.iter()
        .map(|(raw, range)| {
            let folded = folded.get(range.clone()).unwrap_or_default();
            Token {
                raw,
                folded,
                shape: shape(raw),
                word: lexicon::look_up(folded),
            }
        })
        .collect()
}

fn shape(raw: &str) -> Shape<'_> {
    let bytes = raw.as_bytes();
    if raw == "*" {
        return Shape::Star;
    }
    if !bytes.iter().any(u8::is_ascii_digit) {
        return if bytes.iter().all(|b| b.is_ascii_punctuation()) {
            Shape::Mark
        } else if is_domain(raw) {
            Shape::Domain
        } else {
            Shape::Word
        };
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        return Shape::Number;
    }
    if let Some((day, time)) = day_and_time(raw) {
        return Shape::DayAndTime(day, time);
    }
    if let Some(day) = day(raw) {
        return Shape::Day(day);
    }
    if let Some(time) = time(raw) {
        return Shape::Time(time);
    }
    if let Some((amount, currency)) = amount(raw) {
        return Shape::Amount(amount, currency);
    }
    if let Some(ending) = masked_card(raw) {
        return Shape::Card(ending);
    }
    if let Some(ending) = raw
        .strip_prefix(['X', 'x'])
        .filter(|rest| is_digits(rest) && rest.len() == 4)
    {
        return Shape::Masked(ending);
    }
    let after_mark = raw
        .strip_prefix('#')
        .or_else(|| raw.strip_prefix("FIL"))
        .or_else(|| raw.split_once(['°', 'º']).map(|(_, rest)| rest));
    if after_mark.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return Shape::Store;
    }
    if is_domain(raw) {
        Shape::Domain
    } else {
        Shape::Mixed
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `CB*1234`, `****1234`, `4970XXXXXXXX1234`, `XXXX-1234`: the last four digits.
fn masked_card(raw: &str) -> Option<&str> {
    let body = raw
        .strip_prefix("CB")
        .or_else(|| raw.strip_prefix("cb"))
        .or_else(|| raw.strip_prefix("CARTE"))
        .unwrap_or(raw)
        .trim_start_matches([':', '.', '-']);
    let ending = body.len().checked_sub(4).and_then(|at| body.get(at..))?;
    let head = body.strip_suffix(ending)?;
    let masks = head
        .bytes()
        .filter(|b| matches!(b, b'X' | b'x' | b'*' | b'#'))
        .count();
    let is_mask = head
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'X' | b'x' | b'*' | b'#' | b'-'));
    let enough = masks >= 2
        || head == "*" && body.len() < raw.len()
        || head.starts_with('*') && masks == head.len();
    (is_digits(ending) && is_mask && enough).then_some(ending)
}

fn number(text: &str, most: usize) -> Option<u32> {
    (is_digits(text) && text.len() <= most)
        .then(|| text.parse().ok())
        .flatten()
}

fn year(text: &str) -> Option<i32> {
    match text.len() {
        2 => number(text, 2)
            .and_then(|year| i32::try_from(year).ok())
            .map(|year| year.saturating_add(2000)),
        4 => number(text, 4)
            .and_then(|year| i32::try_from(year).ok())
            .filter(|year| (1970..2100).contains(year)),
        _ => None,
    }
}

/// `12/03`, `12/03/26`, `12.03.2026`, `2026-03-12`, `12MAR26`.
fn day(raw: &str) -> Option<PrintedDay> {
    let separator = raw.chars().find(|c| !c.is_ascii_digit())?;
    if separator.is_alphabetic() {
        return day_with_month_word(raw);
    }
    if !matches!(separator, '/' | '.' | '-') {
        return None;
    }
    let is_closed = separator == '.' && raw.ends_with('.');
    let mut parts = raw.trim_end_matches('.').split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let day = match third {
        Some(last) if first.len() == 4 => PrintedDay {
            first: number(last, 2)?,
            second: number(second, 2)?,
            year: Some(year(first)?),
            is_day_first: Some(true),
        },
        Some(last) => PrintedDay {
            first: number(first, 2)?,
            second: number(second, 2)?,
            year: Some(year(last)?),
            is_day_first: None,
        },
        // `12.03.` is a day, `12.03` an amount.
        None if separator == '/' || is_closed => PrintedDay {
            first: number(first, 2)?,
            second: number(second, 2)?,
            year: None,
            is_day_first: None,
        },
        None => return None,
    };
    let day = PrintedDay {
        // Only who writes the day first puts points.
        is_day_first: day
            .is_day_first
            .or((separator == '.' && day.second <= 12).then_some(true)),
        ..day
    };
    let (low, high) = (day.first.min(day.second), day.first.max(day.second));
    ((1..=12).contains(&low) && high <= 31).then_some(day)
}

fn day_with_month_word(raw: &str) -> Option<PrintedDay> {
    let (first, rest) = raw.split_at_checked(raw.find(|c: char| !c.is_ascii_digit())?)?;
    let letters = rest
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (month, last) = rest.split_at_checked(letters)?;
    if !(3..=9).contains(&month.len()) || !(last.is_empty() || matches!(last.len(), 2 | 4)) {
        return None;
    }
    let first = number(first, 2).filter(|day| (1..=31).contains(day))?;
    let year = if last.is_empty() {
        None
    } else {
        Some(year(last)?)
    };
    Some(PrintedDay {
        first,
        second: month_of(month)?,
        year,
        is_day_first: Some(true),
    })
}

/// `120326`, `1203`: digits that a bank's word announces as a day.
pub(super) fn bare_day(raw: &str) -> Option<PrintedDay> {
    let first = number(raw.get(..2)?, 2)?;
    let second = number(raw.get(2..4)?, 2)?;
    let year = match raw.get(4..)? {
        "" => None,
        last => Some(year(last)?),
    };
    let (low, high) = (first.min(second), first.max(second));
    ((1..=12).contains(&low) && high <= 31).then_some(PrintedDay {
        first,
        second,
        year,
        is_day_first: None,
    })
}

fn day_and_time(raw: &str) -> Option<(PrintedDay, (u32, u32))> {
    let (left, right) = raw.split_once('T').or_else(|| {
        raw.rsplit_once('/')
            .filter(|(_, right)| right.contains([':', '.']))
    })?;
    let time = match right.split_once('.') {
        Some((hours, minutes)) => clock(hours, minutes),
        None => time(right),
    };
    Some((day(left)?, time?))
}

/// `18:05`, `18:05:22`, `18h05`, `18U05`.
fn time(raw: &str) -> Option<(u32, u32)> {
    let (hours, rest) = raw.split_once([':', 'h', 'H', 'u', 'U'])?;
    let minutes = rest.get(..2)?;
    let seconds = rest.get(2..)?;
    let is_whole = seconds.is_empty()
        || seconds
            .strip_prefix(':')
            .is_some_and(|s| s.len() == 2 && is_digits(s));
    clock(hours, minutes).filter(|_| is_whole)
}

fn clock(hours: &str, minutes: &str) -> Option<(u32, u32)> {
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    (hours < 24 && minutes < 60).then_some((hours, minutes))
}

/// `12,00`, `1.234,56`, `12,00USD`, `USD12.00`, `$12.00`: the digits as printed, and the currency.
fn amount(raw: &str) -> Option<(&str, Option<&str>)> {
    let start = raw.find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'))?;
    let end = raw.rfind(|c: char| c.is_ascii_digit())?.saturating_add(1);
    let digits = raw.get(start..end)?;
    let currency = match (raw.get(..start)?, raw.get(end..)?) {
        ("", "") => None,
        (currency, "") | ("", currency) => Some(currency_of(currency)?),
        _ => return None,
    };
    let (_, decimals) = digits.rsplit_once(['.', ','])?;
    let is_number = digits
        .trim_start_matches(['-', '+'])
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'\''));
    (is_number && (1..=3).contains(&decimals.len())).then_some((digits, currency))
}

fn currency_of(text: &str) -> Option<&str> {
    match text {
        "€" => Some("EUR"),
        "$" => Some("USD"),
        "£" => Some("GBP"),
        _ => (text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())).then_some(text),
    }
}

const DOMAINS: &[&str] = &[
    "app", "at", "be", "biz", "ch", "co", "com", "de", "dk", "es", "eu", "fr", "ie", "info", "io",
    "it", "lu", "me", "net", "nl", "org", "pl", "pt", "se", "shop", "store", "tv", "uk", "us",
];

fn is_domain(raw: &str) -> bool {
    let host = raw.split('/').next().unwrap_or_default();
    let Some((name, last)) = host.rsplit_once('.') else {
        return false;
    };
    let label = name.rsplit('.').next().unwrap_or_default();
    label.len() >= 2
        && DOMAINS
            .iter()
            .any(|domain| last.eq_ignore_ascii_case(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_shape_that_banks_give_them() {
        let printed = |first, second, year| PrintedDay {
            first,
            second,
            year,
            is_day_first: None,
        };
        let pointed = |first, second, year| PrintedDay {
            is_day_first: Some(true),
            ..printed(first, second, year)
        };
        for (raw, expected) in [
            ("CARREFOUR", Shape::Word),
            ("12/03", Shape::Day(printed(12, 3, None))),
            ("12/03/26", Shape::Day(printed(12, 3, Some(2026)))),
            ("12.03.2026", Shape::Day(pointed(12, 3, Some(2026)))),
            (
                "12.03.24/18:05",
                Shape::DayAndTime(pointed(12, 3, Some(2024)), (18, 5)),
            ),
            ("18:05", Shape::Time((18, 5))),
            ("18h05", Shape::Time((18, 5))),
            ("CB*4242", Shape::Card("4242")),
            ("4970XXXXXXXX4242", Shape::Card("4242")),
            ("****4242", Shape::Card("4242")),
            ("X4242", Shape::Masked("4242")),
            ("12,00", Shape::Amount("12,00", None)),
            ("1.234,56USD", Shape::Amount("1.234,56", Some("USD"))),
            ("€12.00", Shape::Amount("12.00", Some("EUR"))),
            ("7501", Shape::Number),
            ("#1234", Shape::Store),
            ("FIL6017", Shape::Store),
            ("PVIHK6J", Shape::Mixed),
            ("15-06943-08636", Shape::Mixed),
            ("45/99", Shape::Mixed),
            ("APPLE.COM/BILL", Shape::Domain),
            ("S.A.R.L", Shape::Word),
        ] {
            assert_eq!(shape(raw), expected, "{raw}");
        }
    }

    #[test]
    fn a_month_may_be_a_word_against_its_day() {
        let expected = PrintedDay {
            first: 12,
            second: 3,
            year: Some(2026),
            is_day_first: Some(true),
        };
        assert_eq!(shape("12MAR26"), Shape::Day(expected));
        assert_eq!(shape("12MARKT"), Shape::Mixed);
    }
}
