//! Dates of QIF: three numbers whose order is a property of the whole file.

use domain::NaiveDate;

use crate::format::day::Numbers;

/// In which order day, month and year stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `31/12/2026`
    Dmy,
    /// `12/31/2026`
    Mdy,
    /// `2026-12-31`
    Ymd,
}

impl Order {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Order::Dmy => "dmy",
            Order::Mdy => "mdy",
            Order::Ymd => "ymd",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        [Order::Dmy, Order::Mdy, Order::Ymd]
            .into_iter()
            .find(|order| order.as_str() == word)
    }
}

/// A date as printed: numbers in their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    numbers: [u32; 3],
    digits: [usize; 3],
    /// The place of a month written by name.
    named: Option<usize>,
    /// Whether an apostrophe stands before the last number: a year of 2000 or later.
    apostrophe: bool,
}

/// Takes a date apart: `1/ 1'00`, `12/31/2026`, `31.12.26`, `2026-12-31`, `20261231`, `31 déc. 2026`. Some banks let other
/// text follow right behind the year.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let mut rest = text.trim();
    let mut parts = Parts {
        numbers: [0; 3],
        digits: [0; 3],
        named: None,
        apostrophe: false,
    };
    if let Some(plain) = plain(rest).or_else(|| compact(rest)) {
        return Some(plain);
    }
    for place in 0..3 {
        let between = rest.len()
            - rest
                .trim_start_matches([' ', '/', '-', '.', ',', '\'', '’'])
                .len();
        let (separator, after) = rest.split_at_checked(between)?;
        if (place > 0) == separator.is_empty() {
            return None;
        }
        parts.apostrophe = separator.contains(['\'', '’']);
        let is_digit = after.starts_with(|c: char| c.is_ascii_digit());
        let len = after
            .find(|c: char| {
                if is_digit {
                    !c.is_ascii_digit()
                } else {
                    !c.is_alphabetic()
                }
            })
            .unwrap_or(after.len());
        let (word, next) = after.split_at_checked(len)?;
        let number = if is_digit {
            word.parse().ok().filter(|_| len <= 5)?
        } else if parts.named.is_none() && place < 2 {
            parts.named = Some(place);
            text::month_of(word)?
        } else {
            return None;
        };
        *parts.numbers.get_mut(place)? = number;
        *parts.digits.get_mut(place)? = len;
        rest = next;
    }
    Some(parts)
}

/// Three numbers parted by ASCII signs: nearly all dates.
fn plain(text: &str) -> Option<Parts> {
    let mut bytes = text.bytes().peekable();
    let (mut numbers, mut digits, mut apostrophe) = ([0u32; 3], [0usize; 3], false);
    for (place, (number, length)) in numbers.iter_mut().zip(&mut digits).enumerate() {
        let mut parted = false;
        while let Some(sign) =
            bytes.next_if(|b| matches!(b, b' ' | b'/' | b'-' | b'.' | b',' | b'\''))
        {
            apostrophe = sign == b'\'' || (parted && apostrophe);
            parted = true;
        }
        while let Some(digit) = bytes.next_if(u8::is_ascii_digit) {
            *number = number.checked_mul(10)? + u32::from(digit - b'0');
            *length += 1;
        }
        if parted == (place == 0) || !(1..=5).contains(length) {
            return None;
        }
    }
    Some(Parts {
        numbers,
        digits,
        named: None,
        apostrophe,
    })
}

/// Eight digits, the year first.
fn compact(text: &str) -> Option<Parts> {
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let number = |from: usize, to: usize| text.get(from..to)?.parse().ok();
    let numbers = [number(0, 4)?, number(4, 6)?, number(6, 8)?];
    digits.then_some(Parts {
        numbers,
        digits: [4, 2, 2],
        named: None,
        apostrophe: false,
    })
}

