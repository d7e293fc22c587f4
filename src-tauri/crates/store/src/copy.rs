//! A second file of the same contents under the same key, and whether a file can be trusted to be one.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::open::{check_version, connect, unwritable};
use crate::{Error, Read, Result, Store};

/// What a ledger file holds, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Accounts.
    pub accounts: u32,
    /// Entries that are shown.
    pub entries: u32,
    /// Receipts.
    pub receipts: u32,
}

impl Store {
    /// Writes one consistent state into a new file, whole and packed, under the same key. Readers and writers go on meanwhile.
    ///
    /// # Errors
    /// [`Error::Exists`] where there is a file already, [`Error::DiskFull`], [`Error::ReadOnly`].
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let name = path.to_str().ok_or_else(not_a_name)?;
        self.apart()?.execute("VACUUM INTO ?1", [name])?;
        Ok(())
    }
}

impl Read<'_> {
    /// What the ledger holds.
    ///
    /// # Errors
    /// As the file's.
    pub fn held(self) -> Result<Held> {
        let sql = include_str!("copy/held.sql");
        Ok(self.0.query_row(sql, [], |row| {
            Ok(Held {
                accounts: row.get("accounts")?,
                entries: row.get("entries")?,
                receipts: row.get("receipts")?,
            })
        })?)
    }
}

/// Writes what an open ledger file holds beside it, under a name that says which schema it has: before that is changed, and in the
/// place of what was kept before an earlier change.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::ReadOnly`], [`Error::Unreadable`] where what was written cannot be trusted.
pub(crate) fn keep_before(
    connection: &Connection,
    path: &Path,
    key: &[u8; 32],
    schema: i64,
) -> Result<()> {
    // Two programs may both be about to change it.
    let making = path.with_extension(format!("keeping-{}", std::process::id()));
    let name = making.to_str().ok_or_else(not_a_name)?;
    drop(fs::remove_file(&making));
    let made = || -> Result<()> {
        connection.execute("VACUUM INTO ?1", [name])?;
        inspect(&making, key)?;
        let kept = path.with_extension(format!("v{schema}.db"));
        fs::rename(&making, &kept).map_err(unwritable)?;
        for older in 1..schema {
            drop(fs::remove_file(path.with_extension(format!("v{older}.db"))));
        }
        Ok(())
    };
    let made = made();
    drop(fs::remove_file(&making));
    made
}

/// Reads a closed ledger file, of this schema or an older one, from its first page to its last.
///
/// # Errors
/// [`Error::Unreadable`] for a wrong key and for a page that is not as it was written, [`Error::TooNew`].
pub fn inspect(path: &Path, key: &[u8; 32]) -> Result<()> {
    let connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    check_version(&connection)?;
    check_pages(&connection)?;
    connection.close().map_err(|(_, error)| Error::from(error))
}

fn not_a_name() -> Error {
    Error::Disk("the name of its folder is no Unicode".to_owned())
}

/// Looks at each page's seal, then at what the pages say to each other.
fn check_pages(connection: &Connection) -> Result<()> {
    for check in ["cipher_integrity_check", "quick_check"] {
        let mut check = connection.prepare(&format!("PRAGMA {check}"))?;
        let mut said = check.query([])?;
        while let Some(row) = said.next()? {
            if row.get_ref(0)?.as_str() != Ok("ok") {
                return Err(Error::Unreadable);
            }
        }
    }
    Ok(())
}
