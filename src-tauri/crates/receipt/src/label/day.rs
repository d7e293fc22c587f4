//! Days in a line of text, in six languages: written out, in digits, or told from the day of the message.

use chrono::{Datelike, Days, Weekday};
use domain::NaiveDate;

/// The days that a line names, in its order. `told` is the day of the message: it places years that are left out, settles which
/// of two numbers is the month, and is what *today* means; without it such days stay unread.
pub fn days(line: &str, told: Option<NaiveDate>) -> Vec<NaiveDate> {
    days_in(line, told, Order::DayFirst)
}

/// Which of two numbers is the month, where nothing else tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As in `31/12/2026`.
    DayFirst,
    /// As in `12/31/2026`.
    MonthFirst,
}

/// The same for a document that shows how it writes days.
pub fn days_in(line: &str, told: Option<NaiveDate>, order: Order) -> Vec<NaiveDate> {
    let folded = text::fold(line);
    let words: Vec<&str> = folded
        .split(|sign: char| {
            sign.is_whitespace() || matches!(sign, ',' | '(' | ')' | ';' | '*' | '–' | '—' | '→')
        })
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = words.get(at..).unwrap_or_default();
        let weekday = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .and_then(|word| weekday_of(word));
        match day_at(rest, weekday, told, order) {
            Some((day, taken)) => {
                found.push(day);
                at += taken;
            }
            None => at += 1,
        }
    }
    if found.is_empty() {
        found.extend(words.iter().find_map(|word| next_weekday(word, told?)));
    }
    found
}

fn day_at(
    words: &[&str],
    weekday: Option<Weekday>,
    told: Option<NaiveDate>,
    order: Order,
) -> Option<(NaiveDate, usize)> {
    let first = words.first()?;
    if let Some(day) = relative(first, words.get(1).copied(), told) {
        return Some((day, 1));
    }
    if let Some(day) = in_digits(first, weekday, told, order) {
        return Some((day, 1));
    }
    in_words(words, weekday, told).or_else(|| first_of_range(words, weekday, told))
}

fn relative(word: &str, next: Option<&str>, told: Option<NaiveDate>) -> Option<NaiveDate> {
    let ahead = match word {
        "today" | "aujourd'hui" | "ce" if word != "ce" || next == Some("jour") => 0,
        "heute" | "hoy" | "oggi" | "vandaag" | "dzis" | "dzisiaj" => 0,
        "tomorrow" | "demain" | "domani" | "jutro" | "manana" => 1,
        "morgen" => 1,
        "overmorgen" | "ubermorgen" => 2,
        _ => return None,
    };
    told?.checked_add_days(Days::new(ahead))
}

/// `2026-03-09`, `09.03.2026`, `9/3/26`.
fn in_digits(
    word: &str,
    weekday: Option<Weekday>,
    told: Option<NaiveDate>,
    order: Order,
) -> Option<NaiveDate> {
    let head = word.split('t').next().unwrap_or(word);
    let parts: Vec<&str> = head
        .split(['/', '.', '-'])
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    if numbers.len() != parts.len() {
        return None;
    }
    match (numbers.as_slice(), parts.as_slice()) {
        ([year, month, day], [long, ..]) if long.len() == 4 => ymd(*year, *month, *day),
        ([a, b, year], [_, _, digits]) if digits.len() == 4 || digits.len() == 2 => {
            let year = if digits.len() == 2 {
                2000 + year
            } else {
                *year
            };
            let mut days = [ymd(year, *b, *a), ymd(year, *a, *b)];
            if order == Order::MonthFirst && !head.contains('.') {
                days.reverse();
            }
            nearest(days, weekday, told)
        }
        ([a, b], [first, second])
            if head.contains(['/', '.']) && second.len() == 2 && first.len() <= 2 =>
        {
            let told = told?;
            nearest([placed(*b, *a, weekday, told), None], weekday, Some(told))
        }
        _ => None,
    }
}

/// The one that falls on the weekday that is named, else the one closer to the day of the message, else the first.
fn nearest(
    days: [Option<NaiveDate>; 2],
    weekday: Option<Weekday>,
    told: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let [first, second] = days;
    let (Some(a), Some(b)) = (first, second) else {
        return first.or(second);
    };
    if let Some(weekday) = weekday {
        match (a.weekday() == weekday, b.weekday() == weekday) {
            (true, false) => return Some(a),
            (false, true) => return Some(b),
            _ => {}
        }
    }
    let far = |day: NaiveDate| told.map_or(0, |told| (day - told).num_days().abs());
    Some(if far(b) + 45 < far(a) { b } else { a })
}

/// `12 mars 2026`, `12. märz`, `6 de junio de 2026`, `december 11 2018`.
fn in_words(
    words: &[&str],
    weekday: Option<Weekday>,
    told: Option<NaiveDate>,
) -> Option<(NaiveDate, usize)> {
    let mut plain: Vec<(usize, &str)> = Vec::with_capacity(3);
    for (at, word) in words.iter().enumerate().take(6) {
        if !matches!(*word, "de" | "del" | "of" | "the") {
            plain.push((at, word));
        }
    }
    let [(at, a), (to, b), ..] = plain.as_slice() else {
        return None;
    };
    if *at != 0 {
        return None;
    }
    let (day, month) = match (ordinal(a), text::month_of(b), text::month_of(a), ordinal(b)) {
        (Some(day), Some(month), ..) => (day, month),
        (_, _, Some(month), Some(day)) => (day, month),
        _ => return None,
    };
    let year = plain.get(2).and_then(|(at, word)| {
        let year: u32 = word.parse().ok()?;
        (1990..=2100).contains(&year).then_some((*at, year))
    });
    match year {
        Some((last, year)) => Some((ymd(year, month, day)?, last + 1)),
        None => Some((placed(month, day, weekday, told?)?, to + 1)),
    }
}

