//! Opening the ledger for a command.

use std::path::PathBuf;

use api::app::{Door, Unlock};
use api::{ApiError, App, ErrorCode};

use crate::failure::Failure;
use crate::folder;
use crate::global::Global;
use crate::progress;
use crate::secret;

/// Words in a recovery phrase.
const PHRASE: usize = 24;

/// The ledger's folder.
pub(crate) fn folder(global: &Global) -> Result<PathBuf, Failure> {
    match &global.ledger {
        Some(folder) => Ok(folder.clone()),
        None => folder::of_the_window().ok_or_else(|| Failure::Said("cli-no-folder", Vec::new())),
    }
}

/// The ledger, as it stands: perhaps locked, perhaps not made yet.
pub(crate) fn stand_before(global: &Global) -> Result<App, Failure> {
    let heard = progress::heard(global);
    Ok(App::new(folder(global)?, "", heard).speaking(global.lang()))
}

/// The ledger, open: by the passphrase handed over, else by the keyring, else by asking.
pub(crate) fn open(global: &Global) -> Result<App, Failure> {
    let app = stand_before(global)?;
    let state = app.app_state();
    if state.door == Door::FirstRun {
        let folder = folder(global)?.display().to_string();
        return Err(Failure::Said("cli-no-ledger", vec![("ledger", folder)]));
    }
    if let Some(passphrase) = secret::handed_over(global)? {
        unlock(&app, passphrase)?;
        return Ok(app);
    }
    if state.keyring_slot {
        match app.unlock(Unlock::Keyring) {
            Ok(_) => return Ok(app),
            // A keyring that cannot help never stops a person who can type.
            Err(error) if error.code == ErrorCode::NoKeyring => global.note(&error.message)?,
            Err(error) => return Err(error.into()),
        }
    }
    let typed = secret::asked("cli-prompt-passphrase", global)?;
    unlock(&app, typed)?;
    Ok(app)
}

fn unlock(app: &App, typed: String) -> Result<(), Failure> {
    by_either(typed, |way| app.unlock(way)).map(drop)
}

/// Does something by what was typed: as the recovery phrase where it is one, else as the passphrase.
pub(crate) fn by_either<T>(
    typed: String,
    open: impl Fn(Unlock) -> Result<T, ApiError>,
) -> Result<T, Failure> {
    if typed.split_whitespace().count() == PHRASE {
        let words = typed.clone();
        match open(Unlock::Phrase { words }) {
            Err(error) if error.code == ErrorCode::WrongWord => {}
            other => return Ok(other?),
        }
    }
    Ok(open(Unlock::Passphrase { passphrase: typed })?)
}
