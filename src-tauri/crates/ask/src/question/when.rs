//! Days as questions name them, beyond those of the search: « fin octobre », "last March", « depuis le début de l’année ».

use chrono::{Datelike, NaiveDate};

use crate::day;
use crate::query::{Period, Why};

type Read = Result<Period, Why>;

/// The longest beginning of these folded words that is days.
pub(super) fn longest(words: &[&str], today: NaiveDate) -> Option<(Read, usize)> {
    let said = own(words, today);
    let searched = day::longest(words, today);
    match (said, searched) {
        (Some((period, used)), Some((_, other))) if used >= other => Some((Ok(period), used)),
        (_, Some(found)) => Some(found),
        (Some((period, used)), None) => Some((Ok(period), used)),
        (None, None) => None,
    }
}

fn own(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    if let [
        "en" | "in" | "la" | "le" | "au" | "de" | "a" | "the" | "at" | "ces" | "sur",
        rest @ ..,
    ] = words
        && let Some((period, used)) = own(rest, today)
    {
        return Some((period, used + 1));
    }
    edge(words, today)
        .or_else(|| since_new_year(words, today))
        .or_else(|| month_before(words, today))
        .or_else(|| month_of_year(words, today))
        .or_else(|| counted(words, today))
}

fn whole(words: &[&str], today: NaiveDate) -> Option<Period> {
    let (read, used) = day::longest(words, today)?;
    read.ok().filter(|_| used == words.len())
}

/// « fin octobre », "beginning of 2026": one day.
fn edge(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let (is_end, rest) = match words {
        ["fin", rest @ ..] | ["end", "of", rest @ ..] => (true, rest),
        ["debut", rest @ ..] | ["beginning" | "start", "of", rest @ ..] => (false, rest),
        _ => return None,
    };
    let before = words.len() - rest.len();
    let used = (1..=2_usize.min(rest.len())).rev().find(|used| {
        rest.get(..*used)
            .is_some_and(|rest| whole(rest, today).is_some())
    })?;
    let period = whole(rest.get(..used)?, today)?;
    let day = if is_end { period.until } else { period.from };
    Some((
        Period {
            from: day,
            until: day,
        },
        before + used,
    ))
}

fn since_new_year(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let used = match words {
        ["depuis", "le", "debut", "de", "annee", ..] => 5,
        [
            "since",
            "the",
            "start" | "beginning",
            "of",
            "the",
            "year",
            ..,
        ] => 6,
        ["year", "to", "date", ..] => 3,
        _ => return None,
    };
    let first = NaiveDate::from_ymd_opt(today.year(), 1, 1)?;
    Some((
        Period {
            from: Some(first),
            until: Some(today),
        },
        used,
    ))
}

/// "last March", « mars dernier »: the latest that is over.
fn month_before(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let name = match words {
        ["last", name, ..] | [name, "dernier" | "passe", ..] => *name,
        _ => return None,
    };
    let month = month(name, today)?;
    let is_over = month.until.is_some_and(|last| last < today);
    let year = month.from?.year() - i32::from(!is_over);
    Some((of_year(name, year, today)?, 2))
}

/// « mars de l’an dernier », "March last year", « mars de cette année », « mars 24 » is a day.
fn month_of_year(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let (name, rest) = words.split_first()?;
    month(name, today)?;
    let (skipped, rest) = match rest {
        ["de" | "of", rest @ ..] => (1, rest),
        rest => (0, rest),
    };
    let back = match rest {
        [
            "an" | "annee",
            "dernier" | "derniere" | "passe" | "passee",
            ..,
        ]
        | ["last", "year", ..] => 1,
        ["cette", "annee", ..] | ["this", "year", ..] => 0,
        _ => return None,
    };
    Some((of_year(name, today.year() - back, today)?, skipped + 3))
}

/// « 3 derniers mois » in words: « trois derniers mois », "last three months".
fn counted(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let (count, unit) = match words {
        [count, "derniers" | "dernieres", unit, ..] => (number(count)?, *unit),
        ["last" | "past", count, unit, ..] => (number(count)?, *unit),
        _ => return None,
    };
    let count = count.to_string();
    let period = whole(&["last", &count, unit], today)?;
    Some((period, 3))
}

fn number(word: &str) -> Option<u32> {
    Some(match word {
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        "quatre" | "four" => 4,
        "cinq" | "five" => 5,
        "six" => 6,
        "douze" | "twelve" => 12,
        _ => return None,
    })
}

/// A month by its name alone.
fn month(name: &str, today: NaiveDate) -> Option<Period> {
    let is_word = name.chars().all(char::is_alphabetic);
    let period = whole(&[name], today).filter(|_| is_word)?;
    let (from, until) = (period.from?, period.until?);
    let is_month = from.day() == 1 && from.month() == until.month() && until.day() > 27;
    is_month.then_some(period)
}

fn of_year(name: &str, year: i32, today: NaiveDate) -> Option<Period> {
    whole(&[name, &format!("{year:04}")], today)
}
