//! The log of operations.

use domain::{AccountId, CounterpartyId, EntryId, OperationId, ReadingId};
use rusqlite::{OptionalExtension, Row};

use crate::row::bad;
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
    /// The user brought a deleted entry back.
    RestoreEntry,
    /// The user moved an entry to another conversation.
    MoveEntry,
    /// The user wrote a note on an entry, or took it away.
    Note,
    /// The user put tags on an entry, or took some off.
    Tag,
    /// The user gave a counterparty a name, or took it away.
    Rename,
    /// The user said that a counterparty is another one.
    Merge,
    /// The user said that it is not.
    Unmerge,
    /// The user said that an entry paid for a receipt.
    Link,
    /// The user said that it did not.
    Unlink,
    /// The user said that a purchase arrived.
    Arrive,
    /// The user said that a purchase was not there yet.
    Await,
    /// The user said that an entry gives back another.
    PairRefund,
    /// The user said that it does not.
    PartRefund,
    /// The user answered to an alert.
    AnswerAlert,
    /// The user said that two entries are one transfer between own accounts.
    Pair,
    /// The user said that they are not.
    Part,
    /// The user wrote down cash.
    AddCash,
    /// The user changed what was written down of it.
    EditCash,
    /// The user wrote a note on a conversation.
    WriteNote,
    /// The user changed such a note, or took it away.
    EditNote,
    /// The user asked something in a conversation.
    AskQuestion,
    /// The user chose another reading of it, or took it away.
    EditQuestion,
    /// The user said what a counterparty is.
    Categorise,
    /// The user made a category, or named one anew.
    NameCategory,
    /// The user decided how documents of one header are read.
    SetProfile,
    /// The user had that forgotten.
    ForgetProfile,
    /// The user said that a missing statement is not to be had.
    AcceptGap,
}

impl OperationKind {
    const ALL: [OperationKind; 30] = [
        OperationKind::ImportStatement,
        OperationKind::SetAccount,
        OperationKind::DeleteEntry,
        OperationKind::RestoreEntry,
        OperationKind::MoveEntry,
        OperationKind::Note,
        OperationKind::Tag,
        OperationKind::Rename,
        OperationKind::Merge,
        OperationKind::Unmerge,
        OperationKind::Link,
        OperationKind::Unlink,
        OperationKind::Arrive,
        OperationKind::Await,
        OperationKind::PairRefund,
        OperationKind::PartRefund,
        OperationKind::AnswerAlert,
        OperationKind::Pair,
        OperationKind::Part,
        OperationKind::AddCash,
        OperationKind::EditCash,
        OperationKind::WriteNote,
        OperationKind::EditNote,
        OperationKind::AskQuestion,
        OperationKind::EditQuestion,
        OperationKind::Categorise,
        OperationKind::NameCategory,
        OperationKind::SetProfile,
        OperationKind::ForgetProfile,
        OperationKind::AcceptGap,
    ];

    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            OperationKind::ImportStatement => "importStatement",
            OperationKind::SetAccount => "setAccount",
            OperationKind::DeleteEntry => "deleteEntry",
            OperationKind::RestoreEntry => "restoreEntry",
            OperationKind::MoveEntry => "moveEntry",
            OperationKind::Note => "note",
            OperationKind::Tag => "tag",
            OperationKind::Rename => "rename",
            OperationKind::Merge => "merge",
            OperationKind::Unmerge => "unmerge",
            OperationKind::Link => "link",
            OperationKind::Unlink => "unlink",
            OperationKind::Arrive => "arrive",
            OperationKind::Await => "await",
            OperationKind::PairRefund => "pairRefund",
            OperationKind::PartRefund => "partRefund",
            OperationKind::AnswerAlert => "answerAlert",
            OperationKind::Pair => "pair",
            OperationKind::Part => "part",
            OperationKind::AddCash => "addCash",
            OperationKind::EditCash => "editCash",
            OperationKind::WriteNote => "writeNote",
            OperationKind::EditNote => "editNote",
            OperationKind::AskQuestion => "askQuestion",
            OperationKind::EditQuestion => "editQuestion",
            OperationKind::Categorise => "categorise",
            OperationKind::NameCategory => "nameCategory",
            OperationKind::SetProfile => "setProfile",
            OperationKind::ForgetProfile => "forgetProfile",
            OperationKind::AcceptGap => "acceptGap",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
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
    /// The counterparty it concerns.
    pub counterparty: Option<CounterpartyId>,
    /// The report, or what the user set: JSON.
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

    /// The operations on an entry, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_operations_on_entry(self, entry: EntryId) -> Result<Vec<OperationRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM operations WHERE entry_id = ? ORDER BY id")?;
        let rows = list.query_map([entry.0], operation_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The operations on a counterparty, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_operations_on_counterparty(
        self,
        counterparty: CounterpartyId,
    ) -> Result<Vec<OperationRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM operations WHERE counterparty_id = ? ORDER BY id")?;
        let rows = list.query_map([counterparty.0], operation_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The operations on an account that the user made, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_operations_on_account(self, account: AccountId) -> Result<Vec<OperationRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM operations WHERE account_id = ? ORDER BY id")?;
        let rows = list.query_map([account.0], operation_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The operations of a kind, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_operations_of_kind(self, kind: OperationKind) -> Result<Vec<OperationRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM operations WHERE kind = ? ORDER BY id")?;
        let rows = list.query_map([kind.as_str()], operation_row)?;
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
            "INSERT INTO operations (kind, at, is_undone, reading_id, account_id, entry_id, counterparty_id, payload)
             VALUES (?, ?, 0, ?, ?, ?, ?, ?)",
            (
                new.kind.as_str(),
                &new.at,
                new.reading.map(|id| id.0),
                new.account.map(|id| id.0),
                new.entry.map(|id| id.0),
                new.counterparty.map(|id| id.0),
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
            kind: OperationKind::from_word(&kind).ok_or_else(|| bad(row, "kind"))?,
            at: row.get("at")?,
            reading: row.get::<_, Option<i64>>("reading_id")?.map(ReadingId),
            account: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
            entry: row.get::<_, Option<i64>>("entry_id")?.map(EntryId),
            counterparty: row
                .get::<_, Option<i64>>("counterparty_id")?
                .map(CounterpartyId),
            payload: row.get("payload")?,
        },
    })
}
