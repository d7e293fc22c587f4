//! Backups of the ledger, one of them in its place, and an end to it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ledger::lock::Held as Alone;
use ledger::{Backup, Held, Ledger, Unpacked};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Key, KeyFile, Secret};

use crate::app::{Door, Unlock};
use crate::settings::Settings;
use crate::tries::Tries;
use crate::{ApiError, App, ErrorCode, disk};

/// How SQLCipher is told the key of a backup's ledger.
const KEY_PRAGMA: &str = "PRAGMA key = \"x'…'\"";
/// Which backup was made last, beside the ledger.
const FILE: &str = "backup.json";
/// How long what is under way may keep a ledger open that is to be replaced.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the ledger holds, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HeldDto {
    /// Accounts.
    #[ts(type = "number")]
    pub accounts: u32,
    /// Entries.
    #[ts(type = "number")]
    pub entries: u32,
    /// Receipts.
    #[ts(type = "number")]
    pub receipts: u32,
}

impl From<Held> for HeldDto {
    fn from(held: Held) -> Self {
        HeldDto {
            accounts: held.accounts,
            entries: held.entries,
            receipts: held.receipts,
        }
    }
}

/// A backup that was written and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LastBackup {
    /// When it was, in UTC.
    pub at: String,
    /// Bytes of its file.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Its file.
    pub file: String,
    /// What its folder is called.
    pub place: String,
    /// The id of the ledger that is in it.
    pub ledger: String,
}

/// What settings say of safety.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Safety {
    /// The backup that was made last from this computer.
    pub last: Option<LastBackup>,
    /// What an erasing would take away.
    pub held: HeldDto,
}

/// A backup as it looks before it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BackupSeen {
    /// When it was made, on the clock of the computer that made it.
    pub made: Option<String>,
    /// Its bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether the key of the ledger that is open opens it too.
    pub opens: bool,
    /// Whether a passphrase opens it; the 24 words always do.
    pub has_passphrase: bool,
}

/// Which backup is to take the ledger's place.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RestoreBackup {
    /// Its file.
    pub path: PathBuf,
    /// What opens it; `None` where the open ledger's key does.
    pub way: Option<Unlock>,
}

/// What a restoring did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Restored {
    /// What was in the backup.
    pub held: HeldDto,
    /// The folder that the ledger before it is kept in, where there was one.
    pub replaced: Option<String>,
}

/// What an erasing did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Erased {
    /// Whether the system's keyring did not answer and keeps a key of what is no more.
    pub is_in_keyring: bool,
}

