//! First run, lock, unlock, and the ways in.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use ledger::Ledger;
use vault::{Key, KeyFile, Secret};

use crate::app::{AppState, ConfirmPhrase, CreateLedger, Door, RecoveryPhrase, Unlock};
use crate::session::{Open, Reviews};
use crate::{ApiError, App, ErrorCode, Event, disk};

/// The shortest passphrase accepted, in characters.
const SHORTEST: usize = 8;

impl App {
    /// Where the ledger stands. A folder that cannot be read is a locked ledger: opening it then says why.
    pub fn app_state(&self) -> AppState {
        let keys = KeyFile::load(self.folder());
        let known = keys.as_ref().ok().and_then(Option::as_ref);
        let is_pending = known.is_some_and(KeyFile::pending_confirmation);
        let is_made = self.ledger_file().exists()
            || ledger::is_restoring(self.folder())
            || match &keys {
                Ok(None) => false,
                Ok(Some(keys)) => keys.has_passphrase() || keys.has_keyring(),
                Err(_) => true,
            };
        let mut state = self.state();
        let door = match (&state.open, is_pending) {
            (Some(_), true) => Door::ConfirmPhrase,
            (Some(_), false) => Door::Open,
            (None, _) if is_made => Door::Locked,
            (None, _) => Door::FirstRun,
        };
        let (retry_after, tries_left) = state.tries.left();
        AppState {
            door,
            keyring_slot: known.is_some_and(KeyFile::has_keyring),
            tray: state.has_tray,
            sleep_locks: state.hears_sleep,
            notifications: state.can_notify,
            retry_after,
            tries_left,
            system_lang: self.system_lang().into(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            folder: self.folder().display().to_string(),
        }
    }

    /// Makes the ledger and its keys, and opens it. The words are its recovery phrase. Until they are confirmed another lock may be
    /// chosen for it: the words stay.
    ///
    /// # Errors
    /// `weakPassphrase`, `noKeyring`, `refused` where there is a ledger or no way in was chosen, `readOnly`, `diskFull`.
    pub fn create_ledger(&self, request: CreateLedger) -> Result<RecoveryPhrase, ApiError> {
        let _door = self.hold_door();
        self.used();
        let door = self.app_state().door;
        if !matches!(door, Door::FirstRun | Door::ConfirmPhrase) {
            return Err(self.refuse(ErrorCode::Refused, "error-ledger-exists"));
        }
        let passphrase = match request.passphrase {
            Some(passphrase) => Some(self.strong(passphrase)?),
            None if request.keyring => None,
            None => return Err(self.refuse(ErrorCode::Refused, "error-no-way-in")),
        };
        if door == Door::ConfirmPhrase {
            return self.lock_anew(passphrase.as_ref(), request.keyring);
        }
        disk::make_folder(self.folder()).map_err(|error| self.words().io(&error))?;
        let key = self.make_keys(passphrase.as_ref(), request.keyring)?;
        let ledger =
            Ledger::create(self.folder(), &key).map_err(|error| self.words().ledger(&error))?;
        self.state().draft = None;
        let phrase = self.phrase_of(&key)?;
        self.enter(ledger, key);
        Ok(phrase)
    }

    fn lock_anew(
        &self,
        passphrase: Option<&Secret>,
        keyring: bool,
    ) -> Result<RecoveryPhrase, ApiError> {
        let open = self.open()?;
        let mut keys = self.keys()?;
        // The new way in comes before the old one goes: there always is one.
        let mut lock = || -> vault::Result<()> {
            if keyring {
                keys.set_keyring(&open.key)?;
            }
            if let Some(passphrase) = passphrase {
                keys.set_passphrase(&open.key, passphrase)?;
            }
            if !keyring && keys.has_keyring() {
                keys.remove_keyring()?;
            }
            if passphrase.is_none() && keys.has_passphrase() {
                keys.remove_passphrase()?;
            }
            Ok(())
        };
        lock().map_err(|error| self.words().vault(&error))?;
        self.phrase_of(&open.key)
    }

    /// The recovery phrase, until its two words were retyped.
    ///
    /// # Errors
    /// `locked`; `refused` afterwards.
    pub fn show_phrase(&self) -> Result<RecoveryPhrase, ApiError> {
        let open = self.open()?;
        if self.app_state().door != Door::ConfirmPhrase {
            return Err(self.refused("phrase"));
        }
        self.phrase_of(&open.key)
    }

    /// Compares the two words; when both are right the door is open.
    ///
    /// # Errors
    /// `wrongWord`, with its position in `at`; `locked`; those of writing.
    pub fn confirm_phrase(&self, request: ConfirmPhrase) -> Result<AppState, ApiError> {
        let _door = self.hold_door();
        let open = self.open()?;
        let mut keys = self.keys()?;
        let phrase = vault::phrase(&open.key).map_err(|error| self.words().vault(&error))?;
        for (position, word) in asked(&keys).into_iter().zip(request.words) {
            if !phrase.confirms(usize::from(position), &Secret::from(word)) {
                let place = position.to_string();
                let error = self.words().error(
                    ErrorCode::WrongWord,
                    "error-wrong-word-of-two",
                    &[("position", &place)],
                );
                return Err(error.at(place));
            }
        }
        keys.set_confirmed()
            .map_err(|error| self.words().vault(&error))?;
        Ok(self.tell_door())
    }

    /// Opens the ledger.
    ///
    /// # Errors
    /// `wrongKey`, `tooManyTries` with the seconds to wait in `at`, `wrongWord`, `noKeyring`, `damaged`, `tooNew`,
    /// `notFound`, `readOnly`.
    pub fn unlock(&self, request: Unlock) -> Result<AppState, ApiError> {
        let _door = self.hold_door();
        self.used();
        if self.state().open.is_some() {
            return Ok(self.app_state());
        }
        if self.app_state().door == Door::FirstRun {
            return Err(self.refuse(ErrorCode::NotFound, "error-ledger-missing"));
        }
        ledger::finish_restore(self.folder()).map_err(|error| self.words().ledger(&error))?;
        let (ledger, key) = match request {
            Unlock::Passphrase { passphrase } => {
                let key = self.key_by_passphrase(&Secret::from(passphrase))?;
                (self.open_with(&key)?, key)
            }
            Unlock::Keyring => {
                let key = self
                    .keys()?
                    .unlock_keyring()
                    .map_err(|error| self.words().vault(&error))?;
                (self.open_with(&key)?, key)
            }
            Unlock::Phrase { words } => self.open_by_phrase(&Secret::from(words))?,
        };
        self.state().tries.right();
        self.enter(ledger, key);
        Ok(self.tell_door())
    }

    /// Locks: the key is wiped once the calls that are under way have ended. An import that runs is stopped.
    pub fn lock(&self) -> AppState {
        let open = {
            let mut state = self.state();
            state.locks += 1;
            state.open.take()
        };
        match open {
            Some(open) => {
                open.stop_running();
                drop(open);
                self.tell_door()
            }
            None => self.app_state(),
        }
    }

    /// Sets the passphrase, instead of the one before.
    ///
    /// # Errors
    /// `locked`, `weakPassphrase`, those of writing.
    pub fn set_passphrase(&self, passphrase: String) -> Result<AppState, ApiError> {
        let _door = self.hold_door();
        let open = self.open()?;
        let passphrase = self.strong(passphrase)?;
        self.keys()?
            .set_passphrase(&open.key, &passphrase)
            .map_err(|error| self.words().vault(&error))?;
        Ok(self.app_state())
    }

    /// Gives the system's keyring the key, or takes it out.
    ///
    /// # Errors
    /// `locked`, `noKeyring`, `refused` where it is the last way in, those of writing.
    pub fn set_keyring(&self, is_on: bool) -> Result<AppState, ApiError> {
        let _door = self.hold_door();
        let open = self.open()?;
        let mut keys = self.keys()?;
        let done = if is_on {
            keys.set_keyring(&open.key)
        } else if keys.has_keyring() {
            keys.remove_keyring()
        } else {
            Ok(())
        };
        done.map_err(|error| self.words().vault(&error))?;
        Ok(self.tell_door())
    }

    /// The recovery phrase of the open ledger, for `foil phrase`. The window shows it at first run only.
    ///
    /// # Errors
    /// `locked`.
    pub fn recovery_phrase(&self) -> Result<RecoveryPhrase, ApiError> {
        let open = self.open()?;
        self.phrase_of(&open.key)
    }

    /// The data key in 64 hexadecimal digits, for any program that reads SQLCipher 4.
    ///
    /// # Errors
    /// `locked`.
    pub fn key_in_hex(&self) -> Result<String, ApiError> {
        let open = self.open()?;
        Ok(open
            .key
            .expose()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect())
    }

    fn ledger_file(&self) -> PathBuf {
        self.folder().join(ledger::LEDGER_FILE)
    }

    pub(crate) fn refuse(&self, code: ErrorCode, id: &str) -> ApiError {
        self.words().error(code, id, &[])
    }

    /// The request makes no sense as things stand; `reason` names what was asked.
    pub(crate) fn refused(&self, reason: &str) -> ApiError {
        self.words()
            .error(ErrorCode::Refused, "error-refused", &[("reason", reason)])
    }

    fn strong(&self, passphrase: String) -> Result<Secret, ApiError> {
        if is_weak(&passphrase) {
            return Err(self.refuse(ErrorCode::WeakPassphrase, "error-short-passphrase"));
        }
        Ok(Secret::from(passphrase))
    }

    fn keys(&self) -> Result<KeyFile, ApiError> {
        match KeyFile::load(self.folder()) {
            Ok(Some(keys)) => Ok(keys),
            Ok(None) => Err(self.refuse(ErrorCode::NotFound, "error-ledger-missing")),
            Err(error) => Err(self.words().vault(&error)),
        }
    }

    /// Makes the key file with the slots asked for, and the key. A key file without any slot is what a making that failed
    /// has left behind.
    fn make_keys(&self, passphrase: Option<&Secret>, keyring: bool) -> Result<Key, ApiError> {
        let draft = self.state().draft.clone();
        let make = || -> vault::Result<Key> {
            let key = match draft {
                Some(key) => key,
                None => Key::random()?,
            };
            let mut keys = match KeyFile::load(self.folder())? {
                Some(keys) if keys.check(&key).is_ok() => keys,
                Some(_) => KeyFile::rebuild(self.folder(), &key)?,
                None => KeyFile::create(self.folder(), &key)?,
            };
            self.state().draft = Some(key.clone());
            if keyring {
                keys.set_keyring(&key)?;
            }
            if let Some(passphrase) = passphrase {
                keys.set_passphrase(&key, passphrase)?;
            }
            Ok(key)
        };
        make().map_err(|error| self.words().vault(&error))
    }

    fn key_by_passphrase(&self, passphrase: &Secret) -> Result<Key, ApiError> {
        let (wait, _) = self.state().tries.left();
        if wait > 0 {
            let error = self.refuse(ErrorCode::TooManyTries, "error-too-many-tries");
            return Err(error.at(wait));
        }
        self.keys()?.unlock_passphrase(passphrase).map_err(|error| {
            if matches!(error, vault::Error::WrongKey) {
                self.state().tries.wrong();
            }
            self.words().vault(&error)
        })
    }

    /// Opens the ledger with a key that its key file vouches for.
    fn open_with(&self, key: &Key) -> Result<Ledger, ApiError> {
        if self.ledger_file().exists() {
            return Ledger::open(self.folder(), key, true)
                .map_err(|error| self.words().ledger(&error));
        }
        // The making was interrupted between the keys and the ledger: nothing can have been in it yet.
        if self.keys()?.pending_confirmation() {
            return Ledger::create(self.folder(), key).map_err(|error| self.words().ledger(&error));
        }
        let file = [("file", ledger::LEDGER_FILE)];
        Err(self
            .words()
            .error(ErrorCode::NotFound, "error-ledger-lost", &file))
    }

    /// Opens the ledger by its 24 words, which need no key file: one that is lost, damaged or another ledger's is made anew.
    fn open_by_phrase(&self, words: &Secret) -> Result<(Ledger, Key), ApiError> {
        let key = vault::key_from_phrase(words).map_err(|error| self.words().vault(&error))?;
        let keys = KeyFile::load(self.folder());
        let vouched = matches!(&keys, Ok(Some(keys)) if keys.check(&key).is_ok());
        if vouched {
            let ledger = self.open_with(&key)?;
            return Ok((ledger, key));
        }
        let ledger = Ledger::open(self.folder(), &key, false).map_err(|error| match error {
            ledger::Error::WrongKey => self.refuse(ErrorCode::WrongKey, "error-wrong-phrase"),
            error => self.words().ledger(&error),
        })?;
        let made = match keys {
            // A newer version's key file holds slots that this one does not know: it stays as it is.
            Err(error @ vault::Error::TooNew { .. }) => return Err(self.words().vault(&error)),
            Ok(None) => KeyFile::create(self.folder(), &key),
            _ => KeyFile::rebuild(self.folder(), &key),
        };
        made.and_then(|mut keys| keys.set_confirmed())
            .map_err(|error| self.words().vault(&error))?;
        Ok((ledger, key))
    }

    pub(crate) fn enter(&self, ledger: Ledger, key: Key) {
        let heard = ledger.revision().unwrap_or_default();
        self.state().open = Some(Open {
            ledger: Arc::new(ledger),
            key,
            reviews: Arc::new(Mutex::new(Reviews::default())),
            stop: Arc::default(),
            heard: Arc::new(Mutex::new(heard)),
            looked: Arc::default(),
        });
    }

    pub(crate) fn tell_door(&self) -> AppState {
        let state = self.app_state();
        self.tell(Event::Door(state.clone()));
        state
    }

    fn phrase_of(&self, key: &Key) -> Result<RecoveryPhrase, ApiError> {
        let phrase = vault::phrase(key).map_err(|error| self.words().vault(&error))?;
        Ok(RecoveryPhrase {
            words: phrase.words().into_iter().map(str::to_owned).collect(),
            ask: asked(&self.keys()?),
        })
    }
}

/// Which two words are asked for: by the ledger's random id, so that asking again asks for the same.
fn asked(keys: &KeyFile) -> [u8; 2] {
    let id = keys.ledger_id();
    let digits = |at: usize| {
        id.get(at..at.saturating_add(2))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .unwrap_or_default()
    };
    let words = u8::try_from(vault::WORDS).unwrap_or(u8::MAX);
    let first = digits(0) % words;
    // One of the others: never the same word twice.
    let other = (first + 1 + digits(2) % (words - 1)) % words;
    [first.min(other) + 1, first.max(other) + 1]
}

/// Too short, or one character over and over.
fn is_weak(passphrase: &str) -> bool {
    let trimmed = passphrase.trim();
    let mut signs = trimmed.chars();
    let first = signs.next();
    trimmed.chars().count() < SHORTEST || signs.all(|sign| Some(sign) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_has_eight_characters_that_are_not_all_the_same() {
        for weak in ["", "       ", "courte", "aaaaaaaaaaaa", "  abc  def"] {
            assert_eq!(is_weak(weak), weak != "  abc  def", "{weak:?}");
        }
        assert!(!is_weak("sirop girafe mardi bocal"));
        assert!(!is_weak("éléphant"));
    }
}
