//! Notes on conversations, and reminders: what a note is, is what the standing operations on it say together.

use domain::{NaiveDate, OperationId};
use store::{ConversationKind, NoteRow, OperationKind, OperationRow, Read, Write};

use crate::edit::{Said, Subject, in_conversation, log, standing};
use crate::own::Own;
use crate::{Error, Ledger, Result, clock};

/// A note as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub text: String,
    /// The tags.
    pub tags: Vec<String>,
    /// The day that it is to remind of; `None` for a note of today.
    pub remind: Option<NaiveDate>,
}

impl Ledger {
    /// Writes a note on a conversation.
    ///
    /// # Errors
    /// [`Error::Refused`] where it says nothing, [`Error::Store`] where there is no such conversation.
    pub fn write_note(&self, with: ConversationKind, written: &Written) -> Result<OperationId> {
        let said = Said {
            day: Some(written.remind.unwrap_or_else(clock::today)),
            is_done: written.remind.map(|_| false),
            ..words(written)?
        };
        self.store.write(|write| {
            let subject = match with {
                ConversationKind::Account(id) => Subject::Account(write.read().get_account(id)?.id),
                ConversationKind::Counterparty(id) => {
                    Subject::Counterparty(write.read().root_of(id)?)
                }
            };
            log(write, OperationKind::WriteNote, subject, &said)
        })
    }

    /// Changes the words of a note on a conversation; without any it is taken away.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such note.
    pub fn edit_note(&self, id: OperationId, written: &Written) -> Result<OperationId> {
        let is_gone = written.text.trim().is_empty() && written.tags.is_empty();
        let mut said = if is_gone {
            Said::default()
        } else {
            words(written)?
        };
        said.note = Some(id);
        said.day = written.remind;
        self.store
            .write(|write| log(write, OperationKind::EditNote, subject(write, id)?, &said))
    }

    /// Says that what a reminder is of is done, or is not.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is said already, [`Error::Store`] where there is no such reminder.
    pub fn finish_reminder(&self, id: OperationId, is_done: bool) -> Result<OperationId> {
        let said = Said {
            note: Some(id),
            is_done: Some(is_done),
            ..Said::default()
        };
        self.store.write(|write| {
            let note = find(write.read(), id)?;
            match note.filter(|note| note.is_reminder) {
                None => Err(Error::Store(store::Error::NotFound("note"))),
                Some(note) if note.is_done == is_done => Err(Error::Refused("said already")),
                Some(_) => log(write, OperationKind::EditNote, subject(write, id)?, &said),
            }
        })
    }

    /// The reminders that are for today and not done, each with the conversation that shows it.
    ///
    /// # Errors
    /// The store's.
    pub fn due_reminders(&self) -> Result<Vec<NoteRow>> {
        let today = self.today();
        self.store.read(|read| {
            let mut due = read.list_all_notes()?;
            due.retain(|note| note.is_reminder && !note.is_done && note.day == today);
            if due.is_empty() {
                return Ok(due);
            }
            let own = Own::load(read)?;
            for note in &mut due {
                if let ConversationKind::Counterparty(id) = note.with {
                    note.with = ConversationKind::Counterparty(own.root(id));
                }
            }
            Ok(due)
        })
    }

    /// Every tag in use, on entries and in notes, each with how often, the most used first.
    ///
    /// # Errors
    /// The store's.
    pub fn tags(&self) -> Result<Vec<(String, i64)>> {
        self.store.read(|read| {
            let mut tags = read.list_tags()?;
            for tag in read
                .list_all_notes()?
                .into_iter()
                .flat_map(|note| note.tags)
            {
                match tags.iter_mut().find(|(known, _)| *known == tag) {
                    Some((_, count)) => *count += 1,
                    None => tags.push((tag, 1)),
                }
            }
            tags.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            Ok(tags)
        })
    }
}

fn words(written: &Written) -> Result<Said> {
    let text = written.text.trim();
    if text.is_empty() && written.tags.is_empty() {
        return Err(Error::Refused("no words"));
    }
    Ok(Said {
        text: Some(text.to_owned()),
        add: written.tags.clone(),
        ..Said::default()
    })
}

/// What the operation that wrote a note is about.
fn subject(write: Write<'_>, id: OperationId) -> Result<Subject> {
    let row = write.read().get_operation(id)?;
    let operation = &row.operation;
    match (operation.kind, operation.account, operation.counterparty) {
        (OperationKind::WriteNote, Some(id), _) => Ok(Subject::Account(id)),
        (OperationKind::WriteNote, _, Some(id)) => Ok(Subject::Counterparty(id)),
        _ => Err(Error::Store(store::Error::NotFound("note"))),
    }
}

fn find(read: Read<'_>, id: OperationId) -> Result<Option<NoteRow>> {
    let notes = read.list_all_notes()?;
    Ok(notes.into_iter().find(|note| note.id == id))
}

/// The notes on a conversation: with a counterparty, also those on whoever was merged into it.
pub(crate) fn of_conversation(read: Read<'_>, with: ConversationKind) -> Result<Vec<NoteRow>> {
    let mut notes = read.list_notes(with)?;
    if let ConversationKind::Counterparty(root) = with {
        let own = Own::load(read)?;
        for (merged, _) in own.merges().filter(|(id, _)| own.root(*id) == root) {
            notes.extend(read.list_notes(ConversationKind::Counterparty(merged))?);
        }
        notes.sort_by_key(|note| (note.day, note.id));
    }
    Ok(notes)
}

/// Writes what the standing operations say of a note.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let read = write.read();
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let id = said.note.unwrap_or(row.id);
    let Some((with, operations)) = in_conversation(read, row)? else {
        return Ok(());
    };
    let mut note = None;
    for written in operations
        .iter()
        .filter(|other| other.id == id && !other.is_undone)
    {
        let said: Said = serde_json::from_str(&written.operation.payload)?;
        note = Some(NoteRow {
            id,
            with,
            day: said.day.unwrap_or_default(),
            is_reminder: said.is_done.is_some(),
            is_done: false,
            note: said.text.unwrap_or_default(),
            tags: said.add,
        });
    }
    let edits = standing(operations, &[OperationKind::EditNote])?;
    for (_, edit) in edits.into_iter().filter(|(_, edit)| edit.note == Some(id)) {
        note = note.and_then(|note| edited(note, edit));
    }
    match note {
        Some(note) => Ok(write.put_note(&note)?),
        None => Ok(write.drop_note(id)?),
    }
}

/// A note after a change; `None` where the change took it away.
fn edited(mut note: NoteRow, edit: Said) -> Option<NoteRow> {
    if let Some(is_done) = edit.is_done {
        note.is_done = is_done;
        return Some(note);
    }
    note.note = edit.text?;
    note.tags = edit.add;
    if let Some(day) = edit.day.filter(|_| note.is_reminder) {
        note.day = day;
    }
    Some(note)
}
