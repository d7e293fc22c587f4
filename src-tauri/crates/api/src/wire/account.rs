//! Accounts, balances and sums.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use domain::{Currency, NaiveDate};
use ledger::{AccountView, BalanceOn, Category, DayRow, Mark, MonthRow};

use super::{day, minor, money};
use crate::Words;
use crate::categories::CategoryOf;
use crate::conversations::{
    AccountRow, ConversationHeader, ConversationRef, DayTotal, MonthTotal, YearTotal,
};
use crate::edits::CounterpartyName;
use crate::insights::ExpectedItem;
use crate::money::BalanceDto;

/// Points of a curve that a window of any size can draw.
const POINTS: usize = 400;

/// An account, as the list pins it.
pub(crate) fn account_row(view: &AccountView, words: &Words) -> AccountRow {
    let identifier = &view.row.identifier;
    let kind = view.kind.as_str();
    AccountRow {
        id: view.row.id.0,
        named: given_name(&view.row).is_some(),
        name: account_name(&view.row, words),
        account_kind: kind.to_owned(),
        ending: identifier.ending(),
        servicer: identifier.bank_id.clone(),
        currency: view.row.currency.code().to_owned(),
        balance: view.balance.as_ref().map(balance),
        proof: view.proof.clone(),
        movement: money(view.movement),
        since: view.since.map(day),
        unread: view
            .conversation
            .as_ref()
            .map_or(0, |conversation| conversation.unread_count),
        muted: view.mark.is_muted,
        own: view.row.is_own,
    }
}

/// What an account is called: by the user, else by its statements.
fn given_name(row: &store::AccountRow) -> Option<&str> {
    let given = row.user_name.as_deref().or(row.identifier.name.as_deref());
    given.filter(|name| !name.trim().is_empty())
}

/// An account's name as shown: the one that it was given, else its kind's.
pub(crate) fn account_name(row: &store::AccountRow, words: &Words) -> String {
    let kind = row.user_kind.unwrap_or(row.kind).as_str();
    let own = || words.text(&format!("account-kind-{kind}"), &[]);
    given_name(row).map_or_else(own, str::to_owned)
}

/// A balance and its day.
pub(crate) fn balance(balance: &BalanceOn) -> BalanceDto {
    BalanceDto {
        money: money(balance.money),
        as_of: day(balance.as_of),
        proved: balance.proved,
    }
}

/// The stored sums of months, oldest first.
fn months(rows: &[MonthRow]) -> Vec<MonthTotal> {
    rows.iter()
        .map(|row| MonthTotal {
            month: row.month.clone(),
            out: minor(row.movement.spending(), row.currency),
            money_in: minor(row.movement.income(), row.currency),
            count: row.movement.count,
        })
        .collect()
}

fn day_total(row: &DayRow) -> DayTotal {
    DayTotal {
        day: day(row.day),
        money: minor(row.net_minor, row.currency),
        count: row.count,
    }
}

/// What a header needs of the ledger.
pub(crate) struct Head {
    pub(crate) conversation: ConversationRef,
    pub(crate) name: String,
    pub(crate) account: Option<AccountRow>,
    pub(crate) count: i64,
    pub(crate) since: Option<NaiveDate>,
    /// The day of the newest entry.
    pub(crate) last: Option<NaiveDate>,
    /// The sums of the year of `last`, and of the twelve months up to it.
    pub(crate) months: Vec<MonthRow>,
    /// Days among them that no statement tells of.
    pub(crate) uncovered: Vec<(NaiveDate, NaiveDate)>,
    pub(crate) curve: Vec<BalanceOn>,
    pub(crate) statements: i64,
    pub(crate) proved: i64,
    pub(crate) merged: Vec<CounterpartyName>,
    pub(crate) days: Vec<DayRow>,
    pub(crate) category: Option<Category>,
    pub(crate) mark: Mark,
    pub(crate) expected: Option<ExpectedItem>,
}

/// The header above a timeline.
pub(crate) fn header(head: Head) -> ConversationHeader {
    let first_month = head.last.map(first_of_twelve);
    let recent: Vec<MonthRow> = head
        .months
        .iter()
        .filter(|row| first_month.as_ref().is_none_or(|first| row.month >= *first))
        .cloned()
        .collect();
    let lacking: BTreeSet<String> = head
        .uncovered
        .iter()
        .flat_map(|days| months_of(*days))
        .collect();
    ConversationHeader {
        conversation: head.conversation,
        name: head.name,
        account: head.account,
        count: head.count,
        since: head.since.map(day),
        year: head.last.map(|last| year(last.year(), &head.months)),
        months: months(&recent),
        lacking: lacking.into_iter().collect(),
        curve: thinned(&head.curve).into_iter().map(balance).collect(),
        statements: head.statements,
        proved: head.proved,
        merged: head.merged,
        days: head.days.iter().map(day_total).collect(),
        category: head.category.map(CategoryOf::from),
        muted: head.mark.is_muted,
        pinned: head.mark.is_pinned,
        expected: head.expected,
    }
}

/// The months that some days are in, `YYYY-MM`.
fn months_of((from, until): (NaiveDate, NaiveDate)) -> impl Iterator<Item = String> {
    let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    (month(from)..=month(until))
        .map(|at| format!("{:04}-{:02}", at.div_euclid(12), at.rem_euclid(12) + 1))
}

/// The first of the twelve months that end with a day's, `YYYY-MM`.
fn first_of_twelve(last: NaiveDate) -> String {
    let first = last.checked_sub_months(chrono::Months::new(11));
    first.unwrap_or(last).format("%Y-%m").to_string()
}

fn year(year: i32, months: &[MonthRow]) -> YearTotal {
    let prefix = format!("{year:04}-");
    let mut sums: BTreeMap<Currency, (i64, i64)> = BTreeMap::new();
    for row in months.iter().filter(|row| row.month.starts_with(&prefix)) {
        let sum = sums.entry(row.currency).or_default();
        sum.0 = sum.0.saturating_add(row.movement.spending());
        sum.1 = sum.1.saturating_add(row.movement.income());
    }
    let side = |pick: fn(&(i64, i64)) -> i64| {
        let moved = sums.iter().filter(move |(_, sum)| pick(sum) != 0);
        moved
            .map(|(currency, sum)| minor(pick(sum), *currency))
            .collect()
    };
    YearTotal {
        year,
        out: side(|sum| sum.0),
        money_in: side(|sum| sum.1),
    }
}

/// At most [`POINTS`] of the points, the last among them.
fn thinned(curve: &[BalanceOn]) -> Vec<&BalanceOn> {
    let step = curve.len().div_ceil(POINTS).max(1);
    let skip = curve.len().saturating_sub(1) % step;
    curve.iter().skip(skip).step_by(step).collect()
}
