//! Transfers between own accounts: pairs of entries, and what the user says of them.

use domain::{AccountId, Currency, EntryId, NaiveDate};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::row::{day, get_currency, get_day, iso};
use crate::sighting::fields;
use crate::{Read, Result, Write};

/// Two entries that are one movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferRow {
    /// Where the money left.
    pub from: EntryId,
    /// Where it arrived.
    pub to: EntryId,
    /// Whether the user said so.
    pub by_user: bool,
    /// Words of evidence, parted by spaces.
    pub reasons: String,
}

/// One side of a transfer, as seen from the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherSide {
    /// What the entry there is found by.
    pub key: MovingKey,
    /// The currency of its amount.
    pub currency: Currency,
    /// Whether the user said that they are one movement.
    pub by_user: bool,
    /// What speaks for it: `accountNumber accountName words sameDay statedAmount`, parted by spaces.
    pub reasons: String,
}

/// What an entry is first looked for by, shown or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovingKey {
    /// The entry.
    pub id: EntryId,
    /// Whose.
    pub account: AccountId,
    /// The bucket's day.
    pub day: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
}

/// What a transfer is decided on of a shown entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovingEntry {
    /// What it is found by.
    pub key: MovingKey,
    /// The currency of its amount.
    pub currency: Currency,
    /// In the currency of the operation, signed, where the statement says it.
    pub original: Option<(String, Currency)>,
    /// `card transfer directDebit cash cheque fee interest salary refund other`.
    pub payment_type: String,
    /// The cleaned name.
    pub name: String,
    /// Each text as printed.
    pub texts: Vec<String>,
    /// Whatever else the row says, JSON.
    pub more: Option<String>,
    /// The key of its words, and its number among the bucket's equals.
    pub place: (i64, i64),
}

impl Read<'_> {
    /// All transfers.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_transfers(self) -> Result<Vec<TransferRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM transfers ORDER BY from_id")?;
        let rows = list.query_map([], transfer_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The other side of an entry that is a transfer.
    ///
    /// # Errors
    /// As the file's.
    pub(crate) fn find_other_side(self, id: EntryId) -> Result<Option<OtherSide>> {
        let mut find = self
            .0
            .prepare_cached(include_str!("transfer/find_other_side.sql"))?;
        Ok(find.query_row([id.0], other_side).optional()?)
    }

    /// What the user says: from, to, and whether they are one movement.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_transfer_words(self) -> Result<Vec<(EntryId, EntryId, bool)>> {
        let mut list = self.0.prepare_cached(
            "SELECT from_id, to_id, is_transfer FROM transfer_words ORDER BY from_id, to_id",
        )?;
        let rows = list.query_map([], |row| {
            Ok((EntryId(row.get(0)?), EntryId(row.get(1)?), row.get(2)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The version of the rules that the transfers were found by.
    ///
    /// # Errors
    /// As the file's.
    pub fn transfer_version(self) -> Result<i64> {
        Ok(self
            .0
            .query_row("SELECT version FROM transfer_rules", [], |row| row.get(0))?)
    }

    /// The entries of an account with a day in a range and an amount that is `wanted`, read from their index alone.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_moving_keys(
        self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
        wanted: impl Fn(i64) -> bool,
    ) -> Result<Vec<MovingKey>> {
        // What is retired has given its place among its equals away.
        let mut list = self.0.prepare_cached(
            "SELECT id, day, amount_minor FROM entries
             WHERE account_id = ? AND day BETWEEN ? AND ? AND ordinal >= 0",
        )?;
        let mut rows = list.query((account.0, iso(from), iso(until)))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let amount_minor: i64 = row.get(2)?;
            if !wanted(amount_minor) {
                continue;
            }
            if let Some(day) = day(row.get_ref(1)?.as_str().unwrap_or_default()) {
                found.push(MovingKey {
                    id: EntryId(row.get(0)?),
                    account,
                    day,
                    amount_minor,
                });
            }
        }
        Ok(found)
    }

    /// The entries of an account with a day in a range that any sighting, live or not, states in another currency.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_moving_in_another_currency(
        self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<(MovingKey, (String, Currency))>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("transfer/list_in_another_currency.sql"))?;
        let rows = list.query_map((account.0, iso(from), iso(until)), |row| {
            let key = MovingKey {
                id: EntryId(row.get("entry_id")?),
                account,
                day: get_day(row, "day")?,
                amount_minor: row.get("amount_minor")?,
            };
            Ok((key, original(row)?))
        })?;
        let mut found = Vec::new();
        for row in rows {
            let (key, original) = row?;
            found.extend(original.map(|original| (key, original)));
        }
        Ok(found)
    }

    /// What a transfer is decided on; `None` where the entry is not shown, or only for information.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_moving_entry(self, id: EntryId) -> Result<Option<MovingEntry>> {
        let mut find = self
            .0
            .prepare_cached(include_str!("transfer/find_entry.sql"))?;
        Ok(find.query_row([id.0], moving_entry).optional()?)
    }

    /// Shown entries of other accounts, of this amount and within these days, that are no side of a transfer: the nearest
    /// to `day` first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparts(
        self,
        like: MovingKey,
        currency: Currency,
        (from, until): (NaiveDate, NaiveDate),
        limit: u32,
    ) -> Result<Vec<EntryId>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("transfer/list_counterparts.sql"))?;
        let rows = list.query_map(
            named_params! {
                ":account_id": like.account.0,
                ":amount_minor": like.amount_minor.saturating_neg(),
                ":currency": currency.code(),
                ":day": iso(like.day),
                ":from": iso(from),
                ":until": iso(until),
                ":limit": limit,
            },
            |row| Ok(EntryId(row.get(0)?)),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Stores a transfer.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_transfer(self, row: &TransferRow) -> Result<()> {
        let mut add = self.0.prepare_cached(
            "INSERT INTO transfers (from_id, to_id, decided_by, reasons) VALUES (?, ?, ?, ?)",
        )?;
        let by = if row.by_user { "user" } else { "rule" };
        add.execute((row.from.0, row.to.0, by, &row.reasons))?;
        Ok(())
    }

    /// Takes a transfer away.
    ///
    /// # Errors
    /// As the file's.
    pub fn drop_transfer(self, from: EntryId) -> Result<()> {
        let mut drop = self
            .0
            .prepare_cached("DELETE FROM transfers WHERE from_id = ?")?;
        drop.execute([from.0])?;
        Ok(())
    }

    /// Keeps, or with `None` forgets, what the user says of two entries.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_transfer_word(
        self,
        from: EntryId,
        to: EntryId,
        is_transfer: Option<bool>,
    ) -> Result<()> {
        match is_transfer {
            Some(is_transfer) => self.0.execute(
                "INSERT INTO transfer_words (from_id, to_id, is_transfer) VALUES (?, ?, ?)
                 ON CONFLICT (from_id, to_id) DO UPDATE SET is_transfer = excluded.is_transfer",
                (from.0, to.0, is_transfer),
            )?,
            None => self.0.execute(
                "DELETE FROM transfer_words WHERE from_id = ? AND to_id = ?",
                (from.0, to.0),
            )?,
        };
        Ok(())
    }

    /// Notes by which version of the rules the transfers were found.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_transfer_version(self, version: i64) -> Result<()> {
        self.0
            .execute("UPDATE transfer_rules SET version = ?", [version])?;
        Ok(())
    }
}

