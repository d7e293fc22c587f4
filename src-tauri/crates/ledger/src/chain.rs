//! Statements that close with a balance and open with none, as OFX has them: proved by what is known of the days before.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::{AccountId, Money, NaiveDate};
use store::{AccountRow, BalanceRow, NewStatement, Read, StatementRow};

use crate::Result;
use crate::balance::{anchors, moved_between};

/// Why a statement is not proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnproved {
    /// It states no balance.
    NoBalance,
    /// It says what it closes with, and nothing tells what there was before.
    NothingBefore,
    /// What was known before and what is known to have moved since do not lead to what it closes with.
    Apart {
        /// The day at whose end it was known.
        on: NaiveDate,
        /// What there was then.
        known: Money,
        /// What the entries that are not here come to.
        missing: Money,
    },
}

/// The live statements of an account, by their last day. One that says nothing of what it opens with opens with a balance known
/// before its entries, and what is known to have moved since, where these and its entries lead to what it closes with and nothing else
/// moved on its days: then it holds.
/// Nothing of this is kept: whatever comes in, or goes, in any order, leads to the same.
pub(crate) fn statements(read: Read<'_>, account: AccountId) -> Result<Vec<StatementRow>> {
    let explained = explained(read, account)?;
    Ok(explained.into_iter().map(|(row, _)| row).collect())
}

/// The same, each with why it is not proved, where one reason can be named.
pub(crate) fn explained(
    read: Read<'_>,
    account: AccountId,
) -> Result<Vec<(StatementRow, Option<WhyUnproved>)>> {
    let rows = read.list_statements(account)?;
    explain(read, &read.get_account(account)?, rows)
}

/// Whether the live statement that ends last is proved: of several of the same last day, broken where one is, else holding where
/// one does.
pub(crate) fn latest(read: Read<'_>, account: &AccountRow) -> Result<Option<String>> {
    let mut rows = read.list_statements(account.id)?;
    let last = rows.last().and_then(|row| row.statement.until);
    rows.retain(|row| row.statement.until == last);
    let explained = explain(read, account, rows)?;
    let proofs = explained.into_iter().map(|(row, _)| row.statement.proof);
    Ok(proofs.min_by_key(|proof| match proof.as_str() {
        "broken" => 0,
        "holds" => 1,
        _ => 2,
    }))
}

fn explain(
    read: Read<'_>,
    account: &AccountRow,
    rows: Vec<StatementRow>,
) -> Result<Vec<(StatementRow, Option<WhyUnproved>)>> {
    let known = match rows.iter().any(|row| is_open(&row.statement)) {
        true => anchors(read, account)?,
        false => Vec::new(),
    };
    let explain = |mut row: StatementRow| {
        let why = match open_days(&row.statement, account) {
            Some(days) => lead_up_to(read, account, &known, &mut row.statement, days)?,
            None => is_silent(&row.statement).then_some(WhyUnproved::NoBalance),
        };
        Ok((row, why))
    };
    rows.into_iter().map(explain).collect()
}

/// Tells a statement what it opens with, or else says why that is not known.
fn lead_up_to(
    read: Read<'_>,
    account: &AccountRow,
    known: &[BalanceRow],
    statement: &mut NewStatement,
    (from, closing): (NaiveDate, NaiveDate),
) -> Result<Option<WhyUnproved>> {
    let Some(stated) = statement.closing_minor else {
        return Ok(None);
    };
    let own = statement.in_minor.saturating_add(statement.out_minor);
    let opening = stated.saturating_sub(own);
    let moved = |after, until| moved_between(read, account, after, until);
    let balances = known.iter().map(|anchor| &anchor.balance);
    // Files often begin on the day on which the one before ends: balances within its days may be it too, the last one first.
    let mut last = None;
    for before in balances.rev().filter(|balance| balance.as_of < closing) {
        last = Some(before);
        // Of days before its own the rows may be known from others.
        let on = match from.pred_opt() {
            Some(eve) if before.as_of < from => eve,
            _ => before.as_of,
        };
        let then = before.amount_minor.saturating_add(moved(before.as_of, on)?);
        if then == opening && moved(on, closing)? == own {
            statement.opening_minor = Some(opening);
            // The day that the balance is known of, where it is the same.
            let is_same = then == before.amount_minor;
            statement.opening_date = Some(if is_same { before.as_of } else { on });
            "holds".clone_into(&mut statement.proof);
            return Ok(None);
        }
        if before.as_of < from {
            break;
        }
    }
    let Some(before) = last else {
        return Ok(Some(WhyUnproved::NothingBefore));
    };
    let led_to = before
        .amount_minor
        .saturating_add(moved(before.as_of, closing)?);
    let missing = stated.saturating_sub(led_to);
    Ok((missing != 0).then_some(WhyUnproved::Apart {
        on: before.as_of,
        known: Money::from_minor(before.amount_minor, account.currency),
        missing: Money::from_minor(missing, account.currency),
    }))
}

/// Tells of statements what [`statements`] does.
pub(crate) fn tell<'a>(
    read: Read<'_>,
    rows: impl Iterator<Item = &'a mut StatementRow>,
) -> Result<()> {
    let mut told: HashMap<AccountId, Vec<StatementRow>> = HashMap::new();
    for row in rows.filter(|row| is_open(&row.statement)) {
        let account = row.statement.account;
        if let Entry::Vacant(place) = told.entry(account) {
            place.insert(statements(read, account)?);
        }
        let own = told.get(&account).into_iter().flatten();
        if let Some(now) = own.into_iter().find(|now| now.id == row.id) {
            row.statement.clone_from(&now.statement);
        }
    }
    Ok(())
}

fn is_silent(statement: &NewStatement) -> bool {
    statement.proof == "unstated"
        && statement.closing_minor.is_none()
        && statement.opening_minor.is_none()
}

fn is_open(statement: &NewStatement) -> bool {
    statement.proof == "unstated"
        && statement.opening_minor.is_none()
        && statement.closing_minor.is_some()
}

/// The first day of a statement that may be led up to, and the day at whose end it says what there is.
fn open_days(statement: &NewStatement, account: &AccountRow) -> Option<(NaiveDate, NaiveDate)> {
    let is_led_up_to = is_open(statement) && statement.currency == account.currency;
    let days = statement.from.zip(statement.closing_date);
    days.filter(|(from, closing)| is_led_up_to && from <= closing)
}
