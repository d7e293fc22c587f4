//! The log of operations.

use domain::{AccountId, EntryId, OperationId, ReadingId};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Read, Result, Write};

/// What an operation was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationKind {
    /// A document's statements were imported.
    ImportStatement,
    /// The user set something on an account.
    SetAccount,
    /// The user deleted an entry.
    DeleteEntry,
}

impl OperationKind {
    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            OperationKind::ImportStatement => "importStatement",
            OperationKind::SetAccount => "setAccount",
            OperationKind::DeleteEntry => "deleteEntry",
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "setAccount" => OperationKind::SetAccount,
            "deleteEntry" => OperationKind::DeleteEntry,
            _ => OperationKind::ImportStatement,
        }
    }
}

/// An operation to be logged.
#[derive(Debug, Clone)]
pub struct NewOperation {
    /// What it is.
    pub kind: OperationKind,
    /// UTC, ISO 8601.
    pub at: String,
    /// The reading that an import brought.
    pub reading: Option<ReadingId>,
    /// The account it concerns.
    pub account: Option<AccountId>,
    /// The entry it concerns.
    pub entry: Option<EntryId>,
    /// The report, or before and after: JSON.
    pub payload: String,
}

/// A logged operation.
#[derive(Debug, Clone)]
pub struct OperationRow {
    /// Its number.
    pub id: OperationId,
    /// Whether it is undone.
    pub is_undone: bool,
    /// As logged.
    pub operation: NewOperation,
}

impl Read<'_> {
    /// All operations, newest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_operations(self) -> Result<Vec<OperationRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM operations ORDER BY id DESC")?;
        let rows = list.query_map([], operation_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The imports of a reading, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_imports_of(self, reading: ReadingId) -> Result<Vec<OperationRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM operations WHERE reading_id = ? ORDER BY id")?;
        let rows = list.query_map([reading.0], operation_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// An operation by its number.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_operation(self, id: OperationId) -> Result<OperationRow> {
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM operations WHERE id = ?")?;
        get.query_row([id.0], operation_row)
            .optional()?
            .ok_or(Error::NotFound("operation"))
    }
}

impl Write<'_> {
    /// Logs an operation.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_operation(self, new: &NewOperation) -> Result<OperationId> {
        self.0.execute(
            "INSERT INTO operations (kind, at, is_undone, reading_id, account_id, entry_id, payload)
             VALUES (?, ?, 0, ?, ?, ?, ?)",
            (
                new.kind.as_str(),
                &new.at,
                new.reading.map(|id| id.0),
                new.account.map(|id| id.0),
                new.entry.map(|id| id.0),
                &new.payload,
            ),
        )?;
        Ok(OperationId(self.0.last_insert_rowid()))
    }

    /// Notes anew what an operation reports.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_payload(self, id: OperationId, payload: &str) -> Result<()> {
        self.0.execute(
            "UPDATE operations SET payload = ? WHERE id = ?",
            (payload, id.0),
        )?;
        Ok(())
    }

    /// Says whether an operation is undone.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_undone(self, id: OperationId, is_undone: bool) -> Result<()> {
        self.0.execute(
            "UPDATE operations SET is_undone = ? WHERE id = ?",
            (is_undone, id.0),
        )?;
        Ok(())
    }
}

fn operation_row(row: &Row<'_>) -> rusqlite::Result<OperationRow> {
    let kind: String = row.get("kind")?;
    Ok(OperationRow {
        id: OperationId(row.get("id")?),
        is_undone: row.get("is_undone")?,
        operation: NewOperation {
            kind: OperationKind::from_word(&kind),
            at: row.get("at")?,
            reading: row.get::<_, Option<i64>>("reading_id")?.map(ReadingId),
            account: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
            entry: row.get::<_, Option<i64>>("entry_id")?.map(EntryId),
            payload: row.get("payload")?,
        },
    })
}
