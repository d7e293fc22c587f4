//! Rows that say to the letter what an earlier document's rows say: kept as stretches of such rows, not written out again.
//!
//! Row `first + n` of a stretch says what the sighting `of + n` says and is of the same entry; its statement and its line are
//! its own. Whoever lists sightings gets them like all others, with an id of their own. Where a row and what it repeats are
//! no longer of one entry, the row is written out.

use domain::{EntryId, NaiveDate, ReadingId, SightingId, StatementId};
use rusqlite::{OptionalExtension, Row};

use crate::row::day;
use crate::sighting::rows_of;
use crate::{Error, NewSighting, Read, Result, SightingState, Write};

/// The most rows of a stretch, as the table checks it: what repeats a sighting begins at most that far before it.
const STRETCH: i64 = 1024;
/// How many sightings are stepped over rather than looking the next one up.
const STEPS: i64 = 16;

/// A row to be stored that repeats a sighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRepeat {
    /// By [`crate::sighting_id`].
    pub id: SightingId,
    /// What it repeats: a sighting that is written out, of the same account and entry.
    pub of: SightingId,
    /// Its statement.
    pub statement: StatementId,
    /// How many lines further down than what it repeats.
    pub line_shift: i64,
}

/// Consecutive rows that repeat as many consecutive sightings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    first: i64,
    count: i64,
    of: i64,
    pub(crate) statement: StatementId,
    pub(crate) line_shift: i64,
}

impl Stretch {
    /// What one of its rows repeats.
    pub(crate) fn repeated(&self, id: SightingId) -> SightingId {
        SightingId(self.of + id.0 - self.first)
    }

    /// The first and the last sighting that its rows repeat.
    pub(crate) fn contents(&self) -> (SightingId, SightingId) {
        (SightingId(self.of), SightingId(self.of + self.count - 1))
    }

    /// The row that repeats a sighting.
    pub(crate) fn repeating(&self, content: SightingState) -> SightingState {
        SightingState {
            id: SightingId(self.first + content.id.0 - self.of),
            ..content
        }
    }

    fn continues(&self, next: &NewRepeat) -> bool {
        self.count < STRETCH
            && next.id.0 == self.first + self.count
            && next.of.0 == self.of + self.count
            && (next.statement, next.line_shift) == (self.statement, self.line_shift)
    }

    fn part(&self, from: i64, until: i64) -> Self {
        Stretch {
            first: self.first + from,
            of: self.of + from,
            count: until - from,
            ..*self
        }
    }
}

const STRETCHES: &str = "SELECT first_id, row_count, of_id, statement_id, line_shift FROM repeats";

impl Read<'_> {
    /// The stretch that a row is in.
    pub(crate) fn find_stretch(self, id: SightingId) -> Result<Option<Stretch>> {
        let mut find = self.0.prepare_cached(&format!(
            "{STRETCHES} WHERE first_id <= ? ORDER BY first_id DESC LIMIT 1"
        ))?;
        let found = find.query_row([id.0], stretch).optional()?;
        Ok(found.filter(|one| id.0 < one.first + one.count))
    }

    /// The stretches of a reading.
    pub(crate) fn list_stretches_of_reading(self, reading: ReadingId) -> Result<Vec<Stretch>> {
        let mut list = self
            .0
            .prepare_cached(&format!("{STRETCHES} WHERE first_id BETWEEN ? AND ?"))?;
        let rows = list.query_map(rows_of(reading), stretch)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Adds to sightings the rows that repeat them.
    pub(crate) fn add_repeating(self, states: &mut Vec<SightingState>) -> Result<()> {
        let mut is_any = self
            .0
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM repeats)")?;
        if !is_any.query_row([], |row| row.get::<_, bool>(0))? {
            return Ok(());
        }
        let mut contents = states.clone();
        contents.sort_unstable_by_key(|state| state.id);
        let mut list = self
            .0
            .prepare_cached(&format!("{STRETCHES} WHERE of_id BETWEEN ? AND ?"))?;
        // Sightings of one reading stand close together.
        for near in contents.chunk_by(|a, b| b.id.0 - a.id.0 < STRETCH) {
            let (Some(first), Some(last)) = (near.first(), near.last()) else {
                continue;
            };
            let rows = list.query_map((first.id.0 - STRETCH + 1, last.id.0), stretch)?;
            for one in rows {
                let one = one?;
                let (first, last) = one.contents();
                let from = near.partition_point(|state| state.id < first);
                let repeated = near.iter().skip(from);
                let repeated = repeated.take_while(|state| state.id <= last);
                states.extend(repeated.map(|state| one.repeating(*state)));
            }
        }
        Ok(())
    }

    /// For each of these rows whether it says to the letter what the stored sighting beside it says, statement, line and entry
    /// aside; if so, that sighting's line. Quick where the ids beside them mostly grow by little.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_repeated(self, rows: &[(NewSighting<'_>, SightingId)]) -> Result<Vec<Option<i64>>> {
        let mut out = Vec::with_capacity(rows.len());
        let mut seek = self.0.prepare_cached(include_str!("repeat/letters.sql"))?;
        while let Some((_, from)) = rows.get(out.len()) {
            let before = out.len();
            let mut stored = seek.query([from.0])?;
            while let Some(found) = stored.next()? {
                let id: i64 = found.get(0)?;
                while let Some((new, _)) = rows.get(out.len()).filter(|(_, of)| of.0 == id) {
                    out.push(line_of_same(found, new)?);
                }
                let is_near = |of: &SightingId| (id..id + STEPS).contains(&of.0);
                if !rows.get(out.len()).is_some_and(|(_, of)| is_near(of)) {
                    break;
                }
            }
            if out.len() == before {
                out.push(None);
            }
        }
        Ok(out)
    }
}

