//! Days as questions name them, beyond those of the search: « fin octobre », "last March", « depuis le début de l’année ».

use chrono::{Datelike, Days, Months, NaiveDate};

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
    if let Some(found) = day_of_month(words, today) {
        return Some(found);
    }
    if let [
        "en" | "in" | "la" | "le" | "au" | "de" | "a" | "the" | "at" | "ces" | "sur",
        rest @ ..,
    ] = words
        && let Some((period, used)) = own(rest, today)
    {
        return Some((period, used + 1));
    }
    if let ["en" | "in", rest @ ..] = words
        && let Some((period, used)) = short_month(rest, today)
    {
        return Some((period, used + 1));
    }
    opened(words, today)
        .or_else(|| edge(words, today))
        .or_else(|| past(words, today))
        .or_else(|| part_of_year(words, today))
        .or_else(|| year_to_date(words, today))
        .or_else(|| month_before(words, today))
        .or_else(|| month_of_year(words, today))
        .or_else(|| counted(words, today))
}

fn whole(words: &[&str], today: NaiveDate) -> Option<Period> {
    let (read, used) = day::longest(words, today)?;
    read.ok().filter(|_| used == words.len())
}

/// What an edge means of what moved, where these words are one: the first ten days of a month, or the last ten; of a year nothing
/// that one could know.
pub(super) fn around(words: &[&str], today: NaiveDate) -> Option<Option<Period>> {
    let little = |word: &&&str| {
        matches!(
            **word,
            "en" | "in" | "la" | "le" | "au" | "a" | "at" | "the"
        )
    };
    let skipped = words.iter().take_while(little).count();
    let (is_end, named) = edge_of(words.get(skipped..)?)?;
    let period = whole(named, today)?;
    let days = |from: NaiveDate| {
        let until = from.checked_add_days(Days::new(9));
        let from = Some(from);
        Period { from, until }
    };
    let (from, until) = (period.from?, period.until?);
    let is_month = (27..31).contains(&(until - from).num_days());
    let first = match is_end {
        true => until.checked_sub_days(Days::new(9))?,
        false => from,
    };
    Some(is_month.then(|| days(first)))
}

fn edge_of<'a, 'w>(words: &'a [&'w str]) -> Option<(bool, &'a [&'w str])> {
    match words {
        ["fin", rest @ ..] | ["end", "of", rest @ ..] => Some((true, rest)),
        ["debut", rest @ ..] | ["beginning" | "start", "of", rest @ ..] => Some((false, rest)),
        _ => None,
    }
}

