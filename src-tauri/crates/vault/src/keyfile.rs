//! The key file of a ledger: what opens it, and how that is changed.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use crate::{
    Cost, Error, Key, Result, Secret, Slot, disk,
    format::Slots,
    key_from_phrase, keyring,
    seal::{PassphraseSlot, canary_opens},
};

/// The key file beside a ledger, as last read or written.
///
/// Each change is on disk before the call returns, written over what is there *now*: the window and the command line may
/// have the same ledger open. When a call fails, `keys.json` has not changed. Opening reads only, so a read-only folder opens.
pub struct KeyFile {
    folder: PathBuf,
    slots: Slots,
    from_backup: bool,
}

impl KeyFile {
    /// Makes the key file of a ledger with data key `key`: no slot yet, the recovery phrase not yet confirmed. A damaged
    /// key file is kept beside it under another name.
    ///
    /// # Errors
    /// [`Error::Exists`] when a good key file is there, [`Error::TooNew`], [`Error::ReadOnly`], [`Error::Busy`],
    /// [`Error::Io`] (the folder must be there).
    pub fn create(ledger_dir: &Path, key: &Key) -> Result<Self> {
        let lock = disk::lock(ledger_dir)?;
        match disk::read(ledger_dir) {
            Ok(None) | Err(Error::Damaged { .. }) => {}
            Ok(Some(_)) => return Err(Error::Exists),
            Err(error) => return Err(error),
        }
        Self::write_new(ledger_dir, key, &lock)
    }

    /// As [`create`](Self::create), for a ledger that opened with its recovery phrase though its key file says
    /// otherwise: whatever key file is there, good or not, is kept beside the new one under another name.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::Busy`], [`Error::Io`].
    pub fn rebuild(ledger_dir: &Path, key: &Key) -> Result<Self> {
        let lock = disk::lock(ledger_dir)?;
        disk::set_aside(ledger_dir, disk::BACKUP)?;
        disk::set_aside(ledger_dir, disk::FILE)?;
        Self::write_new(ledger_dir, key, &lock)
    }

    fn write_new(folder: &Path, key: &Key, lock: &disk::Lock) -> Result<Self> {
        let slots = Slots::new(key)?;
        disk::write(folder, &slots, lock)?;
        Ok(Self {
            folder: folder.to_owned(),
            slots,
            from_backup: false,
        })
    }

    /// The key file of a folder, or `None` when there is none.
    ///
    /// # Errors
    /// [`Error::Damaged`] when neither `keys.json` nor its second copy is good, [`Error::TooNew`], [`Error::Io`].
    pub fn load(ledger_dir: &Path) -> Result<Option<Self>> {
        let found = disk::read(ledger_dir)?;
        Ok(found.map(|found| Self {
            folder: ledger_dir.to_owned(),
            slots: found.slots,
            from_backup: found.from_backup,
        }))
    }

    /// Whether `keys.json` was missing or damaged and its second copy was read. The next change repairs it.
    pub fn from_backup(&self) -> bool {
        self.from_backup
    }

    /// The id of the ledger: 32 hexadecimal digits, random, the user name of its entry in the system's keyring.
    pub fn ledger_id(&self) -> String {
        self.slots.ledger_id()
    }

    /// Whether a passphrase opens the ledger.
    pub fn has_passphrase(&self) -> bool {
        self.slots.passphrase.is_some()
    }

    /// Whether the system's keyring was given the key.
    pub fn has_keyring(&self) -> bool {
        self.slots.keyring
    }

    /// Whether the recovery phrase has yet to be retyped.
    pub fn pending_confirmation(&self) -> bool {
        !self.slots.confirmed
    }

    /// Notes that the recovery phrase was retyped.
    ///
    /// # Errors
    /// Those of writing: [`Error::ReadOnly`], [`Error::Busy`], [`Error::Replaced`], [`Error::TooNew`], [`Error::Io`].
    pub fn set_confirmed(&mut self) -> Result<()> {
        self.change(|slots| {
            slots.confirmed = true;
            Ok(())
        })
    }

    /// Makes `passphrase` open the ledger, instead of the one before. Takes some tenths of a second.
    ///
    /// # Errors
    /// [`Error::EmptyPassphrase`], [`Error::WrongKey`] when `key` is not this ledger's, and those of writing.
    pub fn set_passphrase(&mut self, key: &Key, passphrase: &Secret) -> Result<()> {
        self.set_passphrase_at(key, passphrase, Cost::STANDARD)
    }

    /// As [`set_passphrase`](Self::set_passphrase), at a given cost. A program as shipped has [`Cost::STANDARD`] only.
    ///
    /// # Errors
    /// Those of [`set_passphrase`](Self::set_passphrase).
    pub fn set_passphrase_at(&mut self, key: &Key, passphrase: &Secret, cost: Cost) -> Result<()> {
        if passphrase.is_blank() {
            return Err(Error::EmptyPassphrase);
        }
        self.check(key)?;
        let slot = PassphraseSlot::close(key, passphrase, cost, &self.slots.passphrase_context())?;
        self.change(|slots| {
            slots.passphrase = Some(slot);
            Ok(())
        })
    }

    /// Forgets the passphrase.
    ///
    /// # Errors
    /// [`Error::NoSlot`], [`Error::LastSlot`] when the keyring does not have the key, and those of writing.
    pub fn remove_passphrase(&mut self) -> Result<()> {
        self.change(|slots| {
            if slots.passphrase.is_none() {
                return Err(Error::NoSlot(Slot::Passphrase));
            }
            if !slots.keyring {
                return Err(Error::LastSlot(Slot::Passphrase));
            }
            slots.passphrase = None;
            Ok(())
        })
    }

