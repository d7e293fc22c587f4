//! A query, written so that it reads the same.

use std::ops::Bound;

use chrono::{Datelike, NaiveDate};
use domain::Decimal;
use text::Lang;

use crate::key::Key;
use crate::query::{Amounts, Part, Period, Query, Side, Term};
use crate::token::QUOTES;

/// Writes a query with the words of a language. Read again, it says the same: days stand as they are in the calendar, so that
/// it does so on any day.
pub fn written(query: &Query, lang: Lang) -> String {
    let parts: Vec<String> = query.parts.iter().map(|part| one(part, lang)).collect();
    parts.join(" ")
}

fn one(part: &Part, lang: Lang) -> String {
    let key = |key: Key, value: &str| format!("{}:{value}", key.written(lang));
    let bare = match &part.term {
        Term::Has(has) if part.is_excluded => {
            return key(Key::Without, has.written(lang));
        }
        Term::Word(word) => word.clone(),
        Term::Unclear(raw, _) => raw.clone(),
        Term::Phrase(words) => in_quotes(words),
        Term::From(name) => key(Key::From, &value(name)),
        Term::Account(name) => key(Key::Account, &value(name)),
        Term::Tag(tag) if text::tag_of(&format!("#{tag}")).as_ref() == Some(tag) => {
            format!("#{tag}")
        }
        Term::Tag(tag) => key(Key::Tag, &value(tag)),
        Term::Has(has) => key(Key::Has, has.written(lang)),
        Term::Is(is) => key(Key::Is, is.written(lang)),
        Term::Amount(amounts) => key(Key::Amount, &amount(amounts, lang)),
        Term::Days(period) => key(Key::Date, &days(period)),
    };
    if part.is_excluded {
        format!("-{bare}")
    } else {
        bare
    }
}

fn value(name: &str) -> String {
    let is_plain = !name.contains(|c: char| {
        c.is_whitespace() || QUOTES.iter().any(|(open, close)| c == *open || c == *close)
    });
    if is_plain {
        name.to_owned()
    } else {
        in_quotes(name)
    }
}

/// Within quotes that do not occur in it.
fn in_quotes(text: &str) -> String {
    let free = QUOTES.iter().find(|(_, close)| !text.contains(*close));
    let (open, close) = free.copied().unwrap_or(('"', '"'));
    format!("{open}{text}{close}")
}

fn amount(amounts: &Amounts, lang: Lang) -> String {
    let sign = match amounts.side {
        Some(Side::In) => "+",
        Some(Side::Out) => "-",
        None => "",
    };
    let number = |value: Decimal| {
        let mut plain = value.to_string();
        // Three decimals would read as a group of thousands.
        if value.scale() == 3 {
            plain.push('0');
        }
        match lang {
            Lang::Fr => format!("{sign}{}", plain.replace('.', ",")),
            Lang::En => format!("{sign}{plain}"),
        }
    };
    let code = amounts.currency.map(|currency| currency.code().to_owned());
    let code = code.unwrap_or_default();
    let said = match (amounts.from, amounts.until) {
        (Bound::Included(from), Bound::Included(until)) if from == until => number(from),
        (Bound::Included(from), Bound::Included(until)) => {
            format!("{}..{}", number(from), number(until))
        }
        (Bound::Excluded(from), _) => format!(">{}", number(from)),
        (Bound::Included(from), _) => format!(">={}", number(from)),
        (_, Bound::Excluded(until)) => format!("<{}", number(until)),
        (_, Bound::Included(until)) => format!("<={}", number(until)),
        (Bound::Unbounded, Bound::Unbounded) => String::new(),
    };
    format!("{said}{code}")
}

fn days(period: &Period) -> String {
    match (period.from, period.until) {
        (Some(from), Some(until)) if from == until => from.to_string(),
        (Some(from), Some(until)) if is_month(from, until) => from.format("%Y-%m").to_string(),
        (Some(from), Some(until)) if is_year(from, until) => from.format("%Y").to_string(),
        (from, until) => {
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
            format!(
                "{}..{}",
                day(from).unwrap_or_default(),
                day(until).unwrap_or_default()
            )
        }
    }
}

fn is_month(from: NaiveDate, until: NaiveDate) -> bool {
    let is_same = (from.year(), from.month()) == (until.year(), until.month());
    is_same && from.day() == 1 && until.succ_opt().is_some_and(|next| next.day() == 1)
}

fn is_year(from: NaiveDate, until: NaiveDate) -> bool {
    let ends = [(from.month(), from.day()), (until.month(), until.day())];
    from.year() == until.year() && ends == [(1, 1), (12, 31)]
}
