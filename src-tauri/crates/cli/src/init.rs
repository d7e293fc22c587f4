//! `foil init`: makes a ledger.

use std::io::Write;

use api::app::{ConfirmPhrase, CreateLedger, RecoveryPhrase};
use clap::Args;
use serde::Serialize;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;
use crate::secret;

/// What `foil init` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Give the system's keyring the key too; without a passphrase handed over, only the keyring
    #[arg(long)]
    keyring: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Made {
    ledger: String,
    recovery_phrase: String,
}

/// Makes the ledger and prints its recovery phrase.
///
/// # Errors
/// There is one already, the passphrase is weak, the folder cannot be written, no keyring answers.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::stand_before(global)?;
    let passphrase = match secret::handed_over(global)? {
        Some(passphrase) => Some(passphrase),
        None if arguments.keyring => None,
        None => Some(secret::asked_twice(global)?),
    };
    let phrase = app.create_ledger(CreateLedger {
        passphrase,
        keyring: arguments.keyring,
    })?;
    // The words are on the terminal: there is nobody to retype two of them to.
    app.confirm_phrase(ConfirmPhrase {
        words: asked_for(&phrase),
    })?;
    let ledger = door::folder(global)?.display().to_string();
    let recovery_phrase = phrase.words.join(" ");
    if global.json {
        printed::json(&Made {
            ledger,
            recovery_phrase,
        })?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    let made = catalogue.text("cli-ledger-made", &[("ledger", &ledger)]);
    let heading = catalogue.text("cli-phrase-heading", &[]);
    writeln!(out, "{made}\n{heading}\n")?;
    print_words(&phrase, &mut out)?;
    writeln!(out, "\n{}", catalogue.text("cli-phrase-warning", &[]))?;
    out.flush()?;
    Ok(Exit::Well)
}

/// The 24 words, numbered, in three columns.
///
/// # Errors
/// Where `out` cannot be written.
pub(crate) fn print_words(phrase: &RecoveryPhrase, out: &mut impl Write) -> std::io::Result<()> {
    for (row, words) in phrase.words.chunks(3).enumerate() {
        for (column, word) in words.iter().enumerate() {
            write!(out, "{:>4}. {word:<10}", row * 3 + column + 1)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn asked_for(phrase: &RecoveryPhrase) -> [String; 2] {
    phrase.ask.map(|position| {
        let index = usize::from(position).saturating_sub(1);
        phrase.words.get(index).cloned().unwrap_or_default()
    })
}