/// « fin octobre », "beginning of 2026": one day.
fn edge(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let (is_end, rest) = edge_of(words)?;
    let before = words.len() - rest.len();
    let used = (1..=3_usize.min(rest.len())).rev().find(|used| {
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

/// « depuis fin octobre », « jusqu’à fin mars », « depuis trois mois », « depuis le début du mois ».
fn opened(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let (open, mut rest) = words.split_first()?;
    if !matches!(
        *open,
        "depuis"
            | "since"
            | "jusqu'a"
            | "jusqu'en"
            | "until"
            | "till"
            | "avant"
            | "before"
            | "apres"
            | "after"
    ) {
        return None;
    }
    let is_since = matches!(*open, "depuis" | "since");
    if let (true, Some(found)) = (is_since, back(rest, today)) {
        return Some((found.0, found.1 + 1));
    }
    let mut skipped = 1;
    while let ["le" | "la" | "the", behind @ ..] = rest {
        (rest, skipped) = (behind, skipped + 1);
    }
    if let (true, Some(found)) = (is_since, begun(rest, today)) {
        return Some((found.0, found.1 + skipped));
    }
    let (period, used) = edge(rest, today)?;
    let day = period.from?;
    let (from, until) = match *open {
        "depuis" | "since" => (Some(day), None),
        "apres" | "after" => (day.succ_opt(), None),
        "avant" | "before" => (None, day.pred_opt()),
        _ => (None, Some(day)),
    };
    Some((Period { from, until }, used + skipped))
}

/// What follows « depuis »: « 3 mois », « une semaine ».
fn back(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let [count, unit, ..] = words else {
        return None;
    };
    let one = matches!(*count, "un" | "une" | "one" | "a").then_some(1);
    let count = one.or_else(|| number(count)).or_else(|| count.parse().ok());
    let period = whole(&["last", &count?.to_string(), unit], today)?;
    Some((period, 2))
}

/// What follows « depuis le »: « début du mois », "start of the week".
fn begun(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let [
        "debut" | "start" | "beginning",
        "de" | "du" | "of",
        rest @ ..,
    ] = words
    else {
        return None;
    };
    let (unit, used) = match rest {
        ["la" | "the" | "cette" | "this", unit, ..] => (*unit, 4),
        [unit, ..] => (*unit, 3),
        [] => return None,
    };
    let from = whole(&["this", unit], today)?.from;
    let until = Some(today);
    Some((Period { from, until }, used))
}

/// "in Sept", « en fév »: the latest that has begun.
fn short_month(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let [name, ..] = words else { return None };
    let month = text::month_of(name).filter(|_| name.len() >= 3)?;
    let year = today.year() - i32::from(month > today.month());
    Some((whole(&[name, &format!("{year:04}")], today)?, 1))
}

fn year_to_date(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let ["year", "to", "date", ..] = words else {
        return None;
    };
    let from = NaiveDate::from_ymd_opt(today.year(), 1, 1);
    let until = Some(today);
    Some((Period { from, until }, 3))
}

/// "the past month": as far back as that, up to today, where "last month" is one of the calendar.
fn past(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let ["past", unit, ..] = words else {
        return None;
    };
    Some((whole(&["last", "1", unit], today)?, 2))
}

/// « premier trimestre 2026 », "second half of last year": without a year the latest that has begun.
fn part_of_year(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let [ordinal, unit, rest @ ..] = words else {
        return None;
    };
    let at: u32 = match *ordinal {
        "premier" | "1er" | "first" | "1st" => 0,
        "deuxieme" | "second" | "2e" | "2eme" | "2nd" => 1,
        "troisieme" | "third" | "3e" | "3eme" | "3rd" => 2,
        "quatrieme" | "fourth" | "4e" | "4eme" | "4th" => 3,
        _ => return None,
    };
    let months: u32 = match *unit {
        "trimestre" | "quarter" => 3,
        "semestre" | "half" => 6,
        _ => return None,
    };
    let first = Some(at * months + 1).filter(|month| *month <= 12)?;
    let said = (1..=3_usize.min(rest.len())).rev().find_map(|used| {
        let rest = rest.get(..used)?;
        let rest = rest
            .strip_prefix(&["de"])
            .or(rest.strip_prefix(&["of"]))
            .unwrap_or(rest);
        let year = whole(rest, today)?.from?.year();
        (whole(rest, today) == whole(&[&format!("{year:04}")], today)).then_some((year, used))
    });
    let back = i32::from(first > today.month());
    let (year, used) = said.unwrap_or((today.year() - back, 0));
    let from = NaiveDate::from_ymd_opt(year, first, 1)?;
    let until = from.checked_add_months(Months::new(months))?.pred_opt();
    let from = Some(from);
    Some((Period { from, until }, used + 2))
}

/// « le 5 », "on the 5th": the latest that has come.
fn day_of_month(words: &[&str], today: NaiveDate) -> Option<(Period, usize)> {
    let (day, used) = match words {
        ["le", day, ..] if day.chars().all(|c| c.is_ascii_digit()) => (*day, 2),
        ["le", "1er"] => ("1", 2),
        ["on", "the", day, ..] => (ordinal(day)?, 3),
        _ => return None,
    };
    let day: u32 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let first = today.with_day(1)?;
    let latest = (0..12).find_map(|back| {
        let month = first.checked_sub_months(Months::new(back))?;
        month.with_day(day).filter(|found| *found <= today)
    })?;
    let latest = Some(latest);
    Some((
        Period {
            from: latest,
            until: latest,
        },
        used,
    ))
}

fn ordinal(word: &str) -> Option<&str> {
    const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))
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

pub(super) fn number(word: &str) -> Option<u32> {
    Some(match word {
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        "quatre" | "four" => 4,
        "cinq" | "five" => 5,
        "six" => 6,
        "sept" | "seven" => 7,
        "huit" | "eight" => 8,
        "neuf" | "nine" => 9,
        "dix" | "ten" => 10,
        "onze" | "eleven" => 11,
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
