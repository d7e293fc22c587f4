//! Days: `2024`, `mars 2024`, `hier`, `last week`, `du 3 au 12 mars`, `2024-03..2024-05`, `since March`.

use chrono::{Datelike, Days, Months, NaiveDate};
use text::{Towards, fold, month_of, read_day};

use crate::key::Key;
use crate::query::{Period, Why};

/// No days are said in more words: `du 3 mars 2024 au 12 avril 2024`.
const LONGEST: usize = 9;

type Read = Result<Period, Why>;

/// From which day on it is looked back.
#[derive(Clone, Copy)]
struct Now {
    today: NaiveDate,
    /// Before which a day or month without a year is looked for: today, or the end of the range that it begins.
    anchor: NaiveDate,
    /// Whether any year is meant, or only one that a ledger may tell of.
    is_told: bool,
}

/// The longest beginning of these folded words that is a day or several.
pub(crate) fn longest(words: &[&str], today: NaiveDate) -> Option<(Read, usize)> {
    let now = Now {
        today,
        anchor: today,
        is_told: false,
    };
    (1..=LONGEST.min(words.len()))
        .rev()
        .find_map(|used| Some((range(words.get(..used)?, now)?, used)))
}

/// What stands behind `date:`, `since:`, `after:`, `before:` or `until:`.
pub(crate) fn told(key: Key, value: &str, today: NaiveDate) -> Option<Read> {
    let folded: Vec<String> = value
        .split_whitespace()
        .map(|word| fold(word.trim_end_matches([',', ';', ':'])))
        .collect();
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let now = Now {
        today,
        anchor: today,
        is_told: true,
    };
    let read = range(&words, now)?;
    Some(read.and_then(|period| towards(key, period)))
}

/// One side of a period.
fn towards(key: Key, period: Period) -> Read {
    let none = Err(Why::Backwards);
    let open = |from: Option<NaiveDate>, until: Option<NaiveDate>| {
        if from.is_none() && until.is_none() {
            none
        } else {
            Ok(Period { from, until })
        }
    };
    match key {
        Key::Since => open(period.from, None),
        Key::After => open(period.until.and_then(|day| day.succ_opt()), None),
        Key::Before => open(None, period.from.and_then(|day| day.pred_opt())),
        Key::Until => open(None, period.until),
        _ => Ok(period),
    }
}

fn range(words: &[&str], now: Now) -> Option<Read> {
    let opened = match words {
        ["depuis" | "since", rest @ ..] => Some((Key::Since, rest)),
        ["apres" | "after", rest @ ..] => Some((Key::After, rest)),
        ["avant" | "before", rest @ ..] => Some((Key::Before, rest)),
        [
            "jusqu'a" | "jusqu'au" | "jusqu'en" | "until" | "till",
            rest @ ..,
        ] => Some((Key::Until, rest)),
        _ => None,
    };
    if let Some((key, rest)) = opened {
        return Some(simple(rest, now)?.and_then(|period| towards(key, period)));
    }
    match words {
        [one] if one.contains("..") => dotted(one, now),
        ["entre" | "between", rest @ ..] => parted(rest, &["et", "and"], now),
        ["de" | "du" | "from", rest @ ..] => {
            parted(rest, &["a", "au", "to", "until"], now).or_else(|| simple(rest, now))
        }
        _ => simple(words, now).or_else(|| parted(words, &["a", "au", "to"], now)),
    }
}

/// `2024-03..2024-05`, `2023..`.
fn dotted(word: &str, now: Now) -> Option<Read> {
    let (from, until) = word.split_once("..")?;
    let side = |text: &str| match text {
        "" => Some(None),
        text => Some(Some(simple(&[text], now)?)),
    };
    Some(match (side(from)?, side(until)?) {
        (None, None) => return None,
        (Some(from), None) => from.and_then(|from| towards(Key::Since, from)),
        (None, Some(until)) => until.and_then(|until| towards(Key::Until, until)),
        (Some(from), Some(until)) => joined(from, until),
    })
}

/// Two ends with a word between them. The first one may leave its month or year to the second.
fn parted(words: &[&str], by: &[&str], now: Now) -> Option<Read> {
    let at = words.iter().position(|word| by.contains(word))?;
    let (from, until) = (words.get(..at)?, words.get(at + 1..)?);
    let until = simple(until, now)?;
    let Ok(Period {
        until: Some(anchor),
        ..
    }) = until
    else {
        return Some(until);
    };
    let before = Now { anchor, ..now };
    let from = match from {
        [day] | ["le" | "the", day] if number(bare(day), 31).is_some() => {
            day_before(number(bare(day), 31)?, anchor)
        }
        from => simple(from, before)?,
    };
    Some(joined(from, until))
}

