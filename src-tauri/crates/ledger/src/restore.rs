//! A backup in the place of a ledger, and an end to a ledger.
//!
//! The new files stand whole in a folder of their own before the first old one moves, and each old one moves beside them before its
//! new one takes its place: whoever is stopped half-way, or finds that somebody was, goes on from what is there.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use vault::{KEY_FILE, KEY_FILE_COPY, Key};

use crate::backup::{Backup, NOTE, WORK, remove_folder};
use crate::lock::Held;
use crate::{Error, LEDGER_FILE, Result};

/// Where a backup is unpacked and looked at; nothing in it counts.
const UNPACKED: &str = "ledger.unpacked";
/// Where it stands from when it is to count until it does.
const RESTORING: &str = "ledger.restoring";
/// What the old files are moved into, with a number behind it once all of them are.
const REPLACED: &str = "ledger.replaced";

/// A backup that was unpacked beside a ledger and not yet opened.
#[derive(Debug)]
pub struct Unpacked {
    folder: PathBuf,
    _work: Held,
}

/// A backup that its key opens and that is whole.
#[derive(Debug)]
pub struct Restorable {
    unpacked: Unpacked,
}

impl Unpacked {
    /// Unpacks a backup beside the ledger of `folder`, which may hold none.
    ///
    /// # Errors
    /// [`Error::Refused`] where the file is no backup, [`Error::Damaged`], [`Error::File`], [`Error::Write`],
    /// [`store::Error::Busy`] where another program unpacks one there or makes one.
    pub fn unpack(backup: &Path, folder: &Path) -> Result<Unpacked> {
        let (mut backup, unpacked) = Unpacked::begin(backup, folder)?;
        backup.unpack(&unpacked.place())?;
        Ok(unpacked)
    }

    /// The same with its keys alone, for whoever wants to know what opens it.
    ///
    /// # Errors
    /// As for [`unpack`](Self::unpack).
    pub fn unpack_keys(backup: &Path, folder: &Path) -> Result<Unpacked> {
        let (mut backup, unpacked) = Unpacked::begin(backup, folder)?;
        backup.unpack_keys(&unpacked.place())?;
        Ok(unpacked)
    }

    fn begin(backup: &Path, folder: &Path) -> Result<(Backup, Unpacked)> {
        let backup = Backup::open(backup)?;
        let unpacked = Unpacked {
            _work: Held::work(folder)?,
            folder: folder.to_owned(),
        };
        remove_folder(&unpacked.place())?;
        fs::create_dir(unpacked.place())?;
        Ok((backup, unpacked))
    }

    /// Where its files are.
    pub fn place(&self) -> PathBuf {
        self.folder.join(UNPACKED)
    }

    /// Opens it and reads it from its first page to its last.
    ///
    /// # Errors
    /// [`Error::WrongKey`], [`Error::Damaged`] where `key_is_right` and it cannot be read, the store's.
    pub fn check(self, key: &Key, key_is_right: bool) -> Result<Restorable> {
        let file = self.place().join(LEDGER_FILE);
        store::inspect(&file, key.expose()).map_err(|error| match error {
            store::Error::Unreadable if key_is_right => Error::Damaged,
            store::Error::Unreadable => Error::WrongKey,
            error => error.into(),
        })?;
        // What the moving needs room for is there before anything moves.
        fs::create_dir(self.place().join(REPLACED))?;
        Ok(Restorable { unpacked: self })
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        // What stays is taken away by the next that unpacks.
        drop(remove_folder(&self.place()));
    }
}

impl Restorable {
    /// Puts it in the place of the folder's ledger, which nobody has open as long as `alone` is held. Says where that one is kept now.
    ///
    /// # Errors
    /// [`Error::Write`]; what was begun is gone on with by [`finish_restore`].
    pub fn take_place(self, alone: &Held) -> Result<Option<PathBuf>> {
        let folder = self.unpacked.folder.clone();
        finish(&folder, alone)?;
        fs::rename(self.unpacked.place(), folder.join(RESTORING))?;
        sync(&folder);
        finish(&folder, alone)
    }
}

/// Whether a restoring was stopped half-way.
pub fn is_restoring(folder: &Path) -> bool {
    folder.join(RESTORING).exists()
}

/// Goes on with a restoring that was stopped half-way, if one was and nobody is at it.
///
/// # Errors
/// [`store::Error::Busy`], [`Error::Write`].
pub fn finish_restore(folder: &Path) -> Result<()> {
    if !is_restoring(folder) {
        return Ok(());
    }
    let alone = Held::alone(folder, Duration::ZERO)?;
    finish(folder, &alone).map(drop)
}

