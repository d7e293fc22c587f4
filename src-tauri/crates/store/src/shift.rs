//! Where sightings count, when that is not where their document states them.

use std::collections::HashMap;

use domain::{AccountId, EntryId, NaiveDate, OperationId, ReadingId, SightingId};

use crate::row::{get_day_at, iso};
use crate::sighting::rows_of;
use crate::{Read, Result, Write};

impl Read<'_> {
    /// The own day and words' key of every sighting that counts elsewhere.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_shifts(self) -> Result<HashMap<SightingId, (NaiveDate, i64)>> {
        let mut list = self
            .0
            .prepare_cached("SELECT sighting_id, day, text_key FROM shifts")?;
        let rows = list.query_map([], |row| {
            Ok((SightingId(row.get(0)?), (get_day_at(row, 1)?, row.get(2)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The import by which each reading stands, the latest where several do.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_standing_imports(self) -> Result<HashMap<ReadingId, OperationId>> {
        let mut list = self.0.prepare_cached(
            "SELECT reading_id, max(id) FROM operations
             WHERE reading_id IS NOT NULL AND NOT is_undone GROUP BY reading_id",
        )?;
        let rows = list.query_map([], |row| {
            Ok((ReadingId(row.get(0)?), OperationId(row.get(1)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The version of the rules by which sightings were put where they count.
    ///
    /// # Errors
    /// As the file's.
    pub fn shift_version(self) -> Result<i64> {
        Ok(self
            .0
            .query_row("SELECT version FROM shift_rules", [], |row| row.get(0))?)
    }

    /// The sightings of a reading, of one account, whose entry belongs to another day than they count on.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_strays(
        self,
        account: AccountId,
        reading: ReadingId,
    ) -> Result<Vec<(SightingId, EntryId)>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("shift/list_strays.sql"))?;
        let (first, last) = rows_of(reading);
        let rows = list.query_map((account.0, first, last), |row| {
            Ok((SightingId(row.get(0)?), EntryId(row.get(1)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Says where a sighting counts, and where its document states it.
    ///
    /// # Errors
    /// As the file's.
    pub fn place_sighting(
        self,
        id: SightingId,
        place: (NaiveDate, i64),
        own: (NaiveDate, i64),
    ) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE sightings SET day = ?, text_key = ? WHERE id = ?")?;
        set.execute((iso(place.0), place.1, id.0))?;
        if place == own {
            let mut forget = self
                .0
                .prepare_cached("DELETE FROM shifts WHERE sighting_id = ?")?;
            forget.execute([id.0])?;
        } else {
            self.keep_own_place(id, own)?;
        }
        Ok(())
    }

    /// Keeps where its document states a sighting that counts elsewhere.
    ///
    /// # Errors
    /// As the file's.
    pub fn keep_own_place(self, id: SightingId, own: (NaiveDate, i64)) -> Result<()> {
        let mut keep = self.0.prepare_cached(
            "INSERT INTO shifts (sighting_id, day, text_key) VALUES (?, ?, ?)
             ON CONFLICT (sighting_id) DO UPDATE SET day = excluded.day, text_key = excluded.text_key",
        )?;
        keep.execute((id.0, iso(own.0), own.1))?;
        Ok(())
    }

    /// Notes by which version of the rules sightings were put where they count.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_shift_version(self, version: i64) -> Result<()> {
        self.0
            .execute("UPDATE shift_rules SET version = ?", [version])?;
        Ok(())
    }

    /// Takes an entry that nothing shows to another day, where its sightings count now.
    ///
    /// # Errors
    /// As the file's.
    pub fn move_entry_day(self, id: EntryId, day: NaiveDate) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE entries SET day = ? WHERE id = ? AND NOT is_live")?;
        set.execute((iso(day), id.0))?;
        Ok(())
    }
}