impl App {
    /// Which backup was made last, and what the ledger holds.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn get_safety(&self) -> Result<Safety, ApiError> {
        let read = std::fs::read(self.folder().join(FILE)).unwrap_or_default();
        let last: Option<LastBackup> = serde_json::from_slice(&read).ok();
        Ok(Safety {
            // One of another ledger, that this one took the place of, says nothing of it.
            last: last.filter(|last| last.ledger == self.ledger_id()),
            held: self.read(|ledger, _| ledger.held())?.into(),
        })
    }

    /// Writes the whole ledger into one encrypted file and reads it back. What stood there is replaced once that is done.
    ///
    /// # Errors
    /// `locked`, `refused` in the ledger's own folder and over a file that is no backup, `busy` where another backup is being made,
    /// `readOnly`, `diskFull`: what stood there is as it was.
    pub fn back_up(&self, path: &Path) -> Result<LastBackup, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let note = words.text("backup-note", &[("pragma", KEY_PRAGMA)]) + "\n";
        let done = open.ledger.back_up(&open.key, path, &note);
        let done = done.map_err(|error| words.ledger(&error))?;
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        let last = LastBackup {
            at: done.at,
            bytes: done.bytes,
            file: path.display().to_string(),
            place: folder.to_string_lossy().into_owned(),
            ledger: self.ledger_id(),
        };
        // The backup stands whether or not this is noted.
        let written = serde_json::to_vec_pretty(&last).unwrap_or_default();
        drop(disk::replace(&self.folder().join(FILE), &written));
        Ok(last)
    }

    /// Looks at a backup without opening what is in it.
    ///
    /// # Errors
    /// `refused` where the file is no backup, `damaged`, `notFound`, `readOnly`, `busy` where another program looks at one.
    pub fn look_at_backup(&self, path: &Path) -> Result<BackupSeen, ApiError> {
        let _door = self.hold_door();
        self.used();
        disk::make_folder(self.folder()).map_err(|error| self.words().io(&error))?;
        let said = |error| self.of_backup(&error);
        let backup = Backup::open(path).map_err(said)?;
        let unpacked = Unpacked::unpack_keys(path, self.folder()).map_err(said)?;
        // One that cannot be read leaves the words, which need none.
        let keys = KeyFile::load(&unpacked.place()).ok().flatten();
        let open = self.state().open.clone();
        let fits = |keys: &KeyFile| open.is_some_and(|open| keys.check(&open.key).is_ok());
        Ok(BackupSeen {
            made: backup.made.map(|made| made.format("%FT%T").to_string()),
            bytes: backup.bytes,
            has_passphrase: keys.as_ref().is_some_and(KeyFile::has_passphrase),
            opens: keys.as_ref().is_some_and(fits),
        })
    }

    /// Puts a backup in the ledger's place and opens it. The ledger before it is kept whole, in a folder beside it.
    ///
    /// # Errors
    /// `refused` where the file is no backup, `damaged`, `tooNew`, `wrongKey`, `wrongWord`, `noKeyring`, `busy` where another
    /// program has the ledger open, `readOnly`, `diskFull`: the ledger is as it was. `locked` where it was locked meanwhile: the
    /// backup is in its place then, and so it is where what was restored does not open.
    pub fn restore_backup(&self, request: RestoreBackup) -> Result<Restored, ApiError> {
        let _door = self.hold_door();
        self.used();
        let locks = self.state().locks;
        let words = self.words();
        let said = |error| words.ledger(&error);
        disk::make_folder(self.folder()).map_err(|error| words.io(&error))?;
        let unpacked = Unpacked::unpack(&request.path, self.folder());
        let unpacked = unpacked.map_err(|error| self.of_backup(&error))?;
        let (key, is_vouched) = self.key_of(&unpacked, request.way)?;
        let restorable = unpacked.check(&key, is_vouched);
        let restorable = restorable.map_err(|error| self.of_backup(&error))?;
        let alone = self.leave(locks)?;
        let replaced = restorable.take_place(&alone).map_err(said)?;
        drop(alone);
        self.state().tries.right();
        // Another ledger's entries may bear the same numbers.
        self.state().told.clear();
        let ledger = Ledger::open(self.folder(), &key, true).map_err(said)?;
        let held = ledger.held().map_err(said)?.into();
        if !self.enter_unless_locked(ledger, key, locks) {
            return Err(self.refuse(ErrorCode::Locked, "error-locked"));
        }
        Ok(Restored {
            held,
            replaced: replaced.map(|folder| folder.display().to_string()),
        })
    }

    /// Takes the ledger, its keys and the settings away for good. No file of the user's is touched, and no backup elsewhere.
    ///
    /// # Errors
    /// `notFound` where there is no ledger, `busy` where another program has it open, `readOnly`.
    pub fn erase_all(&self) -> Result<Erased, ApiError> {
        let _door = self.hold_door();
        if self.app_state().door == Door::FirstRun {
            return Err(self.refuse(ErrorCode::NotFound, "error-ledger-missing"));
        }
        let said = |error| self.words().ledger(&error);
        let folders = ledger::folders_of_keys(self.folder()).map_err(said)?;
        let keys: Vec<_> = folders.iter().map(|folder| KeyFile::load(folder)).collect();
        let locks = self.state().locks;
        let alone = self.leave(locks)?;
        ledger::erase(self.folder(), &alone).map_err(said)?;
        drop(alone);
        // Of a key file that cannot be read nobody knows whether the keyring has its key.
        let is_left = |keys: vault::Result<Option<KeyFile>>| match keys {
            Ok(Some(keys)) => keys.leave_keyring().is_err(),
            Ok(None) => false,
            Err(_) => true,
        };
        let is_in_keyring = keys
            .into_iter()
            .map(is_left)
            .fold(false, |any, is| any | is);
        for file in [FILE, Settings::FILE, Tries::FILE] {
            disk::remove(&self.folder().join(file)).map_err(|error| self.words().io(&error))?;
        }
        self.take_settings(Settings::default());
        self.state().tries = Tries::load(self.folder());
        self.state().draft = None;
        self.state().told.clear();
        self.tell_door();
        Ok(Erased { is_in_keyring })
    }

    /// The error of a backup, which is not the ledger that is there.
    fn of_backup(&self, error: &ledger::Error) -> ApiError {
        match error {
            ledger::Error::Damaged => self.refuse(ErrorCode::Damaged, "error-backup-damaged"),
            ledger::Error::WrongKey => self.refuse(ErrorCode::WrongKey, "error-backup-key"),
            error => self.words().ledger(error),
        }
    }

    /// The key of a backup, and whether its key file vouches for it.
    fn key_of(&self, unpacked: &Unpacked, way: Option<Unlock>) -> Result<(Key, bool), ApiError> {
        let keys = KeyFile::load(&unpacked.place());
        let vouches = |key: &Key| matches!(&keys, Ok(Some(keys)) if keys.check(key).is_ok());
        let wrong = || self.refuse(ErrorCode::WrongKey, "error-backup-key");
        let said = |error: vault::Error| match error {
            vault::Error::WrongKey => wrong(),
            error => self.words().vault(&error),
        };
        let key = match (way, &keys) {
            (None, _) => {
                let open = self.state().open.clone().filter(|open| vouches(&open.key));
                open.map(|open| open.key).ok_or_else(wrong)?
            }
            (Some(Unlock::Phrase { words }), _) => {
                vault::key_from_phrase(&Secret::from(words)).map_err(said)?
            }
            (Some(Unlock::Passphrase { passphrase }), Ok(Some(keys))) => {
                let passphrase = Secret::from(passphrase);
                keys.unlock_passphrase(&passphrase).map_err(said)?
            }
            (Some(Unlock::Keyring), Ok(Some(keys))) => keys.unlock_keyring().map_err(said)?,
            (Some(_), _) => return Err(wrong()),
        };
        let is_vouched = vouches(&key);
        Ok((key, is_vouched))
    }

    /// Closes the open ledger, where one is, and gives the right to put another in its place. Where somebody else has it open it stays
    /// open here too, unless it was locked since `locks` were counted.
    fn leave(&self, locks: u64) -> Result<Alone, ApiError> {
        let open = self.state().open.take();
        let key = open.as_ref().map(|open| open.key.clone());
        if let Some(open) = open {
            open.stop_running();
            drop(open);
            self.tell_door();
        }
        // What reads or writes just now has a copy of the ledger, and ends.
        Alone::alone(self.folder(), PATIENCE).map_err(|error| {
            if let Some(key) = key
                && let Ok(ledger) = Ledger::open(self.folder(), &key, true)
            {
                self.enter_unless_locked(ledger, key, locks);
            }
            self.words().ledger(&error)
        })
    }

    /// Enters, but not where it was locked since `locks` were counted; says whether it is open.
    fn enter_unless_locked(&self, ledger: Ledger, key: Key, locks: u64) -> bool {
        self.enter(ledger, key);
        // Looked at afterwards: a lock that comes later finds it open, and closes it.
        let was_locked = self.state().locks != locks;
        if was_locked {
            self.lock();
        } else {
            self.tell_door();
        }
        !was_locked
    }

    fn ledger_id(&self) -> String {
        let keys = KeyFile::load(self.folder()).ok().flatten();
        keys.map(|keys| keys.ledger_id()).unwrap_or_default()
    }
}
