//! The search index: FTS5, written beside the entries in the same transaction.

use domain::EntryId;
use rusqlite::named_params;

use crate::{EntryRow, Read, Result, Write};

impl Read<'_> {
    /// Shown entries whose name or texts match an FTS5 query, newest first.
    ///
    /// # Errors
    /// As the file's; a query that FTS5 cannot parse is [`crate::Error::Sql`].
    pub fn search_entries(self, query: &str, limit: u32) -> Result<Vec<EntryRow>> {
        let mut search = self.0.prepare_cached(include_str!("search/find.sql"))?;
        let rows = search.query_map(named_params! { ":query": query, ":limit": limit }, |row| {
            Ok(EntryId(row.get(0)?))
        })?;
        let ids = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        ids.into_iter().map(|id| self.get_entry(id)).collect()
    }
}

impl Write<'_> {
    /// Indexes a new entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_entry_text(self, id: EntryId, body: &str) -> Result<()> {
        let mut add = self
            .0
            .prepare_cached("INSERT INTO entry_texts (rowid, body) VALUES (?, ?)")?;
        add.execute((id.0, body))?;
        Ok(())
    }

    /// Indexes an entry anew.
    ///
    /// # Errors
    /// As the file's.
    pub fn replace_entry_text(self, id: EntryId, body: &str) -> Result<()> {
        let mut delete = self
            .0
            .prepare_cached("DELETE FROM entry_texts WHERE rowid = ?")?;
        delete.execute([id.0])?;
        self.add_entry_text(id, body)
    }
}