fn transfer_row(row: &Row<'_>) -> rusqlite::Result<TransferRow> {
    let decided_by: String = row.get("decided_by")?;
    Ok(TransferRow {
        from: EntryId(row.get("from_id")?),
        to: EntryId(row.get("to_id")?),
        by_user: decided_by == "user",
        reasons: row.get("reasons")?,
    })
}

fn other_side(row: &Row<'_>) -> rusqlite::Result<OtherSide> {
    let decided_by: String = row.get("decided_by")?;
    Ok(OtherSide {
        key: moving_key(row)?,
        currency: get_currency(row, "currency")?,
        by_user: decided_by == "user",
        reasons: row.get("reasons")?,
    })
}

fn moving_key(row: &Row<'_>) -> rusqlite::Result<MovingKey> {
    Ok(MovingKey {
        id: EntryId(row.get("id")?),
        account: AccountId(row.get("account_id")?),
        day: get_day(row, "day")?,
        amount_minor: row.get("amount_minor")?,
    })
}

fn moving_entry(row: &Row<'_>) -> rusqlite::Result<MovingEntry> {
    let texts: String = row.get("texts")?;
    Ok(MovingEntry {
        key: moving_key(row)?,
        currency: get_currency(row, "currency")?,
        original: original(row)?,
        payment_type: row.get("payment_type")?,
        name: row.get("name")?,
        texts: fields(&texts).into_iter().map(|(_, text)| text).collect(),
        more: row.get("more")?,
        place: (row.get("identity_key")?, row.get("ordinal")?),
    })
}

/// An amount in another currency, where both of its columns hold one.
fn original(row: &Row<'_>) -> rusqlite::Result<Option<(String, Currency)>> {
    let amount: Option<String> = row.get("original_amount")?;
    let currency: Option<String> = row.get("original_currency")?;
    let currency = currency.and_then(|code| code.parse().ok());
    Ok(amount.zip(currency))
}