/// `jeudi 12 (et le samedi 14 mars)`: a day whose month is that of the one behind it.
fn first_of_range(
    words: &[&str],
    weekday: Option<Weekday>,
    told: Option<NaiveDate>,
) -> Option<(NaiveDate, usize)> {
    let day = ordinal(words.first()?)?;
    let is_open = words
        .iter()
        .skip(1)
        .take(5)
        .any(|word| RANGE.contains(word))
        || words.get(1).is_some_and(|next| ordinal(next).is_some());
    if !is_open {
        return None;
    }
    let (at, _) = words
        .iter()
        .enumerate()
        .skip(1)
        .take(6)
        .find(|(_, word)| ordinal(word).is_some())?;
    let (last, _) = in_words(words.get(at..)?, None, told)?;
    let same = ymd(u32::try_from(last.year()).ok()?, last.month(), day)?;
    let first = if same <= last {
        same
    } else {
        same.checked_sub_months(chrono::Months::new(1))?
    };
    weekday
        .is_none_or(|weekday| first.weekday() == weekday)
        .then_some((first, 1))
}

const RANGE: &[&str] = &[
    "et", "au", "and", "und", "bis", "to", "y", "al", "e", "en", "tot", "a", "-", "le",
];

fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|sign: char| sign.is_alphabetic());
    let ending = word.get(digits.len()..)?;
    let is_ordinal = matches!(ending, "" | "er" | "st" | "nd" | "rd" | "th" | "e");
    let day: u32 = digits.parse().ok()?;
    (is_ordinal && (1..=31).contains(&day) && digits.len() <= 2).then_some(day)
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1990..=2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A day without its year: the one on its weekday, else the next from a month before the message.
fn placed(month: u32, day: u32, weekday: Option<Weekday>, told: NaiveDate) -> Option<NaiveDate> {
    let around = [told.year() - 1, told.year(), told.year() + 1];
    let days = || {
        around
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
    };
    let by_distance = |day: &NaiveDate| (*day - told).num_days().abs();
    let on_weekday = days()
        .filter(|day| weekday == Some(day.weekday()))
        .min_by_key(by_distance);
    on_weekday.or_else(|| {
        days()
            .filter(|day| (*day - told).num_days() >= -60)
            .min_by_key(by_distance)
    })
}

fn next_weekday(word: &str, told: NaiveDate) -> Option<NaiveDate> {
    let weekday = weekday_of(word).filter(|_| word.len() > 3)?;
    told.iter_days()
        .take(7)
        .find(|day| day.weekday() == weekday)
}

fn weekday_of(word: &str) -> Option<Weekday> {
    let found = WEEKDAYS.iter().find(|(names, _)| names.contains(&word))?;
    Some(found.1)
}

const WEEKDAYS: &[(&[&str], Weekday)] = &[
    (
        &[
            "monday", "mon", "lundi", "montag", "mo", "lunes", "lunedi", "maandag",
        ],
        Weekday::Mon,
    ),
    (
        &[
            "tuesday", "tue", "mardi", "dienstag", "di", "martes", "martedi", "dinsdag",
        ],
        Weekday::Tue,
    ),
    (
        &[
            "wednesday",
            "wed",
            "mercredi",
            "mittwoch",
            "mi",
            "miercoles",
            "mercoledi",
            "woensdag",
        ],
        Weekday::Wed,
    ),
    (
        &[
            "thursday",
            "thu",
            "jeudi",
            "donnerstag",
            "do",
            "jueves",
            "giovedi",
            "donderdag",
        ],
        Weekday::Thu,
    ),
    (
        &[
            "friday", "fri", "vendredi", "freitag", "fr", "viernes", "venerdi", "vrijdag",
        ],
        Weekday::Fri,
    ),
    (
        &[
            "saturday", "sat", "samedi", "samstag", "sa", "sabado", "sabato", "zaterdag",
        ],
        Weekday::Sat,
    ),
    (
        &[
            "sunday", "sun", "dimanche", "sonntag", "so", "domingo", "domenica", "zondag",
        ],
        Weekday::Sun,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        // A Monday.
        let told = NaiveDate::from_ymd_opt(2026, 3, 9);
        days(line, told).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn days_are_read_in_six_languages() {
        for (line, want) in [
            ("du 09/03/2026", &["2026-03-09"][..]),
            (
                "Livraison entre le jeudi 12 et le samedi 14 mars",
                &["2026-03-12", "2026-03-14"],
            ),
            (
                "Do., 12. März – Sa., 14. März",
                &["2026-03-12", "2026-03-14"],
            ),
            (
                "wird heute, 09.03.2026, zugestellt",
                &["2026-03-09", "2026-03-09"],
            ),
            ("Arriving Thursday, March 12", &["2026-03-12"]),
            ("Placed on December 11, 2025", &["2025-12-11"]),
            ("el 6 de junio de 2026", &["2026-06-06"]),
            ("consegna martedì 10 marzo", &["2026-03-10"]),
            ("bezorgd op 2 april 2026", &["2026-04-02"]),
            ("demain", &["2026-03-10"]),
            ("arrives Friday", &["2026-03-13"]),
            ("Thursday 03/12/2026", &["2026-03-12"]),
            ("1,5 kg", &[]),
        ] {
            assert_eq!(read(line), want, "{line}");
        }
    }
}
