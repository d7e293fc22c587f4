//! What the user answers to an alert. Each answer is an operation of the log and hangs on an entry, so that it outlives whatever
//! makes the alert come and go.

use domain::{EntryId, OperationId};
use store::{OperationKind, OperationRow, Write};

use super::{AlertAnswer, AlertKind};
use crate::edit::{Said, Subject, log, on_entry};
use crate::{Error, Ledger, Result};

impl Ledger {
    /// Answers to an alert, by the entry that it hangs on.
    ///
    /// # Errors
    /// [`Error::Refused`] where such an alert is not answered so, or was already; [`Error::Store`] where there is no such entry.
    pub fn answer_alert(
        &self,
        kind: AlertKind,
        entry: EntryId,
        answer: AlertAnswer,
    ) -> Result<OperationId> {
        if !kind.is_answered_by(answer) {
            return Err(Error::Refused("no answer to that"));
        }
        self.store.write(|write| {
            let read = write.read();
            read.get_entry_state(entry)?;
            let said = read.find_alert_word(entry, kind.as_str())?;
            if said.as_deref() == Some(answer.as_str()) {
                return Err(Error::Refused("said already"));
            }
            let said = Said {
                alert: Some(kind.as_str().to_owned()),
                answer: Some(answer.as_str().to_owned()),
                ..Said::default()
            };
            let subject = Subject::Entry(entry);
            log(write, OperationKind::AnswerAlert, subject, &said)
        })
    }
}

/// Writes what the standing operations answer to the alert that this one is about, after one was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let (Some(entry), Some(alert)) = (row.operation.entry, said.alert) else {
        return Ok(());
    };
    let standing = on_entry(write.read(), entry, &[OperationKind::AnswerAlert])?;
    let mut standing = standing.iter().map(|(_, said)| said);
    let last = standing.rfind(|said| said.alert.as_deref() == Some(alert.as_str()));
    let answer = last.and_then(|said| said.answer.as_deref());
    Ok(write.set_alert_word(entry, &alert, answer)?)
}
