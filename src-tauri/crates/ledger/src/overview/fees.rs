//! What the bank took in a year, beside what it had taken by the same day of the year before.

use chrono::{Datelike, Days};
use domain::NaiveDate;
use insight::{Fee, fee, is_overdraft_interest};
use store::{FeeRow, Read};

use super::{Scope, accounts, chains, known};
use crate::{Ledger, Result, clock};

/// A line, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeLine {
    /// The line.
    pub row: FeeRow,
    /// What for.
    pub fee: Fee,
    /// As printed.
    pub words: String,
}

/// The fees of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fees {
    /// Calendar year.
    pub year: i32,
    /// The last day of it that is known of.
    pub until: NaiveDate,
    /// Its lines, oldest first; what the bank gave back is among them, above zero.
    pub lines: Vec<FeeLine>,
    /// What the lines come to, in minor units, above zero where the bank took more than it gave back.
    pub taken_minor: i64,
    /// The same of the year before up to the same day; `None` where less than that is known of it.
    pub before_minor: Option<i64>,
}

/// A history that begins so few days into a year tells of it.
const LATE: Days = Days::new(31);

impl Ledger {
    /// The fees of a year; without one, of the last that anything is known of. At most the entries of two years are read,
    /// of the counterparties that may have fees among theirs.
    ///
    /// # Errors
    /// The store's; [`crate::Error::Store`] where there is no such account.
    pub fn fees(&self, scope: Scope, year: Option<i32>) -> Result<Fees> {
        self.store.read(|read| {
            let accounts = accounts(read, scope)?;
            let known = known(read, &chains(read, &accounts, scope.currency)?)?;
            let today = clock::today();
            let last = known.map_or(today, |(_, last)| last.min(today));
            let year = year.unwrap_or(last.year());
            let (begin, end) = (day(year, 1, 1, last), day(year, 12, 31, last));
            let until = last.clamp(begin, end);
            let begin_before = day(year.saturating_sub(1), 1, 1, begin);
            let until_before = day(
                year.saturating_sub(1),
                until.month(),
                until.day(),
                begin_before,
            );
            let rows = lines(read, scope, (begin_before, end))?;
            let (before, lines): (Vec<FeeLine>, Vec<FeeLine>) =
                rows.into_iter().partition(|line| line.row.day < begin);
            let is_known_before = known.is_some_and(|(first, _)| first <= begin_before + LATE);
            let before = before.iter().filter(|line| line.row.day <= until_before);
            Ok(Fees {
                year,
                until,
                taken_minor: taken(lines.iter()),
                before_minor: is_known_before.then(|| taken(before)),
                lines,
            })
        })
    }
}

/// A day of a year, the last of its month where that is shorter; `else_day` beyond the calendar.
fn day(year: i32, month: u32, date: u32, else_day: NaiveDate) -> NaiveDate {
    let mut days = (1..=date).rev();
    let found = days.find_map(|date| NaiveDate::from_ymd_opt(year, month, date));
    found.unwrap_or(else_day)
}

fn taken<'a>(lines: impl Iterator<Item = &'a FeeLine>) -> i64 {
    -lines.map(|line| line.row.amount_minor).sum::<i64>()
}

fn lines(
    read: Read<'_>,
    scope: Scope,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<FeeLine>> {
    let mut lines = Vec::new();
    let mut takers: Vec<_> = read
        .list_fee_takers(from)?
        .into_iter()
        .map(|id| read.root_of(id))
        .collect::<store::Result<_>>()?;
    takers.sort_unstable();
    takers.dedup();
    for taker in takers {
        let rows = read.list_fees(taker, from, until)?.into_iter();
        let own = rows.filter(|row| {
            row.currency == scope.currency
                && scope.account.is_none_or(|account| row.account == account)
        });
        lines.extend(own.filter_map(line));
    }
    lines.sort_by_key(|line| (line.row.day, line.row.entry));
    Ok(lines)
}

/// `None` for what is no fee: interest earned or paid for a loan, money that a merchant gave back.
fn line(row: FeeRow) -> Option<FeeLine> {
    let printed = row.texts.iter().map(|(_, text)| text.trim());
    let printed: Vec<&str> = printed.filter(|text| !text.is_empty()).collect();
    let printed = printed.join(" ");
    let words = format!("{} {printed}", row.name);
    let fee = fee(&words);
    let is_fee = match row.payment_type.as_str() {
        "fee" => true,
        "interest" => row.amount_minor < 0 && is_overdraft_interest(&words),
        // In a conversation with the bank, what it gives back is called after what it had taken.
        _ => row.amount_minor > 0 && fee != Fee::Other,
    };
    is_fee.then_some(FeeLine {
        fee,
        words: printed,
        row,
    })
}
