//! The entries that hold words. Those that came last are listed first: they are most often the newest too, and a few of them are listed
//! at once where all would take their time.

use domain::EntryId;

use crate::{Read, Result};

/// Which entries hold words, as far as the index was asked.
pub(super) struct Listed<'a> {
    read: Read<'a>,
    query: &'a str,
    /// In their order; none between the first and the last of them is left out.
    ids: Vec<EntryId>,
    /// Whether there may be more before the first.
    is_part: bool,
    /// How many of those before it are asked about one by one; then all are listed.
    asks: usize,
}

impl<'a> Listed<'a> {
    /// So many of those that came last.
    pub(super) fn last(read: Read<'a>, query: &'a str, most: usize, asks: usize) -> Result<Self> {
        let mut listed = Listed {
            read,
            query,
            ids: Vec::new(),
            is_part: true,
            asks,
        };
        // A beginning is gathered anew from all of its words whenever it is asked for: once must do.
        if query.contains('*') {
            listed.list_all()?;
        } else {
            listed.ids = listed.matching("DESC LIMIT ?2", most)?;
            listed.ids.reverse();
            listed.is_part = listed.ids.len() == most;
        }
        Ok(listed)
    }

    /// All of them, where they are known to be no more than so many.
    pub(super) fn few(&self, most: usize) -> Option<&[EntryId]> {
        (!self.is_part && self.ids.len() <= most).then_some(&self.ids)
    }

    /// All of them, in their order.
    pub(super) fn all(mut self) -> Result<Vec<EntryId>> {
        self.list_all()?;
        Ok(self.ids)
    }

    /// Whether there are no more of them than so many.
    pub(super) fn are_at_most(&mut self, many: usize) -> Result<bool> {
        if self.ids.len() <= many {
            self.list_all()?;
        }
        Ok(self.ids.len() <= many)
    }

    pub(super) fn holds(&mut self, id: EntryId) -> Result<bool> {
        if self.is_part && self.ids.first().is_none_or(|first| id < *first) {
            if self.asks > 0 {
                self.asks -= 1;
                let mut ask = self.read.0.prepare_cached(
                    "SELECT 1 FROM entry_texts WHERE entry_texts MATCH ? AND rowid = ?",
                )?;
                return Ok(ask.exists((self.query, id.0))?);
            }
            self.list_all()?;
        }
        Ok(self.ids.binary_search(&id).is_ok())
    }

    fn list_all(&mut self) -> Result<()> {
        if self.is_part {
            self.ids = self.matching("LIMIT ?2", usize::MAX)?;
            self.is_part = false;
        }
        Ok(())
    }

    fn matching(&self, order: &str, most: usize) -> Result<Vec<EntryId>> {
        let mut find = self.read.0.prepare_cached(&format!(
            "SELECT rowid FROM entry_texts WHERE entry_texts MATCH ?1 ORDER BY rowid {order}"
        ))?;
        let most = i64::try_from(most).unwrap_or(-1);
        let rows = find.query_map((self.query, most), |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
