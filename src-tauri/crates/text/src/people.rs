//! Money and dates written for people, in French and English (UI.md §6).
//!
//! The window writes with `Intl.NumberFormat` in `fr-FR` and `en-GB`, then turns U+202F into U+00A0 (absent from the fonts) and the hyphen into U+2212.
//! The tray and the command line write with these functions; `tests/intl.json` holds the two equal.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal as Digits;
use icu_locale_core::locale;
use rust_decimal::{Decimal, RoundingStrategy};

const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';
const MASK: &str = "•••";

/// A language the app speaks, completely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    Fr,
    En,
}

impl Lang {
    /// The language of a BCP 47 tag or of a POSIX locale (`fr`, `fr-CA`, `fr_FR.UTF-8`); English for every other.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("fr") {
            Self::Fr
        } else {
            Self::En
        }
    }

    /// The primary subtag: `fr` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

/// How [`money`] writes an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Three dots of constant length in the place of sign and digits; the currency stays.
    pub masked: bool,
    /// A plus before what is above zero. A minus is always written, zero never has a sign.
    pub signed: bool,
}

/// Writes an amount of a currency.
///
/// `decimals` is the currency's exponent (2 for EUR, 0 for JPY); more digits are rounded half-even, fewer are filled with zeros. French:
/// `−24,99 €`, `1 204,10 €`, with U+00A0 between groups and before the symbol; English: `€1,204.10`, `−€24.99`. A currency without a symbol of its
/// own is written by its code: `12,00 CHF`, `CHF 12.00`.
pub fn money(
    amount: &Decimal,
    currency_code: &str,
    decimals: u32,
    lang: Lang,
    style: Style,
) -> String {
    let symbol = symbol(currency_code, lang);
    if style.masked {
        return place(None, MASK, symbol, lang);
    }
    let mut rounded =
        amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointNearestEven);
    rounded.rescale(decimals);
    let sign = if rounded.is_zero() {
        None
    } else if rounded.is_sign_negative() {
        Some(MINUS)
    } else {
        style.signed.then_some('+')
    };
    place(sign, &digits(rounded.abs(), lang), symbol, lang)
}

fn place(sign: Option<char>, digits: &str, symbol: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(digits.len().saturating_add(12));
    out.extend(sign);
    match lang {
        Lang::Fr => {
            out.push_str(digits);
            if !symbol.is_empty() {
                out.push(NO_BREAK_SPACE);
                out.push_str(symbol);
            }
        }
        Lang::En => {
            out.push_str(symbol);
            if symbol.ends_with(char::is_alphabetic) {
                out.push(NO_BREAK_SPACE);
            }
            out.push_str(digits);
        }
    }
    out
}

/// Grouped digits of an amount that has no sign. ICU knows both languages from compiled data; were it ever absent, plain digits are still right.
fn digits(amount: Decimal, lang: Lang) -> String {
    let plain = amount.to_string();
    let locale = match lang {
        Lang::Fr => locale!("fr-FR"),
        Lang::En => locale!("en-GB"),
    };
    let formatted = DecimalFormatter::try_new(locale.into(), Default::default())
        .ok()
        .zip(Digits::from_str(&plain).ok())
        .map(|(formatter, value)| formatter.format(&value).to_string());
    match formatted {
        Some(written) => written.replace('\u{202f}', "\u{a0}"),
        None => plain,
    }
}

/// The currency's symbol as `Intl` gives it, else its code.
fn symbol(code: &str, lang: Lang) -> &str {
    let known = match lang {
        Lang::Fr => FRENCH_SYMBOLS,
        Lang::En => ENGLISH_SYMBOLS,
    };
    known
        .iter()
        .find(|(known, _)| *known == code)
        .map_or(code, |(_, symbol)| symbol)
}

const FRENCH_SYMBOLS: &[(&str, &str)] = &[
    ("EUR", "€"),
    ("USD", "$US"),
    ("GBP", "£GB"),
    ("CAD", "$CA"),
    ("AUD", "$AU"),
    ("NZD", "$NZ"),
    ("ARS", "$AR"),
    ("BRL", "R$"),
    ("CLP", "$CL"),
    ("COP", "$CO"),
    ("FRF", "F"),
    ("ILS", "₪"),
    ("INR", "₹"),
    ("KRW", "₩"),
    ("LBP", "£LB"),
    ("MXN", "$MX"),
    ("SGD", "$SG"),
    ("VND", "₫"),
    ("XAF", "FCFA"),
    ("XOF", "F\u{a0}CFA"),
    ("XPF", "FCFP"),
];

