//! Comparing a file's rows with the ledger: the buckets that they fall into, and what each would become.

use std::collections::HashMap;

use domain::{AccountId, NaiveDate, ReadingId};
use matching::{Neighbour, RowState, partition, states};
use statement::Statement;
use store::Read;

use super::shifted::{adopt, find_shifted};
use super::tell::review;
use super::{Job, Known, STEP};
use crate::examine::Destination;
use crate::prepare::{Prepared, prepare};
use crate::project::{Bucket, BucketKey, Origin, Readings, load_between};
use crate::review::Review;
use crate::shift::{Move, carry, moves, touched};
use crate::{Result, Stage};

/// A file compared with the ledger.
pub(crate) struct Plan<'a> {
    pub(crate) destinations: Vec<Destination>,
    /// The account of each statement.
    pub(crate) accounts: Vec<AccountId>,
    pub(crate) rows: Vec<Prepared<'a>>,
    pub(crate) states: Vec<RowState>,
    /// Rows that the ledger may have under a day nearby, each with what it has, whatever the user answered.
    pub(crate) shifted: Vec<(usize, Neighbour)>,
    pub(crate) buckets: Buckets,
    pub(crate) review: Review,
}

/// Compares a file's rows with the ledger.
pub(super) fn plan<'a>(
    read: Read<'_>,
    job: Job<'a>,
    known: &Known,
    reading: ReadingId,
    destinations: Vec<Destination>,
    accounts: &[AccountId],
) -> Result<Plan<'a>> {
    let mut findings = Vec::new();
    let entries = job.statements().iter().map(|one| one.entries.len()).sum();
    let mut rows: Vec<Prepared<'a>> = Vec::with_capacity(entries);
    let mut first_row = 0u32;
    for (index, statement) in job.statements().iter().enumerate() {
        let (Some(account), Some(to)) = (accounts.get(index), destinations.get(index)) else {
            continue;
        };
        prepare(
            &mut rows,
            (index, statement),
            *account,
            to.currency,
            first_row,
            &mut findings,
        );
        first_row =
            first_row.saturating_add(u32::try_from(statement.entries.len()).unwrap_or(u32::MAX));
        job.watch.at(Stage::Reading, rows.len(), rows.len())?;
    }
    let (states, buckets, shifted) = if known.stands() {
        // The same bytes read the same way: every row is stored already.
        let known = vec![RowState::Known; rows.len()];
        (known, HashMap::new(), Vec::new())
    } else {
        let readings = canonical(read, job, known, reading)?;
        compare(read, job, known, &mut rows, (reading, &readings))?
    };
    let review = review(job, &destinations, &states, findings);
    Ok(Plan {
        destinations,
        accounts: accounts.to_vec(),
        rows,
        states,
        shifted,
        buckets,
        review,
    })
}

/// The buckets of an account, by day and amount.
type Buckets = HashMap<AccountId, HashMap<BucketKey, Bucket>>;

/// The state of each row, the buckets, and what rows may be under a day nearby.
type Compared = (Vec<RowState>, Buckets, Vec<(usize, Neighbour)>);

