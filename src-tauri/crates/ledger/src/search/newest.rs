//! Beginnings of words, as a letter or a figure is: the index gathers every entry of each word that begins so before it gives the
//! first. Most of the newest entries hold such a beginning, so that they are read instead.

use std::collections::HashSet;

use store::{EntryState, Read};

use super::wanted::Wanted;
use crate::Result;
use crate::own::Own;
use crate::project::stored_body;

/// How many entries are read before the index is asked which words begin so: after each of these but the last, as many as were found
/// tell whether enough would be by the last.
const NEAR: [u32; 3] = [100, 400, MOST];

const MOST: u32 = 1_000;

/// Of no more entries than these that hold the other words the newest are read: to list them takes less time than to gather what a
/// beginning of a letter or two begins.
const LISTED: usize = 16_000;

/// The newest entries that a search with a beginning finds, so many at most; none where the index has to be asked. Then it is known
/// which words begin so.
pub(super) fn find_newest(
    read: Read<'_>,
    wanted: &mut Wanted,
    most: u32,
) -> Result<Option<Vec<EntryState>>> {
    if wanted.is_written_out() {
        return Ok(None);
    }
    let own = Own::load(read)?;
    if let Some(found) = find_among_newest(read, wanted, &own, most)? {
        return Ok(Some(found));
    }
    wanted.look_up(read)?;
    match wanted.words_written_out() {
        Some(words) if !wanted.is_written_out() => {
            find_among_listed(read, wanted, &own, (&words, most))
        }
        _ => Ok(None),
    }
}

/// Among the newest of all.
fn find_among_newest(
    read: Read<'_>,
    wanted: &Wanted,
    own: &Own,
    most: u32,
) -> Result<Option<Vec<EntryState>>> {
    let mut found = Vec::new();
    // Rows that amounts lead to may come otherwise where more of them are asked for.
    let mut seen = HashSet::new();
    for near in NEAR {
        let rows = read.find_entries(&wanted.conditions_but_words(), near)?;
        let is_all = rows.len() < near as usize;
        for state in rows {
            if seen.insert(state.entry.id) && wanted.finds(&words_of(read, own, &state)?) {
                found.push(state);
            }
            if found.len() == most as usize {
                return Ok(Some(found));
            }
        }
        if is_all {
            return Ok(Some(found));
        }
        if !is_promising(found.len(), near, most) {
            break;
        }
    }
    Ok(None)
}

/// Among the newest that hold the words that are written out.
fn find_among_listed(
    read: Read<'_>,
    wanted: &Wanted,
    own: &Own,
    (words, most): (&str, u32),
) -> Result<Option<Vec<EntryState>>> {
    let (mut looked_at, mut found) = (0, 0);
    let conditions = wanted.conditions_but_words();
    read.find_newest_matching((words, LISTED), &conditions, most, |state| {
        if NEAR.contains(&looked_at) && !is_promising(found, looked_at, most) {
            return Ok(None);
        }
        looked_at += 1;
        let is_it = wanted.finds(&words_of(read, own, state)?);
        found += usize::from(is_it);
        Ok(Some(is_it))
    })
}

/// Whether enough would be found by the last of [`NEAR`] if it goes on so.
fn is_promising(found: usize, looked_at: u32, most: u32) -> bool {
    found * MOST as usize >= most.saturating_mul(looked_at) as usize
}

/// All that an entry is found by.
pub(super) fn words_of(read: Read<'_>, own: &Own, state: &EntryState) -> Result<String> {
    let entry = &state.entry;
    let mut words = stored_body(read, entry.sighting)?;
    let named = read.get_sighting(entry.sighting)?.counterparty;
    words.push_str(&own.found_by(read, entry.id, named)?);
    Ok(words)
}
