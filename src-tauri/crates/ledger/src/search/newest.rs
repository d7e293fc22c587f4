//! Beginnings of words, as a letter or a figure is: the index gathers every entry of each word that begins so before it gives the
//! first. Most of the newest entries hold such a beginning, so that they are read instead.

use store::{EntryState, Read};

use super::wanted::Wanted;
use crate::Result;
use crate::own::Own;
use crate::project::stored_body;

/// How many entries are read before the index is asked which words begin so.
const NEAR: u32 = 400;

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
    let rows = read.find_entries(&wanted.conditions_but_open(), NEAR)?;
    let is_all = rows.len() < NEAR as usize;
    let own = Own::load(read)?;
    let mut found = Vec::new();
    for state in rows {
        if found.len() == most as usize {
            break;
        }
        let entry = &state.entry;
        let mut body = stored_body(read, entry.sighting)?;
        let named = read.get_sighting(entry.sighting)?.counterparty;
        body.push_str(&own.found_by(read, entry.id, named)?);
        if wanted.finds(&body) {
            found.push(state);
        }
    }
    if is_all || found.len() == most as usize {
        return Ok(Some(found));
    }
    wanted.look_up(read)?;
    Ok(None)
}
