//! `foil history`, `foil undo`, `foil redo`: what was done, and taking it back.

use std::io::Write;

use api::history::HistoryRow;
use clap::Args;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// What `foil undo` and `foil redo` take.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Number of the operation, as `foil history` lists it
    #[arg(value_name = "N")]
    operation: i64,
}

/// Lists the operations, newest first.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn list(global: &Global) -> Result<Exit, Failure> {
    let history = door::open(global)?.list_history()?;
    if global.json {
        printed::json(&history)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if history.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-history-empty", &[]))?;
    }
    for row in &history {
        writeln!(out, "{}", line(row, &catalogue))?;
    }
    out.flush()?;
    Ok(Exit::Well)
}

/// Takes an operation back.
///
/// # Errors
/// It is undone already, there is none, the ledger does not open.
pub(crate) fn undo(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let row = door::open(global)?.undo(arguments.operation)?;
    switched(&row, "cli-undone", global)
}

/// Does an undone operation again.
///
/// # Errors
/// It is not undone, there is none, the ledger does not open.
pub(crate) fn redo(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let row = door::open(global)?.redo(arguments.operation)?;
    switched(&row, "cli-redone", global)
}

fn switched(row: &HistoryRow, text: &str, global: &Global) -> Result<Exit, Failure> {
    if global.json {
        printed::json(row)?;
        return Ok(Exit::Well);
    }
    let number = row.operation.to_string();
    let said = global.catalogue().text(text, &[("number", &number)]);
    writeln!(std::io::stdout(), "{said}")?;
    Ok(Exit::Well)
}

/// `12  2 Nov 2026  Import of october.ofx  22 new, 3 known`
pub(crate) fn line(row: &HistoryRow, catalogue: &Catalogue) -> String {
    let day = row.at.get(..10).unwrap_or(&row.at);
    let day = printed::day(day, catalogue);
    let accounts = row.accounts.join(", ");
    let args = [
        ("document", row.file.as_deref().unwrap_or_default()),
        ("account", accounts.as_str()),
        ("first", row.subject.as_deref().unwrap_or_default()),
        ("second", row.object.as_deref().unwrap_or_default()),
    ];
    let id = format!("operation-{}", printed::kebab(&row.operation_kind));
    let mut parts = vec![row.operation.to_string(), day, catalogue.text(&id, &args)];
    if let Some(counts) = &row.counts {
        parts.push(crate::import::counted(counts, catalogue));
    }
    if row.undone {
        parts.push(catalogue.text("cli-history-undone", &[]));
    }
    parts.join("  ")
}
