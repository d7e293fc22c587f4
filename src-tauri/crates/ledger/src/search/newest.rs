//! Beginnings of words, as a letter or a figure is: the index gathers every entry of each word that begins so before it gives the
//! first. Most of the newest entries hold such a beginning, so that they are read instead.

use store::{EntryState, Read};

use super::wanted::Wanted;
use crate::Result;
use crate::own::Own;
use crate::project::stored_body;

/// How many entries are read before the index is asked which words begin so.
const NEAR: u32 = 400;

/// How many of them tell whether reading the rest is worth its time.
const FIRST: u32 = 100;

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
    for near in [FIRST, NEAR] {
        let rows = read.find_entries(&wanted.conditions_but_open(), near)?;
        let is_all = rows.len() < near as usize;
        let found = finding(read, wanted, rows, most)?;
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        if is_all || count >= most {
            return Ok(Some(found));
        }
        let is_promising = count.saturating_mul(NEAR) >= most.saturating_mul(near);
        if !is_promising {
            break;
        }
    }
    wanted.look_up(read)?;
    Ok(None)
}

/// Those of these entries, so many at most, in which every word stands.
fn finding(
    read: Read<'_>,
    wanted: &Wanted,
    rows: Vec<EntryState>,
    most: u32,
) -> Result<Vec<EntryState>> {
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
    Ok(found)
}
