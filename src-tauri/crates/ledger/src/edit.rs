//! What the user does to entries and counterparties. Each operation is logged; what holds is what the standing operations
//! on one thing say together, so that any of them can be undone and done again, in any order.

use std::collections::{BTreeSet, HashSet};

use domain::{
    AccountId, CounterpartyId, EntryId, NaiveDate, OperationId, ReceiptSightingId, SightingId,
};
use serde::{Deserialize, Serialize};
use store::{
    ConversationKind, EntryState, NewOperation, OperationKind, OperationRow, Read, Write,
    reading_of, sighting_id,
};

use crate::cash::{self, SaidCash};
use crate::own::Own;
use crate::project::{Changes, Readings, stored_body};
use crate::{Chosen, Error, Ledger, Result, category, clock, notes, questions, settle};

/// What an operation of the user says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Said {
    /// A note or a name; `None` where it was taken away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What it was called before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The counterparty that an entry was moved to, or that another one was merged into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<CounterpartyId>,
    /// What was said of the receipt of which this document is part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptSightingId>,
    /// The day on which it arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// First and last of the days whose statement is not to be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The entry on the other side of a transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twin: Option<EntryId>,
    /// Tags put on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<String>,
    /// Tags taken off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<String>,
    /// Cash, as it was written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash: Option<SaidCash>,
    /// The note that was changed: the operation that wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<OperationId>,
    /// Of a reminder: whether it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_done: Option<bool>,
    /// Which alert was answered to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<String>,
    /// What was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// The word of a category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The picture that stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub glyph: Option<String>,
    /// Of a question: what is chosen of its readings; `None` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Chosen>,
    /// Of a deletion: whether the row was left out of its import rather than deleted later.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_left_out: bool,
}

/// What an operation of the user is about.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    Entry(EntryId),
    Counterparty(CounterpartyId),
    Account(AccountId),
    /// The ledger as a whole.
    Ledger,
}

impl Ledger {
    /// Deletes an entry: a tombstone, which any import of the same line respects.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is deleted already, [`Error::Store`] where there is none.
    pub fn delete_entry(&self, id: EntryId) -> Result<OperationId> {
        self.store.write(|write| {
            if write.read().get_entry_state(id)?.is_deleted {
                return Err(Error::Refused("deleted already"));
            }
            let subject = Subject::Entry(id);
            log(write, OperationKind::DeleteEntry, subject, &Said::default())
        })
    }

    /// Deletes the entries that nothing shows but these rows of imports, given by their place in the document, all of them or
    /// none: what another row shows too is left as it is, and what is deleted already stays so. Gives the deletions of each
    /// import, in the order given; what several show is deleted for the first of them.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such import or row.
    pub fn delete_rows(&self, unwanted: &[(OperationId, &[u32])]) -> Result<Vec<Vec<OperationId>>> {
        self.store.write(|write| {
            let read = write.read();
            let readings = Readings::load(read, None)?;
            let mut sightings = Vec::new();
            for (import, rows) in unwanted {
                let reading = read.get_operation(*import)?.operation.reading;
                let reading = reading.ok_or(Error::Refused("no import"))?;
                let rows = rows.iter().map(|row| sighting_id(reading, *row));
                sightings.push(rows.collect::<Vec<_>>());
            }
            let all: HashSet<SightingId> = sightings.iter().flatten().copied().collect();
            let mut done = Vec::new();
            for rows in sightings {
                let mut deletions = Vec::new();
                for row in rows {
                    let state = read.get_entry_state(read.get_sighting(row)?.entry)?;
                    if state.is_deleted || is_shown_beside(read, &state, &all, &readings)? {
                        continue;
                    }
                    let subject = Subject::Entry(state.entry.id);
                    let said = Said {
                        is_left_out: true,
                        ..Said::default()
                    };
                    deletions.push(log(write, OperationKind::DeleteEntry, subject, &said)?);
                }
                done.push(deletions);
            }
            Ok(done)
        })
    }

    /// Brings a deleted entry back.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is not deleted, [`Error::Store`] where there is none.
    pub fn restore_entry(&self, id: EntryId) -> Result<OperationId> {
        self.store.write(|write| {
            if !write.read().get_entry_state(id)?.is_deleted {
                return Err(Error::Refused("not deleted"));
            }
            let subject = Subject::Entry(id);
            log(
                write,
                OperationKind::RestoreEntry,
                subject,
                &Said::default(),
            )
        })
    }

