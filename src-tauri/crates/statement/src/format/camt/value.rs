//! Simple values of ISO 20022: amounts, days, times, references, sides of the ledger.

use std::borrow::Cow;

use domain::{Currency, Decimal, NaiveDate, NaiveTime};
use quick_xml::events::BytesStart;

use super::xml::{Cursor, attribute, local};
use crate::format::day::Numbers;

/// An amount with its currency, unsigned, as an element `Amt Ccy="…"` states it.
#[derive(Debug, Clone, Default)]
pub(super) struct Amount<'a> {
    /// The number; `None` where the text is none.
    pub(super) number: Option<Decimal>,
    /// The attribute `Ccy`.
    pub(super) currency: Option<Currency>,
    /// As printed.
    pub(super) printed: Cow<'a, str>,
}

/// A day, or what stands in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Day<'a> {
    /// Not stated.
    #[default]
    Absent,
    /// Stated, perhaps with a time of day.
    On(NaiveDate, Option<NaiveTime>),
    /// Stated, but no day of the calendar.
    Bad(Cow<'a, str>),
}

impl Day<'_> {
    pub(super) fn date(&self) -> Option<NaiveDate> {
        match self {
            Day::On(date, _) => Some(*date),
            _ => None,
        }
    }
}

/// Reads the amount of the element just entered.
pub(super) fn amount<'a>(cursor: &mut Cursor<'a>, start: &BytesStart<'_>) -> Amount<'a> {
    let currency = currency_of(start);
    let printed = cursor.text();
    Amount {
        number: number(&printed),
        currency,
        printed,
    }
}

fn currency_of(start: &BytesStart<'_>) -> Option<Currency> {
    let raw = start.attributes_raw().trim();
    let plain = raw
        .strip_prefix("Ccy=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    match plain {
        Some(code) => code.parse().ok(),
        None if raw.is_empty() => None,
        None => attribute(start, "Ccy")?.parse().ok(),
    }
}

/// An `xs:decimal`, at most 28 digits, without its sign: the side is stated by `CdtDbtInd` alone.
pub(super) fn number(text: &str) -> Option<Decimal> {
    let digits = text.trim_start_matches(['+', '-']);
    if text.len() - digits.len() > 1 || digits.is_empty() {
        return None;
    }
    let mut mantissa = 0i64;
    let mut scale = None::<u32>;
    let mut count = 0u32;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                scale = scale.map(|scale| scale + 1);
                if count <= 18 {
                    mantissa = mantissa * 10 + i64::from(byte - b'0');
                }
            }
            b'.' if scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    match count {
        0 => None,
        1..=18 => Some(Decimal::new(mantissa, scale.unwrap_or(0))),
        _ => Decimal::from_str_exact(digits).ok(),
    }
}

/// The day of an `ISODate` or `ISODateTime`, as the bank wrote it: zones are never applied.
pub(super) fn day(text: Cow<'_, str>) -> Day<'_> {
    match date(&text) {
        Some(date) => Day::On(date, time(&text)),
        None => Day::Bad(text),
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = numbers(text)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The numbers of an `ISODate`, whether or not a calendar has that day.
pub(super) fn numbers(text: &str) -> Option<Numbers> {
    let bytes = text.as_bytes();
    let field = |from: usize, len: usize| {
        let digits = bytes.get(from..from + len)?;
        digits.iter().try_fold(0u32, |value, byte| {
            byte.is_ascii_digit()
                .then(|| value * 10 + u32::from(byte - b'0'))
        })
    };
    let dashed = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    let ends = !bytes.get(10).is_some_and(u8::is_ascii_digit);
    if !dashed || !ends {
        return None;
    }
    let year = i32::try_from(field(0, 4)?).ok()?;
    Some((year, field(5, 2)?, field(8, 2)?))
}

/// The time after `T`. Midnight to the second fills the field where the bank knows no time, and is none.
fn time(text: &str) -> Option<NaiveTime> {
    let clock = text.get(10..)?.strip_prefix(['T', ' '])?.get(..8)?;
    let mut parts = clock.split(':').map(str::parse::<u32>);
    let (hour, minute, second) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    NaiveTime::from_hms_opt(hour, minute, second).filter(|time| *time != NaiveTime::MIN)
}

/// The day in a choice of `Dt` and `DtTm`; leaves the element.
pub(super) fn day_choice<'a>(cursor: &mut Cursor<'a>) -> Day<'a> {
    let mut found = Day::Absent;
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Dt" | "DtTm" => {
                let text = cursor.text();
                if found == Day::Absent && !text.is_empty() {
                    found = day(text);
                }
            }
            _ => cursor.skip(),
        }
    }
    found
}

/// A reference, unless it is a word for none (EPC implementation guidelines; SWIFT `:61:` subfield 7).
pub(super) fn reference(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let none = text.is_empty()
        || ["NOTPROVIDED", "NONREF", "NOT PROVIDED", "NONE"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word));
    (!none).then_some(text)
}

/// Whether `CdtDbtInd` says that money went out; `None` where it says nothing known.
pub(super) fn is_debit(text: &str) -> Option<bool> {
    match text {
        "DBIT" => Some(true),
        "CRDT" => Some(false),
        _ => None,
    }
}

/// The number with the sign of its side.
pub(super) fn signed(number: Decimal, debit: bool) -> Decimal {
    if debit { -number } else { number }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_keep_every_decimal_and_never_wrap() {
        assert_eq!(number("8.850").unwrap().to_string(), "8.850");
        assert_eq!(number("-10").unwrap().to_string(), "10");
        assert_eq!(
            number("1234567890123456789.12").unwrap().to_string(),
            "1234567890123456789.12"
        );
        for text in [
            "",
            ".",
            "-",
            "--1",
            "1.2.3",
            "1,5",
            "12e3",
            "99999999999999999999999999999999999",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_those_written_whatever_their_zone() {
        let on = |text: &'static str| day(Cow::Borrowed(text));
        let first = NaiveDate::from_ymd_opt(2026, 1, 1);
        assert_eq!(on("2026-01-01").date(), first);
        assert_eq!(on("2026-01-01+14:00").date(), first);
        assert_eq!(on("2026-01-01T00:00:00.000-11:00").date(), first);
        assert_eq!(
            on("2026-01-01T23:05:09Z"),
            Day::On(first.unwrap(), NaiveTime::from_hms_opt(23, 5, 9))
        );
        for text in [
            "2026-02-30",
            "2026-1-1",
            "01.01.2026",
            "2026-01-011",
            "é026-01-01",
        ] {
            assert_eq!(on(text), Day::Bad(Cow::Borrowed(text)), "{text}");
        }
    }

    #[test]
    fn words_for_no_reference_are_none() {
        assert_eq!(reference(Cow::Borrowed("NotProvided")), None);
        assert_eq!(reference(Cow::Borrowed("NONREF")), None);
        assert!(reference(Cow::Borrowed("NONREF1")).is_some());
    }
}