/// The number of a day, without what makes it an ordinal: `1er`, `3rd`.
fn bare(day: &str) -> &str {
    const ENDINGS: [&str; 5] = ["er", "st", "nd", "rd", "th"];
    let end = ENDINGS.iter().find_map(|ending| day.strip_suffix(ending));
    end.unwrap_or(day)
}

fn joined(from: Read, until: Read) -> Read {
    let (from, until) = (from?, until?);
    match (from.from, until.until) {
        (Some(from), Some(until)) if from > until => Err(Why::Backwards),
        (from, until) => Ok(Period { from, until }),
    }
}

/// The day of that number in the month of another day, or the one before.
fn day_before(day: u32, anchor: NaiveDate) -> Read {
    let this = anchor.with_day(day).filter(|found| *found <= anchor);
    let last = || anchor.checked_sub_months(Months::new(1))?.with_day(day);
    this.or_else(last).map(on).ok_or(Why::NoSuchDay)
}

fn on(day: NaiveDate) -> Period {
    Period {
        from: Some(day),
        until: Some(day),
    }
}

fn simple(words: &[&str], now: Now) -> Option<Read> {
    if let [
        "en" | "in" | "le" | "la" | "les" | "l'" | "on" | "du" | "de" | "the" | "of" | "au",
        rest @ ..,
    ] = words
        && !rest.is_empty()
    {
        return simple(rest, now);
    }
    if let Some(period) = relative(words, now.today) {
        return Some(Ok(period));
    }
    let whole = match words {
        [word] => year(word, now)
            .map(|year| span_of(year, 1, 12))
            .or_else(|| iso_month(word))
            .or_else(|| month(word, now)),
        [word, year] => in_year(word, year),
        _ => None,
    };
    whole.or_else(|| day(words, now))
}

/// A year alone is one that a ledger may tell of; any where a day has to stand.
fn year(word: &str, now: Now) -> Option<i32> {
    let year = digits(word, 4)?;
    let is_likely = (1970..=now.today.year().saturating_add(1)).contains(&year);
    (is_likely || now.is_told).then_some(year)
}

fn digits(word: &str, count: usize) -> Option<i32> {
    let is_whole = word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| is_whole)
}

fn number(word: &str, most: u32) -> Option<u32> {
    let is_short = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = word.parse().ok().filter(|_| is_short)?;
    (1..=most).contains(&number).then_some(number)
}

/// Whole months of a year, from one to another.
fn span_of(year: i32, from: u32, until: u32) -> Read {
    let first = NaiveDate::from_ymd_opt(year, from, 1).ok_or(Why::NoSuchDay)?;
    let last = NaiveDate::from_ymd_opt(year, until, 1)
        .and_then(|day| day.checked_add_months(Months::new(1)))
        .and_then(|day| day.pred_opt())
        .ok_or(Why::NoSuchDay)?;
    Ok(Period {
        from: Some(first),
        until: Some(last),
    })
}

/// `2024-03`, `03/2024`.
fn iso_month(word: &str) -> Option<Read> {
    let (year, month) = match word.split_once('-') {
        Some((year, month)) => (year, month),
        None => {
            let (month, year) = word.split_once('/')?;
            (year, month)
        }
    };
    let year = digits(year, 4)?;
    let is_month = (1..=2).contains(&month.len()) && month.bytes().all(|b| b.is_ascii_digit());
    let month = month.parse().ok().filter(|_| is_month)?;
    Some(span_of(year, month, month))
}

/// A month named in full, the latest that has begun.
fn month(word: &str, now: Now) -> Option<Read> {
    const NAMES: [&str; 23] = [
        "janvier",
        "january",
        "fevrier",
        "february",
        "mars",
        "march",
        "avril",
        "april",
        "mai",
        "may",
        "juin",
        "june",
        "juillet",
        "july",
        "aout",
        "august",
        "septembre",
        "september",
        "octobre",
        "october",
        "novembre",
        "november",
        "decembre",
    ];
    let is_full = NAMES.contains(&word) || word == "december";
    let month = month_of(word).filter(|_| is_full)?;
    let year = now.anchor.year();
    let back = i32::from(month > now.anchor.month());
    Some(span_of(year.checked_sub(back)?, month, month))
}

/// `mars 2024`, `T1 2024`.
fn in_year(word: &str, year: &str) -> Option<Read> {
    let year = digits(year, 4)?;
    if let Some(month) = month_of(word) {
        return Some(span_of(year, month, month));
    }
    let quarter = word.strip_prefix(['t', 'q'])?;
    let quarter: u32 = quarter.parse().ok().filter(|at| (1..=4).contains(at))?;
    Some(span_of(year, quarter * 3 - 2, quarter * 3))
}

