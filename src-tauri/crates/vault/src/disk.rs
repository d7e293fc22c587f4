//! The two copies of the key file on disk, and how they are replaced.
//!
//! `keys.json` counts; `keys.json.bak` is a second copy of the same state, written first, for when the first is damaged.
//! It is never an older state: that would let a passphrase which was changed go on opening the ledger.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::Path,
    thread,
    time::{Duration, Instant},
};

use tempfile::NamedTempFile;

use crate::{Error, Result, format::Slots};

/// The key file, in the ledger's folder.
pub const FILE: &str = "keys.json";
/// Its second copy of the same state.
pub const BACKUP: &str = "keys.json.bak";
const TEMPORARY: &str = "keys.json.new";
const LOCK: &str = "keys.json.lock";

/// A key file has about 1 KiB; more than this is no key file.
const MAX_BYTES: u64 = 64 * 1024;

/// A keyring may be asked while the lock is held.
const LOCK_WAIT: Duration = Duration::from_secs(15);

/// What was found on disk.
pub(crate) struct Found {
    pub(crate) slots: Slots,
    /// Whether `keys.json` was missing or damaged, and its second copy was read.
    pub(crate) from_backup: bool,
}

/// Reads the key file of a folder, from its second copy when the first is missing or damaged.
///
/// # Errors
/// [`Error::Damaged`] when no copy is good and one is there, [`Error::TooNew`], [`Error::Io`].
pub(crate) fn read(folder: &Path) -> Result<Option<Found>> {
    let first = read_one(folder, FILE);
    match first {
        Ok(Some(slots)) => Ok(Some(Found {
            slots,
            from_backup: false,
        })),
        Ok(None) => Ok(read_one(folder, BACKUP)?.map(|slots| Found {
            slots,
            from_backup: true,
        })),
        Err(error @ Error::TooNew { .. }) => Err(error),
        Err(error) => match read_one(folder, BACKUP) {
            Ok(Some(slots)) => Ok(Some(Found {
                slots,
                from_backup: true,
            })),
            Err(too_new @ Error::TooNew { .. }) => Err(too_new),
            _ => Err(error),
        },
    }
}

fn read_one(folder: &Path, file: &'static str) -> Result<Option<Slots>> {
    let path = folder.join(file);
    let io = |source| Error::Io { file, source };
    match fs::metadata(&path) {
        // Opening a pipe left in the folder would wait for ever.
        Ok(metadata) if !metadata.is_file() => {
            return Err(Error::Damaged {
                file,
                what: "it is not a file",
            });
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(error)),
    }
    let mut text = Vec::new();
    File::open(&path)
        .and_then(|opened| opened.take(MAX_BYTES).read_to_end(&mut text))
        .map_err(io)?;
    Slots::decode(&text, file).map(Some)
}

/// Holds the right to change the key file of a folder against other programs, until dropped.
pub(crate) struct Lock {
    _file: File,
}

/// Takes the right to change the key file.
///
/// # Errors
/// [`Error::ReadOnly`], [`Error::Busy`] after some seconds, [`Error::Io`].
pub(crate) fn lock(folder: &Path) -> Result<Lock> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options
        .open(folder.join(LOCK))
        .map_err(|error| not_written(LOCK, error))?;
    let began = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) if began.elapsed() < LOCK_WAIT => {
                thread::sleep(Duration::from_millis(20))
            }
            Err(TryLockError::WouldBlock) => return Err(Error::Busy),
            Err(TryLockError::Error(error)) => return Err(not_written(LOCK, error)),
        }
    }
}

/// Writes both copies, the second first. A copy that cannot be read is kept under another name.
pub(crate) fn write(folder: &Path, slots: &Slots, _lock: &Lock) -> Result<()> {
    let text = slots.encode()?;
    for file in [BACKUP, FILE] {
        if read_one(folder, file).is_err() {
            set_aside(folder, file)?;
        }
        replace(folder, file, &text)?;
        if read_one(folder, file)?.is_none() {
            return Err(Error::Damaged {
                file,
                what: "it was gone after it was written",
            });
        }
    }
    Ok(())
}

/// Writes the first copy alone, where nobody else writes.
pub(crate) fn write_copy(folder: &Path, slots: &Slots) -> Result<()> {
    replace(folder, FILE, &slots.encode()?)
}

/// Renames a file to a free name beside it, when it is there.
pub(crate) fn set_aside(folder: &Path, file: &'static str) -> Result<()> {
    let path = folder.join(file);
    if fs::symlink_metadata(&path).is_err() {
        return Ok(());
    }
    let aside = (1u32..)
        .map(|number| folder.join(format!("{file}.kept-{number}")))
        .find(|candidate| {
            fs::symlink_metadata(candidate)
                .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        });
    match aside {
        Some(aside) => fs::rename(&path, aside).map_err(|error| not_written(file, error)),
        None => Err(Error::Exists),
    }
}

/// Puts `text` in the place of a file, whole or not at all, readable by its owner only. Under the lock only.
fn replace(folder: &Path, file: &'static str, text: &[u8]) -> Result<()> {
    let written = || -> io::Result<()> {
        let mut temporary = temporary(folder)?;
        temporary.write_all(text)?;
        temporary.as_file().sync_all()?;
        temporary
            .persist(folder.join(file))
            .map_err(|error| error.error)?;
        sync_folder(folder)
    };
    written().map_err(|error| not_written(file, error))
}

/// A new file under the one temporary name. What a killed program left there goes: it may hold a passphrase slot that
/// has been revoked since.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    match fs::remove_file(folder.join(TEMPORARY)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    tempfile::Builder::new()
        .prefix(TEMPORARY)
        .rand_bytes(0)
        .tempfile_in(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn not_written(file: &'static str, error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnly { file }
        }
        _ => Error::Io {
            file,
            source: error,
        },
    }
}
