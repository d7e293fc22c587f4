//! What the ledger already has of a file's bytes.

use domain::OperationId;
use store::{DocumentRow, Read, ReadingRow};

use super::Job;
use crate::Result;
use crate::examine::{Asked, Destination};
use crate::project::ANSWERED;

/// What the ledger already has of these bytes.
pub(crate) struct Known {
    pub(super) document: Option<DocumentRow>,
    /// The reading that these answers ask for, standing or not.
    pub(super) reading: Option<ReadingRow>,
    /// Live readings of the same document under other answers: this one replaces them.
    pub(super) replaced: Vec<ReadingRow>,
    /// What the reading is, or will be, stored under.
    pub(super) profile: String,
}

impl Known {
    pub(super) fn find(read: Read<'_>, job: Job<'_>, destinations: &[Destination]) -> Result<Self> {
        let profile = profile(job, destinations);
        let document = read.find_document(&job.digest.0)?;
        let mut readings = Vec::new();
        if let Some(document) = &document {
            readings = read.list_readings()?;
            readings.retain(|row| row.document == document.id);
        }
        let mut reading = None;
        for row in readings.iter().filter(|row| row.is_live) {
            if is_asked_for(read, row, &profile, destinations)? {
                reading = Some(row.clone());
            }
        }
        let reading =
            reading.or_else(|| readings.iter().find(|row| row.profile == profile).cloned());
        let own = reading.as_ref().map(|row| row.id);
        readings.retain(|row| row.is_live && Some(row.id) != own);
        Ok(Known {
            document,
            reading,
            replaced: readings,
            profile,
        })
    }

    pub(super) fn stands(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.is_live)
    }

    /// The import that stands, under the same answers.
    pub(super) fn standing(&self, read: Read<'_>) -> Result<Option<(OperationId, String)>> {
        let Some(reading) = self.reading.as_ref().filter(|reading| reading.is_live) else {
            return Ok(None);
        };
        let imports = read.list_imports_of(reading.id)?;
        let standing = imports.into_iter().rfind(|row| !row.is_undone);
        Ok(standing.map(|row| (row.id, row.operation.at)))
    }

    /// A stored reading keeps the accounts that its rows are in: nothing is asked about a file that stands.
    pub(super) fn settle(
        &self,
        read: Read<'_>,
        destinations: &mut [Destination],
        asked: &mut Asked,
    ) -> Result<()> {
        let Some(reading) = &self.reading else {
            return Ok(());
        };
        if reading.is_live {
            asked.questions.clear();
            asked.switches.retain(|one| one.about != "account");
        }
        let stored = read.list_statements_of_reading(reading.id)?;
        for (to, row) in destinations.iter_mut().zip(&stored) {
            to.account = Some(row.statement.account);
            to.currency = row.statement.currency;
        }
        Ok(())
    }
}

/// What names a reading: the answers that change how the bytes are read, then those that change what the ledger makes of
/// them, where they were asked for.
fn profile(job: Job<'_>, destinations: &[Destination]) -> String {
    let answers = job.answers;
    let mut profile = answers.reading(&job.examined.mappings);
    if let Some(account) = answers.get("account")
        && destinations.iter().any(|to| to.is_chosen)
    {
        profile = format!("{profile}|account={account}");
    }
    if let Some(currency) = answers.get("currency") {
        profile = format!("{profile}|currency={currency}");
    }
    if answers.get("conflict") == Some("same") {
        profile.push_str(ANSWERED);
    }
    profile
}

/// Whether a standing reading is what these answers ask for: read alike, and in the accounts that were chosen, if any were.
/// What is not answered again stays as it was answered.
fn is_asked_for(
    read: Read<'_>,
    row: &ReadingRow,
    profile: &str,
    destinations: &[Destination],
) -> Result<bool> {
    let mut wanted = profile.split('|');
    let mut stored = row.profile.split('|');
    if wanted.next() != stored.next() {
        return Ok(false);
    }
    let stored: Vec<&str> = stored.collect();
    for extra in wanted.filter(|extra| !stored.contains(extra)) {
        if !extra.starts_with("account=") {
            return Ok(false);
        }
        let statements = read.list_statements_of_reading(row.id)?;
        let mut places = destinations.iter().zip(&statements);
        if !places.all(|(to, row)| !to.is_chosen || to.account == Some(row.statement.account)) {
            return Ok(false);
        }
    }
    Ok(true)
}
