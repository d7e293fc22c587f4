//! Values of SWIFT fields: amounts with a comma, days of six digits, balances, accounts.

use chrono::Datelike;
use domain::{AccountIdentifier, Currency, Decimal, NaiveDate};

use crate::format::day::Numbers;

/// An amount: digits, one comma or point, digits. The sign stands elsewhere.
pub(super) fn amount(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let mut mantissa = 0i64;
    let mut scale = None::<u32>;
    let mut count = 0u32;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                scale = scale.map(|scale| scale + 1);
                if count <= 18 {
                    mantissa = mantissa * 10 + i64::from(byte - b'0');
                }
            }
            b',' | b'.' if scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    match count {
        0 => None,
        1..=18 => Some(Decimal::new(mantissa, scale.unwrap_or(0))),
        _ => Decimal::from_str_exact(text.replace(',', ".").trim_end_matches('.')).ok(),
    }
}

/// Two digits at the start.
fn pair(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 2)?;
    let digits = digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then_some(digits)?;
    digits.parse().ok()
}

/// The year of `YYMMDD`: 80 and above are of the last century.
pub(super) fn year(text: &str) -> Option<i32> {
    let two = i32::try_from(pair(text, 0)?).ok()?;
    Some(if two >= 80 { 1900 + two } else { 2000 + two })
}

/// A day `YYMMDD`.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = numbers(text)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The numbers of a `YYMMDD`, whether or not a calendar has that day.
pub(super) fn numbers(text: &str) -> Option<Numbers> {
    Some((year(text)?, pair(text, 2)?, pair(text, 4)?))
}

/// A day `MMDD`, in the year that brings it nearest to `near`.
pub(super) fn day_near(text: &str, near: NaiveDate) -> Option<NaiveDate> {
    let (month, day) = (pair(text, 0)?, pair(text, 2)?);

    [-1, 0, 1]
        .into_iter()
        .filter_map(|shift| NaiveDate::from_ymd_opt(near.year() + shift, month, day))
        .min_by_key(|date| date.signed_duration_since(near).num_days().abs())
}

/// A day `MMDD` of a year.
pub(super) fn day_in(text: &str, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, pair(text, 0)?, pair(text, 2)?)
}

/// A stated balance: `C` or `D`, day, currency, amount. Some banks leave the currency out.
pub(super) struct Stated {
    pub(super) as_of: Option<NaiveDate>,
    pub(super) currency: Option<Currency>,
    pub(super) amount: Decimal,
}

/// Reads `:60F:` and its like.
pub(super) fn balance(text: &str) -> Option<Stated> {
    let text = text.trim();
    let negative = match text.as_bytes().first()? {
        b'C' => false,
        b'D' => true,
        _ => return None,
    };
    let as_of = text.get(1..7)?;
    as_of.bytes().all(|b| b.is_ascii_digit()).then_some(())?;
    let rest = text.get(7..)?;
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (code, number) = rest.split_at_checked(letters)?;
    let currency = if code.is_empty() {
        None
    } else {
        Some(code.parse().ok()?)
    };
    let amount = amount(number)?;
    Some(Stated {
        as_of: day(as_of),
        currency,
        amount: if negative { -amount } else { amount },
    })
}

/// Reads `:25:`: an IBAN or number, perhaps after a bank and a slash, perhaps before a currency; the currency.
pub(super) fn account(text: &str) -> (AccountIdentifier, Option<Currency>) {
    let mut lines = text.split(['\n', '\r']).map(str::trim);
    let mut parts: Vec<&str> = lines
        .next()
        .unwrap_or("")
        .split('/')
        .map(str::trim)
        .collect();
    let mut currency = None;
    if let Some(last) = parts.pop() {
        let (number, code) = split_currency(last);
        currency = code;
        if !number.is_empty() {
            parts.push(number);
        }
    }
    let mut account = AccountIdentifier::default();
    let number = parts
        .pop()
        .map(|number| number.split_whitespace().collect::<String>());
    account.bank_id = parts
        .pop()
        .map(str::to_owned)
        // :25P: has the servicer's BIC on a second line.
        .or_else(|| lines.find(|line| !line.is_empty()).map(str::to_owned))
        .filter(|bank| !bank.is_empty());
    if let Some(number) = number.filter(|number| !number.is_empty()) {
        if is_iban(&number) {
            account.iban = Some(number);
        } else {
            account.number = Some(number);
        }
    }
    (account, currency)
}

/// A currency at the end of an account number: after a space, a slash, or right behind digits.
fn split_currency(text: &str) -> (&str, Option<Currency>) {
    let split = text
        .len()
        .checked_sub(3)
        .and_then(|at| text.split_at_checked(at));
    let Some((number, code)) = split else {
        return (text, None);
    };
    let before = number.chars().next_back();
    let apart = before.is_none_or(|c| c.is_ascii_digit() || c == ' ');
    let currency = code
        .bytes()
        .all(|b| b.is_ascii_uppercase())
        .then(|| code.parse::<Currency>().ok())
        .flatten()
        .filter(Currency::is_iso);
    match currency {
        Some(currency) if apart => (number.trim_end(), Some(currency)),
        _ => (text, None),
    }
}

/// Whether a text has the shape of an IBAN (ISO 13616): country, two digits, 11 to 30 letters or digits.
pub(super) fn is_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    (15..=34).contains(&bytes.len())
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn amounts_have_a_comma_and_may_end_with_it() {
        for (text, read) in [
            ("9,", "9"),
            ("0,3", "0.3"),
            ("000000004433,52", "4433.52"),
            ("2145.00", "2145.00"),
            ("1234567890123456789,5", "1234567890123456789.5"),
        ] {
            assert_eq!(amount(text).unwrap().to_string(), read, "{text}");
        }
        for text in ["", ",", "1,2,3", "1.234,56", "x"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn an_entry_date_is_in_the_year_nearest_to_the_value_date() {
        let near = |near: &str, text: &str| day_near(text, day(near).unwrap()).unwrap().to_string();
        assert_eq!(near("231231", "0102"), "2024-01-02");
        assert_eq!(near("240102", "1229"), "2023-12-29");
        assert_eq!(near("240301", "0229"), "2024-02-29");
    }

    #[test]
    fn balances_may_lack_a_currency() {
        let read = balance("D020315105000,00").unwrap();
        assert_eq!(read.amount.to_string(), "-105000.00");
        assert_eq!(read.currency, None);
        for text in [
            "",
            "C",
            "X240101EUR1,",
            "C24010EUR1,",
            "C240101E1,",
            "C240101EURO",
        ] {
            assert!(balance(text).is_none(), "{text}");
        }
    }

    #[test]
    fn accounts_stand_after_their_bank_and_before_their_currency() {
        let read = |text: &str| {
            let (account, currency) = account(text);
            let currency = currency.map(|code| code.to_string());
            (account.bank_id, account.iban.or(account.number), currency)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            read("51210600/9223382012EUR"),
            (some("51210600"), some("9223382012"), some("EUR"))
        );
        assert_eq!(
            read("NL34RABO0142623393 EUR"),
            (None, some("NL34RABO0142623393"), some("EUR"))
        );
        assert_eq!(
            read("EXEMHUHB/1234567/HUF"),
            (some("EXEMHUHB"), some("1234567"), some("HUF"))
        );
        assert_eq!(
            read("1234567\nEXEMFRPP"),
            (some("EXEMFRPP"), some("1234567"), None)
        );
        assert_eq!(read("ABCEUR"), (None, some("ABCEUR"), None));
        assert_eq!(read(""), (None, None, None));
    }
}
