//! What an account held at the end of a day: the nearest stated or user-set balance, and what moved between.

use domain::{AccountId, Money, NaiveDate};
use store::{AccountRow, BalanceRow, Read};

use crate::project::month_of;
use crate::{Ledger, Result};

/// A balance at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BalanceOn {
    /// The amount.
    pub money: Money,
    /// The day.
    pub as_of: NaiveDate,
    /// Whether a balance stated on that day agrees.
    pub proved: bool,
}

impl Ledger {
    /// What an account held at the end of a day; `None` where nothing states any balance of it.
    ///
    /// # Errors
    /// The store's.
    pub fn balance_on(&self, account: AccountId, day: NaiveDate) -> Result<Option<BalanceOn>> {
        self.store.read(|read| {
            let row = read.get_account(account)?;
            let anchors = anchors(read, &row)?;
            balance_on(read, &row, &anchors, day)
        })
    }

    /// End-of-day balances of an account, one per day on which anything moved, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn balance_curve(
        &self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<BalanceOn>> {
        self.store.read(|read| {
            let row = read.get_account(account)?;
            let anchors = anchors(read, &row)?;
            let Some(eve) = from.pred_opt() else {
                return Ok(Vec::new());
            };
            let Some(start) = balance_on(read, &row, &anchors, eve)? else {
                return Ok(Vec::new());
            };
            let mut held = minor(&start);
            let mut reached = eve;
            let mut curve = vec![start];
            for (day, moved) in read.list_days(account, row.currency, from, until)? {
                // An anchor between resets what was carried: where a statement is missing, the curve steps to what is stated.
                let anchor = anchors
                    .iter()
                    .rfind(|anchor| reached < anchor.balance.as_of && anchor.balance.as_of <= day);
                held = match anchor.map(|anchor| &anchor.balance) {
                    Some(stated) if stated.as_of == day => stated.amount_minor,
                    Some(stated) => stated.amount_minor + moved,
                    None => held + moved,
                };
                reached = day;
                curve.push(BalanceOn {
                    money: Money::from_minor(held, row.currency),
                    as_of: day,
                    proved: is_proved(&anchors, day, held),
                });
            }
            Ok(curve)
        })
    }
}

fn minor(balance: &BalanceOn) -> i64 {
    balance.money.to_minor().unwrap_or_default()
}

/// Balances in the account's currency that say what it held: not what may be spent.
pub(crate) fn anchors(read: Read<'_>, row: &AccountRow) -> Result<Vec<BalanceRow>> {
    let mut anchors = read.list_balances(row.id)?;
    anchors.retain(|anchor| {
        anchor.balance.kind != "available" && anchor.balance.currency == row.currency
    });
    settle_disputes(read, row, anchors)
}

/// Leaves one anchor per day. Of those that disagree (two downloads of one day) it is the one that what moved since the day
/// before leads to, else the last in their order.
fn settle_disputes(
    read: Read<'_>,
    row: &AccountRow,
    anchors: Vec<BalanceRow>,
) -> Result<Vec<BalanceRow>> {
    let mut settled: Vec<BalanceRow> = Vec::with_capacity(anchors.len());
    for of_day in anchors.chunk_by(|a, b| a.balance.as_of == b.balance.as_of) {
        let (Some(first), Some(last)) = (of_day.first(), of_day.last()) else {
            continue;
        };
        let amount = |anchor: &BalanceRow| anchor.balance.amount_minor;
        let mut chosen = last;
        if let Some(before) = settled.last()
            && of_day.iter().any(|anchor| amount(anchor) != amount(first))
        {
            let days = (before.balance.as_of, last.balance.as_of);
            let led_to = amount(before) + moved_between(read, row, days.0, days.1)?;
            let agrees = of_day.iter().rfind(|anchor| amount(anchor) == led_to);
            chosen = agrees.unwrap_or(last);
        }
        settled.push(chosen.clone());
    }
    Ok(settled)
}

/// The balance on the last day that anything is known of.
pub(crate) fn balance_now(read: Read<'_>, row: &AccountRow) -> Result<Option<BalanceOn>> {
    let anchors = anchors(read, row)?;
    let entries = read.days_of_account(row.id)?.map(|days| days.1);
    let stated = anchors.last().map(|anchor| anchor.balance.as_of);
    match stated.max(entries) {
        Some(day) => balance_on(read, row, &anchors, day),
        None => Ok(None),
    }
}

/// What an account held at the end of a day; `None` where nothing states any balance of it.
pub(crate) fn balance_at(
    read: Read<'_>,
    row: &AccountRow,
    day: NaiveDate,
) -> Result<Option<BalanceOn>> {
    balance_on(read, row, &anchors(read, row)?, day)
}

fn balance_on(
    read: Read<'_>,
    row: &AccountRow,
    anchors: &[BalanceRow],
    day: NaiveDate,
) -> Result<Option<BalanceOn>> {
    let before = anchors.iter().rfind(|anchor| anchor.balance.as_of <= day);
    let Some(anchor) = before.or(anchors.first()) else {
        return Ok(None);
    };
    let (anchor_day, stated) = (anchor.balance.as_of, anchor.balance.amount_minor);
    let held = if anchor_day <= day {
        stated + moved_between(read, row, anchor_day, day)?
    } else {
        stated - moved_between(read, row, day, anchor_day)?
    };
    Ok(Some(BalanceOn {
        money: Money::from_minor(held, row.currency),
        as_of: day,
        proved: is_proved(anchors, day, held),
    }))
}

/// Whether a balance stated on the day agrees.
fn is_proved(anchors: &[BalanceRow], day: NaiveDate, held: i64) -> bool {
    anchors
        .iter()
        .map(|anchor| &anchor.balance)
        .any(|stated| stated.as_of == day && stated.amount_minor == held && stated.kind != "user")
}

/// What moved after the end of one day up to the end of another: whole months from the stored sums, the rest by days.
pub(crate) fn moved_between(
    read: Read<'_>,
    row: &AccountRow,
    after: NaiveDate,
    until: NaiveDate,
) -> Result<i64> {
    let Some(first) = after.succ_opt().filter(|first| *first <= until) else {
        return Ok(0);
    };
    let days = |from, until| read.sum_days(row.id, row.currency, from, until);
    if month_of(first) == month_of(until) {
        return Ok(days(first, until)?);
    }
    let (Some(head_end), Some(tail_start)) = (last_of_month(first), first_of_month(until)) else {
        return Ok(days(first, until)?);
    };
    let between = read.list_account_months(row.id, &month_of(first), &month_of(until))?;
    let whole: i64 = between
        .iter()
        .filter(|month| month.currency == row.currency)
        .filter(|month| month.month > month_of(first) && month.month < month_of(until))
        .map(|month| month.movement.net())
        .sum();
    Ok(days(first, head_end)? + whole + days(tail_start, until)?)
}

fn first_of_month(day: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    day.with_day(1)
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    let next = first_of_month(day)?.checked_add_months(chrono::Months::new(1))?;
    next.pred_opt()
}
