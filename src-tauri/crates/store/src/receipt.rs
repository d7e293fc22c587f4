//! Receipts: sightings of purchases, and the purchases that they make together.

use std::collections::{HashMap, HashSet};

use domain::{
    CounterpartyId, Currency, DocumentId, EntryId, NaiveDate, ReadingId, ReceiptId,
    ReceiptSightingId,
};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::row::{find_day, get_day, iso};
use crate::{Error, Read, Result, Write};

/// What one document says of one purchase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptSightingRow {
    /// Its id.
    pub id: ReceiptSightingId,
    /// The reading that it belongs to.
    pub reading: ReadingId,
    /// The document that was read.
    pub document: DocumentId,
    /// The document's name.
    pub document_name: String,
    /// SHA-256 of the document.
    pub sha256: [u8; 32],
    /// When the document came: UTC, ISO 8601.
    pub received_at: String,
    /// The reading's format.
    pub format: String,
    /// As read: JSON.
    pub stated: String,
}

/// One purchase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Its id.
    pub id: ReceiptId,
    /// The conversation that it belongs to.
    pub counterparty: CounterpartyId,
    /// `order invoice creditNote receipt shipment refund`.
    pub kind: String,
    /// The day of the purchase.
    pub day: NaiveDate,
    /// The whole price, in minor units.
    pub total_minor: Option<i64>,
    /// The currency of that.
    pub currency: Option<Currency>,
    /// What its documents say together: JSON.
    pub stated: String,
}

/// An entry that paid for a receipt, or may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// The receipt.
    pub receipt: ReceiptId,
    /// The entry.
    pub entry: EntryId,
    /// Whether it is linked; else it is a candidate that waits for the user's word.
    pub is_linked: bool,
    /// Whether the user said so.
    pub by_user: bool,
    /// Tenths of a point.
    pub score: i64,
    /// Words of evidence, parted by spaces.
    pub reasons: String,
}

