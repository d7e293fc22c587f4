//! What the user says of two entries, one of money out and one of money in: they go together, or they do not.

use domain::{EntryId, OperationId};
use store::{EntryState, OperationKind, OperationRow, Read, Write};

use crate::edit::{Said, Subject, log, on_entry};
use crate::{Error, Result};

/// The entry of money out, then the one of money in.
///
/// # Errors
/// [`Error::Refused`] where both are of one direction, [`Error::Store`] where there is no such entry.
pub(crate) fn out_and_in(
    read: Read<'_>,
    a: EntryId,
    b: EntryId,
) -> Result<(EntryState, EntryState)> {
    let (one, other) = (read.get_entry_state(a)?, read.get_entry_state(b)?);
    match (
        one.entry.amount_minor.signum(),
        other.entry.amount_minor.signum(),
    ) {
        (-1, 1) => Ok((one, other)),
        (1, -1) => Ok((other, one)),
        _ => Err(Error::Refused("the same direction")),
    }
}

/// Says something of an entry and its twin.
pub(crate) fn say(
    write: Write<'_>,
    kind: OperationKind,
    entry: EntryId,
    twin: EntryId,
) -> Result<OperationId> {
    let said = Said {
        twin: Some(twin),
        ..Said::default()
    };
    log(write, kind, Subject::Entry(entry), &said)
}

/// The entry and its twin that an operation is about, and whether the last one that stands says that they go together: by
/// the first kind they do, by the second they do not.
pub(crate) fn word(
    read: Read<'_>,
    row: &OperationRow,
    kinds: [OperationKind; 2],
) -> Result<Option<(EntryId, EntryId, Option<bool>)>> {
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let (Some(entry), Some(twin)) = (row.operation.entry, said.twin) else {
        return Ok(None);
    };
    let standing = on_entry(read, entry, &kinds)?;
    let last = standing
        .iter()
        .rfind(|(_, said)| said.twin == Some(twin))
        .map(|(kind, _)| *kind == kinds[0]);
    Ok(Some((entry, twin, last)))
}
