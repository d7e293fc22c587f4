//! `foil coverage`: which days the statements of an account tell of.

use std::io::Write;

use api::coverage::AccountCoverage;
use clap::Args;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// What `foil coverage` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Number of an account, as `foil accounts` lists it [default: all]
    account: Option<i64>,
}

/// Prints the chain of statements of each account.
///
/// # Errors
/// The ledger does not open, there is no such account.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let accounts = door::open(global)?.get_coverage(arguments.account)?;
    let is_whole = |account: &AccountCoverage| {
        account.breaks.is_empty()
            && account
                .periods
                .iter()
                .all(|period| period.state != "missing")
    };
    let exit = if accounts.iter().all(is_whole) {
        Exit::Well
    } else {
        Exit::Findings
    };
    if global.json {
        printed::json(&accounts)?;
        return Ok(exit);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    for account in &accounts {
        writeln!(out, "{}  {}", account.account, account.name)?;
        for line in lines(account, &catalogue) {
            writeln!(out, "  {line}")?;
        }
    }
    out.flush()?;
    Ok(exit)
}

/// `1 May 2026 – 14 May 2026  missing`
fn lines(account: &AccountCoverage, catalogue: &Catalogue) -> Vec<String> {
    let mut lines: Vec<(&str, String)> = Vec::new();
    for period in &account.periods {
        let (from, until) = (
            printed::day(&period.from, catalogue),
            printed::day(&period.until, catalogue),
        );
        let state = if period.accepted {
            "accepted"
        } else {
            &period.state
        };
        let state = catalogue.text(&format!("cli-coverage-{state}"), &[]);
        lines.push((&period.from, format!("{from} – {until}  {state}")));
    }
    for broken in &account.breaks {
        let day = printed::day(&broken.date, catalogue);
        let said = printed::chain_break(broken, catalogue);
        lines.push((&broken.date, format!("{day}  {said}")));
    }
    lines.sort_by_key(|(day, _)| *day);
    lines.into_iter().map(|(_, line)| line).collect()
}
