//! Amounts as printed: which sign is the decimal one, which way the money goes.

use domain::{Currency, Decimal};

/// More digits than this before the decimal sign are no amount of money (the store holds 18 digits of minor units).
const MOST_WHOLE_DIGITS: usize = 16;

/// Which sign parts the whole from the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum DecimalSign {
    /// `1.234,56`
    Comma,
    /// `1,234.56`
    Point,
}

impl DecimalSign {
    /// The word of an answer.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            DecimalSign::Comma => "comma",
            DecimalSign::Point => "point",
        }
    }

    /// Reads the word of an answer.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "comma" => Some(DecimalSign::Comma),
            "point" => Some(DecimalSign::Point),
            _ => None,
        }
    }

    fn mark(self) -> u8 {
        match self {
            DecimalSign::Comma => b',',
            DecimalSign::Point => b'.',
        }
    }
}

/// The way that the sign of a cell points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Way {
    /// No sign at all.
    Bare,
    /// `+`, `CR`, `C`, `H`.
    In,
    /// `-`, parentheses, `DR`, `D`, `S`.
    Out,
}

/// A cell that reads as an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) struct Printed<'a> {
    /// Digits, marks and group spaces, nothing else around them.
    digits: &'a str,
    /// Its sign.
    pub(in crate::format) way: Way,
    /// Whether the sign is a word (`CR`, `DR`), not a plus or minus.
    pub(in crate::format) worded: bool,
    /// Currency text around it: `EUR`, `€`, `zł`.
    pub(in crate::format) unit: Option<&'a str>,
}

/// What a cell says about the decimal sign of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Evidence {
    /// Nothing: no mark, or a cell without digits.
    None,
    /// It can only be read with this sign.
    Proves(DecimalSign),
    /// `1.000`: three digits after its only mark; this sign if it is the decimal one.
    Either(DecimalSign),
}

/// Reads a cell as an amount, whatever its decimal sign; `None` where it is something else.
pub(in crate::format) fn printed(cell: &str) -> Option<Printed<'_>> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 60 {
        return None;
    }
    let mut found = Printed {
        digits: cell,
        way: Way::Bare,
        worded: false,
        unit: None,
    };
    if let Some(inner) = cell.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        found.way = Way::Out;
        found.digits = inner.trim();
    }
    found.strip_front()?;
    found.strip_back()?;
    let rest = found.digits;
    let plain = rest
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’') || is_gap(c));
    let shaped = plain
        && rest.bytes().any(|b| b.is_ascii_digit())
        && (!rest.contains(is_gap) || grouped_by_spaces(rest));
    shaped.then_some(found)
}

impl<'a> Printed<'a> {
    fn take_sign(&mut self, way: Way) -> Option<()> {
        if self.way != Way::Bare {
            return None;
        }
        self.way = way;
        Some(())
    }

    fn take_unit(&mut self, word: &'a str) -> Option<()> {
        if self.unit.is_some() || !is_unit(word) {
            return None;
        }
        self.unit = Some(word);
        Some(())
    }

    /// Takes sign and unit in front of the digits, in either order.
    fn strip_front(&mut self) -> Option<()> {
        for _ in 0..3 {
            let rest = self.digits;
            let Some(first) = rest.chars().next() else {
                break;
            };
            if first.is_ascii_digit() || (matches!(first, '.' | ',') && starts_decimal(rest)) {
                break;
            }
            if let Some(sign) = sign_of(first) {
                self.take_sign(sign)?;
                self.digits = rest.get(first.len_utf8()..)?.trim_start();
                continue;
            }
            let end = rest
                .char_indices()
                .find(|(at, c)| {
                    ends_word(*c) || (*c == '.' && rest.get(*at..).is_some_and(starts_decimal))
                })
                .map_or(rest.len(), |(at, _)| at);
            let (word, tail) = rest.split_at_checked(end)?;
            self.take_unit(word)?;
            self.digits = tail.trim_start();
        }
        Some(())
    }

