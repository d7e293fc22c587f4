//! Dates as printed: three numbers in some order, or a month by its name.

use domain::{NaiveDate, NaiveTime};

use super::month::month_named;
use crate::format::day::Numbers;

/// Years that a statement may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2099;

/// In which order day, month and year stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::format) enum DateOrder {
    /// `31/12/2026`
    Dmy,
    /// `12/31/2026`
    Mdy,
    /// `2026-12-31`
    Ymd,
}

impl DateOrder {
    /// Every order.
    pub(super) const ALL: [DateOrder; 3] = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];

    /// The word of an answer.
    pub(in crate::format) fn as_str(self) -> &'static str {
        match self {
            DateOrder::Dmy => "dmy",
            DateOrder::Mdy => "mdy",
            DateOrder::Ymd => "ymd",
        }
    }

    /// Reads the word of an answer.
    pub(in crate::format) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.as_str() == word)
    }
}

/// A cell that may be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) struct DateCell {
    /// The three numbers, as they stand.
    parts: [u16; 3],
    /// Digits of each.
    digits: [u8; 3],
    /// Which of them is a month written by name.
    named: Option<usize>,
    /// What parts them: `/`, `-`, `.`, a space, or nothing.
    pub(in crate::format) separator: u8,
    /// A time of day after it.
    pub(in crate::format) time: Option<NaiveTime>,
}

/// Reads a cell as a date in some order; `None` where it is something else.
pub(in crate::format) fn date_cell(cell: &str) -> Option<DateCell> {
    let cell = cell.trim();
    // Booked on one day with the effect of another.
    let cell = effective(cell).map_or(cell, |(booked, _)| booked);
    if cell.len() < 5 || cell.len() > 48 || !cell.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    compact(cell).or_else(|| separated(cell))
}

/// `11/14/2026 as of 11/13/2026`: the day of booking, and the one that it holds for.
pub(super) fn effective(cell: &str) -> Option<(&str, &str)> {
    let (booked, since) = cell.split_once(" as of ")?;
    booked
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some((booked.trim(), since.trim()))
}

/// `20261231`, `31122026`, with a time behind it perhaps (`20261231235959`).
fn compact(cell: &str) -> Option<DateCell> {
    let bytes = cell.as_bytes();
    let run = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let tail = cell.get(run..)?;
    if !(run == 8 || run == 14) || !(tail.is_empty() || tail.starts_with([' ', 'T', '['])) {
        return None;
    }
    let number = |from: usize, to: usize| cell.get(from..to)?.parse::<u16>().ok();
    let year_first = number(0, 4).is_some_and(|year| YEARS.contains(&i32::from(year)))
        && number(4, 6).is_some_and(|month| (1..=12).contains(&month));
    let cuts = if year_first || run == 14 {
        [0, 4, 6, 8]
    } else {
        [0, 2, 4, 8]
    };
    let [a, b, c, d] = cuts;
    let digits = |from: usize, to: usize| u8::try_from(to - from).unwrap_or(0);
    let time = if run == 14 {
        NaiveTime::from_hms_opt(
            number(8, 10)?.into(),
            number(10, 12)?.into(),
            number(12, 14)?.into(),
        )
    } else {
        time_cell(tail)
    };
    Some(DateCell {
        parts: [number(a, b)?, number(b, c)?, number(c, d)?],
        digits: [digits(a, b), digits(b, c), digits(c, d)],
        named: None,
        separator: b'0',
        time,
    })
}

