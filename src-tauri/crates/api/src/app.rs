//! First run, lock and unlock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::settings::Lang;

/// What the window has to show before anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AppState {
    /// Which of the three doors is open.
    pub door: Door,
    /// Whether the ledger's key has a slot in the system keyring (the lock screen then offers it first).
    pub keyring_slot: bool,
    /// Whether the desktop shows a tray icon; `false` is said once in settings.
    pub tray: bool,
    /// Whether the app hears when the computer goes to sleep, and locks then.
    pub sleep_locks: bool,
    /// Whether the desktop shows notifications; `false` is said in settings.
    pub notifications: bool,
    /// Seconds to wait before another try is accepted, after five wrong ones; else 0.
    #[ts(type = "number")]
    pub retry_after: u32,
    /// Wrong tries left before a wait.
    #[ts(type = "number")]
    pub tries_left: u32,
    /// The language of the system, which is spoken where the settings name none.
    pub system_lang: Lang,
    /// The app's version.
    pub version: String,
    /// The folder that the ledger is kept in, on this computer.
    pub folder: String,
}

/// Where the ledger stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Door {
    /// There is no ledger yet.
    FirstRun,
    /// A ledger was made but its recovery phrase has not been retyped.
    ConfirmPhrase,
    /// There is a ledger, its key is not in memory.
    Locked,
    /// The ledger is open.
    Open,
}

/// How the first key slot is made.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CreateLedger {
    /// Asked for every time; `None` only when the keyring holds the key.
    pub passphrase: Option<String>,
    /// Whether the system keyring also (or only) opens the ledger.
    pub keyring: bool,
}

/// The 24 words (BIP 39, English list) that are the data key, and which two must be retyped.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RecoveryPhrase {
    /// The words, in order.
    pub words: Vec<String>,
    /// Two positions, counted from 1.
    pub ask: [u8; 2],
}

impl std::fmt::Debug for RecoveryPhrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryPhrase(<redacted>)")
    }
}

/// The two words that the user retyped, in the order asked.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
pub struct ConfirmPhrase {
    /// Both words.
    pub words: [String; 2],
}

/// The ways in.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[ts(export)]
pub enum Unlock {
    /// By the passphrase.
    Passphrase {
        /// As typed.
        passphrase: String,
    },
    /// By the 24 words; spaces and case do not matter.
    Phrase {
        /// As typed.
        words: String,
    },
    /// By the system keyring.
    Keyring,
}
