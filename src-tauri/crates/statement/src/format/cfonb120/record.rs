//! Records of 120 characters, with or without line ends.

use domain::{Currency, Decimal, NaiveDate};

use crate::format::day::Numbers;

/// Characters in a record.
pub(super) const LENGTH: usize = 120;

/// A record as it stands. Columns count from 1, as the specification does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record<'a> {
    pub(super) text: &'a str,
    /// The line, from 1; in a document without line ends the record's number.
    pub(super) line: u32,
    /// Byte of its first character.
    pub(super) start: usize,
}

impl<'a> Record<'a> {
    /// The columns from `from` to `to`; what lies past the end is blank.
    pub(super) fn columns(&self, from: usize, to: usize) -> &'a str {
        if self.text.is_ascii() {
            let to = to.min(self.text.len());
            return self.text.get(from - 1..to).unwrap_or("");
        }
        let at = |column: usize| {
            let mut starts = self.text.char_indices().map(|(at, _)| at);
            starts.nth(column).unwrap_or(self.text.len())
        };
        self.text.get(at(from - 1)..at(to)).unwrap_or("")
    }

    /// The columns without blanks at their ends.
    pub(super) fn field(&self, from: usize, to: usize) -> &'a str {
        self.columns(from, to).trim()
    }

    /// Its two-digit code.
    pub(super) fn code(&self) -> &'a str {
        self.columns(1, 2)
    }

    /// How many characters it has, blanks at its end left out.
    pub(super) fn length(&self) -> usize {
        let text = self.text.trim_end();
        if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        }
    }

    /// The byte after it.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Bank, branch and account: columns 3–7, 12–16, 22–32 of every record.
    pub(super) fn account(&self) -> [&'a str; 3] {
        [self.field(3, 7), self.field(12, 16), self.field(22, 32)]
    }

    /// Columns 17–19.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.field(17, 19).parse().ok()
    }

    /// Column 20, else the decimals of the currency.
    pub(super) fn decimals(&self) -> Option<u32> {
        let stated = self.field(20, 20);
        if stated.is_empty() {
            self.currency()
                .filter(Currency::is_iso)
                .map(|currency| currency.exponent())
        } else {
            stated.parse().ok()
        }
    }

    /// Whether it has the shape of a record.
    pub(super) fn is_plausible(&self) -> bool {
        let alphanumeric =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
        let [bank, branch, account] = self.account();
        matches!(self.code(), "01" | "04" | "05" | "07")
            && bank.len() == 5
            && alphanumeric(bank)
            && (branch.is_empty() || alphanumeric(branch))
            && alphanumeric(account)
            && matches!(
                self.field(17, 19).as_bytes(),
                [] | [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z']
            )
            && matches!(self.field(20, 20).as_bytes(), [] | [b'0'..=b'9'])
    }
}

/// The records of a document, in order. Blank lines are passed over.
pub(super) fn records(text: &str) -> impl Iterator<Item = Record<'_>> {
    let mut line = 0u32;
    let mut at = 0usize;
    text.split_inclusive('\n').flat_map(move |piece| {
        line = line.saturating_add(1);
        let start = at;
        at += piece.len();
        let piece = piece.trim_end_matches(['\n', '\r', '\u{1a}', '\0']);
        cut(piece, line, start)
    })
}

/// One line as records: several where records follow each other without line ends.
fn cut(piece: &str, line: u32, start: usize) -> Vec<Record<'_>> {
    let mut found = Vec::with_capacity(1);
    let mut rest = piece;
    let mut at = start;
    let mut number = line;
    while !rest.trim().is_empty() {
        let split = rest.char_indices().nth(LENGTH).map(|(at, _)| at);
        let split = split.filter(|at| {
            let next = rest.get(*at..).unwrap_or("");
            ["01", "04", "05", "07"]
                .iter()
                .any(|code| next.starts_with(code))
                && next.len() > 2
        });
        let (text, next) = rest
            .split_at_checked(split.unwrap_or(rest.len()))
            .unwrap_or((rest, ""));
        found.push(Record {
            text,
            line: number,
            start: at,
        });
        at += text.len();
        number = number.saturating_add(1);
        rest = next;
    }
    found
}

