//! `foil passphrase`, `foil keyring`, `foil phrase`: the ways in.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::init;
use crate::printed;
use crate::secret;

/// What `foil passphrase` and `foil recover` take.
#[derive(Debug, Args)]
pub(crate) struct NewPassphrase {
    /// File whose first line is the new passphrase
    #[arg(long, value_name = "FILE", conflicts_with = "new_passphrase_fd")]
    new_passphrase_file: Option<PathBuf>,
    /// Open file descriptor whose first line is the new passphrase
    #[arg(long, value_name = "N")]
    new_passphrase_fd: Option<u32>,
}

impl NewPassphrase {
    /// The new passphrase: as handed over, else as typed twice.
    ///
    /// # Errors
    /// It cannot be read, or nobody is there to type it.
    pub(crate) fn get(&self, global: &Global) -> Result<String, Failure> {
        let file = self.new_passphrase_file.as_deref();
        match secret::handed(file, self.new_passphrase_fd)? {
            Some(new) => Ok(new),
            None => secret::asked_twice(global),
        }
    }
}

/// What `foil keyring` takes.
#[derive(Debug, Args)]
pub(crate) struct KeyringArguments {
    /// Whether the keyring holds the key
    state: Switch,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

/// What `foil phrase` takes.
#[derive(Debug, Args)]
pub(crate) struct PhraseArguments {
    /// Print the key that the words are, as 64 hexadecimal digits: any SQLCipher 4 opens the ledger with it
    #[arg(long)]
    hex: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Keyring {
    keyring: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Passphrase {
    passphrase: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Phrase {
    recovery_phrase: String,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Hex {
    key: String,
}

/// Sets the passphrase.
///
/// # Errors
/// The ledger does not open, the new passphrase is weak, the folder cannot be written.
pub(crate) fn passphrase(new: &NewPassphrase, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    app.set_passphrase(new.get(global)?)?;
    answer(
        global,
        &Passphrase { passphrase: true },
        "cli-passphrase-set",
    )
}

/// Gives the keyring the key or takes it out.
///
/// # Errors
/// The ledger does not open, no keyring answers, it is the last way in.
pub(crate) fn keyring(arguments: &KeyringArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let is_on = arguments.state == Switch::On;
    app.set_keyring(is_on)?;
    let said = if is_on {
        "cli-keyring-on"
    } else {
        "cli-keyring-off"
    };
    answer(global, &Keyring { keyring: is_on }, said)
}

/// Prints the recovery phrase.
///
/// # Errors
/// The ledger does not open.
pub(crate) fn phrase(arguments: &PhraseArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    if arguments.hex {
        let key = app.key_in_hex()?;
        if global.json {
            printed::json(&Hex { key })?;
        } else {
            writeln!(std::io::stdout(), "{key}")?;
        }
        return Ok(Exit::Well);
    }
    let phrase = app.recovery_phrase()?;
    if global.json {
        printed::json(&Phrase {
            recovery_phrase: phrase.words.join(" "),
        })?;
    } else {
        init::print_words(&phrase, &mut printed::out())?;
    }
    Ok(Exit::Well)
}

fn answer(global: &Global, json: &impl Serialize, text: &str) -> Result<Exit, Failure> {
    if global.json {
        printed::json(json)?;
    } else {
        writeln!(std::io::stdout(), "{}", global.catalogue().text(text, &[]))?;
    }
    Ok(Exit::Well)
}