    /// Gives the system's keyring the key. Returns within [`KEYRING_TIME_LIMIT`](crate::KEYRING_TIME_LIMIT), or little
    /// more.
    ///
    /// # Errors
    /// [`Error::NoKeyring`], [`Error::KeyringTimeout`], [`Error::KeyringLocked`], [`Error::WrongKey`] when `key` is not
    /// this ledger's, and those of writing.
    pub fn set_keyring(&mut self, key: &Key) -> Result<()> {
        self.check(key)?;
        let mut newly_given = false;
        let changed = self.change(|slots| {
            keyring::store(&slots.ledger_id(), key)?;
            newly_given = !slots.keyring;
            slots.keyring = true;
            Ok(())
        });
        if changed.is_err() && newly_given {
            // No key may stay in a keyring from which the person cannot take it back here.
            drop(keyring::forget(&self.ledger_id()));
        }
        changed
    }

    /// Takes the key out of the system's keyring.
    ///
    /// # Errors
    /// [`Error::NoSlot`], [`Error::LastSlot`] when there is no passphrase, those of the keyring (the key may still be in
    /// it, so it still counts), and those of writing.
    pub fn remove_keyring(&mut self) -> Result<()> {
        self.change(|slots| {
            if !slots.keyring {
                return Err(Error::NoSlot(Slot::Keyring));
            }
            if slots.passphrase.is_none() {
                return Err(Error::LastSlot(Slot::Keyring));
            }
            keyring::forget(&slots.ledger_id())?;
            slots.keyring = false;
            Ok(())
        })
    }

    /// Writes the same key file into another folder, which has none.
    ///
    /// # Errors
    /// Those of writing.
    pub fn copy_to(&self, folder: &Path) -> Result<()> {
        disk::write_copy(folder, &self.slots)
    }

    /// Takes the key out of the system's keyring, where it was given it, though it may be the last way in: for a ledger that is
    /// to be no more. The key file stays as it is.
    ///
    /// # Errors
    /// Those of the keyring.
    pub fn leave_keyring(&self) -> Result<()> {
        if self.slots.keyring {
            keyring::forget(&self.slots.ledger_id())?;
        }
        Ok(())
    }

    /// The key, by passphrase. Takes some tenths of a second.
    ///
    /// # Errors
    /// [`Error::NoSlot`], [`Error::WrongKey`].
    pub fn unlock_passphrase(&self, passphrase: &Secret) -> Result<Key> {
        let slot = self
            .slots
            .passphrase
            .as_ref()
            .ok_or(Error::NoSlot(Slot::Passphrase))?;
        let key = slot
            .open(passphrase, &self.slots.passphrase_context())?
            .ok_or(Error::WrongKey)?;
        self.check(&key)?;
        Ok(key)
    }

    /// The key, from the system's keyring. Returns within [`KEYRING_TIME_LIMIT`](crate::KEYRING_TIME_LIMIT).
    ///
    /// # Errors
    /// [`Error::NoSlot`] when the keyring was never given it, [`Error::NoKeyring`], [`Error::KeyringTimeout`],
    /// [`Error::KeyringLocked`], [`Error::KeyringEmpty`], [`Error::WrongKey`].
    pub fn unlock_keyring(&self) -> Result<Key> {
        if !self.slots.keyring {
            return Err(Error::NoSlot(Slot::Keyring));
        }
        let keys = keyring::fetch(&self.slots.ledger_id())?;
        keys.into_iter()
            .find(|key| self.check(key).is_ok())
            .ok_or(Error::WrongKey)
    }

    /// The key, by recovery phrase.
    ///
    /// # Errors
    /// [`Error::Phrase`] when the words are no phrase, [`Error::WrongKey`] when they are that of another ledger.
    pub fn unlock_phrase(&self, words: &Secret) -> Result<Key> {
        let key = key_from_phrase(words)?;
        self.check(&key)?;
        Ok(key)
    }

    /// Whether `key` is this ledger's, by the canary alone: when it is, and the ledger does not open, the ledger is
    /// damaged.
    ///
    /// # Errors
    /// [`Error::WrongKey`].
    pub fn check(&self, key: &Key) -> Result<()> {
        if canary_opens(&self.slots.canary, key, &self.slots.canary_context()) {
            Ok(())
        } else {
            Err(Error::WrongKey)
        }
    }

    /// Applies a change to what is on disk now, and writes it.
    fn change(&mut self, change: impl FnOnce(&mut Slots) -> Result<()>) -> Result<()> {
        let lock = disk::lock(&self.folder)?;
        let mut slots = match disk::read(&self.folder) {
            Ok(Some(found)) if found.slots.ledger_id() == self.slots.ledger_id() => found.slots,
            Ok(Some(_)) => return Err(Error::Replaced),
            // Lost or damaged since it was read: what was read then is better than nothing.
            Ok(None) | Err(Error::Damaged { .. }) => self.slots.clone(),
            Err(error) => return Err(error),
        };
        change(&mut slots)?;
        disk::write(&self.folder, &slots, &lock)?;
        self.slots = slots;
        self.from_backup = false;
        Ok(())
    }
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyFile")
            .field("passphrase", &self.has_passphrase())
            .field("keyring", &self.has_keyring())
            .field("confirmed", &self.slots.confirmed)
            .finish_non_exhaustive()
    }
}