impl Read<'_> {
    /// Whether any receipt stands.
    ///
    /// # Errors
    /// As the file's.
    pub fn has_receipts(self) -> Result<bool> {
        let mut find = self
            .0
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM receipts)")?;
        Ok(find.query_row([], |row| row.get(0))?)
    }

    /// All receipts, newest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_receipts(self) -> Result<Vec<ReceiptRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM receipts ORDER BY day DESC, id DESC")?;
        let rows = list.query_map([], receipt_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The receipts of a conversation, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_receipts_of(self, counterparty: CounterpartyId) -> Result<Vec<ReceiptRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM receipts WHERE counterparty_id = ? ORDER BY day, id")?;
        let rows = list.query_map([counterparty.0], receipt_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A receipt by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_receipt(self, id: ReceiptId) -> Result<ReceiptRow> {
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM receipts WHERE id = ?")?;
        get.query_row([id.0], receipt_row)
            .optional()?
            .ok_or(Error::NotFound("receipt"))
    }

    /// The sightings that stand of a receipt, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_receipt_sightings(self, id: ReceiptId) -> Result<Vec<ReceiptSightingRow>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("receipt/list_sightings.sql"))?;
        let rows = list.query_map([id.0], sighting_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A sighting by its id, live or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_receipt_sighting(self, id: ReceiptSightingId) -> Result<ReceiptSightingRow> {
        let mut get = self
            .0
            .prepare_cached(include_str!("receipt/get_sighting.sql"))?;
        get.query_row([id.0], sighting_row)
            .optional()?
            .ok_or(Error::NotFound("receipt"))
    }

    /// The sightings of a reading, in the order of the document.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_receipt_sightings_of(self, reading: ReadingId) -> Result<Vec<ReceiptSightingId>> {
        let mut list = self.0.prepare_cached(
            "SELECT id FROM receipt_sightings WHERE reading_id = ? ORDER BY ordinal",
        )?;
        let rows = list.query_map([reading.0], |row| Ok(ReceiptSightingId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The sightings of the same purchase as this one: all that stand and are reached from it by shared keys, itself
    /// included where it stands.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_purchase_of(self, id: ReceiptSightingId) -> Result<Vec<ReceiptSightingId>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("receipt/list_purchase.sql"))?;
        let rows = list.query_map([id.0], |row| Ok(ReceiptSightingId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The receipt that a sighting is part of; `None` where it does not stand.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_receipt_of(self, id: ReceiptSightingId) -> Result<Option<ReceiptId>> {
        let mut find = self
            .0
            .prepare_cached("SELECT receipt_id FROM receipt_parts WHERE sighting_id = ?")?;
        Ok(find
            .query_row([id.0], |row| Ok(ReceiptId(row.get(0)?)))
            .optional()?)
    }

    /// All links and candidates.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_links(self) -> Result<Vec<LinkRow>> {
        let mut list = self.0.prepare_cached("SELECT * FROM links")?;
        let rows = list.query_map([], link_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The links and candidates of a receipt, the likeliest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_links_of(self, id: ReceiptId) -> Result<Vec<LinkRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT * FROM links WHERE receipt_id = ? ORDER BY state = 'linked' DESC, score DESC, entry_id",
        )?;
        let rows = list.query_map([id.0], link_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The receipts that an entry is linked to.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_receipts_of_entry(self, id: EntryId) -> Result<Vec<ReceiptId>> {
        let mut list = self.0.prepare_cached(
            "SELECT receipt_id FROM links WHERE entry_id = ? AND state = 'linked' ORDER BY receipt_id",
        )?;
        let rows = list.query_map([id.0], |row| Ok(ReceiptId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What the user says of links: the sighting, the entry, and whether they belong together.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_link_words(self) -> Result<Vec<(ReceiptSightingId, EntryId, bool)>> {
        let mut list = self
            .0
            .prepare_cached("SELECT sighting_id, entry_id, is_linked FROM link_words ORDER BY sighting_id, entry_id")?;
        let rows = list.query_map([], |row| {
            Ok((
                ReceiptSightingId(row.get(0)?),
                EntryId(row.get(1)?),
                row.get(2)?,
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The day on which the user says that a sighting's purchase arrived.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_arrival(self, id: ReceiptSightingId) -> Result<Option<NaiveDate>> {
        let mut find = self
            .0
            .prepare_cached("SELECT day FROM arrivals WHERE sighting_id = ?")?;
        let day = find
            .query_row([id.0], |row| find_day(row, "day"))
            .optional()?;
        Ok(day.flatten())
    }

    /// The day on which the user last said that a sighting's purchase was not there yet.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_absence(self, id: ReceiptSightingId) -> Result<Option<NaiveDate>> {
        let mut find = self
            .0
            .prepare_cached("SELECT day FROM absences WHERE sighting_id = ?")?;
        let day = find
            .query_row([id.0], |row| find_day(row, "day"))
            .optional()?;
        Ok(day.flatten())
    }
}

impl Read<'_> {
    /// What a document says of purchases, standing or not.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_receipt_sightings_in(self, document: DocumentId) -> Result<Vec<ReceiptSightingId>> {
        let mut list = self.0.prepare_cached(
            "SELECT receipt_sightings.id FROM receipt_sightings
             JOIN readings ON readings.id = receipt_sightings.reading_id
             WHERE readings.document_id = ? ORDER BY receipt_sightings.id",
        )?;
        let rows = list.query_map([document.0], |row| Ok(ReceiptSightingId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Keeps what a reading says of one purchase, and what it shares with others.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_receipt_sighting(
        self,
        reading: ReadingId,
        ordinal: usize,
        stated: &str,
        keys: &[String],
    ) -> Result<ReceiptSightingId> {
        let ordinal = i64::try_from(ordinal).unwrap_or(i64::MAX);
        let mut add = self.0.prepare_cached(
            "INSERT INTO receipt_sightings (reading_id, ordinal, stated) VALUES (?, ?, ?)",
        )?;
        add.execute((reading.0, ordinal, stated))?;
        let id = self.0.last_insert_rowid();
        let mut share = self
            .0
            .prepare_cached("INSERT INTO receipt_keys (key, sighting_id) VALUES (?, ?)")?;
        for key in keys {
            share.execute((key, id))?;
        }
        Ok(ReceiptSightingId(id))
    }

    /// Says otherwise what a document says of a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_receipt_stated(self, id: ReceiptSightingId, stated: &str) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE receipt_sightings SET stated = ? WHERE id = ?")?;
        set.execute((stated, id.0))?;
        Ok(())
    }

    /// Stores a purchase as projected from these sightings.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_receipt(self, receipt: &ReceiptRow, parts: &[ReceiptSightingId]) -> Result<()> {
        let mut put = self.0.prepare_cached(include_str!("receipt/put.sql"))?;
        put.execute(named_params! {
            ":id": receipt.id.0,
            ":counterparty_id": receipt.counterparty.0,
            ":kind": receipt.kind,
            ":day": iso(receipt.day),
            ":total_minor": receipt.total_minor,
            ":currency": receipt.currency.map(|currency| currency.code().to_owned()),
            ":stated": receipt.stated,
        })?;
        let mut part = self
            .0
            .prepare_cached("INSERT INTO receipt_parts (sighting_id, receipt_id) VALUES (?, ?)")?;
        for sighting in parts {
            part.execute((sighting.0, receipt.id.0))?;
        }
        Ok(())
    }

    /// Takes a projected purchase away, with its links; its sightings stay.
    ///
    /// # Errors
    /// As the file's.
    pub fn drop_receipt(self, id: ReceiptId) -> Result<()> {
        for sql in [
            "DELETE FROM links WHERE receipt_id = ?",
            "DELETE FROM receipt_days WHERE receipt_id = ?",
            "DELETE FROM receipt_parts WHERE receipt_id = ?",
            "DELETE FROM receipts WHERE id = ?",
        ] {
            self.0.prepare_cached(sql)?.execute([id.0])?;
        }
        Ok(())
    }

    /// Says which conversation a receipt belongs to.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_receipt_counterparty(self, id: ReceiptId, whose: CounterpartyId) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE receipts SET counterparty_id = ? WHERE id = ?")?;
        set.execute((whose.0, id.0))?;
        Ok(())
    }

    /// Puts these links in the place of all that there were; what stays is not written again.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_links(self, links: &[LinkRow]) -> Result<()> {
        let known = self.read().list_links()?;
        let known: HashMap<(ReceiptId, EntryId), LinkRow> = known
            .into_iter()
            .map(|link| ((link.receipt, link.entry), link))
            .collect();
        let kept: HashSet<(ReceiptId, EntryId)> = links
            .iter()
            .map(|link| (link.receipt, link.entry))
            .collect();
        let mut drop = self
            .0
            .prepare_cached("DELETE FROM links WHERE receipt_id = ? AND entry_id = ?")?;
        for (receipt, entry) in known.keys().filter(|key| !kept.contains(key)) {
            drop.execute((receipt.0, entry.0))?;
        }
        let mut put = self.0.prepare_cached(
            "INSERT OR REPLACE INTO links (receipt_id, entry_id, state, decided_by, score, reasons) VALUES (?, ?, ?, ?, ?, ?)",
        )?;
        let changed = links
            .iter()
            .filter(|link| known.get(&(link.receipt, link.entry)) != Some(link));
        for link in changed {
            put.execute((
                link.receipt.0,
                link.entry.0,
                if link.is_linked {
                    "linked"
                } else {
                    "candidate"
                },
                if link.by_user { "user" } else { "rule" },
                link.score,
                &link.reasons,
            ))?;
        }
        Ok(())
    }

    /// Keeps, or with `None` forgets, what the user says of a sighting and an entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_link_word(
        self,
        sighting: ReceiptSightingId,
        entry: EntryId,
        is_linked: Option<bool>,
    ) -> Result<()> {
        match is_linked {
            Some(is_linked) => self.0.execute(
                "INSERT INTO link_words (sighting_id, entry_id, is_linked) VALUES (?, ?, ?)
                 ON CONFLICT (sighting_id, entry_id) DO UPDATE SET is_linked = excluded.is_linked",
                (sighting.0, entry.0, is_linked),
            )?,
            None => self.0.execute(
                "DELETE FROM link_words WHERE sighting_id = ? AND entry_id = ?",
                (sighting.0, entry.0),
            )?,
        };
        Ok(())
    }

    /// Keeps, or with `None` forgets, the day on which the user said that a sighting's purchase was not there yet.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_absence(self, sighting: ReceiptSightingId, day: Option<NaiveDate>) -> Result<()> {
        match day {
            Some(day) => self.0.execute(
                "INSERT INTO absences (sighting_id, day) VALUES (?, ?)
                 ON CONFLICT (sighting_id) DO UPDATE SET day = excluded.day",
                (sighting.0, iso(day)),
            )?,
            None => self
                .0
                .execute("DELETE FROM absences WHERE sighting_id = ?", [sighting.0])?,
        };
        Ok(())
    }

    /// Keeps, or with `None` forgets, the day on which the user says that a sighting's purchase arrived.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_arrival(self, sighting: ReceiptSightingId, day: Option<NaiveDate>) -> Result<()> {
        match day {
            Some(day) => self.0.execute(
                "INSERT INTO arrivals (sighting_id, day) VALUES (?, ?)
                 ON CONFLICT (sighting_id) DO UPDATE SET day = excluded.day",
                (sighting.0, iso(day)),
            )?,
            None => self
                .0
                .execute("DELETE FROM arrivals WHERE sighting_id = ?", [sighting.0])?,
        };
        Ok(())
    }
}

pub(crate) fn receipt_row(row: &Row<'_>) -> rusqlite::Result<ReceiptRow> {
    let currency: Option<String> = row.get("currency")?;
    Ok(ReceiptRow {
        id: ReceiptId(row.get("id")?),
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        kind: row.get("kind")?,
        day: get_day(row, "day")?,
        total_minor: row.get("total_minor")?,
        currency: currency.and_then(|code| code.parse().ok()),
        stated: row.get("stated")?,
    })
}

fn sighting_row(row: &Row<'_>) -> rusqlite::Result<ReceiptSightingRow> {
    Ok(ReceiptSightingRow {
        id: ReceiptSightingId(row.get("id")?),
        reading: ReadingId(row.get("reading_id")?),
        document: DocumentId(row.get("document_id")?),
        document_name: row.get("name")?,
        sha256: row.get("sha256")?,
        received_at: row.get("received_at")?,
        format: row.get("format")?,
        stated: row.get("stated")?,
    })
}

fn link_row(row: &Row<'_>) -> rusqlite::Result<LinkRow> {
    let (state, decided_by): (String, String) = (row.get("state")?, row.get("decided_by")?);
    Ok(LinkRow {
        receipt: ReceiptId(row.get("receipt_id")?),
        entry: EntryId(row.get("entry_id")?),
        is_linked: state == "linked",
        by_user: decided_by == "user",
        score: row.get("score")?,
        reasons: row.get("reasons")?,
    })
}
