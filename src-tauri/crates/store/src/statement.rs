//! Statements as stored: what each says of its account, and its proof.

use domain::{AccountId, Currency, NaiveDate, ReadingId, StatementId};
use rusqlite::{Row, named_params};

use crate::row::{find_day, get_currency, iso};
use crate::{Read, Result, Write};

/// A statement to be stored. Amounts are minor units of `currency`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStatement {
    /// The reading that holds it.
    pub reading: ReadingId,
    /// Whose it is.
    pub account: AccountId,
    /// Its place in the document.
    pub ordinal: i64,
    /// The account as this statement identifies it, JSON.
    pub account_stated: String,
    /// Its own reference.
    pub reference: Option<String>,
    /// Its currency.
    pub currency: Currency,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// The day that it speaks from.
    pub as_of: Option<NaiveDate>,
    /// Whether it states pending lines.
    pub has_pending: bool,
    /// `holds broken unstated`.
    pub proof: String,
    /// What it opens with.
    pub opening_minor: Option<i64>,
    /// The day of that.
    pub opening_date: Option<NaiveDate>,
    /// Booked money in.
    pub in_minor: i64,
    /// Booked money out, negative.
    pub out_minor: i64,
    /// Booked entries.
    pub entry_count: i64,
    /// What it closes with.
    pub closing_minor: Option<i64>,
    /// The day of that.
    pub closing_date: Option<NaiveDate>,
    /// closing − (opening + entries), where that is not zero.
    pub difference_minor: Option<i64>,
    /// The first line at which a running balance breaks.
    pub broken_at_line: Option<i64>,
}

/// A stored statement and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// Its id.
    pub id: StatementId,
    /// As stored.
    pub statement: NewStatement,
    /// The document's name.
    pub document_name: String,
    /// SHA-256 of the document.
    pub sha256: [u8; 32],
}

const LIVE: &str = "SELECT statements.*, documents.name AS document_name, documents.sha256
     FROM statements
     JOIN readings ON readings.id = statements.reading_id
     JOIN documents ON documents.id = readings.document_id";

impl Read<'_> {
    /// The live statements of an account, by their last day.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_statements(self, account: AccountId) -> Result<Vec<StatementRow>> {
        let mut list = self.0.prepare_cached(&format!(
            "{LIVE} WHERE statements.account_id = ? AND readings.is_live
             ORDER BY until_date, from_date, readings.richness DESC, documents.sha256, statements.ordinal"
        ))?;
        let rows = list.query_map([account.0], statement_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The statements of one reading.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_statements_of_reading(self, reading: ReadingId) -> Result<Vec<StatementRow>> {
        let mut list = self
            .0
            .prepare_cached(&format!("{LIVE} WHERE reading_id = ? ORDER BY ordinal"))?;
        let rows = list.query_map([reading.0], statement_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Stores a statement.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_statement(self, new: &NewStatement) -> Result<StatementId> {
        let mut add = self.0.prepare_cached(include_str!("statement/add.sql"))?;
        add.execute(named_params! {
            ":reading_id": new.reading.0,
            ":account_id": new.account.0,
            ":ordinal": new.ordinal,
            ":account_stated": new.account_stated,
            ":reference": new.reference,
            ":currency": new.currency.code(),
            ":from_date": new.from.map(iso),
            ":until_date": new.until.map(iso),
            ":as_of_date": new.as_of.map(iso),
            ":has_pending": new.has_pending,
            ":proof": new.proof,
            ":opening_minor": new.opening_minor,
            ":opening_date": new.opening_date.map(iso),
            ":in_minor": new.in_minor,
            ":out_minor": new.out_minor,
            ":entry_count": new.entry_count,
            ":closing_minor": new.closing_minor,
            ":closing_date": new.closing_date.map(iso),
            ":difference_minor": new.difference_minor,
            ":broken_at_line": new.broken_at_line,
        })?;
        Ok(StatementId(self.0.last_insert_rowid()))
    }
}

fn statement_row(row: &Row<'_>) -> rusqlite::Result<StatementRow> {
    Ok(StatementRow {
        id: StatementId(row.get("id")?),
        statement: NewStatement {
            reading: ReadingId(row.get("reading_id")?),
            account: AccountId(row.get("account_id")?),
            ordinal: row.get("ordinal")?,
            account_stated: row.get("account_stated")?,
            reference: row.get("reference")?,
            currency: get_currency(row, "currency")?,
            from: find_day(row, "from_date")?,
            until: find_day(row, "until_date")?,
            as_of: find_day(row, "as_of_date")?,
            has_pending: row.get("has_pending")?,
            proof: row.get("proof")?,
            opening_minor: row.get("opening_minor")?,
            opening_date: find_day(row, "opening_date")?,
            in_minor: row.get("in_minor")?,
            out_minor: row.get("out_minor")?,
            entry_count: row.get("entry_count")?,
            closing_minor: row.get("closing_minor")?,
            closing_date: find_day(row, "closing_date")?,
            difference_minor: row.get("difference_minor")?,
            broken_at_line: row.get("broken_at_line")?,
        },
        document_name: row.get("document_name")?,
        sha256: row.get("sha256")?,
    })
}
