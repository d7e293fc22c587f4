//! `foil note`, `tag`, `move`, `pair`, `part`, `delete`, `restore`, `rename`, `merge`, `unmerge`: the user's own words.

use std::io::Write;

use api::App;
use api::conversations::ConversationRef;
use api::edits::TagEntry;
use api::history::HistoryRow;
use clap::Args;

use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::{door, history, printed, timeline};

/// What `foil delete` and `foil undelete` take.
#[derive(Debug, Args)]
pub(crate) struct EntryArguments {
    /// Number of the entry, the `id` that `foil timeline --json` prints
    #[arg(value_name = "ENTRY")]
    id: i64,
}

/// What `foil note` takes.
#[derive(Debug, Args)]
pub(crate) struct NoteArguments {
    #[command(flatten)]
    entry: EntryArguments,
    /// The note; none takes it away
    #[arg(value_name = "TEXT")]
    words: Vec<String>,
}

/// What `foil tag` takes.
#[derive(Debug, Args)]
pub(crate) struct TagArguments {
    #[command(flatten)]
    entry: EntryArguments,
    /// Tags to put on
    #[arg(value_name = "TAG")]
    add: Vec<String>,
    /// A tag to take off
    #[arg(long, value_name = "TAG")]
    remove: Vec<String>,
}

/// What `foil move` takes.
#[derive(Debug, Args)]
pub(crate) struct MoveArguments {
    #[command(flatten)]
    entry: EntryArguments,
    /// counterparty:N, or a name as `foil conversations` lists it; none puts it back
    counterparty: Option<String>,
}

/// What `foil pair` and `foil part` take.
#[derive(Debug, Args)]
pub(crate) struct PairArguments {
    #[command(flatten)]
    entry: EntryArguments,
    /// Number of the entry in the other account
    other: i64,
}

/// What `foil refund` and `foil unrefund` take.
#[derive(Debug, Args)]
pub(crate) struct RefundArguments {
    /// Number of the entry that came back, as `foil timeline --json` lists it
    refund: i64,
    /// Number of the entry that it gives back
    purchase: i64,
}

/// What `foil rename` takes.
#[derive(Debug, Args)]
pub(crate) struct RenameArguments {
    /// counterparty:N, or a name as `foil conversations` lists it
    counterparty: String,
    /// The new name; none takes the name that you gave away
    name: Option<String>,
}

/// What `foil merge` takes.
#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    /// The one that is another: counterparty:N, or a name as `foil conversations` lists it
    counterparty: String,
    /// The one that it is
    into: String,
}

/// What `foil unmerge` takes.
#[derive(Debug, Args)]
pub(crate) struct UnmergeArguments {
    /// counterparty:N, or the name that it had
    counterparty: String,
}

/// Deletes an entry.
///
/// # Errors
/// There is none, it is deleted already, the ledger does not open.
pub(crate) fn delete(arguments: &EntryArguments, global: &Global) -> Result<Exit, Failure> {
    done(&door::open(global)?.delete_entry(arguments.id)?, global)
}

/// Brings a deleted entry back.
///
/// # Errors
/// There is none, it is not deleted, the ledger does not open.
pub(crate) fn restore(arguments: &EntryArguments, global: &Global) -> Result<Exit, Failure> {
    done(&door::open(global)?.restore_entry(arguments.id)?, global)
}

/// Writes a note on an entry.
///
/// # Errors
/// There is no such entry, the ledger does not open.
pub(crate) fn note(arguments: &NoteArguments, global: &Global) -> Result<Exit, Failure> {
    let words = arguments.words.join(" ");
    let app = door::open(global)?;
    done(&app.note_entry(arguments.entry.id, &words)?, global)
}

/// Puts tags on an entry and takes others off.
///
/// # Errors
/// There is no such entry, no tag is named, the ledger does not open.
pub(crate) fn tag(arguments: &TagArguments, global: &Global) -> Result<Exit, Failure> {
    let request = TagEntry {
        id: arguments.entry.id,
        add: arguments.add.clone(),
        remove: arguments.remove.clone(),
    };
    done(&door::open(global)?.tag_entry(&request)?, global)
}

/// Moves an entry to another conversation.
///
/// # Errors
/// There is no such entry or conversation, it is there already, the ledger does not open.
pub(crate) fn move_entry(arguments: &MoveArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let named = arguments.counterparty.as_deref();
    let to = named.map(|named| counterparty(&app, named)).transpose()?;
    done(&app.move_entry(arguments.entry.id, to)?, global)
}

/// Says that an entry gives back another.
///
/// # Errors
/// There is none, the user said so already, the ledger does not open.
pub(crate) fn refund(arguments: &RefundArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    done(
        &app.pair_refund(arguments.refund, arguments.purchase)?,
        global,
    )
}

/// Says that it does not.
///
/// # Errors
/// As [`refund`].
pub(crate) fn unrefund(arguments: &RefundArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    done(
        &app.part_refund(arguments.refund, arguments.purchase)?,
        global,
    )
}

/// Says that two entries of two accounts are one transfer.
///
/// # Errors
/// There is no such entry, nothing left one account and arrived in another, the ledger does not open.
pub(crate) fn pair(arguments: &PairArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    done(
        &app.pair_entries(arguments.entry.id, arguments.other)?,
        global,
    )
}

/// Says that two entries are not one transfer.
///
/// # Errors
/// As [`pair`].
pub(crate) fn part(arguments: &PairArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    done(
        &app.part_entries(arguments.entry.id, arguments.other)?,
        global,
    )
}

/// Gives a counterparty a name.
///
/// # Errors
/// There is no such counterparty, the ledger does not open.
pub(crate) fn rename(arguments: &RenameArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let id = counterparty(&app, &arguments.counterparty)?;
    let name = arguments.name.as_deref().unwrap_or_default();
    done(&app.rename_counterparty(id, name)?, global)
}

/// Says that a counterparty is another one.
///
/// # Errors
/// There is no such counterparty, they are one already, the ledger does not open.
pub(crate) fn merge(arguments: &MergeArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let id = counterparty(&app, &arguments.counterparty)?;
    let into = counterparty(&app, &arguments.into)?;
    done(&app.merge_counterparties(id, into)?, global)
}

/// Says that a merged counterparty is one of its own after all.
///
/// # Errors
/// There is no such counterparty, it is not merged, the ledger does not open.
pub(crate) fn unmerge(arguments: &UnmergeArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let wanted = text::fold(&arguments.counterparty);
    let merged = app.list_merged()?;
    let by_name = merged.iter().find(|row| text::fold(&row.name) == wanted);
    let id = match by_name {
        Some(row) => row.id,
        None => counterparty(&app, &arguments.counterparty)?,
    };
    done(&app.unmerge_counterparty(id)?, global)
}

fn counterparty(app: &App, named: &str) -> Result<i64, Failure> {
    match timeline::find(app, named)? {
        ConversationRef::Counterparty(id) => Ok(id),
        ConversationRef::Account(_) => Err(Failure::Said(
            "error-not-found",
            vec![("found", named.to_owned())],
        )),
    }
}

/// Says what was done, with the number that undo takes.
fn done(row: &HistoryRow, global: &Global) -> Result<Exit, Failure> {
    if global.json {
        printed::json(row)?;
        return Ok(Exit::Well);
    }
    writeln!(
        std::io::stdout(),
        "{}",
        history::line(row, &global.catalogue())
    )?;
    Ok(Exit::Well)
}
