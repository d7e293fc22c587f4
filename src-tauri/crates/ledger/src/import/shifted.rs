//! Rows that the ledger may know under a day nearby: found here, judged by [`matching::shifted`], decided by the user.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::{AccountId, NaiveDate};
use matching::{Neighbour, shifted};
use store::{Read, StatementRow};

use super::Job;
use super::plan::covered_days;
use crate::Result;
use crate::prepare::Prepared;
use crate::project::{Bucket, BucketKey};

/// Rows without an equal that may be known under a day nearby: the row's index, and the bucket and words of its match.
pub(super) fn find_shifted(
    read: Read<'_>,
    job: Job<'_>,
    rows: &[Prepared<'_>],
    buckets: &HashMap<AccountId, HashMap<BucketKey, Bucket>>,
) -> Result<Vec<(usize, (NaiveDate, i64))>> {
    let mut out = Vec::new();
    let mut covering: HashMap<AccountId, Vec<StatementRow>> = HashMap::new();
    let mut own: HashSet<(AccountId, NaiveDate, i64)> = HashSet::new();
    own.extend(
        rows.iter()
            .map(|row| (row.account, row.day, row.amount_minor)),
    );
    for (index, row) in rows.iter().enumerate() {
        let Some(known) = buckets.get(&row.account).filter(|known| !known.is_empty()) else {
            continue;
        };
        let is_known = known
            .get(&(row.day, row.amount_minor))
            .is_some_and(|bucket| bucket.seen.iter().any(|seen| seen.live));
        if is_known {
            continue;
        }
        let near = (-3i64..=3)
            .filter_map(|days| row.day.checked_add_signed(chrono::TimeDelta::days(days)))
            .filter(|day| !own.contains(&(row.account, *day, row.amount_minor)))
            .filter_map(|day| known.get(&(day, row.amount_minor)));
        let mut neighbours = Vec::new();
        for bucket in near {
            let statements = match covering.entry(row.account) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(read.list_statements(row.account)?),
            };
            neighbours.extend(neighbours_in(read, statements, bucket)?);
        }
        if neighbours.is_empty() {
            continue;
        }
        let covered = job.statements().get(row.statement).and_then(covered_days);
        let Some(covered) = covered else { continue };
        let words: Vec<&str> = row
            .entry
            .texts
            .iter()
            .map(|field| field.text.as_ref())
            .collect();
        let candidates = neighbours.iter().map(|(neighbour, _)| neighbour);
        if let Some(entry) = shifted(row.day, &words.join(" "), covered, candidates) {
            let found = neighbours
                .iter()
                .find(|(neighbour, _)| neighbour.entry == entry);
            out.extend(found.map(|(neighbour, text_key)| (index, (neighbour.day, *text_key))));
        }
    }
    Ok(out)
}

/// The live entries of a bucket with their words and the days that their statements cover.
fn neighbours_in(
    read: Read<'_>,
    statements: &[StatementRow],
    bucket: &Bucket,
) -> Result<Vec<(Neighbour, i64)>> {
    let mut out = Vec::new();
    for seen in bucket.seen.iter().filter(|seen| seen.live) {
        let sighting = read.get_sighting(seen.sighting)?;
        let covering = statements.iter().find(|row| row.id == sighting.statement);
        let days = covering.and_then(|row| row.statement.from.zip(row.statement.until));
        let words: Vec<String> = sighting.texts.into_iter().map(|(_, text)| text).collect();
        let neighbour = Neighbour {
            entry: sighting.entry,
            day: sighting.day,
            words: words.join(" "),
            covered: days.unwrap_or((sighting.day, sighting.day)),
        };
        out.push((neighbour, seen.keys.text));
    }
    Ok(out)
}

/// The user said that shifted rows are the same: they take on the day and the words' key of what they are the same as.
pub(super) fn adopt(rows: &mut [Prepared<'_>], conflicts: &[(usize, (NaiveDate, i64))]) {
    for (index, (day, text_key)) in conflicts {
        if let Some(row) = rows.get_mut(*index) {
            row.day = *day;
            row.keys.text = *text_key;
        }
    }
}