    /// Writes a note on an entry; an empty one takes it away.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such entry.
    pub fn note_entry(&self, id: EntryId, note: &str) -> Result<OperationId> {
        self.store.write(|write| {
            write.read().get_entry_state(id)?;
            let said = Said {
                text: worded(note),
                ..Said::default()
            };
            log(write, OperationKind::Note, Subject::Entry(id), &said)
        })
    }

    /// Puts tags on an entry and takes others off.
    ///
    /// # Errors
    /// [`Error::Refused`] where no tag is named, [`Error::Store`] where there is no such entry.
    pub fn tag_entry(&self, id: EntryId, add: &[String], remove: &[String]) -> Result<OperationId> {
        let tags = |tags: &[String]| tags.iter().filter_map(|tag| worded(tag)).collect();
        let said = Said {
            add: tags(add),
            remove: tags(remove),
            ..Said::default()
        };
        if said.add.is_empty() && said.remove.is_empty() {
            return Err(Error::Refused("no tag"));
        }
        self.store.write(|write| {
            write.read().get_entry_state(id)?;
            log(write, OperationKind::Tag, Subject::Entry(id), &said)
        })
    }

    /// Moves an entry to a counterparty's conversation; `None` puts it back where its text belongs.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is there already, [`Error::Store`] where there is no such entry or counterparty.
    pub fn move_entry(&self, id: EntryId, to: Option<CounterpartyId>) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let state = read.get_entry_state(id)?;
            let to = match to {
                Some(to) => Some(read.root_of(read.get_counterparty(to)?.id)?),
                None => None,
            };
            if to == Some(state.entry.counterparty) {
                return Err(Error::Refused("there already"));
            }
            let said = Said {
                other: to,
                ..Said::default()
            };
            log(write, OperationKind::MoveEntry, Subject::Entry(id), &said)
        })
    }

    /// Gives a counterparty a name; an empty one takes the user's name away.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such counterparty.
    pub fn rename_counterparty(&self, id: CounterpartyId, name: &str) -> Result<OperationId> {
        self.store.write(|write| {
            let row = write.read().get_counterparty(id)?;
            let said = Said {
                text: worded(name),
                before: row.user_name.or_else(|| worded(&row.counterparty.name)),
                ..Said::default()
            };
            log(
                write,
                OperationKind::Rename,
                Subject::Counterparty(id),
                &said,
            )
        })
    }

    /// Says that a counterparty is another one: its entries join the other's conversation, now and at later imports.
    ///
    /// # Errors
    /// [`Error::Refused`] where they are one already, [`Error::Store`] where there is no such counterparty.
    pub fn merge_counterparties(
        &self,
        id: CounterpartyId,
        into: CounterpartyId,
    ) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let (id, into) = (
                read.get_counterparty(id)?.id,
                read.get_counterparty(into)?.id,
            );
            if read.root_of(id)? == read.root_of(into)? {
                return Err(Error::Refused("one already"));
            }
            // What was merged into something else goes with it: they are all one.
            let said = Said {
                other: Some(read.root_of(into)?),
                ..Said::default()
            };
            let subject = Subject::Counterparty(read.root_of(id)?);
            log(write, OperationKind::Merge, subject, &said)
        })
    }

    /// Says that a merged counterparty is one of its own after all.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is not merged, [`Error::Store`] where there is no such counterparty.
    pub fn unmerge_counterparty(&self, id: CounterpartyId) -> Result<OperationId> {
        self.store.write(|write| {
            let root = write
                .read()
                .root_of(write.read().get_counterparty(id)?.id)?;
            if root == id {
                return Err(Error::Refused("not merged"));
            }
            let said = Said {
                other: Some(root),
                ..Said::default()
            };
            log(
                write,
                OperationKind::Unmerge,
                Subject::Counterparty(id),
                &said,
            )
        })
    }
}

/// Whether a live sighting that is none of `unwanted` shows an entry.
fn is_shown_beside(
    read: Read<'_>,
    state: &EntryState,
    unwanted: &HashSet<SightingId>,
    readings: &Readings,
) -> Result<bool> {
    let entry = &state.entry;
    let bucket = read.list_sightings_of_bucket(entry.account, entry.day, entry.amount_minor)?;
    let mut shown_by = bucket
        .iter()
        .filter(|one| one.entry == entry.id && readings.is_live(reading_of(one.id).0));
    Ok(shown_by.any(|one| !unwanted.contains(&one.id)))
}

