//! What the user says of two entries: one movement between own accounts, or not. Each is an operation of the log.

use domain::{EntryId, OperationId};
use store::{OperationKind, OperationRow, Read, Write};

use crate::pair;
use crate::project::Changes;
use crate::{Error, Ledger, Result};

use super::key_of;

impl Ledger {
    /// Says that two entries of two accounts, in any order, are one movement.
    ///
    /// # Errors
    /// [`Error::Refused`] where the user said so already, where one of them is known to be part of another transfer, or
    /// where nothing left one account and arrived in another; [`Error::Store`] where there is no such entry.
    pub fn pair_entries(&self, a: EntryId, b: EntryId) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let (from, to) = ordered(read, a, b)?;
            let said = read.list_transfer_words()?;
            if said.contains(&(from, to, true)) {
                return Err(Error::Refused("said already"));
            }
            let is_other = |(x, y, is_transfer): &(EntryId, EntryId, bool)| {
                *is_transfer && (*x == from || *y == to)
            };
            if said.iter().any(is_other) {
                return Err(Error::Refused("part of another transfer"));
            }
            pair::say(write, OperationKind::Pair, from, to)
        })
    }

    /// Says that two entries, in any order, are not one movement.
    ///
    /// # Errors
    /// As [`Ledger::pair_entries`].
    pub fn part_entries(&self, a: EntryId, b: EntryId) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let (from, to) = ordered(read, a, b)?;
            if read.list_transfer_words()?.contains(&(from, to, false)) {
                return Err(Error::Refused("said already"));
            }
            pair::say(write, OperationKind::Part, from, to)
        })
    }
}

/// Where the money left, then where it arrived.
fn ordered(read: Read<'_>, a: EntryId, b: EntryId) -> Result<(EntryId, EntryId)> {
    let (from, to) = pair::out_and_in(read, a, b)?;
    if from.entry.account == to.entry.account {
        return Err(Error::Refused("one account"));
    }
    Ok((from.entry.id, to.entry.id))
}

/// Writes what the standing operations say of the two entries that this one is about, after one was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let kinds = [OperationKind::Pair, OperationKind::Part];
    let Some((from, to, is_transfer)) = pair::word(write.read(), row, kinds)? else {
        return Ok(());
    };
    write.set_transfer_word(from, to, is_transfer)?;
    let mut changes = Changes::new(write)?;
    for id in [from, to] {
        let state = write.read().get_entry_state(id)?;
        changes.stirred.entries.push(key_of(&state));
    }
    changes.finish()
}
