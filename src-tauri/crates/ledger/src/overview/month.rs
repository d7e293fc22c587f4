//! How far the statements of accounts tell of a month.

use chrono::Datelike;
use domain::NaiveDate;

use super::{first_day, last_day};
use crate::coverage::{CoverageState, Period};

/// How far statements tell of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthState {
    /// Each of its days.
    Whole,
    /// It is not over, and they tell of its beginning.
    Running,
    /// Some of its days only.
    Incomplete,
    /// None of its days, though there are statements before and after.
    Missing,
    /// None of its days: the statements end before.
    ToCome,
}

impl MonthState {
    /// The word used on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            MonthState::Whole => "whole",
            MonthState::Running => "running",
            MonthState::Incomplete => "incomplete",
            MonthState::Missing => "missing",
            MonthState::ToCome => "toCome",
        }
    }
}

/// Days without an entry that the end of a month, or its beginning, may have: files that state no period reach from their
/// first entry to their last.
const QUIET: i64 = 5;

/// How far the statements of one account tell of the month of a day; `None` where there are none, or they begin later.
pub(super) fn state(periods: &[Period], month: NaiveDate, today: NaiveDate) -> Option<MonthState> {
    let (begin, end) = (first_day(month), last_day(month));
    let (first, last) = (periods.first()?.from, periods.last()?.until);
    if end < first || begin > today.max(last) {
        return None;
    }
    if begin > last {
        return Some(MonthState::ToCome);
    }
    let mut missing = periods
        .iter()
        .filter(|period| period.state == CoverageState::Missing)
        .filter(|period| period.from <= end && begin <= period.until);
    if let Some(gap) = missing.next() {
        let is_all = gap.from <= begin && end <= gap.until;
        return Some(match is_all {
            true => MonthState::Missing,
            false => MonthState::Incomplete,
        });
    }
    let is_late = (first - begin).num_days() > QUIET;
    let is_running = (today.year(), today.month()) == (begin.year(), begin.month()) && last < end;
    let is_early = (end - last).num_days() > QUIET;
    Some(match (is_late, is_running, is_early) {
        (true, ..) => MonthState::Incomplete,
        (false, true, _) => MonthState::Running,
        (false, false, true) => MonthState::Incomplete,
        (false, false, false) => MonthState::Whole,
    })
}

/// The same of several accounts: a sum over all is as whole as its parts. An account that has no statements yet takes
/// nothing from it.
pub(super) fn together(states: impl Iterator<Item = Option<MonthState>>) -> Option<MonthState> {
    let states: Vec<MonthState> = states.flatten().collect();
    let first = *states.first()?;
    if states.iter().all(|state| *state == first) {
        return Some(first);
    }
    let is_told = |state: &MonthState| matches!(state, MonthState::Whole | MonthState::Running);
    Some(match states.iter().all(is_told) {
        true => MonthState::Running,
        false => MonthState::Incomplete,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(from: &str, until: &str, state: CoverageState) -> Period {
        Period {
            from: day(from),
            until: day(until),
            state,
        }
    }

    fn chain() -> [Period; 3] {
        [
            period("2026-02-20", "2026-04-30", CoverageState::Proved),
            period("2026-05-01", "2026-05-14", CoverageState::Missing),
            period("2026-05-15", "2026-10-28", CoverageState::Unproved),
        ]
    }

    #[test]
    fn a_month_is_told_by_the_days_that_statements_have_of_it() {
        let told = |month: &str| state(&chain(), day(month), day("2026-11-04"));
        assert_eq!(told("2026-01-01"), None, "the statements begin later");
        assert_eq!(told("2026-02-01"), Some(MonthState::Incomplete));
        assert_eq!(told("2026-03-01"), Some(MonthState::Whole));
        assert_eq!(told("2026-05-01"), Some(MonthState::Incomplete));
        assert_eq!(
            told("2026-10-01"),
            Some(MonthState::Whole),
            "a file that states no period ends with its last entry"
        );
        assert_eq!(told("2026-11-01"), Some(MonthState::ToCome));
        assert_eq!(
            told("2026-12-01"),
            None,
            "nothing is to come of a month ahead"
        );
    }

    #[test]
    fn a_month_within_a_gap_is_missing() {
        let chain = [
            period("2026-02-01", "2026-02-28", CoverageState::Proved),
            period("2026-03-01", "2026-05-14", CoverageState::Missing),
            period("2026-05-15", "2026-05-31", CoverageState::Proved),
        ];
        let told = |month: &str| state(&chain, day(month), day("2026-11-04"));
        assert_eq!(told("2026-04-01"), Some(MonthState::Missing));
        assert_eq!(told("2026-05-01"), Some(MonthState::Incomplete));
    }

    #[test]
    fn a_month_that_is_not_over_is_running() {
        let told = |today: &str| state(&chain(), day("2026-10-01"), day(today));
        assert_eq!(told("2026-10-30"), Some(MonthState::Running));
        let early = [period("2026-09-01", "2026-10-12", CoverageState::Proved)];
        let over = state(&early, day("2026-10-01"), day("2026-11-20"));
        assert_eq!(over, Some(MonthState::Incomplete), "its end is missing");
    }

    #[test]
    fn a_sum_over_accounts_is_as_whole_as_its_parts() {
        use MonthState::{Incomplete, Running, ToCome, Whole};
        let all = |states: &[Option<MonthState>]| together(states.iter().copied());
        assert_eq!(all(&[]), None);
        assert_eq!(all(&[Some(Whole), None]), Some(Whole), "one begins later");
        assert_eq!(all(&[Some(Whole), Some(ToCome)]), Some(Incomplete));
        assert_eq!(all(&[Some(ToCome), Some(ToCome)]), Some(ToCome));
        assert_eq!(all(&[Some(Running), Some(Whole)]), Some(Running));
    }
}