    /// Takes sign, unit and words for the sign behind the digits, in either order.
    fn strip_back(&mut self) -> Option<()> {
        for _ in 0..3 {
            let rest = self.digits;
            let Some(last) = rest.chars().next_back() else {
                break;
            };
            if last.is_ascii_digit() || (matches!(last, '.' | ',') && rest.len() > 1) {
                break;
            }
            if let Some(sign) = sign_of(last) {
                self.take_sign(sign)?;
                self.digits = rest.get(..rest.len() - last.len_utf8())?.trim_end();
                continue;
            }
            let start = rest
                .char_indices()
                .rev()
                .find(|(_, c)| ends_word(*c))
                .map(|(at, c)| at + c.len_utf8())?;
            let (head, word) = rest.split_at_checked(start)?;
            if let (Some(sign), Way::Bare) = (worded_sign(word), self.way) {
                self.way = sign;
                self.worded = true;
            } else {
                self.take_unit(word)?;
            }
            self.digits = head.trim_end();
        }
        Some(())
    }
}

/// Whether a sign cannot be part of a unit.
fn ends_word(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace() || sign_of(c).is_some()
}

fn starts_decimal(rest: &str) -> bool {
    rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

fn sign_of(c: char) -> Option<Way> {
    match c {
        '+' => Some(Way::In),
        '-' | '\u{2212}' | '\u{2013}' | '\u{FE63}' | '\u{FF0D}' => Some(Way::Out),
        _ => None,
    }
}

fn worded_sign(word: &str) -> Option<Way> {
    match word.to_ascii_uppercase().as_str() {
        "CR" | "C" | "H" | "CT" => Some(Way::In),
        "DR" | "D" | "S" | "DT" | "DB" => Some(Way::Out),
        _ => None,
    }
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let signs = word.chars().count();
    // `Ł` is what the pound sign of Latin-1 looks like when the file was taken for a Polish one.
    let symbol = word == "Ł" || word.chars().any(|c| "€$£¥₤₣₹₽₺₴₩¢฿₫₪".contains(c));
    let code = signs == 3 && word.chars().all(|c| c.is_ascii_uppercase());
    let local = matches!(
        word.to_lowercase().as_str(),
        "zł" | "zl"
            | "kč"
            | "kc"
            | "kr"
            | "ft"
            | "lei"
            | "kn"
            | "fr"
            | "rs"
            | "r"
            | "fcfa"
            | "din"
            | "eur"
            | "euro"
            | "euros"
            | "sfr"
            | "元"
            | "円"
            | "bs"
            | "лв"
            | "руб"
    );
    (symbol && signs <= 4) || code || local
}

/// What may part groups of digits beside marks: a space, or a sign that was lost when the file was saved in another encoding.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == char::REPLACEMENT_CHARACTER
}

/// `1 234 567,89`: groups of three after the first.
fn grouped_by_spaces(digits: &str) -> bool {
    let mut groups = digits.split(is_gap).filter(|g| !g.is_empty());
    let first = groups.next().unwrap_or("");
    if first.len() > 3 || !first.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let rest: Vec<&str> = groups.collect();
    let last = rest.len().saturating_sub(1);
    rest.iter().enumerate().all(|(at, group)| {
        let whole = group.split(['.', ',']).next().unwrap_or("");
        whole.len() == 3 && (at == last || whole.len() == group.len())
    })
}

/// `702.00<br />2.00<br />700.00`: an amount above those that it is the sum of.
pub(super) fn total_of_parts(cell: &str, sign: DecimalSign) -> Option<(&str, Vec<Decimal>)> {
    let (total, rest) = cell.split_once("<br")?;
    let value = printed(total)?.signed(sign)?;
    let mut parts = Vec::new();
    for part in rest.split("<br") {
        let (_, amount) = part.split_once('>')?;
        parts.push(printed(amount)?.signed(sign)?);
    }
    let sum = parts
        .iter()
        .fold(Decimal::ZERO, |sum, part| sum.saturating_add(*part));
    (sum == value).then_some((total, parts))
}

