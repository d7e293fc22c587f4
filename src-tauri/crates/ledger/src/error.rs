//! What the application can fail with. Findings about files are not failures: they are diagnostics of a [`crate::Review`].

use std::path::PathBuf;

use statement::NoProfile;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The key does not open this ledger.
    #[error("the key does not open this ledger")]
    WrongKey,
    /// The key is right, yet the file cannot be read; nothing was changed.
    #[error("the ledger file is damaged")]
    Damaged,
    /// There is no ledger in this folder.
    #[error("there is no ledger in {0}")]
    NoLedger(PathBuf),
    /// The user asked to stop; nothing was changed.
    #[error("cancelled; nothing was changed")]
    Cancelled,
    /// The import is in doubt and was not told how to go on.
    #[error("the import is in doubt")]
    InDoubt(Box<crate::Review>),
    /// What was asked makes no sense as asked.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// A text is no profile, or one that makes no sense.
    #[error("not a profile")]
    NoProfile(NoProfile),
    /// A receipt cannot be put on paper, not even its cover.
    #[error("the receipt cannot be printed")]
    Unprinted(Box<source::Diagnostic>),
    /// A file could not be read.
    #[error("{path}: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The store.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A stored report that cannot be read: a defect of ours.
    #[error("stored json: {0}")]
    Json(#[from] serde_json::Error),
    /// Writing an export.
    #[error("writing: {0}")]
    Write(#[from] std::io::Error),
}

impl From<NoProfile> for Error {
    fn from(why: NoProfile) -> Self {
        Error::NoProfile(why)
    }
}

/// What the application answers.
pub type Result<T> = std::result::Result<T, Error>;