/// Text as the user means it; `None` where it says nothing.
pub(crate) fn worded(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

pub(crate) fn log(
    write: Write<'_>,
    kind: OperationKind,
    subject: Subject,
    said: &Said,
) -> Result<OperationId> {
    let (entry, counterparty, account) = match subject {
        Subject::Entry(id) => (Some(id), None, None),
        Subject::Counterparty(id) => (None, Some(id), None),
        Subject::Account(id) => (None, None, Some(id)),
        Subject::Ledger => (None, None, None),
    };
    let id = write.add_operation(&NewOperation {
        kind,
        at: clock::now(),
        reading: None,
        account,
        entry,
        counterparty,
        payload: serde_json::to_string(said)?,
    })?;
    apply(write, &write.read().get_operation(id)?)?;
    Ok(id)
}

/// Writes what the standing operations say of what this one is about, after one of them was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    use OperationKind::{
        AcceptGap, AddCash, AnswerAlert, AskQuestion, Categorise, DeleteEntry, EditCash, EditNote,
        EditQuestion, Merge, MoveEntry, NameCategory, Note, Pair, PairRefund, Part, PartRefund,
        Rename, RestoreEntry, Tag, Unmerge, WriteNote,
    };
    let operation = &row.operation;
    match (operation.kind, operation.entry, operation.counterparty) {
        (DeleteEntry | RestoreEntry, Some(id), _) => {
            let standing = on_entry(write.read(), id, &[DeleteEntry, RestoreEntry])?;
            let is_deleted = standing
                .last()
                .is_some_and(|(kind, _)| *kind == DeleteEntry);
            set_tombstone(write, id, is_deleted)
        }
        (Note, Some(id), _) => {
            let standing = on_entry(write.read(), id, &[Note])?;
            write.set_note(id, latest(&standing).and_then(|said| said.text.as_deref()))?;
            place(write, id)
        }
        (Tag, Some(id), _) => {
            let mut tags = BTreeSet::new();
            for (_, said) in on_entry(write.read(), id, &[Tag])? {
                tags.extend(said.add);
                tags.retain(|tag| !said.remove.contains(tag));
            }
            write.set_tags(id, &tags)?;
            place(write, id)
        }
        (MoveEntry, Some(id), _) => {
            let standing = on_entry(write.read(), id, &[MoveEntry])?;
            write.set_move(id, latest(&standing).and_then(|said| said.other))?;
            place(write, id)
        }
        (Rename, _, Some(id)) => {
            let standing = on_counterparty(write.read(), id, &[Rename])?;
            let name = latest(&standing).and_then(|said| said.text.as_deref());
            write.set_counterparty_name(id, name)?;
            place_all(write, write.read().root_of(id)?)
        }
        (Merge | Unmerge, _, Some(id)) => {
            let before = write.read().root_of(id)?;
            let standing = on_counterparty(write.read(), id, &[Merge, Unmerge])?;
            let merged = standing.last().filter(|(kind, _)| *kind == Merge);
            write.set_merge(id, merged.and_then(|(_, said)| said.other))?;
            if Own::load(write.read())?.is_circle(id) {
                return Err(Error::Refused("one already"));
            }
            place_all(write, before)
        }
        (Pair | Part, ..) => crate::transfers::apply(write, row),
        (PairRefund | PartRefund, ..) => crate::receipts::apply_refund_word(write, row),
        (AnswerAlert, ..) => crate::insights::apply(write, row),
        (AddCash | EditCash, Some(id), _) => cash::apply(write, id),
        (WriteNote | EditNote, _, _) => notes::apply(write, row),
        (AskQuestion | EditQuestion, _, _) => questions::apply(write, row),
        (Categorise, _, Some(id)) => {
            let standing = on_counterparty(write.read(), id, &[Categorise])?;
            let category = latest(&standing).and_then(|said| said.category.as_deref());
            Ok(write.set_counterparty_category(id, category)?)
        }
        (NameCategory, _, _) => category::apply(write, row),
        // Read from the log wherever gaps are told.
        (AcceptGap, ..) => Ok(()),
        _ => crate::receipts::apply(write, row),
    }
}