impl<'a> Printed<'a> {
    /// What it says about its column's decimal sign.
    pub(in crate::format) fn evidence(&self) -> Evidence {
        let bytes = self.digits.as_bytes();
        let count = |mark: u8| bytes.iter().filter(|b| **b == mark).count();
        let (commas, points) = (count(b','), count(b'.'));
        let last = bytes.iter().rposition(|b| matches!(b, b',' | b'.'));
        let Some(last) = last else {
            return Evidence::None;
        };
        let sign_at = |at: usize| match bytes.get(at) {
            Some(b',') => DecimalSign::Comma,
            _ => DecimalSign::Point,
        };
        let other = |sign: DecimalSign| match sign {
            DecimalSign::Comma => DecimalSign::Point,
            DecimalSign::Point => DecimalSign::Comma,
        };
        let last_sign = sign_at(last);
        match (commas, points) {
            (1, 0) | (0, 1) => {
                let before = bytes.get(..last).unwrap_or(&[]);
                let whole = before.iter().filter(|b| b.is_ascii_digit()).count();
                let spaced = before.iter().any(|b| !b.is_ascii_digit());
                let after = bytes.len() - last - 1;
                let groups = after == 3 && (1..=3).contains(&whole) && !spaced;
                if groups && before.first() != Some(&b'0') {
                    Evidence::Either(last_sign)
                } else {
                    Evidence::Proves(last_sign)
                }
            }
            (_, 0) | (0, _) => Evidence::Proves(other(last_sign)),
            _ => Evidence::Proves(last_sign),
        }
    }

    /// Its size, with this decimal sign. `None` where the groups do not fit it or it has too many digits.
    pub(in crate::format) fn size(&self, sign: DecimalSign) -> Option<Decimal> {
        let decimal = sign.mark();
        let bytes = self.digits.as_bytes();
        let at = bytes.iter().rposition(|b| *b == decimal);
        let (whole, part) = match at {
            Some(at) => (bytes.get(..at)?, bytes.get(at + 1..)?),
            None => (bytes, &[][..]),
        };
        if !part.iter().all(u8::is_ascii_digit) || part.len() > 12 {
            return None;
        }
        let mut mantissa: i128 = 0;
        let (mut digits, mut since_mark, mut marked) = (0usize, 0usize, false);
        for byte in whole {
            match byte {
                b'0'..=b'9' => {
                    digits += usize::from(digits > 0 || *byte != b'0');
                    since_mark += 1;
                    mantissa = mantissa * 10 + i128::from(byte - b'0');
                    if digits > MOST_WHOLE_DIGITS {
                        return None;
                    }
                }
                b if *b == decimal => return None,
                b',' | b'.' | b'\'' => {
                    // Two is the size of the inner groups of an Indian amount: 1,00,000.00.
                    if marked && !matches!(since_mark, 2 | 3) {
                        return None;
                    }
                    marked = true;
                    since_mark = 0;
                }
                _ => {}
            }
        }
        if marked && since_mark != 3 {
            return None;
        }
        for byte in part {
            mantissa = mantissa * 10 + i128::from(byte - b'0');
        }
        Decimal::try_from_i128_with_scale(mantissa, u32::try_from(part.len()).ok()?).ok()
    }

    /// Its value with the sign that is printed; a bare one counts as money in.
    pub(super) fn signed(&self, sign: DecimalSign) -> Option<Decimal> {
        let size = self.size(sign)?;
        Some(if self.way == Way::Out { -size } else { size })
    }

    /// Whether it has more digits than any amount of money.
    pub(super) fn is_too_large(&self) -> bool {
        self.digits.bytes().filter(u8::is_ascii_digit).count() > MOST_WHOLE_DIGITS
    }

    /// Whether it looks like money and not like a count: a mark, a sign or a unit.
    pub(super) fn looks_like_money(&self) -> bool {
        self.unit.is_some() || self.way != Way::Bare || self.digits.contains(['.', ','])
    }
}

