//! Money that came back, beside the purchase that it came back for.

use domain::{CounterpartyId, Currency, EntryId, NaiveDate};
use rusqlite::Row;

use crate::row::{get_currency_at, get_day_at};
use crate::{Read, Result, Write};

/// What a refund is decided on of a shown entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnEntry {
    /// The entry.
    pub id: EntryId,
    /// The day shown.
    pub day: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
    /// In the currency of the operation, signed, where the statement says it.
    pub original: Option<(String, Currency)>,
    /// `card transfer directDebit cash cheque fee interest salary refund other`.
    pub payment_type: String,
}

/// Money in that gives back money out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundRow {
    /// The conversation for which it was found.
    pub counterparty: CounterpartyId,
    /// The money in.
    pub refund: EntryId,
    /// The money out.
    pub purchase: EntryId,
    /// How much of the purchase comes back, in its currency.
    pub amount_minor: i64,
    /// Whether receipts name the pair.
    pub is_named: bool,
}

impl Read<'_> {
    /// The days of money that came in, in a conversation, and that the bank calls a refund.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_refund_days(self, counterparty: CounterpartyId) -> Result<Vec<NaiveDate>> {
        let mut list = self.0.prepare_cached(
            "SELECT entries.order_date FROM entries JOIN sightings ON sightings.id = entries.sighting_id
             WHERE entries.counterparty_id = ? AND entries.is_live AND entries.amount_minor > 0
                AND sightings.payment_type = 'refund'",
        )?;
        let rows = list.query_map([counterparty.0], |row| get_day_at(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The conversations in which money came in.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_refunding(self) -> Result<Vec<CounterpartyId>> {
        let mut list = self.0.prepare_cached(
            "SELECT DISTINCT counterparty_id FROM entries WHERE is_live AND amount_minor > 0",
        )?;
        let rows = list.query_map([], |row| Ok(CounterpartyId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The shown entries of a conversation from one day to another, in the order of the ledger.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_return_entries(
        self,
        counterparty: CounterpartyId,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Result<Vec<ReturnEntry>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("refund/list_entries.sql"))?;
        let rows = list.query_map(
            (counterparty.0, from.to_string(), until.to_string()),
            return_entry,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every pair of a refund and a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_refunds(self) -> Result<Vec<RefundRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT * FROM refunds ORDER BY counterparty_id, refund_id, purchase_id",
        )?;
        let rows = list.query_map([], refund_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The refunds that receipts name.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_named_refunds(self) -> Result<Vec<RefundRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT * FROM refunds WHERE is_named ORDER BY refund_id, purchase_id",
        )?;
        let rows = list.query_map([], refund_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What an entry gives back, and what gives it back.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_refunds_of(self, entry: EntryId) -> Result<Vec<RefundRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT * FROM refunds WHERE refund_id = ?1
             UNION ALL SELECT * FROM refunds WHERE purchase_id = ?1
             ORDER BY refund_id, purchase_id",
        )?;
        let rows = list.query_map([entry.0], refund_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What the user says of money that came back: the refund, the purchase, and whether the one gives back the other.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_refund_words(self) -> Result<Vec<(EntryId, EntryId, bool)>> {
        let mut list = self.0.prepare_cached(
            "SELECT refund_id, purchase_id, is_refund FROM refund_words ORDER BY refund_id, purchase_id",
        )?;
        let rows = list.query_map([], |row| {
            Ok((EntryId(row.get(0)?), EntryId(row.get(1)?), row.get(2)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Keeps, or with `None` forgets, what the user says of a refund and a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_refund_word(
        self,
        refund: EntryId,
        purchase: EntryId,
        is_refund: Option<bool>,
    ) -> Result<()> {
        match is_refund {
            Some(is_refund) => self.0.execute(
                "INSERT INTO refund_words (refund_id, purchase_id, is_refund) VALUES (?, ?, ?)
                 ON CONFLICT (refund_id, purchase_id) DO UPDATE SET is_refund = excluded.is_refund",
                (refund.0, purchase.0, is_refund),
            )?,
            None => self.0.execute(
                "DELETE FROM refund_words WHERE refund_id = ? AND purchase_id = ?",
                (refund.0, purchase.0),
            )?,
        };
        Ok(())
    }

    /// Takes away what was found for a conversation of money that came in from one day to another.
    ///
    /// # Errors
    /// As the file's.
    pub fn drop_refunds(
        self,
        counterparty: CounterpartyId,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Result<()> {
        let mut drop = self.0.prepare_cached(
            "DELETE FROM refunds WHERE counterparty_id = ?
                AND (SELECT order_date FROM entries WHERE entries.id = refund_id) BETWEEN ? AND ?",
        )?;
        drop.execute((counterparty.0, from.to_string(), until.to_string()))?;
        Ok(())
    }

    /// Keeps that one entry gives back another.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_refund(self, row: &RefundRow) -> Result<()> {
        let mut add = self.0.prepare_cached(
            "INSERT INTO refunds (counterparty_id, refund_id, purchase_id, amount_minor, is_named) VALUES (?, ?, ?, ?, ?)",
        )?;
        add.execute((
            row.counterparty.0,
            row.refund.0,
            row.purchase.0,
            row.amount_minor,
            row.is_named,
        ))?;
        Ok(())
    }
}

/// By position, in the order of the statement: an import reads many.
fn return_entry(row: &Row<'_>) -> rusqlite::Result<ReturnEntry> {
    let original: Option<String> = row.get(4)?;
    let unit = row.get_ref(5)?.as_str_or_null()?;
    let unit = unit.and_then(|code| code.parse().ok());
    Ok(ReturnEntry {
        id: EntryId(row.get(0)?),
        day: get_day_at(row, 1)?,
        amount_minor: row.get(2)?,
        currency: get_currency_at(row, 3)?,
        original: original.zip(unit),
        payment_type: row.get(6)?,
    })
}

fn refund_row(row: &Row<'_>) -> rusqlite::Result<RefundRow> {
    Ok(RefundRow {
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        refund: EntryId(row.get("refund_id")?),
        purchase: EntryId(row.get("purchase_id")?),
        amount_minor: row.get("amount_minor")?,
        is_named: row.get("is_named")?,
    })
}