const ENGLISH_SYMBOLS: &[(&str, &str)] = &[
    ("EUR", "€"),
    ("USD", "US$"),
    ("GBP", "£"),
    ("CAD", "CA$"),
    ("AUD", "A$"),
    ("NZD", "NZ$"),
    ("BRL", "R$"),
    ("CNY", "CN¥"),
    ("HKD", "HK$"),
    ("ILS", "₪"),
    ("INR", "₹"),
    ("JPY", "JP¥"),
    ("KRW", "₩"),
    ("MXN", "MX$"),
    ("PHP", "₱"),
    ("TWD", "NT$"),
    ("VND", "₫"),
    ("XAF", "FCFA"),
    ("XCD", "EC$"),
    ("XOF", "F\u{a0}CFA"),
    ("XPF", "CFPF"),
];

/// How [`date`] writes a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `31 oct.`, `31 Oct`
    Short,
    /// `31 oct. 2026`, `31 Oct 2026`
    Medium,
    /// `mercredi 28 octobre 2026`, `Wednesday 28 October 2026`
    Long,
    /// `octobre 2026`, `October 2026`
    Month,
    /// `jeu. 5 nov.`, `Thu 5 Nov`
    Week,
}

/// Writes a calendar day. The first of a French month is `1er`.
pub fn date(day: NaiveDate, style: DateStyle, lang: Lang) -> String {
    let number: Cow<'static, str> = match (day.day(), lang) {
        (1, Lang::Fr) => Cow::Borrowed("1er"),
        (number, _) => Cow::Owned(number.to_string()),
    };
    let (short, long) = month(day, lang);
    match style {
        DateStyle::Short => format!("{number} {short}"),
        DateStyle::Medium => format!("{number} {short} {}", day.year()),
        DateStyle::Long => format!("{} {number} {long} {}", weekday(day, lang), day.year()),
        DateStyle::Month => format!("{long} {}", day.year()),
        DateStyle::Week => format!("{} {number} {short}", weekday_short(day, lang)),
    }
}

/// Writes a range of days, in which a month is said once: `jeu. 5 – sam. 7 nov.`; one day by itself.
pub fn days(from: NaiveDate, until: NaiveDate, lang: Lang) -> String {
    let last = date(until, DateStyle::Week, lang);
    if from == until {
        return last;
    }
    let first = date(from, DateStyle::Week, lang);
    let is_said = (from.year(), from.month()) == (until.year(), until.month());
    let first = match first.rsplit_once(' ') {
        Some((day, _)) if is_said => day,
        _ => &first,
    };
    format!("{first} – {last}")
}

fn month(day: NaiveDate, lang: Lang) -> (&'static str, &'static str) {
    let months = match lang {
        Lang::Fr => &FRENCH_MONTHS,
        Lang::En => &ENGLISH_MONTHS,
    };
    let index = usize::try_from(day.month0()).unwrap_or_default();
    months.get(index).copied().unwrap_or_default()
}

fn weekday(day: NaiveDate, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Fr => &[
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ],
        Lang::En => &[
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    };
    let index = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    names.get(index).copied().unwrap_or_default()
}

fn weekday_short(day: NaiveDate, lang: Lang) -> String {
    let letters: String = weekday(day, lang).chars().take(3).collect();
    match lang {
        Lang::Fr => format!("{letters}."),
        Lang::En => letters,
    }
}

const FRENCH_MONTHS: [(&str, &str); 12] = [
    ("janv.", "janvier"),
    ("févr.", "février"),
    ("mars", "mars"),
    ("avr.", "avril"),
    ("mai", "mai"),
    ("juin", "juin"),
    ("juil.", "juillet"),
    ("août", "août"),
    ("sept.", "septembre"),
    ("oct.", "octobre"),
    ("nov.", "novembre"),
    ("déc.", "décembre"),
];

