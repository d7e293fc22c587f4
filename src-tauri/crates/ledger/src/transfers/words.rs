//! What the user says of two entries: one movement between own accounts, or not. Each is an operation of the log.

use domain::{EntryId, OperationId};
use store::{NewOperation, OperationKind, OperationRow, Read, Write};

use crate::edit::Said;
use crate::project::Changes;
use crate::{Error, Ledger, Result, clock};

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
            log(write, OperationKind::Pair, from, to)
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
            log(write, OperationKind::Part, from, to)
        })
    }
}

/// Where the money left, then where it arrived.
fn ordered(read: Read<'_>, a: EntryId, b: EntryId) -> Result<(EntryId, EntryId)> {
    let (first, second) = (read.get_entry_state(a)?, read.get_entry_state(b)?);
    if first.entry.account == second.entry.account {
        return Err(Error::Refused("one account"));
    }
    match (
        first.entry.amount_minor.signum(),
        second.entry.amount_minor.signum(),
    ) {
        (-1, 1) => Ok((a, b)),
        (1, -1) => Ok((b, a)),
        _ => Err(Error::Refused("the same direction")),
    }
}

fn log(write: Write<'_>, kind: OperationKind, from: EntryId, to: EntryId) -> Result<OperationId> {
    let said = Said {
        twin: Some(to),
        ..Said::default()
    };
    let id = write.add_operation(&NewOperation {
        kind,
        at: clock::now(),
        reading: None,
        account: None,
        entry: Some(from),
        counterparty: None,
        payload: serde_json::to_string(&said)?,
    })?;
    apply(write, &write.read().get_operation(id)?)?;
    Ok(id)
}

/// Writes what the standing operations say of the two entries that this one is about, after one was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let (Some(from), Some(to)) = (row.operation.entry, said.twin) else {
        return Ok(());
    };
    let mut is_transfer = None;
    for other in write.read().list_operations_on_entry(from)? {
        let kind = other.operation.kind;
        if other.is_undone || !matches!(kind, OperationKind::Pair | OperationKind::Part) {
            continue;
        }
        let said: Said = serde_json::from_str(&other.operation.payload)?;
        if said.twin == Some(to) {
            is_transfer = Some(kind == OperationKind::Pair);
        }
    }
    write.set_transfer_word(from, to, is_transfer)?;
    let mut changes = Changes::new(write)?;
    for id in [from, to] {
        let state = write.read().get_entry_state(id)?;
        changes.stirred.entries.push(key_of(&state));
    }
    changes.finish()
}
