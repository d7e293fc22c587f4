//! `foil conversations`: the list that the window shows.

use std::io::Write;

use api::conversations::{AccountRow, ConversationRow};
use serde::Serialize;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// A row of the list. `date` is that of an account's balance, else of the newest entry.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", tag = "kind")]
pub(crate) enum Row<'a> {
    Account {
        date: Option<&'a str>,
        #[serde(flatten)]
        row: &'a AccountRow,
    },
    Counterparty {
        date: &'a str,
        #[serde(flatten)]
        row: &'a ConversationRow,
    },
}

/// Lists accounts, then counterparties.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn run(global: &Global) -> Result<Exit, Failure> {
    let list = door::open(global)?.list_conversations()?;
    if global.json {
        let accounts = list.accounts.iter().map(|row| Row::Account {
            date: row.balance.as_ref().map(|balance| balance.as_of.as_str()),
            row,
        });
        let counterparties = list.conversations.iter().map(|row| Row::Counterparty {
            date: &row.last_date,
            row,
        });
        printed::json(&accounts.chain(counterparties).collect::<Vec<_>>())?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    for row in &list.accounts {
        writeln!(out, "account:{}  {}", row.id, row.name)?;
    }
    for row in &list.conversations {
        let money = printed::money(&row.last_money, &catalogue);
        let day = printed::day(&row.last_date, &catalogue);
        writeln!(out, "counterparty:{}  {}  {day}  {money}", row.id, row.name)?;
    }
    out.flush()?;
    Ok(Exit::Well)
}
