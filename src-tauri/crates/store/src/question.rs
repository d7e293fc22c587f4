//! Questions asked in conversations. Each row is what the standing operations on it say together.

use domain::{AccountId, CounterpartyId, NaiveDate, OperationId};
use rusqlite::{OptionalExtension, Row, params};

use crate::row::{get_day, iso};
use crate::{ConversationKind, Error, Read, Result, Write};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionRow {
    /// The operation that asked it.
    pub id: OperationId,
    /// The conversation that it was asked in.
    pub with: ConversationKind,
    /// The day it was asked on.
    pub day: NaiveDate,
    /// As typed.
    pub question: String,
    /// What was chosen of its readings: JSON.
    pub chosen: String,
}

impl Read<'_> {
    /// The questions asked in a conversation, in their order.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_questions(self, with: ConversationKind) -> Result<Vec<QuestionRow>> {
        let (column, id) = match with {
            ConversationKind::Account(id) => ("account_id", id.0),
            ConversationKind::Counterparty(id) => ("counterparty_id", id.0),
        };
        let mut list = self.0.prepare_cached(&format!(
            "SELECT * FROM questions WHERE {column} = ? ORDER BY day, id"
        ))?;
        let rows = list.query_map([id], question_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every question, as they were asked.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_all_questions(self) -> Result<Vec<QuestionRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM questions ORDER BY id")?;
        let rows = list.query_map([], question_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One question.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_question(self, id: OperationId) -> Result<QuestionRow> {
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM questions WHERE id = ?")?;
        get.query_row([id.0], question_row)
            .optional()?
            .ok_or(Error::NotFound("question"))
    }
}

impl Write<'_> {
    /// Writes a question.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_question(self, row: &QuestionRow) -> Result<()> {
        let (account, counterparty) = match row.with {
            ConversationKind::Account(id) => (Some(id.0), None),
            ConversationKind::Counterparty(id) => (None, Some(id.0)),
        };
        self.0.execute(
            include_str!("question/put.sql"),
            params![
                row.id.0,
                account,
                counterparty,
                iso(row.day),
                row.question,
                row.chosen,
            ],
        )?;
        Ok(())
    }

    /// Takes a question away.
    ///
    /// # Errors
    /// As the file's.
    pub fn drop_question(self, id: OperationId) -> Result<()> {
        self.0
            .execute("DELETE FROM questions WHERE id = ?", [id.0])?;
        Ok(())
    }
}

fn question_row(row: &Row<'_>) -> rusqlite::Result<QuestionRow> {
    let account: Option<i64> = row.get("account_id")?;
    let with = match account {
        Some(id) => ConversationKind::Account(AccountId(id)),
        None => ConversationKind::Counterparty(CounterpartyId(row.get("counterparty_id")?)),
    };
    Ok(QuestionRow {
        id: OperationId(row.get("id")?),
        with,
        day: get_day(row, "day")?,
        question: row.get("question")?,
        chosen: row.get("chosen")?,
    })
}
