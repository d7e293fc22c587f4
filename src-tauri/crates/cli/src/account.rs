//! `foil accounts` and `foil balances`.

use std::io::Write;

use api::conversations::AccountRow;
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed::{self, Held};

/// What `foil balances` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Day at whose end to look, such as 2026-10-31 [default: each account's last known day]
    #[arg(long, value_name = "DAY")]
    at: Option<NaiveDate>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct BalanceJson<'a> {
    account: i64,
    name: &'a str,
    currency: &'a str,
    #[serde(flatten)]
    held: Held,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountJson<'a> {
    account: i64,
    name: &'a str,
    kind: &'a str,
    ending: Option<&'a str>,
    servicer: Option<&'a str>,
    currency: &'a str,
    #[serde(flatten)]
    held: Held,
    movement: &'a str,
    since: Option<&'a str>,
}

/// Lists the accounts.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn accounts(global: &Global) -> Result<Exit, Failure> {
    let rows = door::open(global)?.list_accounts(None)?;
    if !global.json {
        return print(&rows, global);
    }
    let answer: Vec<AccountJson<'_>> = rows
        .iter()
        .map(|row| AccountJson {
            account: row.id,
            name: &row.name,
            kind: &row.account_kind,
            ending: row.ending.as_deref(),
            servicer: row.servicer.as_deref(),
            currency: &row.currency,
            held: row.balance.as_ref().into(),
            movement: &row.movement.amount,
            since: row.since.as_deref(),
        })
        .collect();
    printed::json(&answer)?;
    Ok(Exit::Well)
}

/// Lists what each account holds.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn balances(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let rows = door::open(global)?.list_accounts(arguments.at)?;
    if !global.json {
        return print(&rows, global);
    }
    let answer: Vec<BalanceJson<'_>> = rows
        .iter()
        .map(|row| BalanceJson {
            account: row.id,
            name: &row.name,
            currency: &row.currency,
            held: row.balance.as_ref().into(),
        })
        .collect();
    printed::json(&answer)?;
    Ok(Exit::Well)
}

fn print(rows: &[AccountRow], global: &Global) -> Result<Exit, Failure> {
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if rows.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-accounts-empty", &[]))?;
    }
    for row in rows {
        writeln!(out, "{}", line(row, &catalogue))?;
    }
    out.flush()?;
    Ok(Exit::Well)
}

/// `1  Current account: €986.55 (31 Oct 2026) proven`
fn line(row: &AccountRow, catalogue: &Catalogue) -> String {
    let said = match (&row.balance, &row.since) {
        (Some(balance), _) => {
            let args = [
                ("account", row.name.as_str()),
                ("balance", &printed::money(&balance.money, catalogue)),
                ("date", &printed::day(&balance.as_of, catalogue)),
            ];
            let said = catalogue.text("cli-balance", &args);
            if balance.proved {
                format!("{said} {}", catalogue.text("cli-balance-proved", &[]))
            } else {
                said
            }
        }
        (None, since) => {
            let since = since.as_deref().unwrap_or("?");
            let args = [
                ("account", row.name.as_str()),
                ("movement", &printed::money(&row.movement, catalogue)),
                ("date", &printed::day(since, catalogue)),
            ];
            catalogue.text("cli-balance-movement", &args)
        }
    };
    format!("{}  {said}", row.id)
}
