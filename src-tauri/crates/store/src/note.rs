//! Notes on conversations and reminders. Each row is what the standing operations on it say together.

use domain::{AccountId, CounterpartyId, NaiveDate, OperationId};
use rusqlite::{Row, params};

use crate::row::{get_day, iso};
use crate::{ConversationKind, Read, Result, Write};

/// A note on a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// The operation that wrote it.
    pub id: OperationId,
    /// The conversation that it was written in.
    pub with: ConversationKind,
    /// The day it was written on or, of a reminder, the one it is for.
    pub day: NaiveDate,
    /// Whether it reminds of that day.
    pub is_reminder: bool,
    /// Of a reminder: whether the user said that it is done.
    pub is_done: bool,
    /// The words; may be empty where there are tags.
    pub note: String,
    /// The tags, as they were written.
    pub tags: Vec<String>,
}

impl Read<'_> {
    /// The notes on a conversation, by day and then as they were written.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_notes(self, with: ConversationKind) -> Result<Vec<NoteRow>> {
        let (column, id) = match with {
            ConversationKind::Account(id) => ("account_id", id.0),
            ConversationKind::Counterparty(id) => ("counterparty_id", id.0),
        };
        let mut list = self.0.prepare_cached(&format!(
            "SELECT * FROM conversation_notes WHERE {column} = ? ORDER BY day, id"
        ))?;
        let rows = list.query_map([id], note_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every note, as they were written.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_all_notes(self) -> Result<Vec<NoteRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM conversation_notes ORDER BY id")?;
        let rows = list.query_map([], note_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every tag in use, each with how often, by name.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_tags(self) -> Result<Vec<(String, i64)>> {
        let mut list = self
            .0
            .prepare_cached("SELECT tag, count(*) FROM entry_tags GROUP BY tag ORDER BY tag")?;
        let rows = list.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Writes a note.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_note(self, note: &NoteRow) -> Result<()> {
        let (account, counterparty) = match note.with {
            ConversationKind::Account(id) => (Some(id.0), None),
            ConversationKind::Counterparty(id) => (None, Some(id.0)),
        };
        self.0.execute(
            include_str!("note/put.sql"),
            params![
                note.id.0,
                account,
                counterparty,
                iso(note.day),
                note.is_reminder,
                note.is_done,
                note.note,
                note.tags.join(" "),
            ],
        )?;
        Ok(())
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// As the file's.
    pub fn drop_note(self, id: OperationId) -> Result<()> {
        self.0
            .execute("DELETE FROM conversation_notes WHERE id = ?", [id.0])?;
        Ok(())
    }
}

fn note_row(row: &Row<'_>) -> rusqlite::Result<NoteRow> {
    let account: Option<i64> = row.get("account_id")?;
    let with = match account {
        Some(id) => ConversationKind::Account(AccountId(id)),
        None => ConversationKind::Counterparty(CounterpartyId(row.get("counterparty_id")?)),
    };
    let tags: String = row.get("tags")?;
    Ok(NoteRow {
        id: OperationId(row.get("id")?),
        with,
        day: get_day(row, "day")?,
        is_reminder: row.get("is_reminder")?,
        is_done: row.get("is_done")?,
        note: row.get("note")?,
        tags: tags.split_whitespace().map(str::to_owned).collect(),
    })
}
