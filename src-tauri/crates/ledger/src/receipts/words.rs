//! What the user says of receipts: which entry paid for one, which did not, that it arrived. Each is an operation of the log.

use std::collections::BTreeSet;

use domain::{EntryId, NaiveDate, OperationId, ReceiptId, ReceiptSightingId};
use store::{OperationKind, OperationRow, Read, Write};

use super::{Touched, project, relink};
use crate::edit::{self, Said, Subject, log};
use crate::{Error, Ledger, Result};

impl Ledger {
    /// Says that an entry paid for a receipt, or gave it back.
    ///
    /// # Errors
    /// [`Error::Refused`] where the user said so already, [`Error::Store`] where there is no such receipt or entry.
    pub fn link_receipt(&self, receipt: ReceiptId, entry: EntryId) -> Result<OperationId> {
        self.say(receipt, entry, OperationKind::Link)
    }

    /// Says that an entry has nothing to do with a receipt.
    ///
    /// # Errors
    /// [`Error::Refused`] where the user said so already, [`Error::Store`] where there is no such receipt or entry.
    pub fn unlink_receipt(&self, receipt: ReceiptId, entry: EntryId) -> Result<OperationId> {
        self.say(receipt, entry, OperationKind::Unlink)
    }

    /// Says that an entry paid for the receipts that an import brought: they were dropped on it. What was said before is not
    /// said again.
    ///
    /// # Errors
    /// [`Error::Refused`] where the import brought no receipt, [`Error::Store`] where there is no such operation or entry.
    pub fn join_import(&self, import: OperationId, entry: EntryId) -> Result<Vec<OperationId>> {
        self.store.write(|write| {
            let read = write.read();
            read.get_entry_state(entry)?;
            let operation = read.get_operation(import)?.operation;
            let reading = operation.reading.ok_or(Error::Refused("not an import"))?;
            let mut receipts = BTreeSet::new();
            for sighting in read.list_receipt_sightings_of(reading)? {
                receipts.extend(read.find_receipt_of(sighting)?);
            }
            if receipts.is_empty() {
                return Err(Error::Refused("no receipt"));
            }
            let mut said = Vec::new();
            for receipt in receipts {
                let sighting = ReceiptSightingId(receipt.0);
                if read.list_link_words()?.contains(&(sighting, entry, true)) {
                    continue;
                }
                let about = Said {
                    receipt: Some(sighting),
                    ..Said::default()
                };
                said.push(log(
                    write,
                    OperationKind::Link,
                    Subject::Entry(entry),
                    &about,
                )?);
            }
            Ok(said)
        })
    }

    fn say(&self, receipt: ReceiptId, entry: EntryId, kind: OperationKind) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            read.get_receipt(receipt)?;
            read.get_entry_state(entry)?;
            let sighting = ReceiptSightingId(receipt.0);
            let said = read.list_link_words()?;
            let is_linked = kind == OperationKind::Link;
            if said.contains(&(sighting, entry, is_linked)) {
                return Err(Error::Refused("said already"));
            }
            let said = Said {
                receipt: Some(sighting),
                ..Said::default()
            };
            log(write, kind, Subject::Entry(entry), &said)
        })
    }

    /// Says that the parcels of a receipt arrived on a day.
    ///
    /// # Errors
    /// [`Error::Refused`] where nothing of it is on its way, [`Error::Store`] where there is no such receipt.
    pub fn mark_arrived(&self, receipt: ReceiptId, day: NaiveDate) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let row = read.get_receipt(receipt)?;
            let whose = row.counterparty;
            if !super::view(read, row)?.is_on_its_way() {
                return Err(Error::Refused("nothing on its way"));
            }
            let said = Said {
                receipt: Some(ReceiptSightingId(receipt.0)),
                day: Some(day),
                ..Said::default()
            };
            log(
                write,
                OperationKind::Arrive,
                Subject::Counterparty(whose),
                &said,
            )
        })
    }

    /// Says, on a day, that the parcels of a receipt are not there yet: it is not asked again before a later promise is over.
    ///
    /// # Errors
    /// [`Error::Refused`] where nothing of it is asked about on that day, [`Error::Store`] where there is no such receipt.
    pub fn mark_absent(&self, receipt: ReceiptId, day: NaiveDate) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let row = read.get_receipt(receipt)?;
            let whose = row.counterparty;
            if !super::view(read, row)?.asks_for_arrival(day) {
                return Err(Error::Refused("nothing on its way"));
            }
            let said = Said {
                receipt: Some(ReceiptSightingId(receipt.0)),
                day: Some(day),
                ..Said::default()
            };
            log(
                write,
                OperationKind::Await,
                Subject::Counterparty(whose),
                &said,
            )
        })
    }
}

/// Writes what the standing operations say of the receipt that this one is about, after one was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let Some(sighting) = said.receipt else {
        return Ok(());
    };
    match (row.operation.entry, row.operation.counterparty) {
        (Some(entry), _) => {
            let logged = write.read().list_operations_on_entry(entry)?;
            let last = standing(logged, sighting)?.pop();
            let is_linked = last.map(|(kind, _)| kind == OperationKind::Link);
            write.set_link_word(sighting, entry, is_linked)?;
        }
        (None, Some(whose)) => {
            let logged = write.read().list_operations_on_counterparty(whose)?;
            let said = standing(logged, sighting)?;
            let last = |kind: OperationKind| {
                let said = said.iter().rev().find(|(own, _)| *own == kind);
                said.and_then(|(_, said)| said.day)
            };
            write.set_arrival(sighting, last(OperationKind::Arrive))?;
            write.set_absence(sighting, last(OperationKind::Await))?;
            project(write, &[sighting])?;
        }
        (None, None) => {}
    }
    relink(write, &Touched::new())
}

/// The operations on this receipt that stand, oldest first.
fn standing(
    rows: Vec<OperationRow>,
    sighting: ReceiptSightingId,
) -> Result<Vec<(OperationKind, Said)>> {
    use OperationKind::{Arrive, Await, Link, Unlink};
    let mut standing = edit::standing(rows, &[Link, Unlink, Arrive, Await])?;
    standing.retain(|(_, said)| said.receipt == Some(sighting));
    Ok(standing)
}

/// The user's words on links, by receipt as it stands now: a word on any of its documents is a word on it.
pub(super) fn by_receipt(read: Read<'_>) -> Result<Vec<(ReceiptId, EntryId, bool)>> {
    let mut out = Vec::new();
    for (sighting, entry, is_linked) in read.list_link_words()? {
        if let Some(receipt) = read.find_receipt_of(sighting)? {
            out.push((receipt, entry, is_linked));
        }
    }
    Ok(out)
}