/// Takes a ledger away for good, with its keys, what was begun beside it, and the ledgers that others took the place of. All the key
/// files go first: without them the rest is nothing. No file of another name is touched.
///
/// # Errors
/// [`Error::Write`] where something cannot be removed.
pub fn erase(folder: &Path, _alone: &Held) -> Result<()> {
    let is_key_file = |name: &str| name.starts_with(KEY_FILE);
    erase_in(folder, &is_key_file, &is_key_file)?;
    let is_inside = |name: &str| is_file_of_ours(name) || name == NOTE;
    erase_in(folder, &is_file_of_ours, &is_inside)?;
    sync(folder);
    Ok(())
}

/// The folders of the ledgers that others took the place of, and this one.
///
/// # Errors
/// [`Error::Write`] where the folder cannot be listed.
pub fn folders_of_keys(folder: &Path) -> Result<Vec<PathBuf>> {
    let names = names_in(folder)?;
    let folders = names.iter().filter(|name| is_folder_of_ours(name));
    let mut all: Vec<PathBuf> = folders.map(|name| folder.join(name)).collect();
    all.push(folder.to_owned());
    Ok(all)
}

fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for file in fs::read_dir(folder)? {
        names.extend(file?.file_name().into_string());
    }
    Ok(names)
}

/// Removes files here that are ours by name, and inside our own folders those that are so there.
fn erase_in(
    folder: &Path,
    is_ours: &dyn Fn(&str) -> bool,
    is_inside: &dyn Fn(&str) -> bool,
) -> io::Result<()> {
    for name in names_in(folder)? {
        let path = folder.join(&name);
        if path.is_dir() && is_folder_of_ours(&name) {
            erase_in(&path, is_inside, is_inside)?;
            // Where something else is in it, it stays.
            drop(fs::remove_dir(&path));
        } else if path.is_file() && is_ours(&name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn is_file_of_ours(name: &str) -> bool {
    let made = name.strip_prefix("ledger.").unwrap_or_default();
    let [before, keeping] = [made.strip_prefix('v'), made.strip_prefix("keeping-")];
    let before = before.and_then(|end| end.strip_suffix(".db"));
    let [database, beginning] = [made.strip_prefix("db"), made.strip_prefix("new")];
    let logs = ["", "-wal", "-shm", "-journal"];
    ["lock", "work.lock"].contains(&made)
        || [before, keeping].into_iter().flatten().any(is_number)
        || [database, beginning]
            .into_iter()
            .flatten()
            .any(|end| logs.contains(&end))
}

fn is_folder_of_ours(name: &str) -> bool {
    let number = name.strip_prefix(REPLACED);
    let number = number.map(|end| end.strip_prefix('-').unwrap_or(end));
    [WORK, UNPACKED, RESTORING].contains(&name) || number.is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn finish(folder: &Path, _alone: &Held) -> Result<Option<PathBuf>> {
    let restoring = folder.join(RESTORING);
    if !restoring.exists() {
        return Ok(None);
    }
    let replaced = restoring.join(REPLACED);
    let log = |kind: &str| format!("{LEDGER_FILE}-{kind}");
    for (new, old) in [
        (
            LEDGER_FILE,
            vec![log("wal"), log("shm"), LEDGER_FILE.to_owned()],
        ),
        (
            KEY_FILE,
            vec![KEY_FILE_COPY.to_owned(), KEY_FILE.to_owned()],
        ),
    ] {
        if !restoring.join(new).exists() {
            continue;
        }
        for name in old {
            move_if_there(&folder.join(&name), &replaced.join(&name))?;
        }
        fs::rename(restoring.join(new), folder.join(new))?;
    }
    let kept = keep(folder, &replaced)?;
    remove_folder(&restoring)?;
    sync(folder);
    Ok(kept)
}

/// Gives what was replaced a place of its own, where anything was.
fn keep(folder: &Path, replaced: &Path) -> io::Result<Option<PathBuf>> {
    if !replaced.exists() || fs::read_dir(replaced)?.next().is_none() {
        return Ok(None);
    }
    let free = (1u32..)
        .map(|number| folder.join(format!("{REPLACED}-{number}")))
        .find(|place| !place.exists())
        .ok_or(io::ErrorKind::AlreadyExists)?;
    fs::rename(replaced, &free)?;
    Ok(Some(free))
}

fn move_if_there(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Names are durable once their folder is; systems that cannot sync a folder need not.
fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        drop(folder.sync_all());
    }
}
