//! Who has a ledger's folder: any number of programs that have it open, or one that changes what it is.
//!
//! Held by the system for as long as the file is open, so that nothing is left of it by a program that is killed. A file system that
//! knows no locks lets everybody have it.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::Result;

const OPEN: &str = "ledger.lock";
const WORK: &str = "ledger.work.lock";

/// A right to a ledger's folder, until it is dropped.
#[derive(Debug)]
pub struct Held {
    _file: File,
}

impl Held {
    /// To have the ledger open, beside others who have.
    pub(crate) fn open(folder: &Path) -> Result<Held> {
        take(folder, OPEN, Duration::ZERO, File::try_lock_shared)
    }

    /// To put another ledger in the place of this folder's, or none: nobody may have it open. Waits so long for those who have.
    ///
    /// # Errors
    /// [`store::Error::Busy`] where somebody still has it open then, [`crate::Error::Write`].
    pub fn alone(folder: &Path, patience: Duration) -> Result<Held> {
        take(folder, OPEN, patience, File::try_lock)
    }

    /// To make a backup or to look at one: one at a time.
    pub(crate) fn work(folder: &Path) -> Result<Held> {
        take(folder, WORK, Duration::ZERO, File::try_lock)
    }
}

fn take(
    folder: &Path,
    name: &str,
    patience: Duration,
    lock: fn(&File) -> std::result::Result<(), TryLockError>,
) -> Result<Held> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(folder.join(name)).map_err(unwritable)?;
    let began = Instant::now();
    while let Err(TryLockError::WouldBlock) = lock(&file) {
        if began.elapsed() >= patience {
            return Err(store::Error::Busy.into());
        }
        thread::sleep(Duration::from_millis(10));
    }
    Ok(Held { _file: file })
}

fn unwritable(error: io::Error) -> crate::Error {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            store::Error::ReadOnly.into()
        }
        io::ErrorKind::StorageFull => store::Error::DiskFull.into(),
        _ => error.into(),
    }
}
