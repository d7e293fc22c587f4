//! Amounts of QIF: which sign is the decimal one is a property of the whole file.

use domain::Decimal;

/// The decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Comma,
    Point,
}

impl Sign {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Sign::Comma => "comma",
            Sign::Point => "point",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "comma" => Some(Sign::Comma),
            "point" => Some(Sign::Point),
            _ => None,
        }
    }

    fn marks(self) -> (char, char) {
        match self {
            Sign::Comma => (',', '.'),
            Sign::Point => ('.', ','),
        }
    }
}

/// What an amount tells of the decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// It has none, or none that matters.
    Nothing,
    /// It has this one.
    Is(Sign),
    /// `1,234` and `1.234` are a thousand or a little more than one.
    Either,
}

/// What stands around the digits and does not matter: blanks of every kind, apostrophes between groups, currency signs.
fn is_padding(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’' | '$' | '€' | '£' | '+')
}

/// What an amount tells.
pub(super) fn evidence(text: &str) -> Evidence {
    let bytes = text.as_bytes();
    let last = |mark: u8| memchr::memrchr(mark, bytes);
    let (at, sign) = match (last(b','), last(b'.')) {
        (None, None) => return Evidence::Nothing,
        (Some(_), None) => (last(b','), Sign::Comma),
        (None, Some(_)) => (last(b'.'), Sign::Point),
        (Some(comma), Some(point)) if comma > point => return Evidence::Is(Sign::Comma),
        (Some(_), Some(_)) => return Evidence::Is(Sign::Point),
    };
    let (mark, other) = match sign {
        Sign::Comma => (b',', Sign::Point),
        Sign::Point => (b'.', Sign::Comma),
    };
    if memchr::memchr_iter(mark, bytes).count() > 1 {
        return Evidence::Is(other);
    }
    let at = at.unwrap_or(0);
    let behind = bytes
        .iter()
        .skip(at + 1)
        .filter(|b| b.is_ascii_digit())
        .count();
    let before = bytes.iter().take(at).filter(|b| b.is_ascii_digit());
    let leading_zero = before.clone().next() == Some(&b'0');
    if behind == 3 && (1..=3).contains(&before.count()) && !leading_zero {
        Evidence::Either
    } else {
        Evidence::Is(sign)
    }
}

/// Reads an amount. Groups have three digits, save those before the last, which may have two.
pub(super) fn read(text: &str, sign: Sign) -> Option<Decimal> {
    let (decimal, group) = sign.marks();
    if let Some(plain) = plain(text, decimal) {
        return Some(plain);
    }
    let text = text.trim_matches(is_padding);
    let (text, mut negative) = match text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
    {
        Some(inside) => (inside, true),
        None => (text, false),
    };
    let bare = text.trim_matches(|c| is_padding(c) || c == '-' || c == '−');
    let signs = text.chars().filter(|c| matches!(c, '-' | '−')).count();
    if signs > 1 {
        return None;
    }
    negative |= signs == 1;
    let (whole, fraction) = bare.split_once(decimal).unwrap_or((bare, ""));
    let mut plain = String::with_capacity(bare.len() + 1);
    let groups: Vec<&str> = whole.split(|c: char| c == group || is_padding(c)).collect();
    let last = groups.len() - 1;
    for (number, digits) in groups.iter().enumerate() {
        let fits = match number {
            // `,300.00`: a form with places for thousands that the amount does not fill.
            0 => last == 0 || digits.len() <= 3,
            _ if number == last => digits.len() == 3,
            _ => matches!(digits.len(), 2 | 3),
        };
        if !fits || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push_str(digits);
    }
    let fraction = fraction.trim();
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || (plain.is_empty() && fraction.is_empty()) {
        return None;
    }
    let amount = if plain.len() + fraction.len() <= 18 {
        plain.push_str(fraction);
        Decimal::new(plain.parse().ok()?, u32::try_from(fraction.len()).ok()?)
    } else {
        plain.push('.');
        plain.push_str(fraction);
        Decimal::from_str_exact(plain.trim_end_matches('.')).ok()?
    };
    Some(if negative { -amount } else { amount })
}

/// An amount of at most 18 digits with a leading minus at most: nearly all of them.
fn plain(text: &str, decimal: char) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut units = 0i64;
    let mut scale = None::<u32>;
    let mut count = 0;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                scale = scale.map(|scale| scale + 1);
                units = units.checked_mul(10)? + i64::from(byte - b'0');
            }
            _ if char::from(byte) == decimal && scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    let is_negative = digits.len() < text.len();
    let amount = Decimal::new(units, scale.unwrap_or(0));
    (1..=18)
        .contains(&count)
        .then_some(if is_negative { -amount } else { amount })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn amounts_are_read_with_either_sign() {
        for (text, sign, amount) in [
            ("-1,234.5", Sign::Point, "-1234.5"),
            ("145,608.32", Sign::Point, "145608.32"),
            ("-1\u{a0}234,56", Sign::Comma, "-1234.56"),
            ("2.000,00", Sign::Comma, "2000.00"),
            ("1 234 567,8 €", Sign::Comma, "1234567.8"),
            ("1'234.50", Sign::Point, "1234.50"),
            ("12.50-", Sign::Point, "-12.50"),
            ("(12.50)", Sign::Point, "-12.50"),
            ("$.23", Sign::Point, "0.23"),
            ("-$5", Sign::Point, "-5"),
            ("12,34,567.00", Sign::Point, "1234567.00"),
            ("+7", Sign::Comma, "7"),
            (",300.00", Sign::Point, "300.00"),
            ("-,300.00", Sign::Point, "-300.00"),
            (
                "1234567890123456789,5",
                Sign::Comma,
                "1234567890123456789.5",
            ),
        ] {
            assert_eq!(read(text, sign).unwrap().to_string(), amount, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in [
            "",
            "abc",
            "1.2.3.4",
            "=746.36",
            "--1",
            "1-2",
            "-",
            ",",
            ".",
            "1,23.4",
            "9".repeat(40).as_str(),
        ] {
            assert_eq!(read(text, Sign::Point), None, "{text}");
        }
    }

    #[test]
    fn three_digits_behind_the_only_mark_tell_nothing() {
        assert_eq!(evidence("1,234"), Evidence::Either);
        assert_eq!(evidence("-1.234"), Evidence::Either);
        assert_eq!(evidence("0,234"), Evidence::Is(Sign::Comma));
        assert_eq!(evidence("1234,567"), Evidence::Is(Sign::Comma));
        assert_eq!(evidence("1,234,567"), Evidence::Is(Sign::Point));
        assert_eq!(evidence("1,234.5"), Evidence::Is(Sign::Point));
        assert_eq!(evidence("12,5"), Evidence::Is(Sign::Comma));
        assert_eq!(evidence("12"), Evidence::Nothing);
    }
}
