//! A backup in the place of a ledger, and an end to a ledger.
//!
//! The new files stand whole in a folder of their own before the first old one moves, and each old one moves beside them before its
//! new one takes its place: whoever is stopped half-way, or finds that somebody was, goes on from what is there.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use store::Held;
use vault::{KEY_FILE, KEY_FILE_COPY, Key};

use crate::backup::{Backup, LOCK as WORK_LOCK, NOTE, WORK, remove_folder};
use crate::{Error, LEDGER_FILE, Result};

/// Where a backup is unpacked and looked at; nothing in it counts.
const UNPACKED: &str = "unpacked";
/// Where it stands from when it is to count until it does.
const RESTORING: &str = "restoring";
const LOCK: &str = "restoring.lock";
/// What the old files are moved into, with a number behind it once all of them are.
const REPLACED: &str = "replaced";

/// A backup that was unpacked beside a ledger and not yet opened.
#[derive(Debug)]
pub struct Unpacked {
    folder: PathBuf,
}

/// A backup that its key opens and that is whole.
#[derive(Debug)]
pub struct Restorable {
    unpacked: Unpacked,
    /// What is in it.
    pub held: Held,
}

impl Unpacked {
    /// Unpacks a backup beside the ledger of `folder`, which may hold none.
    ///
    /// # Errors
    /// [`Error::Refused`] where the file is no backup, [`Error::Damaged`], [`Error::File`], [`Error::Write`].
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
        let held = store::inspect(&file, key.expose()).map_err(|error| match error {
            store::Error::Unreadable if key_is_right => Error::Damaged,
            store::Error::Unreadable => Error::WrongKey,
            error => error.into(),
        })?;
        Ok(Restorable {
            unpacked: self,
            held,
        })
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        // What stays is taken away by the next that unpacks.
        drop(remove_folder(&self.place()));
    }
}

impl Restorable {
    /// Puts it in the place of the folder's ledger, which nobody may have open. Says where that one is kept now.
    ///
    /// # Errors
    /// [`Error::Write`]; what was begun is then gone on with by [`finish_restore`].
    pub fn take_place(self) -> Result<Option<PathBuf>> {
        let folder = self.unpacked.folder.clone();
        let lock = claim(&folder)?;
        finish(&folder, &lock)?;
        fs::rename(self.unpacked.place(), folder.join(RESTORING))?;
        sync(&folder);
        finish(&folder, &lock)
    }
}

/// Whether no program has the ledger of this folder open; one that cannot be read is nobody's.
///
/// # Errors
/// [`store::Error::Busy`] where one has.
pub fn claim_ledger(folder: &Path, key: &Key) -> Result<()> {
    match store::claim(&folder.join(LEDGER_FILE), key.expose()) {
        Err(store::Error::Busy) => Err(store::Error::Busy.into()),
        _ => Ok(()),
    }
}

/// Whether a restoring was stopped half-way.
pub fn is_restoring(folder: &Path) -> bool {
    folder.join(RESTORING).exists()
}

/// Goes on with a restoring that was stopped half-way, if one was.
///
/// # Errors
/// [`Error::Write`].
pub fn finish_restore(folder: &Path) -> Result<()> {
    if !is_restoring(folder) {
        return Ok(());
    }
    let lock = claim(folder)?;
    finish(folder, &lock).map(drop)
}

/// Takes a ledger away for good, with its keys, what was begun beside it, and the ledgers that others took the place of. The keys go
/// first: without them the rest is nothing. No file of another name is touched.
///
/// # Errors
/// [`Error::Write`] where something cannot be removed.
pub fn erase(folder: &Path) -> Result<()> {
    erase_in(folder)?;
    sync(folder);
    Ok(())
}

fn erase_in(folder: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    for file in fs::read_dir(folder)? {
        names.extend(file?.file_name().into_string());
    }
    // The key files first.
    names.sort_by_key(|name| !name.starts_with(KEY_FILE));
    for name in names {
        let path = folder.join(&name);
        if path.is_dir() && is_folder_of_ours(&name) {
            erase_in(&path)?;
            // Where somebody put a file of their own into it, it stays.
            drop(fs::remove_dir(&path));
        } else if path.is_file() && is_file_of_ours(&name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn is_file_of_ours(name: &str) -> bool {
    let ledgers = ["", "-wal", "-shm", "-journal"];
    let before = name
        .strip_prefix("ledger.v")
        .and_then(|end| end.strip_suffix(".db"));
    let keeping = name.strip_prefix("ledger.keeping-");
    name.starts_with(KEY_FILE)
        || [before, keeping].into_iter().flatten().any(is_number)
        || ["ledger.new", WORK_LOCK, NOTE, LOCK].contains(&name)
        || name
            .strip_prefix(LEDGER_FILE)
            .is_some_and(|end| ledgers.contains(&end))
}

fn is_folder_of_ours(name: &str) -> bool {
    let number = name
        .strip_prefix(REPLACED)
        .and_then(|end| end.strip_prefix('-'));
    [WORK, UNPACKED, RESTORING, REPLACED].contains(&name) || number.is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn claim(folder: &Path) -> io::Result<File> {
    let lock = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join(LOCK))?;
    lock.lock()?;
    Ok(lock)
}

fn finish(folder: &Path, _lock: &File) -> Result<Option<PathBuf>> {
    let restoring = folder.join(RESTORING);
    if !restoring.exists() {
        return Ok(None);
    }
    let replaced = restoring.join(REPLACED);
    fs::create_dir_all(&replaced)?;
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
    let kept = if fs::read_dir(&replaced)?.next().is_some() {
        let free = (1u32..)
            .map(|number| folder.join(format!("{REPLACED}-{number}")))
            .find(|place| !place.exists())
            .ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
        fs::rename(&replaced, &free)?;
        Some(free)
    } else {
        None
    };
    remove_folder(&restoring)?;
    sync(folder);
    Ok(kept)
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
