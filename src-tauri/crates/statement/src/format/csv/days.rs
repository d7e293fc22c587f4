//! Which column of dates is the day of booking, of the operation and of the value, where names alone leave several.

use super::assign::{all, set};
use super::column::{Class, Column};
use super::heading::{booked_rank, date_role, is_aside};
use super::role::Role;

/// Settles the roles of the columns of dates together.
pub(super) fn settle(columns: &mut [Column<'_>]) {
    date_by_looks(columns);
    drop_dates_aside(columns);
    settle_doubles(columns);
}

/// Where no column is named as the day, the fullest of those that hold days is it: `created_at` beside an amount.
fn date_by_looks(columns: &mut [Column<'_>]) {
    if columns.iter().any(|c| is_day(c.role)) {
        return;
    }
    let dated = columns.iter().enumerate();
    let fullest = dated
        .filter(|(_, c)| c.class == Class::Date)
        .max_by_key(|(at, c)| (c.look.filled, usize::MAX - at))
        .map(|(at, _)| at);
    if let Some(at) = fullest {
        set(columns, at, Role::BookingDate);
    }
}

fn is_day(role: Role) -> bool {
    matches!(
        role,
        Role::BookingDate | Role::TransactionDate | Role::ValueDate
    )
}

/// Dates of the document, and those under a name of something else that never change, are no row's day where another column
/// holds days.
fn drop_dates_aside(columns: &mut [Column<'_>]) {
    let varies = columns
        .iter()
        .any(|c| is_day(c.role) && c.look.kinds() > 1 && !is_aside(&c.key));
    let dropped: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| {
            let other_name = !c.key.is_empty() && date_role(&c.key).is_none();
            let constant = varies && c.look.kinds() == 1 && other_name;
            is_day(c.role) && (is_aside(&c.key) || constant)
        })
        .map(|(at, _)| at)
        .collect();
    let days = columns.iter().filter(|c| is_day(c.role)).count();
    if dropped.len() < days {
        for at in dropped {
            set(columns, at, Role::Other);
        }
    }
}

/// A column under an exact name for the day of booking is it, whatever other dates stand beside it.
fn exactly_booked(columns: &[Column<'_>], same: &[usize]) -> Option<usize> {
    same.iter()
        .copied()
        .filter_map(|at| Some((booked_rank(&columns.get(at)?.key)?, at)))
        .min()
        .map(|(_, at)| at)
}

/// `Date` beside `Booking date` is the day of the operation; of several equal names the fullest column counts, and one that
/// changes from row to row before one that never does.
fn settle_doubles(columns: &mut [Column<'_>]) {
    for role in [Role::BookingDate, Role::TransactionDate, Role::ValueDate] {
        let same = all(columns, role);
        if same.len() < 2 {
            continue;
        }
        let plain = |at: usize| {
            columns.get(at).is_none_or(|c| {
                c.key.trim().is_empty() || !c.key.trim().contains(' ') && c.key.len() <= 8
            })
        };
        let filled = |at: usize| columns.get(at).map_or(0, |c| c.look.filled);
        // Without a header the first of two days is that of booking, even where one day saw all rows booked.
        let changes = |at: usize| {
            columns
                .get(at)
                .is_some_and(|c| c.look.kinds() > 1 || c.key.is_empty())
        };
        let any_changes = same.iter().any(|at| changes(*at));
        let fit = || {
            let all = same.iter().copied();
            all.filter(|at| changes(*at) || !any_changes)
        };
        let most = fit().map(filled).max().unwrap_or(0);
        let explicit = || fit().find(|at| !plain(*at) && filled(*at) * 2 > most);
        let chosen = exactly_booked(columns, &same)
            .or_else(explicit)
            .or_else(|| fit().find(|at| filled(*at) == most))
            .unwrap_or(0);
        let unnamed = same
            .iter()
            .all(|at| columns.get(*at).is_some_and(|c| c.key.is_empty()));
        let next = if unnamed {
            Role::ValueDate
        } else {
            Role::TransactionDate
        };
        let mut spare = role == Role::BookingDate && all(columns, next).is_empty();
        for at in same.into_iter().filter(|at| *at != chosen) {
            set(columns, at, if spare { next } else { Role::Other });
            spare = false;
        }
    }
}