impl Write<'_> {
    /// Stores rows that repeat sightings, in the order of their ids.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_repeats(self, rows: &[NewRepeat]) -> Result<()> {
        let mut open: Option<Stretch> = None;
        for row in rows {
            match &mut open {
                Some(stretch) if stretch.continues(row) => stretch.count += 1,
                _ => {
                    if let Some(done) = open.take() {
                        self.add_stretch(&done)?;
                    }
                    open = Some(Stretch {
                        first: row.id.0,
                        count: 1,
                        of: row.of.0,
                        statement: row.statement,
                        line_shift: row.line_shift,
                    });
                }
            }
        }
        open.map_or(Ok(()), |done| self.add_stretch(&done))
    }

    /// Writes out a row that repeats a sighting of another entry than it is of from now on.
    ///
    /// # Errors
    /// As the file's.
    pub fn write_out_repeat(self, id: SightingId, entry: EntryId) -> Result<()> {
        let Some(whole) = self.read().find_stretch(id)? else {
            return Err(Error::NotFound("repeat"));
        };
        let mut write_out = self
            .0
            .prepare_cached(include_str!("repeat/write_out.sql"))?;
        write_out.execute((
            id.0,
            whole.statement.0,
            entry.0,
            whole.line_shift,
            whole.repeated(id).0,
        ))?;
        let mut drop = self
            .0
            .prepare_cached("DELETE FROM repeats WHERE first_id = ?")?;
        drop.execute([whole.first])?;
        let at = id.0 - whole.first;
        for part in [whole.part(0, at), whole.part(at + 1, whole.count)] {
            if part.count > 0 {
                self.add_stretch(&part)?;
            }
        }
        Ok(())
    }

    fn add_stretch(self, new: &Stretch) -> Result<()> {
        let mut add = self.0.prepare_cached(
            "INSERT INTO repeats (first_id, row_count, of_id, statement_id, line_shift) VALUES (?, ?, ?, ?, ?)",
        )?;
        add.execute((
            new.first,
            new.count,
            new.of,
            new.statement.0,
            new.line_shift,
        ))?;
        Ok(())
    }
}

/// By position, in the order of `STRETCHES`.
fn stretch(row: &Row<'_>) -> rusqlite::Result<Stretch> {
    Ok(Stretch {
        first: row.get(0)?,
        count: row.get(1)?,
        of: row.get(2)?,
        statement: StatementId(row.get(3)?),
        line_shift: row.get(4)?,
    })
}

/// The line of a stored sighting, in the order of `letters.sql`, where a new one says the same.
fn line_of_same(stored: &Row<'_>, new: &NewSighting<'_>) -> rusqlite::Result<Option<i64>> {
    let number = |at: usize, said: Option<i64>| -> rusqlite::Result<bool> {
        Ok(stored.get_ref(at)?.as_i64_or_null()? == said)
    };
    let text = |at: usize, said: Option<&str>| -> rusqlite::Result<bool> {
        Ok(stored.get_ref(at)?.as_str_or_null()? == said)
    };
    let on = |at: usize, said: Option<NaiveDate>| -> rusqlite::Result<bool> {
        Ok(stored.get_ref(at)?.as_str_or_null()?.and_then(day) == said)
    };
    let original = new.original.as_ref();
    let is_same = number(10, Some(new.amount_minor))?
        && number(20, Some(new.text_key))?
        && text(26, Some(&new.texts))?
        && text(25, Some(new.name))?
        && text(15, new.reference.0)?
        && number(16, new.reference.1)?
        && text(17, new.end_to_end.0)?
        && number(18, new.end_to_end.1)?
        && number(2, Some(new.account.0))?
        && number(3, Some(new.counterparty.0))?
        && text(4, Some(new.status))?
        && on(5, Some(new.day))?
        && on(6, new.booking_date)?
        && on(7, new.value_date)?
        && on(8, Some(new.order_date))?
        && text(9, Some(&new.order_time))?
        && text(11, Some(new.currency.code()))?
        && text(12, new.amount_printed.as_deref())?
        && text(13, original.map(|(amount, _)| amount.as_str()))?
        && text(14, original.map(|(_, currency)| currency.code()))?
        && text(19, new.rate.as_deref())?
        && text(21, new.corrects)?
        && number(22, Some(i64::from(new.deletes)))?
        && text(23, Some(new.payment_type))?
        && text(24, new.card_ending.as_deref())?
        && number(27, new.balance_after_minor)?
        && text(28, new.more.as_deref())?;
    is_same.then(|| stored.get(1)).transpose()
}
