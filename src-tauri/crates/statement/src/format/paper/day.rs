//! Days as statements print them: with the year, or without it because the head of the page says it.

use domain::NaiveDate;
use text::month_of;

use super::line::Line;
use crate::format::csv::{DateOrder, date_cell};
use chrono::{Datelike, Days};

/// A day as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Printed {
    /// With its year, in each order in which it can be read: day first, month first, year first.
    Whole([Option<NaiveDate>; 3]),
    /// Two numbers without a year; `named` where the second is a month by its name.
    Part {
        first: u32,
        second: u32,
        named: bool,
    },
}

/// Where a day without a year belongs: the statement's last day, and how far behind it a line may be dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) until: Option<NaiveDate>,
    pub(super) order: DateOrder,
}

/// Days that a line may be dated after the statement was made, for those that announce.
const AHEAD: Days = Days::new(31);

impl Printed {
    /// The day, where the year is known.
    pub(super) fn day(self, year: Year) -> Option<NaiveDate> {
        match self {
            Printed::Whole([day_first, month_first, year_first]) => {
                let first = match year.order {
                    DateOrder::Mdy => month_first,
                    _ => day_first,
                };
                first.or(day_first).or(month_first).or(year_first)
            }
            Printed::Part {
                first,
                second,
                named,
            } => {
                let (day, month) = if !named && year.order == DateOrder::Mdy {
                    (second, first)
                } else {
                    (first, second)
                };
                let last = year.until?.checked_add_days(AHEAD)?;
                (0..=4).find_map(|back| {
                    let found = NaiveDate::from_ymd_opt(last.year() - back, month, day)?;
                    (found <= last).then_some(found)
                })
            }
        }
    }

    /// Whether it can only be read with the month first, or only with the day first.
    pub(super) fn proves(self) -> Option<DateOrder> {
        match self {
            Printed::Whole([Some(_), None, None]) => Some(DateOrder::Dmy),
            Printed::Whole([None, Some(_), None]) => Some(DateOrder::Mdy),
            Printed::Part {
                first,
                second,
                named: false,
            } if first > 12 && second <= 12 => Some(DateOrder::Dmy),
            Printed::Part {
                first,
                second,
                named: false,
            } if second > 12 && first <= 12 => Some(DateOrder::Mdy),
            _ => None,
        }
    }

    /// Whether day and month could be exchanged.
    pub(super) fn is_open(self) -> bool {
        match self {
            Printed::Whole([Some(one), Some(other), _]) => one != other,
            Printed::Part {
                first,
                second,
                named,
            } => !named && first <= 12 && second <= 12 && first != second,
            Printed::Whole(_) => false,
        }
    }
}

/// The day that begins with this word, and the words that it takes.
pub(super) fn day_at(line: &Line, start: usize) -> Option<(Printed, usize)> {
    let cell_end = line
        .cells()
        .into_iter()
        .find(|cell| cell.contains(&start))?
        .end;
    let most = cell_end.min(start + 4);
    let mut found = None;
    for end in start + 1..=most {
        let text = line.text(&(start..end));
        let next = line.words.get(end).filter(|_| end < cell_end);
        // `21 mrt. 22 mrt.` is two days, not one of the year 22.
        let is_two = next.is_some_and(|next| month_of(&next.text).is_some()) && end - start == 3;
        if let Some(day) = whole(&text).filter(|_| !is_two).or_else(|| part(&text)) {
            found = Some((day, end - start));
        }
    }
    found
}

/// Every day of a line, with the word at which it begins.
pub(super) fn days_in(line: &Line) -> Vec<(Printed, usize)> {
    let mut days = Vec::new();
    let mut at = 0;
    while at < line.words.len() {
        match day_at(line, at) {
            Some((day, taken)) => {
                days.push((day, at));
                at += taken.max(1);
            }
            None => at += 1,
        }
    }
    days
}

fn whole(text: &str) -> Option<Printed> {
    let trimmed = text.trim_matches(['(', ')', ':', ',', ';', '.']);
    if trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let cell = date_cell(trimmed).filter(|cell| cell.time.is_none())?;
    let days = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd].map(|order| cell.day(order));
    days.iter()
        .any(Option::is_some)
        .then_some(Printed::Whole(days))
}

/// `02/03`, `02.03.`, `02-03`, `21 feb`, `FEB 21`, `21feb`.
fn part(text: &str) -> Option<Printed> {
    let trimmed = text
        .trim_matches(['(', ')', ':', ',', ';'])
        .trim_end_matches('.');
    let named = |day: &str, month: &str| {
        let day: u32 = day.trim_end_matches(['.', ',']).parse().ok()?;
        let second = month_of(month)?;
        (1..=31).contains(&day).then_some(Printed::Part {
            first: day,
            second,
            named: true,
        })
    };
    let letters = trimmed.find(char::is_alphabetic);
    if let Some(at) = letters {
        let (before, after) = trimmed.split_at(at);
        if !before.is_empty() {
            return named(before.trim_end_matches([' ', '-', '/', '.']), after);
        }
        let digits = trimmed.find(|c: char| c.is_ascii_digit())?;
        let (month, day) = trimmed.split_at(digits);
        return named(day, month.trim_end());
    }
    let separator = ['/', '.', '-']
        .into_iter()
        .find(|mark| trimmed.contains(*mark))?;
    let (first, second) = trimmed.split_once(separator)?;
    let two = |text: &str| {
        (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())
    };
    let (first, second) = (two(first)??, two(second)??);
    let fits = (1..=31).contains(&first) && (1..=31).contains(&second) && first.min(second) <= 12;
    fits.then_some(Printed::Part {
        first,
        second,
        named: false,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::line::line;
    use super::*;

    fn day(text: &str) -> Option<String> {
        let year = Year {
            until: NaiveDate::from_ymd_opt(2026, 1, 17),
            order: DateOrder::Dmy,
        };
        day_at(&line(text), 0)?
            .0
            .day(year)
            .map(|day| day.to_string())
    }

    #[test]
    fn days_are_read_with_their_year_or_with_that_of_the_statement() {
        for (text, expected) in [
            ("31/12/2025", "2025-12-31"),
            ("31.12.25", "2025-12-31"),
            ("31/12", "2025-12-31"),
            ("31.12.", "2025-12-31"),
            ("05/01", "2026-01-05"),
            ("03 feb. 12,00", "2026-02-03"),
            ("21 mrt.", "2025-03-21"),
            ("Dec 21", "2025-12-21"),
            ("17 janvier 2026", "2026-01-17"),
            ("24DEC", "2025-12-24"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn two_days_beside_each_other_are_not_one() {
        let (day, taken) = day_at(&line("21 mrt. 22 mrt. LUNE"), 0).unwrap();
        assert_eq!(taken, 2);
        assert_eq!(
            day,
            Printed::Part {
                first: 21,
                second: 3,
                named: true
            }
        );
    }

    #[test]
    fn amounts_and_numbers_are_no_days() {
        for text in ["12,50", "45.10", "1234", "12", "LUNE", "99/99"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
