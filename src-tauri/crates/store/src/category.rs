//! What the user says that counterparties are, and the categories that the user made or renamed.

use std::collections::HashMap;

use domain::CounterpartyId;

use crate::{Read, Result, Write};

/// A category that the user made, or renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryRow {
    /// Its word: one of the program's, or the user's own.
    pub word: String,
    /// What the user calls it.
    pub name: String,
    /// The picture that stands for it.
    pub glyph: String,
}

impl Read<'_> {
    /// The categories that the user made or renamed, by word.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_categories(self) -> Result<Vec<CategoryRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT word, name, glyph FROM categories ORDER BY word")?;
        let rows = list.query_map([], |row| {
            Ok(CategoryRow {
                word: row.get(0)?,
                name: row.get(1)?,
                glyph: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What the user says that counterparties are.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparty_categories(self) -> Result<HashMap<CounterpartyId, String>> {
        let mut list = self
            .0
            .prepare_cached("SELECT counterparty_id, category FROM counterparty_categories")?;
        let rows = list.query_map([], |row| Ok((CounterpartyId(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Writes what the user says that a counterparty is; `None` leaves it to what it seems to be.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_counterparty_category(
        self,
        id: CounterpartyId,
        category: Option<&str>,
    ) -> Result<()> {
        self.0.execute(
            "DELETE FROM counterparty_categories WHERE counterparty_id = ?",
            [id.0],
        )?;
        if let Some(category) = category {
            self.0.execute(
                "INSERT INTO counterparty_categories (counterparty_id, category) VALUES (?, ?)",
                (id.0, category),
            )?;
        }
        Ok(())
    }

    /// Writes a category of the user's; without one, the word is the program's again, or nobody's.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_category(self, word: &str, category: Option<&CategoryRow>) -> Result<()> {
        self.0
            .execute("DELETE FROM categories WHERE word = ?", [word])?;
        if let Some(row) = category {
            self.0.execute(
                "INSERT INTO categories (word, name, glyph) VALUES (?, ?, ?)",
                (&row.word, &row.name, &row.glyph),
            )?;
        }
        Ok(())
    }
}
