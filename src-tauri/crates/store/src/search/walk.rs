//! Rows met one by one, until enough of them hold what is asked for.

use domain::{EntryId, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{CachedStatement, params_from_iter};

use super::condition::holds;
use super::{EntryCondition, Sql};
use crate::entry::{STATE, entry_state};
use crate::{EntryState, Read, Result};

/// Which entries hold the words.
pub(super) enum Holding<'a> {
    /// No words are asked for.
    Any,
    /// These few, which lead: no other is met.
    Leading(Vec<EntryId>),
    /// These, in order.
    Among(Vec<EntryId>),
    /// Those of which the index says so, one by one, and of how many rows it is asked.
    Asked(CachedStatement<'a>, &'a str, usize),
}

impl Holding<'_> {
    fn holds(&mut self, id: EntryId) -> Result<bool> {
        Ok(match self {
            Holding::Any | Holding::Leading(_) => true,
            Holding::Among(ids) => ids.binary_search(&id).is_ok(),
            Holding::Asked(ask, query, _) => ask.exists((*query, id.0))?,
        })
    }

    /// How many rows of an account are looked at: no more than would be by the next way.
    fn near(&self) -> usize {
        match self {
            Holding::Asked(_, _, near) => *near,
            Holding::Among(ids) => ids.len(),
            Holding::Any | Holding::Leading(_) => usize::MAX,
        }
    }
}

/// How the rows of a search are read.
pub(super) struct Reading {
    /// In which order they come.
    pub(super) order: Order,
    /// What SQLite may stop at; below zero where each row is looked at first.
    pub(super) most: i64,
    /// How many are enough.
    pub(super) limit: usize,
}

/// In which order rows come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Newest first by the day shown, which is what is asked for.
    Shown,
    /// By the bank's day, the latest first. An entry is shown under that day or, where its purchase is dated, one before it: what
    /// was read is the newest once enough of it is shown after the day that is reached.
    Bank,
}

/// By what shown entries are ordered, the newest first.
pub(super) const NEWEST: &str = "ORDER BY entries.order_date DESC, entries.order_time DESC, entries.order_key DESC, entries.id DESC";

/// What makes an entry one that is shown.
pub(super) const SHOWN: &str =
    "entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted";

impl Read<'_> {
    /// Rows of which everything holds, and the day that was reached where not all rows could be looked at.
    pub(super) fn found(
        self,
        from: Sql,
        wanted: &[EntryCondition],
        reading: &Reading,
        holding: &mut Holding<'_>,
    ) -> Result<(Vec<EntryState>, Option<NaiveDate>)> {
        let (text, own) = and_all(wanted);
        let mut sql = format!("{} FROM {} AND {SHOWN}{text}", columns(), from.text);
        let mut values = from.values;
        values.extend(own);
        if reading.order == Order::Shown {
            sql.push_str(&format!(" {NEWEST}"));
        }
        sql.push_str(" LIMIT ?");
        values.push(Value::from(reading.most));
        let mut find = self.0.prepare_cached(&sql)?;
        let mut rows = find.query(params_from_iter(values))?;
        let mut found: Vec<EntryState> = Vec::new();
        let mut looked_at = 0;
        while !is_enough(&found, reading)
            && let Some(row) = rows.next()?
        {
            if looked_at >= holding.near() {
                let entry = entry_state(row)?.entry;
                let reached = match reading.order {
                    Order::Shown => entry.order_date,
                    Order::Bank => entry.day,
                };
                return Ok((found, Some(reached)));
            }
            looked_at += 1;
            // Most rows are passed over: the rest of them is not read.
            if holding.holds(EntryId(row.get(0)?))? {
                found.push(entry_state(row)?);
            }
        }
        Ok((found, None))
    }
}

/// Conditions to go on with behind a WHERE, and what their question marks stand for.
pub(super) fn and_all<'c>(
    wanted: impl IntoIterator<Item = &'c EntryCondition>,
) -> (String, Vec<Value>) {
    let mut text = String::new();
    let mut values = Vec::new();
    for condition in wanted {
        let own = holds(&condition.is);
        let not = if condition.is_excluded { "NOT " } else { "" };
        text.push_str(&format!(" AND {not}({})", own.text));
        values.extend(own.values);
    }
    (text, values)
}

/// The columns of a state, each with its table: what leads may have columns of the same names.
pub(super) fn columns() -> String {
    let list = STATE.trim_start_matches("SELECT ");
    let list = list.split_once(" FROM ").map_or(list, |(list, _)| list);
    let named: Vec<String> = list
        .split(',')
        .map(|column| format!("entries.{}", column.trim()))
        .collect();
    format!("SELECT {}", named.join(", "))
}

/// Whether what follows cannot be newer than so many of the rows that were read.
fn is_enough(found: &[EntryState], reading: &Reading) -> bool {
    if found.len() < reading.limit || reading.order == Order::Shown {
        return found.len() >= reading.limit;
    }
    let Some((last, before)) = found.split_last() else {
        return true;
    };
    let reached = last.entry.day;
    // Counted once a day: rows of many entries stay cheap.
    let is_new_day = before.last().is_none_or(|state| state.entry.day != reached);
    let newer = || {
        before
            .iter()
            .filter(|state| state.entry.order_date > reached)
    };
    is_new_day && newer().count() >= reading.limit
}
