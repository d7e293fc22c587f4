//! Amounts: `42,10`, `>100`, `10..20 €`, `plus de 10 €`, `between 10 and 20`.

use std::ops::Bound;

use domain::{Currency, Decimal};
use text::{currency_named, fold, read_amount};

use crate::query::{Amounts, Side, Why};

/// No amount is said in more pieces: `entre 1 204,10 € et 2 204,10 €`.
const LONGEST: usize = 9;

/// A piece as typed, and folded.
type Piece<'a> = (&'a str, &'a str);
type Read = Result<Amounts, Why>;

/// A number as typed.
#[derive(Clone, Copy)]
struct Number {
    value: Decimal,
    currency: Option<Currency>,
    side: Option<Side>,
    /// Whether it can only be an amount: it has decimals, a sign or a currency.
    is_plain: bool,
}

/// The longest beginning of these pieces that is an amount.
pub(crate) fn longest(pieces: &[Piece<'_>]) -> Option<(Read, usize)> {
    (1..=LONGEST.min(pieces.len()))
        .rev()
        .find_map(|used| Some((read(pieces.get(..used)?, false)?, used)))
}

/// What stands behind `amount:`.
pub(crate) fn told(value: &str) -> Option<Read> {
    let texts: Vec<(&str, String)> = value
        .split_whitespace()
        .map(|text| (text, fold(text)))
        .collect();
    let pieces: Vec<Piece<'_>> = texts
        .iter()
        .map(|(text, folded)| (*text, folded.as_str()))
        .collect();
    read(&pieces, true)
}

/// All of these, as one amount; `is_told` where an amount is what has to stand there.
fn read(pieces: &[Piece<'_>], is_told: bool) -> Option<Read> {
    let folded: Vec<&str> = pieces.iter().map(|(_, folded)| *folded).collect();
    if let Some((make, rest)) = compared(pieces, &folded) {
        return Some(Ok(make(number(rest)?)));
    }
    if let ["entre" | "between", ..] = folded.as_slice() {
        let and = folded
            .iter()
            .position(|word| matches!(*word, "et" | "and"))?;
        return ends(pieces.get(1..and)?, pieces.get(and + 1..)?, |_| true);
    }
    if let [(one, _), rest @ ..] = pieces
        && let Some((from, until)) = one.split_once("..")
    {
        let until: Vec<Piece<'_>> = [(until, "")].iter().chain(rest).copied().collect();
        return within(from, &until);
    }
    if let Some(to) = folded.iter().position(|word| matches!(*word, "a" | "to")) {
        let (from, until) = (pieces.get(..to)?, pieces.get(to + 1..)?);
        return ends(from, until, |number| is_told || number.is_plain);
    }
    let exact = number(pieces)?;
    (is_told || exact.is_plain).then(|| Ok(bounds(Bound::Included(exact), Bound::Included(exact))))
}

type Make = fn(Number) -> Amounts;

/// `>100`, `plus de 100`, `at most 20`: what it makes of the number, and where that stands.
fn compared<'a>(pieces: &'a [Piece<'a>], folded: &[&str]) -> Option<(Make, &'a [Piece<'a>])> {
    const OVER: Make = |number| bounds(Bound::Excluded(number), Bound::Unbounded);
    const UNDER: Make = |number| bounds(Bound::Unbounded, Bound::Excluded(number));
    const AT_LEAST: Make = |number| bounds(Bound::Included(number), Bound::Unbounded);
    const AT_MOST: Make = |number| bounds(Bound::Unbounded, Bound::Included(number));
    let (make, words): (Make, usize) = match folded {
        ["plus", "de" | "que", ..] | ["more", "than", ..] => (OVER, 2),
        ["moins", "de" | "que", ..] | ["less", "than", ..] => (UNDER, 2),
        ["over" | "above" | ">", ..] => (OVER, 1),
        ["under" | "below" | "<", ..] => (UNDER, 1),
        ["au", "moins", ..] | ["at", "least", ..] => (AT_LEAST, 2),
        ["au", "plus", ..] | ["at", "most", ..] => (AT_MOST, 2),
        [">=" | "≥", ..] => (AT_LEAST, 1),
        ["<=" | "≤", ..] => (AT_MOST, 1),
        _ => {
            let (text, _) = pieces.first()?;
            let signs: [(&str, Make); 6] = [
                (">=", AT_LEAST),
                ("≥", AT_LEAST),
                ("<=", AT_MOST),
                ("≤", AT_MOST),
                (">", OVER),
                ("<", UNDER),
            ];
            let (_, make) = signs.iter().find(|(sign, _)| text.starts_with(sign))?;
            return Some((*make, pieces));
        }
    };
    Some((make, pieces.get(words..)?))
}

/// `10..20`, `10..`, `..20`; a currency stands behind the last of them.
fn within(from: &str, until: &[Piece<'_>]) -> Option<Read> {
    let from = match from {
        "" => None,
        from => Some(number(&[(from, "")])?),
    };
    match (from, until) {
        (from, [("", _), code @ ..]) => {
            let from = from?;
            let currency = match code {
                [] => from.currency,
                [(code, _)] => Some(currency(code)?),
                _ => return None,
            };
            let from = Number { currency, ..from };
            Some(Ok(bounds(Bound::Included(from), Bound::Unbounded)))
        }
        (None, until) => Some(Ok(bounds(
            Bound::Unbounded,
            Bound::Included(number(until)?),
        ))),
        (Some(from), until) => between(from, number(until)?),
    }
}

fn ends(
    from: &[Piece<'_>],
    until: &[Piece<'_>],
    is_meant: impl Fn(&Number) -> bool,
) -> Option<Read> {
    let (from, until) = (number(from)?, number(until)?);
    (is_meant(&from) || is_meant(&until)).then(|| between(from, until))?
}

fn between(from: Number, until: Number) -> Option<Read> {
    let is_one_kind = match (from.currency, until.currency) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    if !is_one_kind || (from.side.is_some() && until.side.is_some() && from.side != until.side) {
        return None;
    }
    if from.value > until.value {
        return Some(Err(Why::Backwards));
    }
    Some(Ok(bounds(Bound::Included(from), Bound::Included(until))))
}

fn bounds(from: Bound<Number>, until: Bound<Number>) -> Amounts {
    let of = |end: &Bound<Number>| match end {
        Bound::Included(number) | Bound::Excluded(number) => Some(*number),
        Bound::Unbounded => None,
    };
    let ends = [of(&until), of(&from)];
    let told = || ends.iter().flatten();
    Amounts {
        from: from.map(|number| number.value),
        until: until.map(|number| number.value),
        currency: told().find_map(|number| number.currency),
        side: told().find_map(|number| number.side),
    }
}

fn currency(word: &str) -> Option<Currency> {
    let code = currency_named(word)?;
    code.parse().ok().filter(Currency::is_iso)
}

/// All of these, as one number with its currency: `1 204,10 €`, `€12`, `12 EUR`.
fn number(pieces: &[Piece<'_>]) -> Option<Number> {
    let mut texts: Vec<&str> = pieces.iter().map(|(text, _)| *text).collect();
    let mut told = None;
    if texts.len() > 1 {
        if let Some(code) = texts.last().and_then(|text| currency(text)) {
            told = Some(code);
            texts.pop();
        } else if let Some(code) = texts.first().and_then(|text| currency(text)) {
            told = Some(code);
            texts.remove(0);
        }
    }
    let is_grouped = texts.len() > 1;
    let joined = grouped(&texts, told.is_some())?;
    let bare = joined
        .trim_end_matches([',', ';', ':'])
        .trim_start_matches(['>', '<', '=', '≥', '≤']);
    let (side, bare) = signed(bare);
    let (value, code) = read_amount(bare)?;
    let code = match code {
        Some(code) => Some(code.parse().ok().filter(Currency::is_iso)?),
        None => None,
    };
    if code.is_some() && told.is_some() {
        return None;
    }
    let currency: Option<Currency> = code.or(told);
    let has_decimals = bare.contains([',', '.', '\'']);
    Some(Number {
        value,
        currency,
        side,
        is_plain: is_grouped || has_decimals || currency.is_some() || side.is_some(),
    })
}

fn signed(text: &str) -> (Option<Side>, &str) {
    if let Some(rest) = text.strip_prefix('+') {
        return (Some(Side::In), rest);
    }
    match text.strip_prefix(['-', '−']) {
        Some(rest) => (Some(Side::Out), rest),
        None => (None, text),
    }
}

/// Puts the groups of thousands together. Spaces between them mean that only where a decimal sign or a currency follows.
fn grouped(texts: &[&str], has_currency: bool) -> Option<String> {
    let (first, rest) = texts.split_first()?;
    if rest.is_empty() {
        return Some((*first).to_owned());
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let head = first.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (last, middle) = rest.split_last()?;
    let tail = last.get(3..)?;
    let is_group = |text: &str| text.len() == 3 && digits(text);
    let is_meant = has_currency
        || head.len() < first.trim_start_matches(['>', '<', '=', '+', '-']).len()
        || !tail.is_empty();
    let is_whole = (1..=3).contains(&head.len())
        && digits(head)
        && middle.iter().all(|text| is_group(text))
        && last.get(..3).is_some_and(is_group)
        && !tail.starts_with(|c: char| c.is_ascii_digit());
    (is_whole && is_meant).then(|| texts.concat())
}
