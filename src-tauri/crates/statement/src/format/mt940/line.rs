//! `:61:`: the statement line.
//!
//! `6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][34x]`: value date, entry date, mark, funds code, amount, type, the owner's
//! reference, the servicer's, supplementary details.

use domain::{Decimal, NaiveDate};

use super::value;

/// A statement line as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// `None` where the file states a day that is not in the calendar.
    pub(super) value_date: Option<NaiveDate>,
    pub(super) entry_date: Option<NaiveDate>,
    /// Signed: money out is negative.
    pub(super) amount: Decimal,
    /// `RC`, `RD`.
    pub(super) is_reversal: bool,
    /// `EC`, `ED` of MT942: announced only.
    pub(super) is_expected: bool,
    /// Type, as `NTRF`.
    pub(super) code: &'a str,
    /// The account owner's reference.
    pub(super) owner: &'a str,
    /// The servicer's, after `//`.
    pub(super) servicer: &'a str,
}

/// What is wrong with a statement line, as the part that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault<'a> {
    Date(&'a str),
    Sign(&'a str),
    Amount(&'a str),
}

/// Reads the first line of `:61:`.
pub(super) fn read(text: &str) -> Result<Line<'_>, Fault<'_>> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (dates, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
    let (value_date, entry_date) = days(dates)?;
    let (mark, rest) = mark(rest).ok_or(Fault::Sign(rest))?;
    // The third letter of the currency, where the bank states it.
    let rest = match rest.as_bytes().first() {
        Some(letter) if letter.is_ascii_alphabetic() => rest.get(1..).unwrap_or(""),
        _ => rest,
    };
    let rest = rest.trim_start();
    let len = rest
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
        .count();
    let (printed, rest) = rest.split_at_checked(len).unwrap_or((rest, ""));
    let amount = value::amount(printed).ok_or(Fault::Amount(if printed.is_empty() {
        rest
    } else {
        printed
    }))?;
    let (code, rest) = transaction_type(rest);
    let (owner, servicer) = rest.split_once("//").unwrap_or((rest, ""));
    Ok(Line {
        value_date,
        entry_date,
        amount: if mark.is_out { -amount } else { amount },
        is_reversal: mark.is_reversal,
        is_expected: mark.is_expected,
        code,
        owner: owner.trim(),
        servicer: servicer.trim(),
    })
}

/// Value date and entry date. A value date outside the calendar (30 February is a day of the interest calendar) is none
/// where the entry date stands beside it.
fn days(dates: &str) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Fault<'_>> {
    let fault = Fault::Date(dates);
    let value_date = value::day(dates);
    let rest = dates.get(6..).ok_or(fault)?;
    let entry_date = match rest.len() {
        0 => None,
        4 => match value_date {
            Some(near) => value::day_near(rest, near),
            None => value::year(dates).and_then(|year| value::day_in(rest, year)),
        },
        6 => value::day(rest),
        _ => return Err(fault),
    };
    if value_date.is_none() && entry_date.is_none() {
        return Err(fault);
    }
    Ok((value_date, entry_date))
}

struct Mark {
    is_out: bool,
    is_reversal: bool,
    is_expected: bool,
}

/// `C`, `D`; `RC` and `RD`, which turn the side over; `EC` and `ED`.
fn mark(text: &str) -> Option<(Mark, &str)> {
    let text = text.trim_start();
    let (prefix, letter) = match text.as_bytes() {
        [b'R' | b'E', letter @ (b'C' | b'D'), ..] => (text.as_bytes().first(), letter),
        [letter @ (b'C' | b'D'), ..] => (None, letter),
        _ => return None,
    };
    let is_reversal = prefix == Some(&b'R');
    let mark = Mark {
        is_out: (*letter == b'D') != is_reversal,
        is_reversal,
        is_expected: prefix == Some(&b'E'),
    };
    Some((mark, text.get(1 + usize::from(prefix.is_some())..)?))
}

/// `N`, `S` or `F` and three signs, which some banks pad with spaces.
fn transaction_type(text: &str) -> (&str, &str) {
    if !text.starts_with(['N', 'S', 'F']) {
        return ("", text);
    }
    let until = text
        .char_indices()
        .nth(4)
        .map_or(text.len(), |(at, _)| at)
        .min(slashes(text));
    let (code, rest) = text.split_at_checked(until).unwrap_or((text, ""));
    (code.trim(), rest)
}

/// Where `//` stands, if among the first signs.
fn slashes(text: &str) -> usize {
    let head = text.as_bytes().iter().take(5);
    let next = text.as_bytes().iter().skip(1);
    let both = head.zip(next).position(|pair| pair == (&b'/', &b'/'));
    both.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_dialect_of_the_line_is_read() {
        for (text, amount, code, owner, servicer) in [
            (
                "0709070904CR50990,05NTRFNONREF//07247",
                "50990.05",
                "NTRF",
                "NONREF",
                "07247",
            ),
            (
                "140102C000000000400,00N541NONREF",
                "400.00",
                "N541",
                "NONREF",
                "",
            ),
            ("1105240524D9,N192NONREF", "-9", "N192", "NONREF", ""),
            (
                "1712271227D10,18NBEA//228ohu/972795",
                "-10.18",
                "NBEA",
                "",
                "228ohu/972795",
            ),
            ("1710111011DF2402,00S   X", "-2402.00", "S", "X", ""),
            ("121123D10,00NIT NONREF", "-10.00", "NIT", "NONREF", ""),
            ("180417CF2066637,00N527", "2066637.00", "N527", "", ""),
            ("170914D233,15NMSC", "-233.15", "NMSC", "", ""),
            ("2401020102RC30,00NTRFA//1", "-30.00", "NTRF", "A", "1"),
            ("2401020102RD20,00NTRFA//1", "20.00", "NTRF", "A", "1"),
            ("2401020102RDR20,00NTRFA//1", "20.00", "NTRF", "A", "1"),
            (
                "2010091009DD3245,NMSC21038855",
                "-3245",
                "NMSC",
                "21038855",
                "",
            ),
            (
                "030109C000000000300.00NMSC170059286",
                "300.00",
                "NMSC",
                "170059286",
                "",
            ),
        ] {
            let line = read(text).unwrap();
            assert_eq!(line.amount.to_string(), amount, "{text}");
            assert_eq!(
                (line.code, line.owner, line.servicer),
                (code, owner, servicer),
                "{text}"
            );
        }
    }

    #[test]
    fn a_value_date_of_the_interest_calendar_is_none_beside_an_entry_date() {
        let line = read("1602300301DR6,00N024NONREF").unwrap();
        assert_eq!(line.value_date, None);
        assert_eq!(line.entry_date, NaiveDate::from_ymd_opt(2016, 3, 1));
        assert_eq!(read("160230DR6,00N024"), Err(Fault::Date("160230")));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(read("24010"), Err(Fault::Date("24010")));
        assert_eq!(read("240102X1,00"), Err(Fault::Sign("X1,00")));
        assert_eq!(read("240102CRNTRF"), Err(Fault::Amount("NTRF")));
        assert_eq!(read("240102C1,2,3N"), Err(Fault::Amount("1,2,3")));
        assert_eq!(read(""), Err(Fault::Date("")));
    }
}