/// A day `DDMMYY`: years from 80 are of the last century.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = numbers(text)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The numbers of a `DDMMYY`, whether or not a calendar has that day.
pub(super) fn numbers(text: &str) -> Option<Numbers> {
    let digits = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
    let pair = |at: usize| text.get(at..at + 2)?.parse::<u32>().ok();
    let two = i32::try_from(pair(4)?).ok()?;
    let year = if two >= 80 { 1900 + two } else { 2000 + two };
    digits.then_some((year, pair(2)?, pair(0)?))
}

/// Why an amount cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no number.
    Amount,
    /// Its last sign is a plain digit: the side is not stated.
    Sign,
}

/// An amount whose last sign is overpunched: `{ABCDEFGHI` for 0 to 9 in, `}JKLMNOPQR` for 0 to 9 out. Where `{` and `}`
/// went through the French seven-bit alphabet (ISO 646-FR) they read `é` and `è`.
pub(super) fn amount(text: &str, decimals: u32) -> Result<Decimal, Fault> {
    let text = text.trim();
    let last = text.chars().next_back().ok_or(Fault::Amount)?;
    let digits = text.strip_suffix(last).unwrap_or("");
    let (digit, negative) = match last {
        '{' | 'é' => (0, false),
        'A'..='I' => (u32::from(last) - u32::from('A') + 1, false),
        '}' | 'è' => (0, true),
        'J'..='R' => (u32::from(last) - u32::from('J') + 1, true),
        '0'..='9' => return Err(Fault::Sign),
        _ => return Err(Fault::Amount),
    };
    if digits.len() > 17 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Fault::Amount);
    }
    let units = digits
        .bytes()
        .fold(0i64, |units, b| units * 10 + i64::from(b - b'0'));
    let units = units * 10 + i64::from(digit);
    Ok(Decimal::new(
        if negative { -units } else { units },
        decimals,
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn overpunched_signs_state_the_last_digit_and_the_side() {
        for (text, decimals, read) in [
            ("0000000166956E", 2, "16695.65"),
            ("0000000000227R", 2, "-22.79"),
            ("0000000050000}", 2, "-5000.00"),
            ("0000000010000{", 3, "100.000"),
            ("000000000123è", 0, "-1230"),
            ("}", 2, "0.00"),
        ] {
            assert_eq!(amount(text, decimals).unwrap().to_string(), read, "{text}");
        }
        assert_eq!(amount("00000000001234", 2), Err(Fault::Sign));
        for text in ["", "12 3A", "1S", "999999999999999999A"] {
            assert_eq!(amount(text, 2), Err(Fault::Amount), "{text}");
        }
    }

    #[test]
    fn records_are_found_with_and_without_line_ends() {
        let one = format!("01{}", "x".repeat(118));
        let two = format!("04é{}", "y".repeat(117));
        let three = format!("07{}", "z".repeat(100));
        for text in [
            format!("{one}\r\n\r\n{two}\r\n{three}\r\n"),
            format!("{one}{two}{three}"),
        ] {
            let found: Vec<&str> = records(&text).map(|record| record.text).collect();
            assert_eq!(found, [&one, &two, &three]);
            for record in records(&text) {
                assert_eq!(text.get(record.start..record.end()), Some(record.text));
            }
        }
    }

    #[test]
    fn columns_count_characters() {
        let record = Record {
            text: "05éàb",
            line: 1,
            start: 0,
        };
        assert_eq!(record.columns(4, 5), "àb");
        assert_eq!(record.columns(5, 9), "b");
        assert_eq!(record.columns(9, 12), "");
    }

    #[test]
    fn days_outside_the_calendar_are_none() {
        assert_eq!(day("290224").unwrap().to_string(), "2024-02-29");
        for text in ["310224", "  CART", "", "0101240", "+10124"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