/// Puts the rows into their buckets beside what is stored, and says what each would become.
fn compare(
    read: Read<'_>,
    job: Job<'_>,
    known: &Known,
    rows: &mut [Prepared<'_>],
    (reading, readings): (ReadingId, &Readings),
) -> Result<Compared> {
    let rank = readings.rank(reading);
    let moved = moves_without(read, known, readings)?;
    let mut buckets = load(read, rows, readings, &moved)?;
    let conflicts = find_shifted(read, job, rows, &buckets)?;
    if job.answers.get("conflict") == Some("same") {
        adopt(rows, &conflicts);
        buckets = load(read, rows, readings, &moved)?;
    }
    let total = rows.len();
    for (index, row) in rows.iter_mut().enumerate() {
        let bucket = buckets.entry(row.account).or_default();
        let bucket = bucket.entry((row.day, row.amount_minor)).or_default();
        if let Some(state) = bucket.find_said(&row.said, readings) {
            row.meet(state);
        }
        bucket.add_incoming(index, row, reading, rank);
        if index % STEP == 0 {
            job.watch.at(Stage::Planning, index, total)?;
        }
    }
    let mut states = row_states(total, &buckets, rank.0);
    if job.answers.get("conflict").is_none() {
        for (index, _) in &conflicts {
            let state = states.get_mut(*index);
            if let Some(state) = state.filter(|state| **state == RowState::New) {
                *state = RowState::Conflict;
            }
        }
    }
    Ok((states, buckets, conflicts))
}

/// The canonical order with this reading live and those that it replaces not.
fn canonical(read: Read<'_>, job: Job<'_>, known: &Known, reading: ReadingId) -> Result<Readings> {
    let richness = job.examined.format.map_or(0, |format| format.richness);
    let own = (reading, richness, job.digest.0, known.profile.as_str());
    let mut readings = Readings::load(read, Some(own))?;
    for replaced in &known.replaced {
        readings.switch(replaced.id, false);
    }
    if known.reading.is_some() {
        // Its sightings are stored: the rows of the file stand for them while it is compared.
        readings.switch(reading, false);
    }
    Ok(readings)
}

/// Where rows count once the readings that this one replaces are gone, by account.
fn moves_without(
    read: Read<'_>,
    known: &Known,
    readings: &Readings,
) -> Result<HashMap<AccountId, Vec<Move>>> {
    let mut out = HashMap::new();
    let replaced = known.replaced.iter().map(|row| row.id);
    for (account, touched) in touched(read, replaced)? {
        out.insert(account, moves(read, account, readings, &touched)?);
    }
    Ok(out)
}

fn load(
    read: Read<'_>,
    rows: &[Prepared<'_>],
    readings: &Readings,
    moved: &HashMap<AccountId, Vec<Move>>,
) -> Result<Buckets> {
    let mut spans: HashMap<AccountId, (NaiveDate, NaiveDate)> = HashMap::new();
    for row in rows {
        let span = spans.entry(row.account).or_insert((row.day, row.day));
        *span = (span.0.min(row.day), span.1.max(row.day));
    }
    let margin = chrono::Days::new(matching::SHIFT_APART);
    let mut buckets = HashMap::new();
    for (account, (from, until)) in spans {
        let days = (from - margin, until + margin);
        let mut known = load_between(read, account, days, readings)?;
        for one in moved.get(&account).into_iter().flatten() {
            carry(&mut known, one, readings);
        }
        buckets.insert(account, known);
    }
    Ok(buckets)
}

/// The state of each of so many rows, by its index.
fn row_states(
    rows: usize,
    buckets: &HashMap<AccountId, HashMap<BucketKey, Bucket>>,
    rank: u32,
) -> Vec<RowState> {
    let mut out = vec![RowState::New; rows];
    for bucket in buckets.values().flat_map(HashMap::values) {
        let origins = bucket.origins.as_slice();
        if !origins.iter().any(|one| matches!(one, Origin::Incoming(_))) {
            continue;
        }
        if let [Origin::Incoming(_)] = origins {
            continue;
        }
        let groups = partition(&bucket.seen);
        let was_live = |i: usize| {
            matches!(bucket.origins.get(i), Some(Origin::Stored(_)))
                && bucket.seen.get(i).is_some_and(|row| row.live)
        };
        for (i, state) in states(&bucket.seen, &groups, rank, was_live) {
            if let Some(Origin::Incoming(index)) = bucket.origins.get(i)
                && let Some(slot) = out.get_mut(*index)
            {
                *slot = state;
            }
        }
    }
    out
}

/// First and last day that a statement covers: as stated, else those of its entries.
pub(crate) fn covered_days(statement: &Statement<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let days = || {
        statement.entries.iter().filter_map(|entry| {
            entry
                .booking_date
                .or(entry.value_date)
                .or(entry.transaction_date)
        })
    };
    let closing = statement.closing().and_then(|balance| balance.as_of);
    let from = statement.from.into_iter().chain(days()).min();
    let until = statement.until.into_iter().chain(days()).max().or(closing);
    from.or(until).zip(until.or(from))
}