/// One day, or why there is none.
fn day(words: &[&str], now: Now) -> Option<Read> {
    let slashed = slashed(words);
    let one = [slashed.as_deref().unwrap_or_default()];
    let words = if slashed.is_some() { &one } else { words };
    let counted = matches!(words, ["il", "y", "a", ..] | [_, _, "ago"] | ["dans", ..]);
    let from = if counted || words.len() < 2 && slashed.is_none() {
        now.today
    } else {
        now.anchor
    };
    match read_day(words, from, Towards::Past) {
        Some(day) => Some(Ok(on(day))),
        None => is_like_a_day(words).then_some(Err(Why::NoSuchDay)),
    }
}

/// Figures with other signs between them, as [`read_day`] takes them: `12.03.2024`, `12-03-2024`, `2024-3-5`.
fn slashed(words: &[&str]) -> Option<String> {
    let [word] = words else { return None };
    let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
    let [first, second, third] = parts.as_slice() else {
        return word.contains('/').then(|| (*word).to_owned());
    };
    let is_figures = [first, second, third]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    match (first.len(), third.len()) {
        _ if !is_figures || second.len() > 2 => None,
        (4, 1..=2) => Some(format!("{third}/{second}/{first}")),
        (1..=2, 4) => Some(format!("{first}/{second}/{third}")),
        (1..=2, 2) if word.contains('/') => Some(format!("{first}/{second}/{third}")),
        _ => None,
    }
}

/// Whether these words are a day but for the calendar.
fn is_like_a_day(words: &[&str]) -> bool {
    match words {
        [word] => {
            let parts: Vec<&str> = word.split('/').collect();
            let shaped = parts.len() >= 2
                && parts
                    .iter()
                    .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
            let small = parts.iter().take(2).all(|part| number(part, 31).is_some());
            shaped && (parts.len() == 3 || (parts.len() == 2 && small))
        }
        [day, month] => number(day, 31).is_some() && month_of(month).is_some(),
        [day, month, year] => {
            number(day, 99).is_some() && month_of(month).is_some() && digits(year, 4).is_some()
        }
        _ => false,
    }
}

/// Days told from today.
fn relative(words: &[&str], today: NaiveDate) -> Option<Period> {
    let stripped: Vec<&str> = words
        .iter()
        .map(|word| word.strip_prefix("l'").unwrap_or(word))
        .collect();
    match stripped.as_slice() {
        ["cette" | "ce" | "this", unit] => whole(unit, today, 0),
        ["last" | "past" | "previous", unit]
        | [
            unit,
            "dernier" | "derniere" | "passe" | "passee" | "precedent" | "precedente",
        ] => whole(unit, today, 1),
        ["last" | "past", count, unit] | [count, "derniers" | "dernieres", unit] => {
            let count = count.parse().ok().filter(|count| *count <= 1_000)?;
            let from = back(unit, today, count)?;
            Some(Period {
                from: Some(from),
                until: Some(today),
            })
        }
        _ => None,
    }
}

/// This week, month or year, or the one before it. Weeks begin on Monday.
fn whole(unit: &str, today: NaiveDate, before: u32) -> Option<Period> {
    let (from, until) = match unit {
        "semaine" | "week" => {
            let back = today.weekday().num_days_from_monday() + before * 7;
            let monday = today.checked_sub_days(Days::new(back.into()))?;
            (monday, monday.checked_add_days(Days::new(6))?)
        }
        "mois" | "mois-ci" | "month" => {
            let first = today.with_day(1)?.checked_sub_months(Months::new(before))?;
            let next = first.checked_add_months(Months::new(1))?;
            (first, next.pred_opt()?)
        }
        "trimestre" | "quarter" => {
            let first = today.with_day(1)?.with_month(today.month0() / 3 * 3 + 1)?;
            let first = first.checked_sub_months(Months::new(before.checked_mul(3)?))?;
            (first, first.checked_add_months(Months::new(3))?.pred_opt()?)
        }
        "annee" | "an" | "year" => {
            let year = today.year().checked_sub_unsigned(before)?;
            let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
            (first, NaiveDate::from_ymd_opt(year, 12, 31)?)
        }
        _ => return None,
    };
    Some(Period {
        from: Some(from),
        until: Some(until),
    })
}

fn back(unit: &str, today: NaiveDate, count: u32) -> Option<NaiveDate> {
    match unit {
        "jour" | "jours" | "day" | "days" => today.checked_sub_days(Days::new(count.into())),
        "semaine" | "semaines" | "week" | "weeks" => {
            today.checked_sub_days(Days::new(u64::from(count) * 7))
        }
        "mois" | "month" | "months" => today.checked_sub_months(Months::new(count)),
        "an" | "ans" | "annee" | "annees" | "year" | "years" => {
            today.checked_sub_months(Months::new(count.checked_mul(12)?))
        }
        _ => None,
    }
}
