//! Keys, slots, recovery phrase and lock: the only crate that names keyring.
//!
//! A ledger is encrypted under one [`Key`] of 256 random bits, which SQLCipher gets raw. Written as 24 words it *is*
//! the recovery [`Phrase`]. Beside the ledger stands `keys.json`, read and written through [`KeyFile`]: it holds the
//! key wrapped under a passphrase, says whether the system keyring holds it too, and a canary that tells a wrong key
//! from a damaged ledger. The file is a convenience: with the ledger and the words alone, everything opens.
//!
//! The reasons are in `docs/adr/0003-keys.md`.

mod disk;
mod error;
mod format;
mod keyfile;
mod keyring;
mod phrase;
mod seal;
mod secret;

pub use disk::{BACKUP as KEY_FILE_COPY, FILE as KEY_FILE};
pub use error::{Error, PhraseError, Result, Slot};
pub use keyfile::KeyFile;
pub use keyring::TIME_LIMIT as KEYRING_TIME_LIMIT;
pub use phrase::{Phrase, WORDS, key_from_phrase, phrase};
pub use seal::Cost;
pub use secret::{Key, Secret};
