//! `foil backup`, `foil restore`, `foil recover`, `foil erase`: what keeps a ledger from being lost, and what loses it for good.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use api::app::Unlock;
use api::safety::{HeldDto, RestoreBackup};
use clap::Args;
use serde::Serialize;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::keys::NewPassphrase;
use crate::printed;
use crate::secret;

/// What `foil backup` and `foil restore` take.
#[derive(Debug, Args)]
pub(crate) struct FileArguments {
    /// File of the backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// What `foil erase` takes.
#[derive(Debug, Args)]
pub(crate) struct EraseArguments {
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Recovered {
    recovered: bool,
}

/// Writes a backup.
///
/// # Errors
/// The ledger does not open, the file cannot be written.
pub(crate) fn backup(arguments: &FileArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let made = app.back_up(&std::path::absolute(&arguments.file)?)?;
    if global.json {
        printed::json(&made)?;
        return Ok(Exit::Well);
    }
    answer(global, "cli-backed-up", &[("file", &made.file)])
}

/// Puts a backup in the ledger's place. What opens it is its passphrase or its 24 words.
///
/// # Errors
/// The file is no backup or damaged, nothing opens it, another program has the ledger open.
pub(crate) fn restore(arguments: &FileArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::stand_before(global)?;
    app.look_at_backup(&arguments.file)?;
    let typed = match secret::handed_over(global)? {
        Some(typed) => typed,
        None => secret::asked("cli-prompt-passphrase", global)?,
    };
    let done = door::by_either(typed, |way| {
        app.restore_backup(RestoreBackup {
            path: arguments.file.clone(),
            way: Some(way),
        })
    })?;
    if global.json {
        printed::json(&done)?;
        return Ok(Exit::Well);
    }
    let HeldDto {
        accounts, entries, ..
    } = done.held;
    let (accounts, entries) = (accounts.to_string(), entries.to_string());
    let held = [("accounts", accounts.as_str()), ("entries", &entries)];
    answer(global, "cli-restored", &held)?;
    if let Some(folder) = &done.replaced {
        global.say("cli-replaced", &[("folder", folder)])?;
    }
    Ok(Exit::Well)
}

/// Opens a ledger by its 24 words and gives it a new passphrase.
///
/// # Errors
/// The words are not the ledger's, the new passphrase is weak, the folder cannot be written.
pub(crate) fn recover(new: &NewPassphrase, global: &Global) -> Result<Exit, Failure> {
    let app = door::stand_before(global)?;
    let words = match secret::handed_over(global)? {
        Some(words) => words,
        None => secret::asked("cli-prompt-words", global)?,
    };
    app.unlock(Unlock::Phrase { words })?;
    app.set_passphrase(new.get(global)?)?;
    if global.json {
        printed::json(&Recovered { recovered: true })?;
        return Ok(Exit::Well);
    }
    answer(global, "cli-passphrase-set", &[])
}

/// Takes the ledger and its keys away for good.
///
/// # Errors
/// It was not confirmed, another program has the ledger open, the folder cannot be written.
pub(crate) fn erase(arguments: &EraseArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::stand_before(global)?;
    let catalogue = global.catalogue();
    let folder = door::folder(global)?.display().to_string();
    if !arguments.yes {
        let word = catalogue.text("erase-word", &[]);
        if !io::stdin().is_terminal() {
            return Err(Failure::Said("cli-erase-unconfirmed", Vec::new()));
        }
        let asked = [("ledger", folder.as_str()), ("word", &word)];
        write!(io::stderr(), "{} ", catalogue.text("cli-erase-ask", &asked))?;
        let mut typed = String::new();
        io::stdin().lock().read_line(&mut typed)?;
        if typed.trim() != word {
            return Err(Failure::Said("cli-erase-unconfirmed", Vec::new()));
        }
    }
    let done = app.erase_all()?;
    if done.is_in_keyring {
        global.say("cli-still-in-keyring", &[])?;
    }
    if global.json {
        printed::json(&done)?;
    } else {
        answer(global, "cli-erased", &[("ledger", &folder)])?;
    }
    Ok(if done.is_in_keyring {
        Exit::Findings
    } else {
        Exit::Well
    })
}

fn answer(global: &Global, text: &str, args: &[(&str, &str)]) -> Result<Exit, Failure> {
    writeln!(io::stdout(), "{}", global.catalogue().text(text, args))?;
    Ok(Exit::Well)
}
