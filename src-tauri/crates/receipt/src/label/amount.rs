//! Amounts of money in a line of text, as shops of many countries print them.

use domain::{Currency, Decimal};

/// An amount and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// As printed, negative with a minus before or behind it.
    pub value: Decimal,
    /// From the sign or code beside it.
    pub currency: Option<Currency>,
    /// Its first byte, with the currency before it.
    pub start: usize,
    /// The byte behind it, and behind its currency.
    pub end: usize,
}

const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "USD"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("₺", "TRY"),
    ("Ft", "HUF"),
    ("lei", "RON"),
    ("Rs.", "INR"),
    ("Rs", "INR"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("USD", "USD"),
    ("CHF", "CHF"),
    ("PLN", "PLN"),
    ("SEK", "SEK"),
    ("DKK", "DKK"),
    ("NOK", "NOK"),
    ("CZK", "CZK"),
    ("HUF", "HUF"),
    ("RON", "RON"),
    ("CAD", "CAD"),
    ("AUD", "AUD"),
    ("NZD", "NZD"),
    ("JPY", "JPY"),
    ("RUB", "RUB"),
    ("INR", "INR"),
    ("BRL", "BRL"),
    ("MXN", "MXN"),
    ("TRY", "TRY"),
    ("euros", "EUR"),
    ("Euro", "EUR"),
    ("Eur", "EUR"),
];

/// Every amount of a line, from left to right. A number counts when a currency stands beside it or when it has two decimals and
/// nothing that makes it a date, a time, a share or a size.
pub fn amounts(line: &str) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = next_number(line, from) {
        from = end;
        if let Some(amount) = amount_at(line, start, end) {
            from = amount.end;
            found.push(amount);
        }
    }
    found
}

/// The line's only amount, where it holds nothing else.
pub fn lone_amount(text: &str) -> Option<Amount> {
    let found = amounts(text);
    let [amount] = found.as_slice() else {
        return None;
    };
    let around = [text.get(..amount.start)?, text.get(amount.end..)?];
    let is_bare = |part: &str| !part.chars().any(char::is_alphanumeric);
    around.into_iter().all(is_bare).then(|| amount.clone())
}

/// The next run of digits and what parts their groups.
fn next_number(line: &str, from: usize) -> Option<(usize, usize)> {
    let rest = line.get(from..)?;
    let start = from + rest.find(|sign: char| sign.is_ascii_digit())?;
    let mut end = start;
    for (at, sign) in line.get(start..)?.char_indices() {
        let here = start + at;
        if sign.is_ascii_digit() {
            end = here + 1;
        } else if matches!(
            sign,
            '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
        ) {
            let next: String = line
                .get(here + sign.len_utf8()..)?
                .chars()
                .take(4)
                .collect();
            let digits = next.chars().take_while(char::is_ascii_digit).count();
            let is_gap = !matches!(sign, '.' | ',');
            if digits == 0 || (is_gap && digits != 3) {
                break;
            }
        } else {
            break;
        }
    }
    Some((start, end))
}

fn amount_at(line: &str, start: usize, end: usize) -> Option<Amount> {
    let (head, tail) = (line.get(..start)?, line.get(end..)?);
    let (value, has_cents) = decimal(line.get(start..end)?)?;
    let before = currency_before(head);
    let after = currency_after(tail);
    let first = before.map_or(start, |(_, at)| at);
    let is_glued = |sign: Option<char>| {
        sign.is_some_and(|sign| {
            sign.is_alphanumeric() || matches!(sign, '/' | ':' | '%' | '#' | '°' | '_')
        })
    };
    let behind = tail.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    if after.is_none() && (is_glued(tail.chars().next()) || behind.starts_with('%')) {
        return None;
    }
    if before.is_none() && is_glued(head.chars().next_back()) {
        return None;
    }
    let currency = before.map(|(code, _)| code).or(after.map(|(code, _)| code));
    if currency.is_none() && !has_cents {
        return None;
    }
    let last = end + after.map_or(0, |(_, len)| len);
    let sign_before = line.get(..first)?.trim_end().chars().next_back();
    let sign_between = head.trim_end().chars().next_back();
    let sign_behind = line.get(last..)?.chars().next();
    let is_word_before = |sign: Option<char>| matches!(sign, Some('-' | '−'));
    let word_minus = line.get(..first)?.trim_end().trim_end_matches(['-', '−']);
    let is_dash =
        word_minus.ends_with(|sign: char| sign.is_alphanumeric()) && !word_minus.ends_with(' ');
    let is_negative = (is_word_before(sign_before) && !is_dash)
        || (before.is_none() && is_word_before(sign_between) && !is_dash)
        || (sign_behind == Some('-')
            && !line.get(last + 1..).is_some_and(|rest| {
                rest.trim_start()
                    .starts_with(|sign: char| sign.is_alphanumeric())
            }));
    Some(Amount {
        value: if is_negative { -value } else { value },
        currency: currency.and_then(|code| code.parse().ok()),
        start: first,
        end: last,
    })
}

