//! Verifying a ledger: the file, the documents kept in it, its sums, and every projection computed anew.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use domain::{AccountId, DocumentId, EntryId, NaiveDate};
use matching::partition;
use source::Digest;
use store::{NewEntry, Read};

use crate::own::Own;
use crate::project::{Bucket, BucketKey, Readings, load_between, projected};
use crate::settle::taken_over;
use crate::shift::Touched;
use crate::{Ledger, Result, insights, receipts, shift, transfers};

impl Ledger {
    /// What is wrong with the ledger; empty when all is well. Findings name tables, accounts' ids and days, never contents.
    ///
    /// # Errors
    /// The store's.
    pub fn verify(&self) -> Result<Vec<String>> {
        self.store.read(|read| {
            let mut findings = read.list_defects()?;
            findings.extend(altered_documents(read)?);
            let readings = Readings::load(read, None)?;
            let own = Own::load(read)?;
            findings.extend(unfound(read, &own)?);
            if read.list_transfers()? != transfers::find_all(read)? {
                findings.push("transfers: not what the rules find".to_owned());
            }
            let named = receipts::named(read)?;
            if read.list_refunds()? != receipts::find_all_refunds(read, &named)? {
                findings.push("refunds: not what the rules find".to_owned());
            }
            findings.extend(insights::findings(read)?);
            for account in read.list_accounts()? {
                let id = account.id.0;
                let buckets = load_between(read, account.id, (first_day(), last_day()), &readings)?;
                let moved = shift::moves(read, account.id, &readings, &Touched::all())?;
                let days = moved.iter().map(|one| one.before.day);
                findings.extend(days.map(|day| format!("shifted: account {id} on {day}")));
                let wrong = buckets
                    .iter()
                    .filter(|(key, bucket)| !is_projected(account.id, **key, bucket, &own));
                let mut days: Vec<NaiveDate> = wrong.map(|((day, _), _)| *day).collect();
                days.sort_unstable();
                days.dedup();
                findings.extend(
                    days.iter()
                        .map(|day| format!("projection: account {id} on {day}")),
                );
                if !is_taken_over(read, account.id)? {
                    findings.push(format!("entries taken over: account {id}"));
                }
            }
            Ok(findings)
        })
    }
}

/// Kept documents that are not, byte for byte, what was received.
fn altered_documents(read: Read<'_>) -> Result<Vec<String>> {
    let readings = read.list_readings()?;
    let documents: BTreeMap<i64, [u8; 32]> = readings
        .into_iter()
        .map(|row| (row.document.0, row.sha256))
        .collect();
    let mut findings = Vec::new();
    for (id, sha256) in documents {
        // One that the user had forgotten has no bytes to compare; one that does not decompress is altered.
        let is_as_received = match read.get_document_bytes(DocumentId(id)) {
            Ok(Some(bytes)) => Digest::of(&bytes).0 == sha256,
            Ok(None) => true,
            Err(_) => false,
        };
        if !is_as_received {
            findings.push(format!("document: {id} is not as received"));
        }
    }
    Ok(findings)
}

/// Entries that the user's own words for them do not find.
fn unfound(read: Read<'_>, own: &Own) -> Result<Vec<String>> {
    let mut entries: BTreeSet<EntryId> = own.worded().collect();
    let merged = own.merges().map(|(_, into)| own.root(into));
    for conversation in own.named().chain(merged).collect::<BTreeSet<_>>() {
        let list = read.list_entries_of_counterparty(conversation)?;
        entries.extend(list.into_iter().map(|(state, _)| state.entry.id));
    }
    let mut findings = Vec::new();
    for id in entries {
        let state = read.get_entry_state(id)?;
        let named = read.get_sighting(state.entry.sighting)?.counterparty;
        if state.is_live && !read.is_found_by(id, &own.found_by(read, id, named)?)? {
            findings.push(format!("search index: entry {}", id.0));
        }
    }
    Ok(findings)
}

/// Whether the live entries of a bucket are exactly what its live sightings make.
fn is_projected(account: AccountId, key: BucketKey, bucket: &Bucket, own: &Own) -> bool {
    let groups = partition(&bucket.seen);
    let live = || bucket.entries.iter().filter(|state| state.is_live);
    let expected: Option<Vec<NewEntry>> = groups
        .iter()
        .map(|group| projected(account, key, bucket, group, group.entry?, own))
        .collect();
    expected.is_some_and(|expected| {
        expected.len() == live().count() && live().all(|state| expected.contains(&state.entry))
    })
}

fn is_taken_over(read: Read<'_>, account: AccountId) -> Result<bool> {
    let stored: HashSet<EntryId> = read.list_superseded_entries(account)?.into_iter().collect();
    Ok(stored == taken_over(read, account)?)
}

/// Days whose ISO form sorts as text.
pub(crate) fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()
}

pub(crate) fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use vault::Key;

    use super::*;

    /// What `verify` finds in a ledger whose one document is kept as `bytes` under the hash of `received`.
    fn findings(bytes: &[u8], received: &[u8]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
        let keep = |write: store::Write<'_>| -> Result<()> {
            let at = "2026-10-31T09:00:00Z";
            let id = write.add_document(&Digest::of(received).0, "october.ofx", bytes, at)?;
            write.add_reading(id, "", "ofx", 60)?;
            Ok(())
        };
        ledger.store.write(keep).unwrap();
        ledger.verify().unwrap()
    }

    #[test]
    fn a_kept_document_must_be_what_was_received() {
        let statement = "<OFX>Café</OFX>".repeat(500);
        let statement = statement.as_bytes();
        assert!(findings(statement, statement).is_empty());
        assert_eq!(
            findings(b"something else", statement),
            ["document: 1 is not as received"]
        );
    }
}