fn separated(cell: &str) -> Option<DateCell> {
    let mut rest = without_weekday(cell);
    let mut found = DateCell {
        parts: [0; 3],
        digits: [0; 3],
        named: None,
        separator: 0,
        time: None,
    };
    for position in 0..3 {
        rest = found.take_part(rest, position)?;
        if position == 2 {
            break;
        }
        let separator = *rest.as_bytes().first()?;
        // `2012:03:01`: a colon parts hours too, so only a year of four digits makes it a date's.
        let colons = separator == b':'
            && found.digits.first() == Some(&4)
            && (position == 0 || found.separator == b':');
        if !colons && !matches!(separator, b'/' | b'-' | b'.' | b' ' | b',' | b'\'') {
            // `12Dec2019`: a name needs nothing around it.
            if !separator.is_ascii_alphanumeric()
                || (found.named.is_none() && separator.is_ascii_digit())
            {
                return None;
            }
        } else if found.separator == 0 || found.separator == b' ' {
            found.separator = separator;
        }
        let plain =
            (matches!(separator, b'/' | b'-') || found.separator == b':') && found.named.is_none();
        if plain && position == 1 && separator != found.separator {
            return None;
        }
        rest = if colons {
            rest.get(1..)?
        } else {
            rest.trim_start_matches(['/', '-', '.', ' ', ',', '\''])
        };
        rest = ["de ", "del ", "di "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
    }
    if found.separator == b' ' && found.named.is_none() {
        return None;
    }
    let rest = rest.trim_start_matches(['.', ',', ' ', 'r', '|']);
    if !rest.is_empty() {
        found.time = Some(time_cell(rest)?);
    }
    Some(found)
}

impl DateCell {
    /// Takes a number or a month's name off the front.
    fn take_part<'t>(&mut self, rest: &'t str, position: usize) -> Option<&'t str> {
        let run = rest.bytes().take_while(u8::is_ascii_digit).count();
        if run > 0 {
            if run > 4 || run == 3 {
                return None;
            }
            *self.parts.get_mut(position)? = rest.get(..run)?.parse().ok()?;
            *self.digits.get_mut(position)? = u8::try_from(run).ok()?;
            return Some(without_ordinal(rest.get(run..)?));
        }
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let month = month_named(rest.get(..end)?)?;
        if self.named.replace(position).is_some() {
            return None;
        }
        *self.parts.get_mut(position)? = month;
        rest.get(end..)
    }
}

/// `Mon 3 Feb 2026`, `lun. 3 févr. 2026`: the name of a day says nothing new.
fn without_weekday(cell: &str) -> &str {
    let end = cell
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(cell.len());
    match cell.get(..end) {
        Some(word) if end > 0 && month_named(word).is_none() && word.chars().count() <= 10 => cell
            .get(end..)
            .unwrap_or("")
            .trim_start_matches(['.', ',', ' ']),
        _ => cell,
    }
}

fn without_ordinal(rest: &str) -> &str {
    if !rest.starts_with(['s', 'n', 'r', 't', 'e', 'º']) {
        return rest;
    }
    for suffix in ["st", "nd", "rd", "th", "er", "º"] {
        if let Some(tail) = rest.strip_prefix(suffix)
            && !tail.starts_with(char::is_alphabetic)
        {
            return tail;
        }
    }
    rest
}