/// The number, and whether it has cents.
fn decimal(text: &str) -> Option<(Decimal, bool)> {
    let last = text.rfind(['.', ',']);
    let cents = last.map_or(0, |at| text.len() - at - 1);
    let separator = last.and_then(|at| text.get(at..=at));
    let is_repeated = separator.is_some_and(|sign| text.matches(sign).count() > 1);
    let has_cents = (1..=2).contains(&cents) && !is_repeated;
    if last.is_some() && !has_cents && cents != 3 {
        return None;
    }
    let whole = if has_cents { text.get(..last?)? } else { text };
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    if plain.len() > 12 {
        return None;
    }
    if has_cents {
        plain.push('.');
        plain.push_str(text.get(last? + 1..)?);
    }
    Some((plain.parse().ok()?, has_cents && cents == 2))
}

fn currency_before(head: &str) -> Option<(&'static str, usize)> {
    let trimmed = head.trim_end_matches([' ', '\u{a0}', '\u{202f}', '-', '−']);
    if head.len() - trimmed.len() > 4 {
        return None;
    }
    SIGNS.iter().find_map(|(sign, code)| {
        let rest = trimmed.strip_suffix(sign)?;
        let is_word = sign.starts_with(|first: char| first.is_ascii_alphabetic());
        let is_free = !is_word || !rest.ends_with(|before: char| before.is_alphanumeric());
        is_free.then_some((*code, rest.len()))
    })
}

fn currency_after(tail: &str) -> Option<(&'static str, usize)> {
    let trimmed = tail.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let gap = tail.len() - trimmed.len();
    if gap > 3 {
        return None;
    }
    SIGNS.iter().find_map(|(sign, code)| {
        let rest = trimmed.strip_prefix(sign)?;
        let is_word = sign.ends_with(|last: char| last.is_alphabetic());
        let is_free = !is_word || !rest.starts_with(|after: char| after.is_alphanumeric());
        is_free.then_some((*code, gap + sign.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_shops_print_them() {
        for (line, value, currency) in [
            ("Total 1 204,10 €", "1204.10", Some("EUR")),
            ("1.240,00 EUR", "1240.00", Some("EUR")),
            ("€ 50,00", "50.00", Some("EUR")),
            ("$1,234.56 USD", "1234.56", Some("USD")),
            ("Rabatt -5,00 €", "-5.00", Some("EUR")),
            ("PFAND 0,25-", "-0.25", None),
            ("£70", "70", Some("GBP")),
            ("CHF 1'250.00", "1250.00", Some("CHF")),
        ] {
            let found = amounts(line);
            let got = found
                .first()
                .map(|one| (one.value.to_string(), one.currency));
            let want = (
                value.to_owned(),
                currency.and_then(|code| code.parse().ok()),
            );
            assert_eq!(got, Some(want), "{line}: {found:?}");
            assert_eq!(found.len(), 1, "{line}");
        }
    }

    #[test]
    fn dates_times_shares_and_counts_are_no_amounts() {
        for line in [
            "09.03.2026",
            "14:52",
            "TVA 20,00 %",
            "9 kg",
            "RCS 424 059 822",
            "2.60 LB x3",
            "12-02-2026",
            "v1.2.3",
        ] {
            let found: Vec<Amount> = amounts(line)
                .into_iter()
                .filter(|one| one.currency.is_some())
                .collect();
            assert_eq!(found, [], "{line}");
        }
    }
}