/// The currency that a text around an amount stands for, where it stands for one only.
pub(in crate::format) fn currency_of(unit: &str) -> Option<Currency> {
    let unit = unit.trim().trim_matches(['(', ')', '[', ']', '.']);
    // GnuCash writes the namespace in front.
    let unit = unit.strip_prefix("CURRENCY::").unwrap_or(unit);
    let code = match unit.to_lowercase().as_str() {
        "€" | "euro" | "euros" => "EUR",
        "£" | "ł" => "GBP",
        "zł" | "zl" => "PLN",
        "kč" | "kc" => "CZK",
        "ft" => "HUF",
        "₹" => "INR",
        "₽" | "руб" => "RUB",
        "₺" => "TRY",
        "₴" => "UAH",
        "₩" => "KRW",
        "₪" => "ILS",
        "sfr" => "CHF",
        "us$" => "USD",
        _ if unit.len() == 3 => unit,
        _ => return None,
    };
    let currency: Currency = code.parse().ok()?;
    currency.is_iso().then_some(currency)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn value(cell: &str, sign: DecimalSign) -> Option<String> {
        printed(cell)?.signed(sign).map(|value| value.to_string())
    }

    #[test]
    fn amounts_are_read_with_signs_units_and_groups_wherever_they_stand() {
        use DecimalSign::{Comma, Point};
        for (cell, sign, expected) in [
            ("-12,50", Comma, "-12.50"),
            ("12,50-", Comma, "-12.50"),
            ("+1.234,50", Comma, "1234.50"),
            ("1 234,50 EUR", Comma, "1234.50"),
            ("1\u{202f}234,50\u{a0}€", Comma, "1234.50"),
            ("($85.00)", Point, "-85.00"),
            ("-$1,750.06", Point, "-1750.06"),
            ("$-5", Point, "-5"),
            ("$.23", Point, "0.23"),
            ("1'234.50", Point, "1234.50"),
            ("1,00,000.00", Point, "100000.00"),
            ("12.50 CR", Point, "12.50"),
            ("12.50DR", Point, "-12.50"),
            ("EUR -3,20", Comma, "-3.20"),
            ("−7,00", Comma, "-7.00"),
            ("£1,183.23", Point, "1183.23"),
            ("1\u{FFFD}183.23", Point, "1183.23"),
        ] {
            assert_eq!(value(cell, sign).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn what_is_no_amount_is_not_read_as_one() {
        for cell in [
            "",
            "abc",
            "12 34",
            "--5",
            "1.2.3 foo",
            "POS 6,49 AT",
            "(",
            "-",
            "12:30",
            "12\u{FFFD}3",
        ] {
            assert!(printed(cell).is_none(), "{cell}");
        }
        assert_eq!(value("1.23,45,6", DecimalSign::Comma), None);
    }

    #[test]
    fn a_single_mark_before_three_digits_proves_nothing() {
        use DecimalSign::{Comma, Point};
        for (cell, evidence) in [
            ("1.000", Evidence::Either(Point)),
            ("1,000", Evidence::Either(Comma)),
            ("0.125", Evidence::Proves(Point)),
            ("1.111,11", Evidence::Proves(Comma)),
            ("1.000.000", Evidence::Proves(Comma)),
            ("12.5", Evidence::Proves(Point)),
            ("1234.567", Evidence::Proves(Point)),
            ("100", Evidence::None),
        ] {
            assert_eq!(printed(cell).unwrap().evidence(), evidence, "{cell}");
        }
    }

    #[test]
    fn an_amount_above_those_that_it_is_the_sum_of_is_the_amount() {
        let sign = DecimalSign::Point;
        let (total, parts) = total_of_parts("702.00<br />2.00<br />700.00", sign).unwrap();
        assert_eq!((total, parts.len()), ("702.00", 2));
        assert!(total_of_parts("702.00<br />2.00<br />70.00", sign).is_none());
    }

    #[test]
    fn more_digits_than_money_has_are_refused() {
        let huge = printed("99999999999999999999999999.99").unwrap();
        assert_eq!(huge.size(DecimalSign::Point), None);
        assert!(huge.is_too_large());
    }
}
