//! The system's keyring: asked on a thread of its own, within a time limit.
//!
//! The Secret Service (freedesktop.org, 0.2) over D-Bus on Linux, Keychain on macOS, Credential Manager on Windows. The
//! store is opened anew for each question: a keyring that starts, stops or restarts while the program runs is seen.

use std::{
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use keyring::{Entry, Error as StoreError};
use keyring_core::api::CredentialStoreApi;
use zeroize::Zeroizing;

use crate::{Error, Key, Result};

/// How long a keyring may take to answer. A locked one waits for a person, and one that hangs never answers.
pub const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Who keeps the secret; the user is the ledger's id.
const SERVICE: &str = "counterfoil";

/// Counts the questions, so that one answered too late can tell whether another came after it.
static QUESTIONS: AtomicU64 = AtomicU64::new(0);

/// Gives the keyring the key of a ledger, in the place of what it may have had under that id.
pub(crate) fn store(ledger: &str, key: &Key) -> Result<()> {
    let key = key.clone();
    let write = move |entry: &Entry| match entry.set_secret(key.expose()) {
        Err(StoreError::Ambiguous(twins)) => {
            twins.iter().try_for_each(|twin| twin.delete_credential())?;
            entry.set_secret(key.expose())
        }
        other => other,
    };
    // The caller was told that the keyring does not have the key: so it must not.
    ask(ledger, write, |entry| drop(delete(entry)))
}

/// The keys that the keyring has for a ledger: one, unless another program copied it.
pub(crate) fn fetch(ledger: &str) -> Result<Vec<Key>> {
    let secrets = ask(ledger, read, |_| {})?;
    Ok(secrets
        .iter()
        .filter_map(|secret| Key::from_slice(secret))
        .collect())
}

/// Takes the key of a ledger out of the keyring; nothing to do when it is not there.
pub(crate) fn forget(ledger: &str) -> Result<()> {
    ask(ledger, delete, |_| {})
}

fn read(entry: &Entry) -> keyring::Result<Vec<Zeroizing<Vec<u8>>>> {
    match entry.get_secret() {
        Ok(secret) => Ok(vec![Zeroizing::new(secret)]),
        Err(StoreError::Ambiguous(twins)) => twins
            .iter()
            .map(|twin| twin.get_secret().map(Zeroizing::new))
            .collect(),
        Err(error) => Err(error),
    }
}

fn delete(entry: &Entry) -> keyring::Result<()> {
    match entry.delete_credential() {
        Err(StoreError::Ambiguous(twins)) => {
            twins.iter().try_for_each(|twin| twin.delete_credential())
        }
        Err(StoreError::NoEntry) => Ok(()),
        other => other,
    }
}

/// Runs `question` on a thread of its own and waits for it as long as [`TIME_LIMIT`]. When it succeeds after that, and
/// no other question was asked since, `too_late` undoes it there.
fn ask<T: Send + 'static>(
    ledger: &str,
    question: impl FnOnce(&Entry) -> keyring::Result<T> + Send + 'static,
    too_late: impl FnOnce(&Entry) + Send + 'static,
) -> Result<T> {
    let number = QUESTIONS.fetch_add(1, Ordering::SeqCst) + 1;
    let ledger = ledger.to_owned();
    // Without a buffer an answer is either received or refused, never lost between the two.
    let (answer, answered) = mpsc::sync_channel(0);
    thread::Builder::new()
        .name(String::from("keyring"))
        .spawn(move || {
            let entry = match open(&ledger) {
                Ok(entry) => entry,
                Err(error) => {
                    return drop(answer.send(Err(Error::NoKeyring {
                        reason: error.to_string(),
                    })));
                }
            };
            let outcome = question(&entry).map_err(explain);
            let succeeded = outcome.is_ok();
            let heard = answer.send(outcome).is_ok();
            if succeeded && !heard && QUESTIONS.load(Ordering::SeqCst) == number {
                too_late(&entry);
            }
        })
        .map_err(|error| Error::NoKeyring {
            reason: error.to_string(),
        })?;
    match answered.recv_timeout(TIME_LIMIT) {
        Ok(outcome) => outcome,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Error::KeyringTimeout),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(Error::NoKeyring {
            reason: String::from("its client stopped"),
        }),
    }
}

#[cfg(target_os = "macos")]
fn open(ledger: &str) -> keyring::Result<Entry> {
    let inner = apple_native_keyring_store::keychain::Store::new()?.build(SERVICE, ledger, None)?;
    Ok(Entry { inner })
}

#[cfg(target_os = "windows")]
fn open(ledger: &str) -> keyring::Result<Entry> {
    let inner = windows_native_keyring_store::Store::new()?.build(SERVICE, ledger, None)?;
    Ok(Entry { inner })
}

#[cfg(all(unix, not(target_os = "macos")))]
fn open(ledger: &str) -> keyring::Result<Entry> {
    // The label is what a person reads in the list of their passwords.
    let label = std::collections::HashMap::from([("label", "Counterfoil")]);
    let inner =
        zbus_secret_service_keyring_store::Store::new()?.build(SERVICE, ledger, Some(&label))?;
    Ok(Entry { inner })
}

fn explain(error: StoreError) -> Error {
    match error {
        StoreError::NoEntry => Error::KeyringEmpty,
        StoreError::NoStorageAccess(_) => Error::KeyringLocked,
        // The other variants may carry bytes of the secret in their text.
        StoreError::PlatformFailure(reason) => Error::NoKeyring {
            reason: reason.to_string(),
        },
        _ => Error::NoKeyring {
            reason: String::from("it answers in a way that is not understood"),
        },
    }
}
