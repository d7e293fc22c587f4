//! A day as people write it: in figures, by its month's name, by its name in the week, or counted from today.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::fold::fold;
use crate::month::month_of;

/// Where a day without a year, or a day of the week, is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// Today or before.
    Past,
    /// Today or after; a day of the week only after.
    Future,
}

/// A day is at most so many words: `il y a 3 jours`, `dans 2 semaines`, `12 novembre 2026`.
const LONGEST: usize = 5;

/// Takes a day off the beginning or the end of the words, the longest that can be read.
pub(super) fn take(words: &mut Vec<&str>, today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    for length in (1..=LONGEST.min(words.len())).rev() {
        let rest = words.len().saturating_sub(length);
        for start in [0, rest] {
            let end = start.saturating_add(length);
            let folded: Vec<String> = words
                .get(start..end)?
                .iter()
                .map(|word| fold(word.trim_end_matches([',', ';', ':'])))
                .collect();
            let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
            if let Some(day) = read_day(&folded, today, towards) {
                words.drain(start..end);
                return Some(day);
            }
        }
    }
    None
}

/// Reads folded words as a day, all of them.
pub fn read_day(words: &[&str], today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    match words {
        ["le" | "du" | "on" | "the" | "pour", rest @ ..] if !rest.is_empty() => {
            read_day(rest, today, towards)
        }
        [word] => by_name(word, today)
            .or_else(|| in_figures(word, today, towards))
            .or_else(|| in_week(word, today, towards)),
        ["il", "y", "a", count, unit] => counted(count, unit, today, Towards::Past),
        [count, unit, "ago"] => counted(count, unit, today, Towards::Past),
        ["dans" | "in", count, unit] => counted(count, unit, today, Towards::Future),
        ["next", day] | [day, "prochain"] => in_week(day, today, Towards::Future),
        ["last", day] | [day, "dernier"] => in_week(day, today.pred_opt()?, Towards::Past),
        [week, rest @ ..] if weekday(week).is_some() => by_month(rest, today, towards),
        _ => by_month(words, today, towards),
    }
}

fn by_name(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (days, towards) = match word {
        "aujourd'hui" | "aujourdhui" | "today" => (0, Towards::Past),
        "hier" | "yesterday" => (1, Towards::Past),
        "avant-hier" => (2, Towards::Past),
        "demain" | "tomorrow" => (1, Towards::Future),
        "apres-demain" => (2, Towards::Future),
        _ => return None,
    };
    moved(today, Days::new(days), towards)
}

fn moved(day: NaiveDate, by: Days, towards: Towards) -> Option<NaiveDate> {
    match towards {
        Towards::Past => day.checked_sub_days(by),
        Towards::Future => day.checked_add_days(by),
    }
}

fn counted(count: &str, unit: &str, today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    let count: u32 = match count {
        "un" | "une" | "a" | "one" => 1,
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        _ => count.parse().ok().filter(|count| *count <= 1_000)?,
    };
    match unit {
        "jour" | "jours" | "day" | "days" => moved(today, Days::new(count.into()), towards),
        "semaine" | "semaines" | "week" | "weeks" => {
            moved(today, Days::new(u64::from(count).checked_mul(7)?), towards)
        }
        "mois" | "month" | "months" => match towards {
            Towards::Past => today.checked_sub_months(Months::new(count)),
            Towards::Future => today.checked_add_months(Months::new(count)),
        },
        _ => None,
    }
}

/// `2026-11-12`, `12/11/2026`, `12/11/26`, `12/11`; day before month, as both languages write it.
fn in_figures(word: &str, today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    if let Ok(day) = word.parse::<NaiveDate>()
        && word.len() == 10
    {
        return Some(day);
    }
    let parts: Vec<&str> = word.split('/').collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    match parts.as_slice() {
        [day, month] => nearest(number(day)?, number(month)?, today, towards),
        [day, month, year] => NaiveDate::from_ymd_opt(year_of(year)?, number(month)?, number(day)?),
        _ => None,
    }
}

fn year_of(word: &str) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    match word.len() {
        2 => year.checked_add(2000),
        4 => Some(year),
        _ => None,
    }
}

/// `12 nov.`, `12 novembre 2026`, `1er mai`, `May 12`.
fn by_month(words: &[&str], today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    let (first, second, year) = match words {
        [first, second] => (first, second, None),
        [first, second, year] => (
            first,
            second,
            Some(year_of(year).filter(|_| year.len() == 4)?),
        ),
        _ => return None,
    };
    let (day, month) = match (month_of(second), month_of(first)) {
        (Some(month), None) => (day_number(first)?, month),
        (None, Some(month)) => (day_number(second)?, month),
        _ => return None,
    };
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => nearest(day, month, today, towards),
    }
}

fn day_number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let bare = ["er", "st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    bare.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The day of that month nearest to today on one side. 29 February may be some years away.
fn nearest(day: u32, month: u32, today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    (0..=8).find_map(|years| {
        let year = match towards {
            Towards::Past => today.year().checked_sub(years)?,
            Towards::Future => today.year().checked_add(years)?,
        };
        NaiveDate::from_ymd_opt(year, month, day).filter(|found| match towards {
            Towards::Past => *found <= today,
            Towards::Future => *found >= today,
        })
    })
}

fn weekday(word: &str) -> Option<u32> {
    const NAMES: [[&str; 2]; 7] = [
        ["lundi", "monday"],
        ["mardi", "tuesday"],
        ["mercredi", "wednesday"],
        ["jeudi", "thursday"],
        ["vendredi", "friday"],
        ["samedi", "saturday"],
        ["dimanche", "sunday"],
    ];
    let at = NAMES.iter().position(|names| names.contains(&word))?;
    u32::try_from(at).ok()
}

fn in_week(word: &str, today: NaiveDate, towards: Towards) -> Option<NaiveDate> {
    let wanted = weekday(word)?;
    let now = today.weekday().num_days_from_monday();
    let ahead = wanted.checked_add(7)?.checked_sub(now)? % 7;
    match towards {
        Towards::Past => today.checked_sub_days(Days::new(u64::from(7u32.checked_sub(ahead)? % 7))),
        Towards::Future => {
            today.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })))
        }
    }
}