/// A time of day: `14:23`, `14:23:11`, `T14:23:11.123Z`, `2:23 PM`, `14h23`, `00:00:30:989`.
pub(super) fn time_cell(cell: &str) -> Option<NaiveTime> {
    let cell = cell.trim().trim_start_matches(['T', 't', '-']).trim();
    let mut numbers = [0u32; 3];
    let mut rest = cell;
    let mut count = 0;
    for slot in &mut numbers {
        let run = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&run) {
            break;
        }
        *slot = rest.get(..run)?.parse().ok()?;
        count += 1;
        rest = rest.get(run..)?;
        match rest.strip_prefix([':', 'h', '.']) {
            Some(tail) if count < 3 => rest = tail,
            _ => break,
        }
    }
    if count < 2 {
        return None;
    }
    let [mut hour, minute, second] = numbers;
    let tail = rest.trim_start().to_ascii_lowercase();
    let half = tail.get(..2);
    if half == Some("pm") && hour < 12 {
        hour += 12;
    } else if half == Some("am") && hour == 12 {
        hour = 0;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

impl DateCell {
    /// The day, when the numbers stand in this order; a month by its name stands where it stands.
    pub(in crate::format) fn day(&self, order: DateOrder) -> Option<NaiveDate> {
        let (year, month, day) = self.numbers(order)?;
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// What the numbers stand for in this order, whether or not a calendar has that day.
    pub(super) fn numbers(&self, order: DateOrder) -> Option<Numbers> {
        let [a, b, c] = self.parts;
        let [da, db, dc] = self.digits;
        let (year, year_digits, month, day) = match (self.named, order) {
            (Some(1), DateOrder::Ymd) => (a, da, b, c),
            (Some(1), _) if da == 4 => (a, da, b, c),
            (Some(1), _) => (c, dc, b, a),
            (Some(0), _) => (c, dc, a, b),
            (Some(_), _) => return None,
            (None, DateOrder::Dmy) => (c, dc, b, a),
            (None, DateOrder::Mdy) => (c, dc, a, b),
            (None, DateOrder::Ymd) => (a, da, b, c),
        };
        let [day_digits, month_digits] = match (self.named, order) {
            (Some(_), _) => [1, 1],
            (None, DateOrder::Dmy) => [da, db],
            (None, DateOrder::Mdy) => [db, da],
            (None, DateOrder::Ymd) => [dc, db],
        };
        if day_digits > 2 || month_digits > 2 || year_digits == 3 {
            return None;
        }
        let year = if year_digits == 4 {
            i32::from(year)
        } else {
            century(year)
        };
        if !YEARS.contains(&year) {
            return None;
        }
        Some((year, month.into(), day.into()))
    }

    /// The order that the cell's own shape proves: a year of four digits in front, a month's name.
    pub(super) fn proves(&self) -> Option<DateOrder> {
        let [first, _, _] = self.digits;
        match self.named {
            Some(1) if first == 4 => Some(DateOrder::Ymd),
            Some(1) => Some(DateOrder::Dmy),
            Some(0) => Some(DateOrder::Mdy),
            _ if first == 4 => Some(DateOrder::Ymd),
            _ => None,
        }
    }
}

/// Years of one or two digits: 70 to 99 are of the last century, as POSIX `%y` has it (69 there; no bank exported then).
fn century(year: u16) -> i32 {
    let year = i32::from(year);
    if year >= 70 { 1900 + year } else { 2000 + year }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(cell: &str, order: DateOrder) -> Option<String> {
        date_cell(cell)?.day(order).map(|day| day.to_string())
    }

    #[test]
    fn dates_are_read_in_every_usual_form() {
        use DateOrder::{Dmy, Mdy, Ymd};
        for (cell, order, expected) in [
            ("31/12/2026", Dmy, "2026-12-31"),
            ("12/31/26", Mdy, "2026-12-31"),
            ("2026-12-31", Ymd, "2026-12-31"),
            ("2026/3/2", Ymd, "2026-03-02"),
            ("2019.04.19.", Ymd, "2019-04-19"),
            ("20261231", Ymd, "2026-12-31"),
            ("31122026", Dmy, "2026-12-31"),
            ("10-Nov-9", Dmy, "2009-11-10"),
            ("12-Dec-2019", Dmy, "2019-12-12"),
            ("Jun 3, 2026", Mdy, "2026-06-03"),
            ("3. März 2026", Dmy, "2026-03-03"),
            ("lun. 3 févr. 2026", Dmy, "2026-02-03"),
            ("1er août 2026", Dmy, "2026-08-01"),
            ("2026-09-29 14:23:11", Ymd, "2026-09-29"),
            ("2026-09-29T14:23:11Z", Ymd, "2026-09-29"),
            ("28.06.2013 00:00:30:989", Dmy, "2013-06-28"),
            ("2012:03:01", Ymd, "2012-03-01"),
            ("2012:03:01 09:41:00", Ymd, "2012-03-01"),
            ("31 Dec 98", Dmy, "1998-12-31"),
            ("12/31/2026 as of 12/30/2026", Mdy, "2026-12-31"),
        ] {
            assert_eq!(day(cell, order).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_none() {
        for cell in [
            "31/02/2026",
            "00000000",
            "2026-13-45",
            "12.50",
            "1.234,56",
            "offen",
            "12:03:01",
            "2012:03",
            "2012:03.01",
            "01:03:2012",
            "--",
        ] {
            for order in DateOrder::ALL {
                assert_eq!(day(cell, order), None, "{cell}");
            }
        }
    }
}
