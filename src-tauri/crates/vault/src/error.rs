//! What can go wrong with keys, told apart so that each has its own message.

use std::{fmt, io};

/// The result of everything in this crate that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// A way of keeping the data key other than the recovery phrase.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Slot {
    /// Wrapped under a passphrase, in the key file.
    Passphrase,
    /// In the system's keyring.
    Keyring,
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passphrase => "passphrase",
            Self::Keyring => "keyring",
        })
    }
}

/// Why a key could not be had or kept. No message holds a path, a passphrase or a word of the phrase.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The passphrase, phrase or keyring gave a key that is not this ledger's.
    #[error("this does not open the ledger")]
    WrongKey,
    /// The key file has no such slot.
    #[error("the ledger has no {0} to open it with")]
    NoSlot(Slot),
    /// Removing this slot would leave only the recovery phrase.
    #[error("the {0} is the only way left to open the ledger without the recovery phrase")]
    LastSlot(Slot),
    /// A passphrase of nothing, or of white space only.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// No keyring can be reached: no session bus, or nothing on it that keeps secrets.
    #[error("no system keyring answers ({reason})")]
    NoKeyring {
        /// What the system said; for the person who has to mend it, never shown as the whole message.
        reason: String,
    },
    /// The keyring did not answer within [`KEYRING_TIME_LIMIT`](crate::KEYRING_TIME_LIMIT).
    #[error("the system keyring did not answer in time")]
    KeyringTimeout,
    /// The keyring is locked and was not unlocked, or access was denied.
    #[error("the system keyring is locked or refuses access")]
    KeyringLocked,
    /// The keyring answers but no longer holds the key of this ledger.
    #[error("the system keyring no longer holds the key of this ledger")]
    KeyringEmpty,
    /// A key file is not as it was written. It is left as it is.
    #[error("{file} is damaged: {what}")]
    Damaged {
        /// The name of the file, in the ledger's folder.
        file: &'static str,
        /// What about it does not hold.
        what: &'static str,
    },
    /// The key file was written by a newer version of the program.
    #[error("the key file has version {found}; this program reads up to version {supported}")]
    TooNew {
        /// The version in the file.
        found: u32,
        /// The highest version this program reads.
        supported: u32,
    },
    /// The folder or the file cannot be written to.
    #[error("{file} cannot be written: the folder is read-only")]
    ReadOnly {
        /// The name of the file, in the ledger's folder.
        file: &'static str,
    },
    /// There is a key file already.
    #[error("the folder already has a key file")]
    Exists,
    /// The key file on disk is now that of another ledger.
    #[error("the key file was replaced by that of another ledger")]
    Replaced,
    /// Another program is changing the key file and does not finish.
    #[error("another program is changing the keys")]
    Busy,
    /// What was typed is not a recovery phrase.
    #[error(transparent)]
    Phrase(#[from] PhraseError),
    /// The system gives no random numbers; nothing is done without them.
    #[error("the system gives no random numbers")]
    NoRandomness,
    /// A cryptographic routine refused its parameters or ran out of memory.
    #[error("the key could not be derived or sealed")]
    Crypto,
    /// Anything else of the disk.
    #[error("{file} could not be read or written: {source}")]
    Io {
        /// The name of the file, in the ledger's folder.
        file: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

/// Why words typed are not a recovery phrase. Positions count from 1, as on the paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PhraseError {
    /// Not 24 words.
    #[error("a recovery phrase has 24 words, not {found}")]
    WordCount {
        /// How many words were typed.
        found: usize,
    },
    /// A word that is not in the list of BIP 39.
    #[error("word {position} is not in the list of words")]
    UnknownWord {
        /// Its place, from 1.
        position: usize,
    },
    /// Every word is in the list, but together they do not hold: one is another than written down, or two changed places.
    #[error("each word is in the list, but one is wrong or two have changed places")]
    Checksum,
}
