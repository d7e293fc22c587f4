//! What was typed into the search field, said in the user's language.

use std::ops::Bound;

use ask::{Amounts, Part, Period, Side, Term};
use chrono::Datelike;
use domain::{Decimal, NaiveDate};
use ledger::Found;
use text::{DateStyle, Style};

use crate::Words;
use crate::search::SearchChip;

/// The parts of what was typed.
pub(super) fn chips(typed: &str, found: &Found, words: &Words) -> Vec<SearchChip> {
    let parts = found.query.parts.iter().enumerate();
    parts
        .map(|(at, part)| {
            let place = part.span.utf16(typed);
            let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            SearchChip {
                start: unit(place.start),
                end: unit(place.end),
                kind: kind(&part.term).to_owned(),
                label: label(part, words),
                excluded: part.is_excluded,
                problem: problem(part, found.unknown.contains(&at), words),
            }
        })
        .collect()
}

fn kind(term: &Term) -> &'static str {
    match term {
        Term::Word(_) => "word",
        Term::Phrase(_) => "phrase",
        Term::Amount(_) => "amount",
        Term::Days(_) => "days",
        Term::From(_) => "from",
        Term::Account(_) => "account",
        Term::Tag(_) => "tag",
        Term::Has(_) => "has",
        Term::Is(_) => "is",
        Term::Unclear(..) => "unclear",
    }
}

fn problem(part: &Part, is_unknown: bool, words: &Words) -> Option<String> {
    if let Term::Unclear(_, why) = &part.term {
        return Some(words.text(&format!("asked-why-{}", why.as_str()), &[]));
    }
    is_unknown.then(|| words.text(&format!("asked-unknown-{}", kind(&part.term)), &[]))
}

fn label(part: &Part, words: &Words) -> String {
    let named = |id: &str, argument: &str, value: &str| words.text(id, &[(argument, value)]);
    let label = match &part.term {
        Term::Has(has) if part.is_excluded => {
            return words.text(&format!("asked-without-{}", has.as_str()), &[]);
        }
        Term::Word(word) => word.clone(),
        Term::Unclear(raw, _) => raw.clone(),
        Term::Phrase(phrase) => named("asked-phrase", "words", phrase),
        Term::From(name) => named("asked-from", "name", name),
        Term::Account(name) => named("asked-account", "name", name),
        Term::Tag(tag) => named("asked-tag", "tag", tag),
        Term::Has(has) => words.text(&format!("asked-has-{}", has.as_str()), &[]),
        Term::Is(is) => words.text(&format!("asked-is-{}", is.as_str()), &[]),
        Term::Amount(amounts) => amount(amounts, words),
        Term::Days(period) => days(period, words),
    };
    if part.is_excluded {
        named("asked-not", "what", &label)
    } else {
        label
    }
}

pub(super) fn amount(amounts: &Amounts, words: &Words) -> String {
    let written = |value: Decimal| {
        let value = match amounts.side {
            Some(Side::Out) => -value,
            _ => value,
        };
        let code = amounts.currency.map(|currency| currency.code().to_owned());
        let decimals = value.normalize().scale();
        let decimals = if decimals == 0 { 0 } else { decimals.max(2) };
        let style = Style {
            signed: amounts.side.is_some(),
            ..Style::default()
        };
        text::money(
            &value,
            &code.unwrap_or_default(),
            decimals,
            words.lang(),
            style,
        )
    };
    let said = |id: &str, from: Option<Decimal>, until: Option<Decimal>| {
        let from = from.map(written).unwrap_or_default();
        let until = until.map(written).unwrap_or_default();
        words.text(id, &[("from", &from), ("until", &until)])
    };
    match (amounts.from, amounts.until) {
        (Bound::Included(from), Bound::Included(until)) if from == until => written(from),
        (Bound::Included(from), Bound::Included(until)) => {
            said("asked-amount-between", Some(from), Some(until))
        }
        (Bound::Excluded(from), _) => said("asked-amount-over", Some(from), None),
        (Bound::Included(from), _) => said("asked-amount-at-least", Some(from), None),
        (_, Bound::Excluded(until)) => said("asked-amount-under", None, Some(until)),
        (_, Bound::Included(until)) => said("asked-amount-at-most", None, Some(until)),
        (Bound::Unbounded, Bound::Unbounded) => String::new(),
    }
}

pub(super) fn days(period: &Period, words: &Words) -> String {
    let day = |day: NaiveDate| text::date(day, DateStyle::Medium, words.lang());
    let month = |day: NaiveDate| text::date(day, DateStyle::Month, words.lang());
    let said =
        |id: &str, from: &str, until: &str| words.text(id, &[("from", from), ("until", until)]);
    match (period.from, period.until) {
        (Some(from), Some(until)) if from == until => day(from),
        (Some(from), Some(until)) if is_months(from, until) => {
            let is_years = from.month() == 1 && until.month() == 12;
            let is_one_year = from.year() == until.year();
            match (is_years, is_one_year) {
                (true, true) => from.year().to_string(),
                (true, false) => {
                    let (from, until) = (from.year().to_string(), until.year().to_string());
                    said("asked-years-between", &from, &until)
                }
                (false, true) if from.month() == until.month() => month(from),
                _ => said("asked-months-between", &month(from), &month(until)),
            }
        }
        (Some(from), Some(until)) => said("asked-days-between", &day(from), &day(until)),
        (Some(from), None) => said("asked-days-since", &day(from), ""),
        (None, Some(until)) => said("asked-days-until", "", &day(until)),
        (None, None) => String::new(),
    }
}

/// Whether these are whole months.
fn is_months(from: NaiveDate, until: NaiveDate) -> bool {
    from.day() == 1 && until.succ_opt().is_some_and(|next| next.day() == 1)
}
