//! Receipts that wait, that found their entries lately, and that have something to tell: read by index, a page at a time.

use domain::{CounterpartyId, NaiveDate, ReceiptId};
use rusqlite::named_params;

use crate::receipt::receipt_row;
use crate::row::{get_day, iso};
use crate::{Read, ReceiptRow, Result, Write};

/// From when to when receipts have something to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The day here and now.
    pub today: NaiveDate,
    /// Parcels that were due before this are no news any more.
    pub parcels_from: NaiveDate,
    /// Nor is money that was promised before this.
    pub refunds_from: NaiveDate,
    /// Last days to send something back are told of up to this one.
    pub returns_until: NaiveDate,
    /// Ends of guarantees are told of up to this one.
    pub guarantees_until: NaiveDate,
}

/// A day on which a receipt has something to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceiptDay {
    /// `parcel return guarantee warranty`.
    pub kind: &'static str,
    /// The day.
    pub day: NaiveDate,
}

impl Read<'_> {
    /// Receipts without an entry, newest first: those in doubt, which have candidates, or those that have none.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_waiting(self, is_in_doubt: bool, limit: u32) -> Result<Vec<ReceiptRow>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("inbox/list_waiting.sql"))?;
        let rows = list.query_map(
            named_params! {":in_doubt": is_in_doubt, ":limit": limit},
            receipt_row,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many receipts have no entry, and how many of them are in doubt.
    ///
    /// # Errors
    /// As the file's.
    pub fn count_waiting(self) -> Result<(u32, u32)> {
        let mut count = self
            .0
            .prepare_cached(include_str!("inbox/count_waiting.sql"))?;
        Ok(count.query_row([], |row| Ok((row.get("waiting")?, row.get("in_doubt")?)))?)
    }

    /// The conversations in which receipts wait, and whether any of them there is in doubt.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_waiting_in(self) -> Result<Vec<(CounterpartyId, bool)>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("inbox/list_waiting_in.sql"))?;
        let rows = list.query_map([], |row| {
            Ok((
                CounterpartyId(row.get("counterparty_id")?),
                row.get("in_doubt")?,
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Receipts that have entries, the one whose last document came last first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_linked(self, limit: u32) -> Result<Vec<ReceiptRow>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("inbox/list_linked.sql"))?;
        let rows = list.query_map(named_params! {":limit": limit}, receipt_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Receipts that have something to tell, newest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_told(self, telling: &Telling) -> Result<Vec<ReceiptRow>> {
        let mut list = self.0.prepare_cached(include_str!("inbox/list_told.sql"))?;
        let rows = list.query_map(
            named_params! {
                ":today": iso(telling.today),
                ":parcels_from": iso(telling.parcels_from),
                ":refunds_from": iso(telling.refunds_from),
                ":returns_until": iso(telling.returns_until),
                ":guarantees_until": iso(telling.guarantees_until),
            },
            receipt_row,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Counterparties of whom nothing is known but receipts, with the day of the newest one, newest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_bare_conversations(self) -> Result<Vec<(CounterpartyId, NaiveDate)>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("inbox/list_bare_conversations.sql"))?;
        let rows = list.query_map([], |row| {
            Ok((CounterpartyId(row.get(0)?), get_day(row, "day")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The version of the rules that the days of receipts were read by.
    ///
    /// # Errors
    /// As the file's.
    pub fn receipt_version(self) -> Result<i64> {
        let version = "SELECT version FROM receipt_rules";
        Ok(self.0.query_row(version, [], |row| row.get(0))?)
    }
}

impl Write<'_> {
    /// Puts the days on which a receipt has something to tell in the place of those that it had.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_receipt_days(self, id: ReceiptId, days: &[ReceiptDay]) -> Result<()> {
        let mut drop = self
            .0
            .prepare_cached("DELETE FROM receipt_days WHERE receipt_id = ?")?;
        drop.execute([id.0])?;
        let mut put = self.0.prepare_cached(
            "INSERT OR REPLACE INTO receipt_days (receipt_id, kind, day) VALUES (?, ?, ?)",
        )?;
        for one in days {
            put.execute((id.0, one.kind, iso(one.day)))?;
        }
        Ok(())
    }

    /// Notes by which version of the rules the days of receipts were read.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_receipt_version(self, version: i64) -> Result<()> {
        self.0
            .execute("UPDATE receipt_rules SET version = ?", [version])?;
        Ok(())
    }
}
