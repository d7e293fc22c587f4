//! What the store can fail with.

use std::path::PathBuf;

/// Why the store did nothing. In every case the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLCipher cannot read the file with this key: a wrong key or a damaged file. The vault's canary tells which.
    #[error("the file cannot be read with this key")]
    Unreadable,
    /// The file was written by a newer version of the app.
    #[error("the ledger has schema {found}, this version reads up to {supported}")]
    TooNew {
        /// The file's schema.
        found: i64,
        /// The newest that this version knows.
        supported: i64,
    },
    /// Another process writes and did not finish within five seconds.
    #[error("another process is writing")]
    Busy,
    /// The file or its folder cannot be written.
    #[error("the ledger cannot be written")]
    ReadOnly,
    /// There is no room left.
    #[error("the disk is full")]
    DiskFull,
    /// The disk does not do what it is asked.
    #[error("the disk: {0}")]
    Disk(String),
    /// There is a file where a new ledger was to be made.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// No row has this id.
    #[error("there is no {0} with this id")]
    NotFound(&'static str),
    /// SQLite says something else.
    #[error("sqlite: {0}")]
    Sql(String),
}

/// `SQLITE_IOERR_SHMSIZE`.
const SHARED_MEMORY_SIZE: i32 = 4_874;

fn extended_code(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |error| error.extended_code)
}

/// What the store answers.
pub type Result<T> = std::result::Result<T, Error>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Error::Unreadable,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Error::ReadOnly
            }
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            // The memory that processes share is a file too, and SQLite has another word for there being no room for it.
            Some(ErrorCode::SystemIoFailure) if extended_code(&error) == SHARED_MEMORY_SIZE => {
                Error::DiskFull
            }
            Some(ErrorCode::SystemIoFailure) => Error::Disk(error.to_string()),
            _ => Error::Sql(error.to_string()),
        }
    }
}
