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

/// The newest entries that a search with a beginning finds, so many at most; none where the index has to be asked. Then it is known
/// which words begin so.
pub(super) fn find_newest(
    read: Read<'_>,
    wanted: &mut Wanted,
    most: u32,
) -> Result<Option<Vec<EntryState>>> {
    if !wanted.is_open() {
        return Ok(None);
    }
    let own = Own::load(read)?;
    let mut found = Vec::new();
    // Rows that amounts lead to may come otherwise where more of them are asked for.
    let mut seen = HashSet::new();
    for near in NEAR {
        let rows = read.find_entries(&wanted.conditions_but_open(), near)?;
        let is_all = rows.len() < near as usize;
        for state in rows {
            if seen.insert(state.entry.id) && wanted.finds(&words_of(read, &own, &state)?) {
                found.push(state);
            }
            if found.len() == most as usize {
                return Ok(Some(found));
            }
        }
        if is_all {
            return Ok(Some(found));
        }
        let is_promising = found.len() * MOST as usize >= most.saturating_mul(near) as usize;
        if !is_promising {
            break;
        }
    }
    wanted.look_up(read)?;
    Ok(None)
}

/// All that an entry is found by.
fn words_of(read: Read<'_>, own: &Own, state: &EntryState) -> Result<String> {
    let entry = &state.entry;
    let mut words = stored_body(read, entry.sighting)?;
    let named = read.get_sighting(entry.sighting)?.counterparty;
    words.push_str(&own.found_by(read, entry.id, named)?);
    Ok(words)
}
