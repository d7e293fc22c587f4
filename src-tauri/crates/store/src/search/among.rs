//! Entries that are known by their ids, newest first: the rows between them are met in the index alone.

use domain::EntryId;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Rows, params_from_iter};

use super::walk::{NEWEST, SHOWN, and_all, columns};
use super::{EntryCondition, EntryTrait, Sql};
use crate::entry::entry_state;
use crate::{EntryState, Error, Read, Result};

/// So many rows are met in the index in the time that it takes to look one entry up.
pub(super) const MET: usize = 16;

/// Where an entry stands in its conversation's order.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// Day and time as they are stored: in the order of the text.
    at: String,
    order_key: i64,
    id: i64,
}

/// Rows of one account, and the place of the one that comes next.
struct Way<'s> {
    rows: Rows<'s>,
    /// Written over by each row: most rows are met only to be passed over.
    next: Place,
    is_over: bool,
}

impl<'s> Way<'s> {
    fn begin(rows: Rows<'s>) -> Result<Self> {
        let mut way = Way {
            rows,
            next: Place::default(),
            is_over: false,
        };
        way.meet()?;
        Ok(way)
    }

    /// The entry of the next row, which is met with this.
    fn meet(&mut self) -> Result<EntryId> {
        let met = EntryId(self.next.id);
        match self.rows.next()? {
            Some(row) => {
                let next = &mut self.next;
                next.at.clear();
                for column in 0..2 {
                    next.at.push_str(
                        row.get_ref(column)?
                            .as_str()
                            .map_err(rusqlite::Error::from)?,
                    );
                }
                next.order_key = row.get(2)?;
                next.id = row.get(3)?;
            }
            None => self.is_over = true,
        }
        Ok(met)
    }
}

impl Read<'_> {
    /// The newest of these entries, in the order of their ids, of which everything holds and `is_it` says so, so many at most. None
    /// where `is_it` says nothing any more, or where to look each of them up would take less time than to go on.
    pub(super) fn newest_among<E: From<Error>>(
        self,
        ways: Vec<Sql>,
        wanted: &[EntryCondition],
        limit: usize,
        ids: &[EntryId],
        mut is_it: impl FnMut(&EntryState) -> std::result::Result<Option<bool>, E>,
    ) -> std::result::Result<Option<Vec<EntryState>>, E> {
        let (in_days, days) = and_all(wanted.iter().filter(|one| {
            // What the index itself can tell.
            matches!(one.is, EntryTrait::Days(..)) && !one.is_excluded
        }));
        let mut walks = Vec::with_capacity(ways.len());
        for from in &ways {
            let walk = self.0.prepare_cached(&format!(
                "SELECT entries.order_date, entries.order_time, entries.order_key, entries.id
                 FROM {} AND entries.is_live{in_days} {NEWEST}",
                from.text
            ));
            walks.push(walk.map_err(Error::from)?);
        }
        let mut merged = Vec::with_capacity(ways.len());
        for (walk, from) in walks.iter_mut().zip(ways) {
            let values = from.values.into_iter().chain(days.iter().cloned());
            let rows = walk.query(params_from_iter(values));
            merged.push(Way::begin(rows.map_err(Error::from)?)?);
        }
        let (text, own) = and_all(wanted);
        let sql = format!(
            "{} FROM entries WHERE entries.id = ? AND {SHOWN}{text}",
            columns()
        );
        let mut get = self.0.prepare_cached(&sql).map_err(Error::from)?;
        let mut found: Vec<EntryState> = Vec::new();
        let mut met = 0;
        while found.len() < limit
            && let Some(way) = merged
                .iter_mut()
                .filter(|way| !way.is_over)
                .max_by(|a, b| a.next.cmp(&b.next))
        {
            let id = way.meet()?;
            if met == ids.len().saturating_mul(MET) {
                return Ok(None);
            }
            met += 1;
            if ids.binary_search(&id).is_err() {
                continue;
            }
            let values = std::iter::once(Value::from(id.0)).chain(own.iter().cloned());
            let state = get.query_row(params_from_iter(values), entry_state);
            let Some(state) = state.optional().map_err(Error::from)? else {
                continue;
            };
            match is_it(&state)? {
                Some(true) => found.push(state),
                Some(false) => {}
                None => return Ok(None),
            }
        }
        Ok(Some(found))
    }
}
