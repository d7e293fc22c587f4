//! Weeks, months and years one after the other, and which of them are shown.

use ask::Period;
use ask::question::Per;
use chrono::{Datelike, Days, Months};
use domain::NaiveDate;

/// The first day of the week, month or year that a day is in.
pub(super) fn start_of(per: Per, day: NaiveDate) -> Option<NaiveDate> {
    match per {
        Per::Week => {
            let back = u64::from(day.weekday().num_days_from_monday());
            day.checked_sub_days(Days::new(back))
        }
        Per::Year => day.with_day(1)?.with_month(1),
        Per::Month | Per::Counterparty => day.with_day(1),
    }
}

/// The first day of the one after that which begins on a day.
pub(super) fn next_of(per: Per, start: NaiveDate) -> Option<NaiveDate> {
    match per {
        Per::Week => start.checked_add_days(Days::new(7)),
        Per::Year => start.checked_add_months(Months::new(12)),
        Per::Month | Per::Counterparty => start.checked_add_months(Months::new(1)),
    }
}

/// First and last days of those from one day to another, so many at most, the latest of them.
pub(super) fn stretches(
    per: Per,
    from: NaiveDate,
    until: NaiveDate,
    most: usize,
) -> Vec<(NaiveDate, NaiveDate)> {
    let mut found = Vec::new();
    let mut start = start_of(per, from);
    while let Some(first) = start.filter(|first| *first <= until) {
        start = next_of(per, first);
        let Some(last) = start.and_then(|next| next.pred_opt()) else {
            break;
        };
        found.push((first, last));
    }
    found.split_off(found.len().saturating_sub(most))
}

/// Whether days are whole months, as far as they have an end.
pub(super) fn is_whole_months(period: Option<Period>) -> bool {
    let Some(period) = period else {
        return true;
    };
    period.from.is_none_or(|from| from.day() == 1)
        && period
            .until
            .is_none_or(|until| until.succ_opt().is_some_and(|next| next.day() == 1))
}

/// The one month that is asked for, by its first day.
pub(super) fn only_month(period: Option<Period>) -> Option<NaiveDate> {
    let period = period?;
    let (from, until) = (period.from?, period.until?);
    let is_one = (from.year(), from.month()) == (until.year(), until.month());
    (is_one && is_whole_months(Some(period))).then_some(from)
}

/// The twelve months around what is asked: those up to today where it is among them, else so that it is seen what came before
/// and after; of more than twelve the last.
pub(super) fn twelve_months(
    period: Option<Period>,
    today: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    let this = today.with_day(1)?;
    let back = |month: NaiveDate, by: u32| month.checked_sub_months(Months::new(by));
    let asked_from = period
        .and_then(|period| period.from)
        .and_then(|day| day.with_day(1));
    let asked_until = period
        .and_then(|period| period.until)
        .and_then(|day| day.with_day(1))
        .map_or(this, |month| month.min(this));
    let is_many = asked_from.is_none_or(|from| from < back(asked_until, 8).unwrap_or(from));
    let end = if is_many {
        asked_until
    } else if asked_from? >= back(this, 11)? {
        this
    } else {
        asked_until.checked_add_months(Months::new(8))?.min(this)
    };
    let until = next_of(Per::Month, end)?.pred_opt()?;
    Some((back(end, 11)?, until))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn shown(from: &str, until: &str) -> (String, String) {
        let period = Period {
            from: Some(day(from)),
            until: Some(day(until)),
        };
        let (from, until) = twelve_months(Some(period), day("2026-11-04")).expect("months");
        (from.to_string(), until.to_string())
    }

    #[test]
    fn the_months_shown_hold_the_one_that_is_asked() {
        let this_year = ("2025-12-01".to_owned(), "2026-11-30".to_owned());
        assert_eq!(shown("2026-03-01", "2026-03-31"), this_year);
        assert_eq!(shown("2026-11-01", "2026-11-30"), this_year);
        assert_eq!(
            shown("2024-03-01", "2024-03-31"),
            ("2023-12-01".to_owned(), "2024-11-30".to_owned()),
            "three before and eight after"
        );
        assert_eq!(
            shown("2025-01-01", "2025-12-31"),
            ("2025-01-01".to_owned(), "2025-12-31".to_owned()),
            "a year is itself"
        );
        assert_eq!(shown("2020-01-01", "2026-12-31"), this_year);
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(
            stretches(Per::Week, day("2026-03-01"), day("2026-03-10"), 9),
            [
                (day("2026-02-23"), day("2026-03-01")),
                (day("2026-03-02"), day("2026-03-08")),
                (day("2026-03-09"), day("2026-03-15")),
            ]
        );
    }
}
