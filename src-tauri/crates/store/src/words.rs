//! What the user adds: notes, tags, moves, merges. Each table holds what the standing operations say together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{CounterpartyId, EntryId};
use rusqlite::{OptionalExtension, Row};

use crate::entry::entry_state;
use crate::{EntryState, Read, Result, Write};

/// Everything that the user added. People write by hand: it is small, and read whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Notes on entries.
    pub notes: HashMap<EntryId, String>,
    /// Tags on entries.
    pub tags: HashMap<EntryId, BTreeSet<String>>,
    /// The conversations that entries were moved to.
    pub moves: HashMap<EntryId, CounterpartyId>,
    /// Counterparties that are another one.
    pub merges: BTreeMap<CounterpartyId, CounterpartyId>,
    /// Names of counterparties.
    pub names: HashMap<CounterpartyId, String>,
}

impl Read<'_> {
    /// Everything that the user added.
    ///
    /// # Errors
    /// As the file's.
    pub fn words(self) -> Result<Words> {
        let mut tags: HashMap<EntryId, BTreeSet<String>> = HashMap::new();
        for (entry, tag) in self.pairs("SELECT entry_id, tag FROM entry_tags", |row| {
            Ok((EntryId(row.get(0)?), row.get(1)?))
        })? {
            tags.entry(entry).or_default().insert(tag);
        }
        let notes = self.pairs("SELECT entry_id, note FROM entry_notes", |row| {
            Ok((EntryId(row.get(0)?), row.get(1)?))
        })?;
        let moves = self.pairs("SELECT entry_id, counterparty_id FROM entry_moves", |row| {
            Ok((EntryId(row.get(0)?), CounterpartyId(row.get(1)?)))
        })?;
        let merges = self.pairs(
            "SELECT counterparty_id, into_id FROM counterparty_merges",
            |row| Ok((CounterpartyId(row.get(0)?), CounterpartyId(row.get(1)?))),
        )?;
        let names = self.pairs(
            "SELECT id, user_name FROM counterparties WHERE user_name IS NOT NULL",
            |row| Ok((CounterpartyId(row.get(0)?), row.get(1)?)),
        )?;
        Ok(Words {
            notes: notes.into_iter().collect(),
            tags,
            moves: moves.into_iter().collect(),
            merges: merges.into_iter().collect(),
            names: names.into_iter().collect(),
        })
    }

    fn pairs<K, V>(
        self,
        sql: &str,
        pair: fn(&Row<'_>) -> rusqlite::Result<(K, V)>,
    ) -> Result<Vec<(K, V)>> {
        let mut list = self.0.prepare_cached(sql)?;
        let rows = list.query_map([], pair)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The live entries that are a counterparty's, transfers among them, each with the counterparty that its own text names.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_entries_of_counterparty(
        self,
        id: CounterpartyId,
    ) -> Result<Vec<(EntryState, CounterpartyId)>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("words/list_entries.sql"))?;
        let rows = list.query_map([id.0], |row| {
            Ok((entry_state(row)?, CounterpartyId(row.get(18)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whose conversation a counterparty's entries are in: its own, or that of the one that it is merged into.
    ///
    /// # Errors
    /// As the file's.
    pub fn root_of(self, id: CounterpartyId) -> Result<CounterpartyId> {
        let mut find = self
            .0
            .prepare_cached("SELECT into_id FROM counterparty_merges WHERE counterparty_id = ?")?;
        let mut root = id;
        while let Some(into) = find.query_row([root.0], |row| row.get(0)).optional()? {
            root = CounterpartyId(into);
        }
        Ok(root)
    }

    /// Whether each of these words finds an entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn is_found_by(self, id: EntryId, words: &str) -> Result<bool> {
        let terms: Vec<String> = words
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|term| !term.is_empty())
            .map(|term| format!("\"{term}\""))
            .collect();
        if terms.is_empty() {
            return Ok(true);
        }
        let mut find = self.0.prepare_cached(
            "SELECT count(*) FROM entry_texts WHERE entry_texts MATCH ? AND rowid = ?",
        )?;
        let found: i64 = find.query_row((terms.join(" "), id.0), |row| row.get(0))?;
        Ok(found > 0)
    }
}

impl Write<'_> {
    /// Writes the note on an entry; `None` takes it away.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_note(self, entry: EntryId, note: Option<&str>) -> Result<()> {
        self.0
            .execute("DELETE FROM entry_notes WHERE entry_id = ?", [entry.0])?;
        if let Some(note) = note {
            self.0.execute(
                "INSERT INTO entry_notes (entry_id, note) VALUES (?, ?)",
                (entry.0, note),
            )?;
        }
        Ok(())
    }

    /// Writes the tags of an entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_tags(self, entry: EntryId, tags: &BTreeSet<String>) -> Result<()> {
        self.0
            .execute("DELETE FROM entry_tags WHERE entry_id = ?", [entry.0])?;
        let mut add = self
            .0
            .prepare_cached("INSERT INTO entry_tags (entry_id, tag) VALUES (?, ?)")?;
        for tag in tags {
            add.execute((entry.0, tag))?;
        }
        Ok(())
    }

    /// Writes the conversation that an entry was moved to; `None` leaves it where its text belongs.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_move(self, entry: EntryId, to: Option<CounterpartyId>) -> Result<()> {
        self.0
            .execute("DELETE FROM entry_moves WHERE entry_id = ?", [entry.0])?;
        if let Some(to) = to {
            self.0.execute(
                "INSERT INTO entry_moves (entry_id, counterparty_id) VALUES (?, ?)",
                (entry.0, to.0),
            )?;
        }
        Ok(())
    }

    /// Writes which other one a counterparty is; `None` makes it itself again.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_merge(self, id: CounterpartyId, into: Option<CounterpartyId>) -> Result<()> {
        self.0.execute(
            "DELETE FROM counterparty_merges WHERE counterparty_id = ?",
            [id.0],
        )?;
        if let Some(into) = into {
            self.0.execute(
                "INSERT INTO counterparty_merges (counterparty_id, into_id) VALUES (?, ?)",
                (id.0, into.0),
            )?;
        }
        Ok(())
    }

    /// Writes whose conversation an entry is in.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_entry_counterparty(self, entry: EntryId, id: CounterpartyId) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE entries SET counterparty_id = ? WHERE id = ?")?;
        set.execute((id.0, entry.0))?;
        Ok(())
    }
}
