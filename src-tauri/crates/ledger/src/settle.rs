//! Entries that another takes over: pending lines once they are booked or restated, lines that a correction replaces.

use std::collections::HashSet;

use domain::{AccountId, EntryId};
use matching::{Awaited, settle};
use store::{EntryState, Read, Write, reading_of};

use crate::Result;
use crate::edit::is_left_out;
use crate::project::Changes;

/// Decides anew, for one account, which entries are taken over.
pub(crate) fn supersede(
    write: Write<'_>,
    account: AccountId,
    changes: &mut Changes<'_>,
) -> Result<()> {
    let before = write.read().list_superseded_entries(account)?;
    let after = taken_over(write.read(), account)?;
    for id in before.iter().filter(|id| !after.contains(id)) {
        set(write, *id, false, changes)?;
    }
    for id in after.iter().filter(|id| !before.contains(id)) {
        set(write, *id, true, changes)?;
    }
    Ok(())
}

/// The entries of an account that its live sightings say are taken over. That the user deleted one plays no part: a booking
/// that was deleted has still happened. A row that was left out of its import takes nothing over.
pub(crate) fn taken_over(read: Read<'_>, account: AccountId) -> Result<HashSet<EntryId>> {
    let pending: Vec<EntryState> = read
        .list_pending_entries(account)?
        .into_iter()
        .filter(|state| state.is_live)
        .collect();
    let corrections = read.list_corrections(account)?;
    let mut after: HashSet<EntryId> = restated(read, account, &pending)?;
    let waiting: Vec<&EntryState> = pending
        .iter()
        .filter(|state| !after.contains(&state.entry.id))
        .collect();
    after.extend(booked_over(read, account, &waiting)?);
    for correction in corrections {
        let Some(reference) = &correction.corrects else {
            continue;
        };
        if is_left_out(read, &read.get_entry_state(correction.entry)?)? {
            continue;
        }
        let corrected = read.list_entries_with_reference(account, reference)?;
        after.extend(corrected.into_iter().filter(|id| *id != correction.entry));
        if correction.deletes {
            after.insert(correction.entry);
        }
    }
    Ok(after)
}

fn set(
    write: Write<'_>,
    id: EntryId,
    is_superseded: bool,
    changes: &mut Changes<'_>,
) -> Result<()> {
    let before = write.read().get_entry_state(id)?;
    write.set_superseded(id, is_superseded)?;
    let after = EntryState {
        is_superseded,
        ..before.clone()
    };
    changes.moved(Some(&before), Some(&after))
}

/// Pending entries that only documents older than the newest one stating any still state.
fn restated(
    read: Read<'_>,
    account: AccountId,
    pending: &[EntryState],
) -> Result<HashSet<EntryId>> {
    let mut out = HashSet::new();
    if pending.is_empty() {
        return Ok(out);
    }
    let statements = read.list_statements(account)?;
    let newest = statements
        .iter()
        .filter(|row| row.statement.has_pending)
        .max_by_key(|row| {
            (
                row.statement.as_of.or(row.statement.until),
                row.sha256,
                row.statement.ordinal,
            )
        });
    let Some(newest) = newest else {
        return Ok(out);
    };
    for state in pending {
        let day = state.entry.day;
        let sightings = read.list_sightings_of_bucket(account, day, state.entry.amount_minor)?;
        let mut stands = false;
        for sighting in sightings.iter().filter(|one| one.entry == state.entry.id) {
            stands |= reading_of(sighting.id).0 == newest.statement.reading;
        }
        if !stands {
            out.insert(state.entry.id);
        }
    }
    Ok(out)
}

/// Pending entries whose booking the account shows.
fn booked_over(
    read: Read<'_>,
    account: AccountId,
    pending: &[&EntryState],
) -> Result<Vec<EntryId>> {
    let mut waiting = Vec::new();
    let mut booked = Vec::new();
    for state in pending {
        waiting.push(awaited(read, state)?);
        let day = state.entry.day;
        let from = day - chrono::Days::new(1);
        let until = day + chrono::Days::new(10);
        let mut near = Vec::new();
        read.visit_entries_between(account, (from, until), |other| near.push(other))?;
        for other in near {
            let candidate = other.is_live && other.entry.status == "booked";
            let known = booked
                .iter()
                .any(|one: &Awaited| one.entry == other.entry.id);
            if candidate && !known && !is_left_out(read, &other)? {
                booked.push(awaited(read, &other)?);
            }
        }
    }
    Ok(settle(&waiting, &booked)
        .into_iter()
        .map(|one| one.pending)
        .collect())
}

fn awaited(read: Read<'_>, state: &EntryState) -> Result<Awaited> {
    let sighting = read.get_sighting(state.entry.sighting)?;
    let words: Vec<&str> = sighting
        .texts
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    let (code, reference) = (sighting.currency.code(), sighting.reference.as_deref());
    let keys = matching::keys(code, reference, None, std::iter::empty());
    Ok(Awaited {
        entry: state.entry.id,
        day: state.entry.day,
        amount_minor: state.entry.amount_minor,
        reference: keys.reference,
        place: (state.entry.identity_key, state.entry.ordinal),
        words: words.join(" "),
    })
}
