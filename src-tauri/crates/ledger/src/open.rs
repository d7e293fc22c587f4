//! Opening a ledger's folder.

use std::path::{Path, PathBuf};

use store::Store;
use vault::Key;

use crate::{Error, Result, insights, lock, receipts, search, shift, transfers};

/// The ledger's file in its folder; the keys stand beside it.
pub const LEDGER_FILE: &str = "ledger.db";

/// An open ledger.
#[derive(Debug)]
pub struct Ledger {
    pub(crate) store: Store,
    folder: PathBuf,
    /// After the store: it is closed first.
    _open: lock::Held,
}

impl Ledger {
    /// Makes a new ledger in a folder that exists.
    ///
    /// # Errors
    /// [`Error::Store`] where there is one already or the folder cannot be written.
    pub fn create(folder: &Path, key: &Key) -> Result<Self> {
        let open = lock::Held::open(folder)?;
        let store = Store::create(&folder.join(LEDGER_FILE), key.expose())?;
        Ledger::on(store, folder, open)
    }

    /// Opens the ledger of a folder. `key_is_right` says whether the vault's canary accepted the key: an unreadable file is
    /// then damaged, else the key is wrong.
    ///
    /// # Errors
    /// [`Error::NoLedger`], [`Error::WrongKey`], [`Error::Damaged`], or the store's. Nothing is changed or deleted then.
    pub fn open(folder: &Path, key: &Key, key_is_right: bool) -> Result<Self> {
        let path = folder.join(LEDGER_FILE);
        if !path.exists() {
            return Err(Error::NoLedger(folder.to_owned()));
        }
        let open = lock::Held::open(folder)?;
        match Store::open(&path, key.expose()) {
            Ok(store) => Ledger::on(store, folder, open),
            Err(store::Error::Unreadable) if key_is_right => Err(Error::Damaged),
            Err(store::Error::Unreadable) => Err(Error::WrongKey),
            Err(error) => Err(error.into()),
        }
    }

    fn on(store: Store, folder: &Path, open: lock::Held) -> Result<Self> {
        let ledger = Ledger {
            store,
            folder: folder.to_owned(),
            _open: open,
        };
        shift::renew(&ledger)?;
        transfers::renew(&ledger)?;
        search::renew(&ledger)?;
        receipts::renew(&ledger)?;
        insights::renew(&ledger)?;
        Ok(ledger)
    }

    /// Whether a folder holds a ledger.
    pub fn exists(folder: &Path) -> bool {
        folder.join(LEDGER_FILE).exists()
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A number that grows with every write, by any process.
    ///
    /// # Errors
    /// The store's.
    pub fn revision(&self) -> Result<i64> {
        Ok(self.store.revision()?)
    }
}
