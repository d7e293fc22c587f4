//! Statements that close with a balance and open with none, as OFX has them: proved by what is known of the days before.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::{AccountId, NaiveDate};
use store::{AccountRow, NewStatement, Read, StatementRow};

use crate::Result;
use crate::balance::{anchors, moved_between};

/// The live statements of an account, by their last day. One that says nothing of what it opens with opens with a balance known
/// before its entries, where that and its entries lead to what it closes with and nothing else moved meanwhile: then it holds.
/// Nothing of this is kept: whatever comes in, or goes, in any order, leads to the same.
pub(crate) fn statements(read: Read<'_>, account: AccountId) -> Result<Vec<StatementRow>> {
    let mut rows = read.list_statements(account)?;
    if !rows.iter().any(|row| is_open(&row.statement)) {
        return Ok(rows);
    }
    let account = read.get_account(account)?;
    let known = anchors(read, &account)?;
    for StatementRow { statement, .. } in &mut rows {
        let Some((from, closing)) = open_days(statement, &account) else {
            continue;
        };
        let own = statement.in_minor.saturating_add(statement.out_minor);
        // Files often begin on the day on which the one before ends: balances within its days may be it too, the last one first.
        let balances = known.iter().map(|anchor| &anchor.balance);
        let earlier = balances.rev().filter(|balance| balance.as_of < closing);
        for before in earlier {
            let leads_to = before.amount_minor.saturating_add(own);
            if Some(leads_to) == statement.closing_minor
                && moved_between(read, &account, before.as_of, closing)? == own
            {
                statement.opening_minor = Some(before.amount_minor);
                statement.opening_date = Some(before.as_of);
                "holds".clone_into(&mut statement.proof);
                break;
            }
            if before.as_of < from {
                break;
            }
        }
    }
    Ok(rows)
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
