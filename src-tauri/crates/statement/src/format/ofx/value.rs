//! Days, times and amounts as OFX writes them (OFX 2.2 sections 3.2.8 and 3.2.9).

use domain::{Decimal, NaiveDate, NaiveTime};

use crate::format::day::Numbers;

/// What a date field says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// Nothing: empty, or filled with zeros.
    Unstated,
    /// A day of the calendar.
    Stated(NaiveDate),
    /// No day.
    Wrong,
}

impl Day {
    pub(super) fn stated(self) -> Option<NaiveDate> {
        match self {
            Day::Stated(day) => Some(day),
            Day::Unstated | Day::Wrong => None,
        }
    }
}

/// The day of `YYYYMMDD[HHMMSS[.XXX]][[offset[:name]]]`: its first eight digits. The zone is never applied. `YYYY-MM-DD`,
/// which the format does not allow but banks write, is read too.
pub(super) fn day(text: &str) -> Day {
    if text.is_empty() {
        return Day::Unstated;
    }
    match numbers(text) {
        Some((0, 0, 0)) => Day::Unstated,
        Some((year, month, day)) => {
            NaiveDate::from_ymd_opt(year, month, day).map_or(Day::Wrong, Day::Stated)
        }
        None => Day::Wrong,
    }
}

/// The numbers of a day as [`day`] reads it, whether or not a calendar has it.
pub(super) fn numbers(text: &str) -> Option<Numbers> {
    let digits = |from: usize, until: usize| -> Option<u32> {
        let part = text.as_bytes().get(from..until)?;
        part.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit()
                .then(|| number * 10 + u32::from(byte - b'0'))
        })
    };
    let dashed = text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-');
    let (month_at, day_at) = if dashed { (5, 8) } else { (4, 6) };
    let year = i32::try_from(digits(0, 4)?).ok()?;
    Some((
        year,
        digits(month_at, month_at + 2)?,
        digits(day_at, day_at + 2)?,
    ))
}

/// The time of day after the eight digits of a day. Midnight and noon to the second are what banks fill in for "no time".
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let digits = text.get(8..14)?;
    if matches!(digits, "000000" | "120000") || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2)?.parse().ok();
    NaiveTime::from_hms_opt(part(0)?, part(2)?, part(4)?)
}

/// An amount: an optional sign, digits, a comma or a point before the decimals. Where both stand, the last is the decimal
/// sign and the other groups thousands, as do spaces and apostrophes. `None` for anything else, and past 28 digits.
pub(super) fn amount(text: &str) -> Option<Decimal> {
    plain(text).or_else(|| grouped(text))
}

/// The common case: sign, digits, one decimal sign, at most 18 digits.
fn plain(text: &str) -> Option<Decimal> {
    let (negative, digits) = signed(text.as_bytes());
    if digits.is_empty() || digits.len() > 19 {
        return None;
    }
    let mut mantissa = 0i64;
    let mut scale = None;
    let mut count = 0;
    for byte in digits {
        match byte {
            b'0'..=b'9' if count < 18 => {
                mantissa = mantissa * 10 + i64::from(byte - b'0');
                count += 1;
                scale = scale.map(|scale| scale + 1);
            }
            b'.' | b',' if scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    let signed = if negative { -mantissa } else { mantissa };
    (count > 0).then(|| Decimal::new(signed, scale.unwrap_or(0)))
}

fn grouped(text: &str) -> Option<Decimal> {
    let tidy: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '\u{2019}'))
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect();
    let trailing = tidy.strip_suffix('-').map(|rest| format!("-{rest}"));
    let tidy = trailing.unwrap_or(tidy);
    let (before, rest) = signed(tidy.as_bytes());
    let bare = without_unit(rest);
    let has_unit = bare.len() < rest.len();
    let (after, digits) = if has_unit {
        signed(bare)
    } else {
        (false, bare)
    };
    if before && after {
        return None;
    }
    let negative = before || after;
    let decimal_at = digits.iter().rposition(|byte| matches!(byte, b'.' | b','));
    let decimal_sign = decimal_at.and_then(|at| digits.get(at).copied());
    let mut written = String::with_capacity(digits.len() + 1);
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => written.push(char::from(*byte)),
            b'.' | b',' if Some(at) == decimal_at => written.push('.'),
            b'.' | b',' if Some(*byte) != decimal_sign && decimal_at > Some(at) => {}
            _ => return None,
        }
    }
    if !written.bytes().any(|byte| byte.is_ascii_digit()) || written.len() > 29 {
        return None;
    }
    let amount = Decimal::from_str_exact(&written).ok()?;
    Some(if negative { -amount } else { amount })
}

/// Without a currency's sign or code in front (`R$`, `EUR`), which the specification does not allow and some banks write.
fn without_unit(bytes: &[u8]) -> &[u8] {
    let end = bytes
        .iter()
        .position(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b','))
        .unwrap_or(0);
    let unit = bytes.get(..end).unwrap_or(&[]);
    let is_unit = end <= 3
        && unit
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || *byte == b'$' || !byte.is_ascii());
    bytes.get(end..).filter(|_| is_unit).unwrap_or(bytes)
}

fn signed(bytes: &[u8]) -> (bool, &[u8]) {
    match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, bytes),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_amount_keeps_every_decimal() {
        for (text, read) in [
            ("-12.30", "-12.30"),
            ("+5", "5"),
            ("12,34", "12.34"),
            (".5", "0.5"),
            ("-64.40574934902884", "-64.40574934902884"),
            ("1,234.56", "1234.56"),
            ("1.234.567,8", "1234567.8"),
            ("1 234,56", "1234.56"),
            ("12.34-", "-12.34"),
            ("1'234.50", "1234.50"),
            ("-99999999999999999999.99", "-99999999999999999999.99"),
        ] {
            assert_eq!(amount(text).unwrap().to_string(), read, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_never_a_number() {
        for text in [
            "",
            "-",
            ".",
            "12a",
            "1.2.3",
            "1,234,567",
            "--1",
            "1e5",
            "NaN",
            "-99999999999999999999999999999999.99",
            "0x10",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_its_first_eight_digits_and_the_zone_is_never_applied() {
        let day_of = |text: &str| match day(text) {
            Day::Stated(day) => day.to_string(),
            other => format!("{other:?}"),
        };
        for (text, read) in [
            ("20241231", "2024-12-31"),
            ("20241231235959.999[-5:EST]", "2024-12-31"),
            ("20240101000000[+12:NZST]", "2024-01-01"),
            ("2024-02-29", "2024-02-29"),
            ("00000000", "Unstated"),
            ("00000000000000", "Unstated"),
            ("", "Unstated"),
            ("20240231", "Wrong"),
            ("20241301", "Wrong"),
            ("202401", "Wrong"),
            ("31/01/2024", "Wrong"),
        ] {
            assert_eq!(day_of(text), read, "{text}");
        }
    }

    #[test]
    fn a_filled_in_time_is_none() {
        assert_eq!(time("20240101153045").unwrap().to_string(), "15:30:45");
        for text in [
            "20240101",
            "20240101000000",
            "20240101120000.000",
            "20240101256199",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
