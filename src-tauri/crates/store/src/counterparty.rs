//! Counterparties: who is on the other side.

use std::collections::HashMap;

use domain::CounterpartyId;
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Read, Result, Write};

/// A counterparty to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCounterparty {
    /// Its stable identity: the folded name.
    pub key: String,
    /// Its name as shown; empty for the bank's own doings, which are named in the user's language.
    pub name: String,
    /// `merchant person bank`.
    pub kind: String,
}

/// A stored counterparty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterpartyRow {
    /// Its id.
    pub id: CounterpartyId,
    /// As stored.
    pub counterparty: NewCounterparty,
    /// The user's name for it.
    pub user_name: Option<String>,
}

impl Read<'_> {
    /// A counterparty by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_counterparty(self, id: CounterpartyId) -> Result<CounterpartyRow> {
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM counterparties WHERE id = ?")?;
        get.query_row([id.0], counterparty_row)
            .optional()?
            .ok_or(Error::NotFound("counterparty"))
    }

    /// All counterparties.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparties(self) -> Result<Vec<CounterpartyRow>> {
        let mut list = self.0.prepare_cached("SELECT * FROM counterparties")?;
        let rows = list.query_map([], counterparty_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The ids of all counterparties, by key.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparty_keys(self) -> Result<HashMap<String, CounterpartyId>> {
        let mut list = self
            .0
            .prepare_cached("SELECT key, id FROM counterparties")?;
        let rows = list.query_map([], |row| Ok((row.get(0)?, CounterpartyId(row.get(1)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Adds a counterparty.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_counterparty(self, new: &NewCounterparty) -> Result<CounterpartyId> {
        let mut add = self
            .0
            .prepare_cached("INSERT INTO counterparties (key, name, kind) VALUES (?, ?, ?)")?;
        add.execute((&new.key, &new.name, &new.kind))?;
        Ok(CounterpartyId(self.0.last_insert_rowid()))
    }

    /// Sets what the user calls a counterparty.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_counterparty_name(self, id: CounterpartyId, name: Option<&str>) -> Result<()> {
        self.0.execute(
            "UPDATE counterparties SET user_name = ? WHERE id = ?",
            (name, id.0),
        )?;
        Ok(())
    }
}

pub(crate) fn counterparty_row(row: &Row<'_>) -> rusqlite::Result<CounterpartyRow> {
    Ok(CounterpartyRow {
        id: CounterpartyId(row.get("id")?),
        counterparty: NewCounterparty {
            key: row.get("key")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
        },
        user_name: row.get("user_name")?,
    })
}