pub(crate) fn latest(standing: &[(OperationKind, Said)]) -> Option<&Said> {
    standing.last().map(|(_, said)| said)
}

pub(crate) fn on_entry(
    read: Read<'_>,
    id: EntryId,
    kinds: &[OperationKind],
) -> Result<Vec<(OperationKind, Said)>> {
    standing(read.list_operations_on_entry(id)?, kinds)
}

fn on_counterparty(
    read: Read<'_>,
    id: CounterpartyId,
    kinds: &[OperationKind],
) -> Result<Vec<(OperationKind, Said)>> {
    standing(read.list_operations_on_counterparty(id)?, kinds)
}

/// The conversation that an operation was made in, and all that were made on what it is with; none for one on an entry or the ledger.
pub(crate) fn in_conversation(
    read: Read<'_>,
    row: &OperationRow,
) -> Result<Option<(ConversationKind, Vec<OperationRow>)>> {
    Ok(match (row.operation.account, row.operation.counterparty) {
        (Some(account), _) => Some((
            ConversationKind::Account(account),
            read.list_operations_on_account(account)?,
        )),
        (None, Some(counterparty)) => Some((
            ConversationKind::Counterparty(counterparty),
            read.list_operations_on_counterparty(counterparty)?,
        )),
        (None, None) => None,
    })
}

/// Those of some kinds that stand, oldest first.
pub(crate) fn standing(
    rows: Vec<OperationRow>,
    kinds: &[OperationKind],
) -> Result<Vec<(OperationKind, Said)>> {
    rows.into_iter()
        .filter(|row| !row.is_undone && kinds.contains(&row.operation.kind))
        .map(|row| {
            let said = serde_json::from_str(&row.operation.payload)?;
            Ok((row.operation.kind, said))
        })
        .collect()
}

fn set_tombstone(write: Write<'_>, id: EntryId, is_deleted: bool) -> Result<()> {
    let before = write.read().get_entry_state(id)?;
    write.set_deleted(id, is_deleted)?;
    let after = EntryState {
        is_deleted,
        ..before.clone()
    };
    let mut changes = Changes::new(write)?;
    changes.moved(Some(&before), Some(&after))?;
    settle::supersede(write, after.entry.account, &mut changes)?;
    changes.finish()
}

/// Whether an entry is deleted because its row was left out of an import: then it says nothing of other entries.
pub(crate) fn is_left_out(read: Read<'_>, state: &EntryState) -> Result<bool> {
    use OperationKind::{DeleteEntry, RestoreEntry};
    if !state.is_deleted {
        return Ok(false);
    }
    let standing = on_entry(read, state.entry.id, &[DeleteEntry, RestoreEntry])?;
    Ok(latest(&standing).is_some_and(|said| said.is_left_out))
}

/// Puts an entry where it belongs, to be found by all its words. One that nothing shows is put there when it comes back.
fn place(write: Write<'_>, id: EntryId) -> Result<()> {
    let state = write.read().get_entry_state(id)?;
    if !state.is_live {
        return Ok(());
    }
    let named = write
        .read()
        .get_sighting(state.entry.sighting)?
        .counterparty;
    let mut changes = Changes::new(write)?;
    place_one(write, &state, named, &mut changes)?;
    changes.finish()
}

/// The same of all entries of a conversation.
fn place_all(write: Write<'_>, conversation: CounterpartyId) -> Result<()> {
    let mut changes = Changes::new(write)?;
    for (state, named) in write.read().list_entries_of_counterparty(conversation)? {
        place_one(write, &state, named, &mut changes)?;
    }
    changes.finish()
}

fn place_one(
    write: Write<'_>,
    state: &EntryState,
    named: CounterpartyId,
    changes: &mut Changes<'_>,
) -> Result<()> {
    let id = state.entry.id;
    let mut after = state.clone();
    after.entry.counterparty = changes.own.conversation(id, named);
    if after != *state {
        write.set_entry_counterparty(id, after.entry.counterparty)?;
        changes.moved(Some(state), Some(&after))?;
    }
    let mut body = stored_body(write.read(), state.entry.sighting)?;
    body.push_str(&changes.own.found_by(write.read(), id, named)?);
    Ok(write.replace_entry_text(id, &body)?)
}
