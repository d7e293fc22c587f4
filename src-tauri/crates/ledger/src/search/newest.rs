//! Beginnings of words, as a letter or a figure is: the index gathers every entry of each word that begins so before it gives the
//! first. Most of the newest entries hold such a beginning, so that they are read instead.

use store::{EntryState, Read};

use super::wanted::Wanted;
use crate::Result;
use crate::own::Own;
use crate::project::stored_body;

/// How many entries are read before it is known how many words begin so.
const NEAREST: u32 = 150;

/// How many are read where very many words do.
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
    let nearest = find_among(read, wanted, most, NEAREST)?;
    if nearest.is_enough {
        return Ok(Some(nearest.found));
    }
    wanted.look_up(read)?;
    // Of a beginning that few entries hold no more are met further back, and the index is quick.
    let met = nearest.found.len() * NEAR as usize / NEAREST as usize;
    if !wanted.is_open() || met < most as usize {
        return Ok(None);
    }
    let near = find_among(read, wanted, most, NEAR)?;
    Ok(near.is_enough.then_some(near.found))
}

struct Among {
    found: Vec<EntryState>,
    /// Whether nothing newer is found elsewhere, or nothing at all.
    is_enough: bool,
}

fn find_among(read: Read<'_>, wanted: &Wanted, most: u32, near: u32) -> Result<Among> {
    let rows = read.find_entries(&wanted.conditions_but_open(), near)?;
    let is_all = rows.len() < near as usize;
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
    Ok(Among {
        is_enough: is_all || found.len() == most as usize,
        found,
    })
}
