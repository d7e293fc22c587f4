//! Rows that the ledger may know under a day nearby: found here, judged by [`matching::shifted`], decided by the user.
//!
//! A booked line and a pending one are never asked about: the one takes over the other by itself.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::{AccountId, NaiveDate, ReadingId};
use matching::{Neighbour, Seen, shifted};
use store::{Read, StatementRow, reading_of};

use super::Job;
use super::plan::covered_days;
use crate::Result;
use crate::prepare::{Prepared, is_booked};
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
            let booked = is_booked(row.entry);
            neighbours.extend(neighbours_in(read, statements, bucket, booked)?);
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
        let found = shifted(row.day, &words.join(" "), covered, neighbours.iter());
        out.extend(found.map(|found| (index, found)));
    }
    Ok(out)
}

/// The live rows of a bucket, booked ones or the others, with their words and the days that their statements cover.
fn neighbours_in(
    read: Read<'_>,
    statements: &[StatementRow],
    bucket: &Bucket,
    booked: bool,
) -> Result<Vec<Neighbour>> {
    let mut out = Vec::new();
    let live = |seen: &&Seen| seen.live && seen.booked == booked;
    for seen in bucket.seen.iter().filter(live) {
        let sighting = read.get_sighting(seen.sighting)?;
        let covering = statements.iter().find(|row| row.id == sighting.statement);
        let days = covering.and_then(|row| row.statement.from.zip(row.statement.until));
        let words: Vec<String> = sighting.texts.into_iter().map(|(_, text)| text).collect();
        out.push(Neighbour {
            day: sighting.day,
            text_key: seen.keys.text,
            words: words.join(" "),
            covered: days.unwrap_or((sighting.day, sighting.day)),
        });
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

/// Rows of a reading that is stored count where they counted: what was answered then is not asked again.
pub(super) fn remember(
    read: Read<'_>,
    rows: &mut [Prepared<'_>],
    reading: ReadingId,
) -> Result<()> {
    let stored = read.list_sightings_of_reading(reading)?;
    let stored: HashMap<u32, (NaiveDate, i64)> = stored
        .into_iter()
        .map(|state| (reading_of(state.id).1, (state.day, state.text_key)))
        .collect();
    for row in rows {
        if let Some((day, text_key)) = stored.get(&row.row) {
            row.day = *day;
            row.keys.text = *text_key;
        }
    }
    Ok(())
}
