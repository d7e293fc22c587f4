//! Rows of a file that the ledger may know under a day nearby.

use std::collections::{HashMap, HashSet};

use domain::AccountId;
use matching::{Neighbour, shifted};
use store::Read;

use super::Job;
use super::plan::covered_days;
use crate::Result;
use crate::prepare::{Prepared, is_booked};
use crate::project::{Bucket, BucketKey};
use crate::shift::{Covering, Sought, neighbours};

/// Rows without an equal that may be known under a day nearby: the row's index, and its match.
pub(super) fn find_shifted(
    read: Read<'_>,
    job: Job<'_>,
    rows: &[Prepared<'_>],
    buckets: &HashMap<AccountId, HashMap<BucketKey, Bucket>>,
) -> Result<Vec<(usize, Neighbour)>> {
    let mut out = Vec::new();
    let is_unknown = |(_, row): &(usize, &Prepared<'_>)| {
        let known = buckets.get(&row.account);
        let own = known.and_then(|known| known.get(&(row.day, row.amount_minor)));
        known.is_some_and(|known| !known.is_empty()) && !own.is_some_and(Bucket::is_live)
    };
    let unknown: Vec<(usize, &Prepared<'_>)> = rows.iter().enumerate().filter(is_unknown).collect();
    if unknown.is_empty() {
        return Ok(out);
    }
    let covered: Vec<_> = job.statements().iter().map(covered_days).collect();
    let mut covering = Covering::default();
    let mut own: HashMap<AccountId, HashSet<BucketKey>> = HashMap::new();
    for row in rows {
        let own = own.entry(row.account).or_default();
        own.insert((row.day, row.amount_minor));
    }
    for (index, row) in unknown {
        let (Some(known), Some(own)) = (buckets.get(&row.account), own.get(&row.account)) else {
            continue;
        };
        let sought = Sought {
            account: row.account,
            day: row.day,
            amount_minor: row.amount_minor,
            is_booked: is_booked(row.entry),
        };
        let near = neighbours(read, sought, known, own, &mut covering)?;
        if near.is_empty() {
            continue;
        }
        let Some(covered) = covered.get(row.statement).copied().flatten() else {
            continue;
        };
        let words: Vec<&str> = row
            .entry
            .texts
            .iter()
            .map(|field| field.text.as_ref())
            .collect();
        let found = shifted(row.day, &words.join(" "), covered, near.iter());
        out.extend(found.map(|found| (index, found.clone())));
    }
    Ok(out)
}

/// The user said that shifted rows are the same: they take on the day and the words' key of what they are the same as.
pub(super) fn adopt(rows: &mut [Prepared<'_>], conflicts: &[(usize, Neighbour)]) {
    for (index, same) in conflicts {
        if let Some(row) = rows.get_mut(*index) {
            row.shift(same.day, same.text_key);
        }
    }
}
