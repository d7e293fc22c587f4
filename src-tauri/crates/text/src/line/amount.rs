//! An amount as people write it, with either language's decimal sign, and its currency.

use rust_decimal::Decimal;

const SYMBOLS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("$", "USD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("pounds", "GBP"),
    ("livres", "GBP"),
];

/// The same text, with no space between the groups of a number. Between groups stands a space that does not break; an
/// ordinary one does where three digits and a decimal sign follow.
pub(super) fn joined(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    for (at, sign) in signs.iter().enumerate() {
        let follows = |n: usize| (1..=n).all(|step| is_digit(at.saturating_add(step)));
        let is_between = at.checked_sub(1).is_some_and(is_digit) && follows(3);
        let then = signs.get(at.saturating_add(4));
        let is_group = match sign {
            '\u{a0}' | '\u{202f}' | '\u{2009}' => is_between,
            ' ' => is_between && then.is_some_and(|c| matches!(c, ',' | '.')),
            _ => false,
        };
        if !is_group {
            out.push(*sign);
        }
    }
    out
}

/// Takes an amount and its currency off the beginning of the words: money out unless a plus stands before it.
pub(super) fn take(words: &mut Vec<&str>) -> Option<(Decimal, Option<String>)> {
    let mut at = 0;
    let mut currency = None;
    // `€ 12` and `EUR 12`, beside `12 €` and `12 EUR`.
    if let Some(code) = words.first().and_then(|word| currency_named(word)) {
        currency = Some(code);
        at = 1;
    }
    let (amount, attached) = amount_of(words.get(at)?)?;
    at = at.saturating_add(1);
    currency = currency.or(attached);
    if currency.is_none()
        && let Some(code) = words.get(at).and_then(|word| currency_named(word))
    {
        currency = Some(code);
        at = at.saturating_add(1);
    }
    words.drain(..at);
    Some((amount, currency))
}

/// The currency that a word is: a symbol, a common name, or three capitals.
pub fn currency_named(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    if let Some((_, code)) = SYMBOLS.iter().find(|(symbol, _)| *symbol == lower) {
        return Some((*code).to_owned());
    }
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then(|| word.to_owned())
}

/// `12,50`, `+12.50€`, `£3`, `−4`.
fn amount_of(word: &str) -> Option<(Decimal, Option<String>)> {
    let sign = word.starts_with('+');
    let (amount, code) = read_amount(word.trim_start_matches(['+', '-', '\u{2212}']))?;
    Some((if sign { amount } else { -amount }, code))
}

/// Reads an amount without a sign, with either language's decimal sign, and the currency before or behind it: `12,50`,
/// `12.50€`, `£3`.
pub fn read_amount(word: &str) -> Option<(Decimal, Option<String>)> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\'');
    let start = word.find(is_of_number)?;
    let (before, rest) = word.split_at_checked(start)?;
    let end = rest.find(|c| !is_of_number(c)).unwrap_or(rest.len());
    let (number, after) = rest.split_at_checked(end)?;
    let code = match (before, after) {
        ("", "") => None,
        (code, "") | ("", code) => {
            Some(currency_named(code).or_else(|| currency_named(&code.to_uppercase()))?)
        }
        _ => return None,
    };
    Some((decimal(number)?, code))
}

/// The last sign among the digits is the decimal one, unless it parts whole groups: `1,204` is one thousand.
fn decimal(number: &str) -> Option<Decimal> {
    let number = number.trim_end_matches([',', '.']);
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let Some(last) = number.rfind([',', '.']) else {
        return number.replace('\'', "").parse().ok();
    };
    let (head, tail) = number.split_at_checked(last)?;
    let mark = tail.chars().next()?;
    let tail = tail.get(1..)?;
    let is_group = tail.len() == 3
        && head.split(mark).enumerate().all(|(at, group)| {
            group.bytes().all(|byte| byte.is_ascii_digit())
                && (group.len() == 3 || (at == 0 && (1..=3).contains(&group.len())))
        });
    let whole: String = head.chars().filter(char::is_ascii_digit).collect();
    let is_mark_twice = !is_group && head.contains(mark);
    if is_mark_twice || !tail.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if is_group {
        format!("{whole}{tail}").parse().ok()
    } else {
        format!("{whole}.{tail}").parse().ok()
    }
}