const ENGLISH_MONTHS: [(&str, &str); 12] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("May", "May"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sept", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(amount: &str, code: &str, lang: Lang, style: Style) -> String {
        money(&amount.parse().unwrap(), code, 2, lang, style)
    }

    #[test]
    fn french_puts_the_symbol_last_and_english_first() {
        let plain = Style::default();
        assert_eq!(written("-24.99", "EUR", Lang::Fr, plain), "−24,99\u{a0}€");
        assert_eq!(
            written("1204.1", "EUR", Lang::Fr, plain),
            "1\u{a0}204,10\u{a0}€"
        );
        assert_eq!(written("-24.99", "EUR", Lang::En, plain), "−€24.99");
        assert_eq!(written("1204.1", "EUR", Lang::En, plain), "€1,204.10");
        assert_eq!(written("5", "CHF", Lang::En, plain), "CHF\u{a0}5.00");
        assert_eq!(
            written("5", "", Lang::Fr, plain),
            "5,00",
            "no currency stated"
        );
    }

    #[test]
    fn a_plus_is_written_on_request_and_zero_has_no_sign() {
        let signed = Style {
            signed: true,
            masked: false,
        };
        assert_eq!(written("12", "EUR", Lang::Fr, signed), "+12,00\u{a0}€");
        assert_eq!(written("-0.001", "EUR", Lang::Fr, signed), "0,00\u{a0}€");
        assert_eq!(written("0", "EUR", Lang::En, signed), "€0.00");
    }

    #[test]
    fn more_digits_than_the_currency_has_round_to_even() {
        assert_eq!(written("0.125", "EUR", Lang::En, Style::default()), "€0.12");
        assert_eq!(written("0.135", "EUR", Lang::En, Style::default()), "€0.14");
    }

    #[test]
    fn a_masked_amount_tells_neither_length_nor_sign() {
        for amount in ["-3", "1234567.89", "0"] {
            let masked = Style {
                masked: true,
                signed: true,
            };
            assert_eq!(written(amount, "EUR", Lang::Fr, masked), "•••\u{a0}€");
            assert_eq!(written(amount, "EUR", Lang::En, masked), "€•••");
            assert_eq!(written(amount, "CHF", Lang::En, masked), "CHF\u{a0}•••");
        }
    }

    #[test]
    fn days_are_written_as_the_design_says() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (at, style, french, english) in [
            ("2026-10-31", DateStyle::Short, "31 oct.", "31 Oct"),
            ("2026-05-01", DateStyle::Short, "1er mai", "1 May"),
            ("2026-09-08", DateStyle::Short, "8 sept.", "8 Sept"),
            (
                "2026-10-16",
                DateStyle::Medium,
                "16 oct. 2026",
                "16 Oct 2026",
            ),
            (
                "2026-10-28",
                DateStyle::Long,
                "mercredi 28 octobre 2026",
                "Wednesday 28 October 2026",
            ),
            (
                "2026-02-01",
                DateStyle::Long,
                "dimanche 1er février 2026",
                "Sunday 1 February 2026",
            ),
        ] {
            assert_eq!(date(day(at), style, Lang::Fr), french);
            assert_eq!(date(day(at), style, Lang::En), english);
        }
    }

    #[test]
    fn a_range_of_days_says_its_month_once_and_a_single_day_stands_alone() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (from, until, french, english) in [
            (
                "2026-11-05",
                "2026-11-07",
                "jeu. 5 – sam. 7 nov.",
                "Thu 5 – Sat 7 Nov",
            ),
            (
                "2026-10-30",
                "2026-11-01",
                "ven. 30 oct. – dim. 1er nov.",
                "Fri 30 Oct – Sun 1 Nov",
            ),
            (
                "2025-11-05",
                "2026-11-05",
                "mer. 5 nov. – jeu. 5 nov.",
                "Wed 5 Nov – Thu 5 Nov",
            ),
            ("2026-11-05", "2026-11-05", "jeu. 5 nov.", "Thu 5 Nov"),
        ] {
            assert_eq!(days(day(from), day(until), Lang::Fr), french);
            assert_eq!(days(day(from), day(until), Lang::En), english);
        }
    }

    #[test]
    fn a_locale_of_the_system_names_a_language() {
        for tag in ["fr", "fr-CA", "FR_fr.UTF-8", "fr@euro"] {
            assert_eq!(Lang::from_tag(tag), Lang::Fr, "{tag}");
        }
        for tag in ["en", "de-AT", "C.UTF-8", "", "frr"] {
            assert_eq!(Lang::from_tag(tag), Lang::En, "{tag}");
        }
    }
}