impl Parts {
    /// Whether the date alone settles its order, and how.
    pub(super) fn settles(&self) -> Option<Order> {
        let [first, second, _] = self.numbers;
        let [length, ..] = self.digits;
        match self.named {
            Some(0) => Some(Order::Mdy),
            Some(_) if length <= 2 && first <= 31 => Some(Order::Dmy),
            Some(_) => Some(Order::Ymd),
            None if length > 2 || first > 31 => Some(Order::Ymd),
            None if first > 12 => Some(Order::Dmy),
            None if second > 12 => Some(Order::Mdy),
            None => None,
        }
    }

    /// Whether day and month are the same number, so that their order does not matter.
    pub(super) fn is_symmetric(&self) -> bool {
        let [first, second, _] = self.numbers;
        first == second
    }

    /// The day in this order. A named month has an order of its own.
    pub(super) fn day(&self, order: Order) -> Option<NaiveDate> {
        let (year, month, day) = self.as_numbered(order)?;
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// What the numbers stand for in this order, whether or not a calendar has that day.
    pub(super) fn as_numbered(&self, order: Order) -> Option<Numbers> {
        let [a, b, c] = self.numbers;
        let [a_digits, _, c_digits] = self.digits;
        let (year, digits, month, day) = match self.named.and(self.settles()).unwrap_or(order) {
            Order::Dmy => (c, c_digits, b, a),
            Order::Mdy => (c, c_digits, a, b),
            Order::Ymd => (a, a_digits, b, c),
        };
        Some((self.year(year, digits)?, month, day))
    }

    /// Two digits are of 1970 to 2069, behind an apostrophe of this century. Three are years since 1900, as programs of
    /// the nineties wrote them.
    fn year(&self, year: u32, digits: usize) -> Option<i32> {
        let year = i32::try_from(year).ok()?;
        match digits {
            1 | 2 if self.apostrophe || year < 70 => Some(2000 + year),
            1..=3 => Some(1900 + year),
            4 => Some(year).filter(|year| *year >= 1900),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str, order: Order) -> String {
        let day = parts(text).and_then(|parts| parts.day(order));
        day.map_or("none".to_owned(), |day| day.to_string())
    }

    #[test]
    fn every_form_is_read() {
        for (text, order, read) in [
            ("1/ 1'00", Order::Mdy, "2000-01-01"),
            ("2/10'2020", Order::Mdy, "2020-02-10"),
            (" 6/ 1/94", Order::Mdy, "1994-06-01"),
            ("12/31/97", Order::Mdy, "1997-12-31"),
            ("31/12/2026", Order::Dmy, "2026-12-31"),
            ("31.12.26", Order::Dmy, "2026-12-31"),
            ("31-12'26", Order::Dmy, "2026-12-31"),
            ("2026-12-31", Order::Ymd, "2026-12-31"),
            ("20261231", Order::Ymd, "2026-12-31"),
            ("03/25/099Share Withdrawal", Order::Mdy, "1999-03-25"),
            ("3/25/103", Order::Mdy, "2003-03-25"),
            ("31 déc. 2026", Order::Dmy, "2026-12-31"),
            ("31-Jan-2024", Order::Mdy, "2024-01-31"),
            ("Jan 31, 2024", Order::Dmy, "2024-01-31"),
        ] {
            assert_eq!(day(text, order), read, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "31",
            "31/12",
            "abc",
            "//",
            "31//",
            "32/01/2024",
            "2024",
            "99999999999/1/1",
            "1/1/123456",
        ] {
            assert_eq!(day(text, Order::Dmy), "none", "{text}");
        }
        assert_eq!(day("12/31/2026", Order::Dmy), "none");
    }

    #[test]
    fn a_day_above_twelve_settles_the_order() {
        let order = |text: &str| parts(text).unwrap().settles();
        assert_eq!(order("13/01/24"), Some(Order::Dmy));
        assert_eq!(order("01/13/24"), Some(Order::Mdy));
        assert_eq!(order("2024-01-02"), Some(Order::Ymd));
        assert_eq!(order("95/01/02"), Some(Order::Ymd));
        assert_eq!(order("01/02/24"), None);
    }
}
