//! Entries that are known by their ids, newest first: the rows between them are met in the index alone.

use domain::{EntryId, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, Rows, params_from_iter};

use super::walk::{NEWEST, SHOWN, and_all, columns};
use super::{EntryCondition, EntryTrait, Sql};
use crate::entry::entry_state;
use crate::row::get_day_at;
use crate::{EntryState, Error, Read, Result};

/// So many rows are met in the index in the time that it takes to look one entry up.
pub(super) const MET: usize = 16;

/// Where an entry stands in its conversation's order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    day: NaiveDate,
    time: String,
    order_key: i64,
    id: EntryId,
}

/// Rows of one account, and the place of the one that comes next.
struct Way<'s> {
    rows: Rows<'s>,
    next: Option<Place>,
}

impl Way<'_> {
    /// The place of the next row, which is met with this.
    fn meet(&mut self) -> Result<Option<Place>> {
        let next = self.rows.next()?.map(place).transpose()?;
        Ok(std::mem::replace(&mut self.next, next))
    }
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        day: get_day_at(row, 0)?,
        time: row.get(1)?,
        order_key: row.get(2)?,
        id: EntryId(row.get(3)?),
    })
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
            let rows = rows.map_err(Error::from)?;
            let mut way = Way { rows, next: None };
            way.meet()?;
            merged.push(way);
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
            && let Some(way) = merged.iter_mut().max_by(|a, b| a.next.cmp(&b.next))
            && let Some(place) = way.meet()?
        {
            if met == ids.len().saturating_mul(MET) {
                return Ok(None);
            }
            met += 1;
            if ids.binary_search(&place.id).is_err() {
                continue;
            }
            let values = std::iter::once(Value::from(place.id.0)).chain(own.iter().cloned());
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
