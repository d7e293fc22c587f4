//! What is known of one account, day and amount: sightings in the canonical order of their documents, and their entries.

use std::collections::{HashMap, HashSet};

use domain::{AccountId, EntryId, NaiveDate, ReadingId, SightingId};
use matching::{Keys, Seen};
use store::{EntryState, Read, Said, SightingState, reading_of};

use crate::Result;
use crate::prepare::Prepared;

/// One account, one day, one amount.
pub(crate) type BucketKey = (NaiveDate, i64);

/// The canonical order of documents and which of them stand.
pub(crate) struct Readings {
    /// Place in the order, and richness.
    ranks: HashMap<ReadingId, (u32, u8)>,
    live: HashSet<ReadingId>,
    /// Those whose rows may count elsewhere than they print: the user answered that they are what was known.
    answered: Vec<ReadingId>,
}

/// The reading of an import that is not stored yet.
pub(crate) const UNSTORED: ReadingId = ReadingId(i64::MAX >> 25);

impl Readings {
    /// As stored, with `incoming` (its id, richness, hash and profile) among them and live.
    pub(crate) fn load(
        read: Read<'_>,
        incoming: Option<(ReadingId, u8, [u8; 32], &str)>,
    ) -> Result<Self> {
        let stored = read.list_readings()?;
        let mut order: Vec<(i64, [u8; 32], String, ReadingId)> = stored
            .iter()
            .map(|row| (-row.richness, row.sha256, row.profile.clone(), row.id))
            .collect();
        let mut live: HashSet<ReadingId> = stored
            .iter()
            .filter(|row| row.is_live)
            .map(|row| row.id)
            .collect();
        if let Some((id, richness, sha256, profile)) = incoming {
            if !order.iter().any(|(.., known)| *known == id) {
                order.push((-i64::from(richness), sha256, profile.to_owned(), id));
            }
            live.insert(id);
        }
        order.sort();
        let answered = order.iter().filter(|(.., profile, _)| is_answered(profile));
        let answered = answered.map(|(.., id)| *id).collect();
        let ranks = order
            .into_iter()
            .enumerate()
            .map(|(rank, (poverty, .., id))| {
                let richness = u8::try_from(-poverty).unwrap_or_default();
                (id, (u32::try_from(rank).unwrap_or(u32::MAX), richness))
            })
            .collect();
        Ok(Readings {
            ranks,
            live,
            answered,
        })
    }

    /// Whether rows may count elsewhere than they print.
    pub(crate) fn may_shift(&self) -> bool {
        !self.answered.is_empty()
    }

    /// Whether rows of a reading may count elsewhere than they print.
    pub(crate) fn may_move(&self, reading: ReadingId) -> bool {
        self.answered.contains(&reading)
    }

    /// Those whose rows may count elsewhere, standing or not.
    pub(crate) fn moving(&self) -> &[ReadingId] {
        &self.answered
    }

    /// Those that stand and whose rows may count elsewhere.
    pub(crate) fn answered(&self) -> impl Iterator<Item = ReadingId> {
        let live = self.answered.iter().filter(|id| self.live.contains(id));
        live.copied()
    }

    /// The same with no others standing than `keep` says.
    pub(crate) fn only(&self, keep: impl Fn(ReadingId) -> bool) -> Self {
        let live = self.live.iter().copied().filter(|id| keep(*id));
        Readings {
            ranks: self.ranks.clone(),
            live: live.collect(),
            answered: Vec::new(),
        }
    }

    pub(crate) fn switch(&mut self, reading: ReadingId, on: bool) {
        if on {
            self.live.insert(reading);
        } else {
            self.live.remove(&reading);
        }
    }

    /// The place of a reading in the canonical order, and its richness.
    pub(crate) fn rank(&self, reading: ReadingId) -> (u32, u8) {
        self.ranks.get(&reading).copied().unwrap_or((u32::MAX, 0))
    }

    pub(crate) fn is_live(&self, reading: ReadingId) -> bool {
        self.live.contains(&reading)
    }
}

/// What the name of a reading says where the user answered that rows of a day nearby are the same.
pub(crate) const ANSWERED: &str = "|conflict=same";

fn is_answered(profile: &str) -> bool {
    profile.ends_with(ANSWERED)
}

/// A sighting of a bucket: stored, or about to be.
#[derive(Clone, Copy)]
pub(crate) enum Origin {
    Stored(SightingState),
    /// Index among the prepared rows.
    Incoming(usize),
}

/// Everything known of one bucket.
#[derive(Clone, Default)]
pub(crate) struct Bucket {
    pub(crate) seen: Vec<Seen>,
    pub(crate) origins: Vec<Origin>,
    pub(crate) entries: Vec<EntryState>,
}

impl Bucket {
    pub(crate) fn add_stored(&mut self, state: SightingState, readings: &Readings) {
        let (reading, row) = reading_of(state.id);
        let (document, richness) = readings.rank(reading);
        let seen = Seen {
            sighting: state.id,
            home: Some(state.home.unwrap_or(state.entry)),
            entry: Some(state.entry),
            live: readings.is_live(reading),
            booked: state.status == "booked",
            document,
            richness,
            row,
            keys: Keys {
                reference: state.reference_key,
                end_to_end: state.end_to_end_key,
                text: state.text_key,
            },
        };
        push(&mut self.seen, seen);
        push(&mut self.origins, Origin::Stored(state));
    }

    /// A stored sighting, live or not, that says all this and counts where it is printed.
    pub(crate) fn find_said(&self, said: &Said, readings: &Readings) -> Option<&SightingState> {
        self.origins.iter().find_map(|origin| match origin {
            Origin::Stored(state) if state.said.as_ref() == Some(said) => {
                (!readings.may_move(reading_of(state.id).0)).then_some(state)
            }
            _ => None,
        })
    }

    /// Whether anything live is in it.
    pub(crate) fn is_live(&self) -> bool {
        self.seen.iter().any(|seen| seen.live)
    }

    /// Takes a stored sighting out.
    pub(crate) fn remove_stored(&mut self, id: SightingId) {
        let is_it = |origin: &Origin| matches!(origin, Origin::Stored(state) if state.id == id);
        if let Some(at) = self.origins.iter().position(is_it) {
            self.origins.remove(at);
            self.seen.remove(at);
        }
    }

    pub(crate) fn add_incoming(
        &mut self,
        index: usize,
        row: &Prepared<'_>,
        reading: ReadingId,
        rank: (u32, u8),
    ) {
        let seen = Seen {
            sighting: store::sighting_id(reading, row.row),
            home: None,
            entry: None,
            live: true,
            booked: crate::prepare::is_booked(row.entry),
            document: rank.0,
            richness: rank.1,
            row: row.row,
            keys: row.keys(),
        };
        push(&mut self.seen, seen);
        push(&mut self.origins, Origin::Incoming(index));
    }
}

/// The buckets of one account, as stored, between two days.
pub(crate) fn load_between(
    read: Read<'_>,
    account: AccountId,
    days: (NaiveDate, NaiveDate),
    readings: &Readings,
) -> Result<HashMap<BucketKey, Bucket>> {
    let sightings = read.list_sightings_between(account, days.0, days.1)?;
    // Growing by doubling moves all of it again and again; most buckets hold one sighting or two.
    let mut buckets: HashMap<BucketKey, Bucket> = HashMap::with_capacity(sightings.len());
    read.visit_entries_between(account, days, |state| {
        let key = (state.entry.day, state.entry.amount_minor);
        push(&mut buckets.entry(key).or_default().entries, state);
    })?;
    for state in sightings {
        let bucket = buckets.entry((state.day, state.amount_minor)).or_default();
        bucket.add_stored(state, readings);
        // A row that has come from another day may still name the entry that it was there.
        let is_here = |id: &EntryId| bucket.entries.iter().any(|state| state.entry.id == *id);
        if let Some(seen) = bucket.seen.last_mut() {
            seen.home = seen.home.filter(is_here);
            seen.entry = seen.entry.filter(is_here);
        }
    }
    Ok(buckets)
}

/// Adds to a list that rarely gets longer than two: an account has a hundred thousand of them, which would take four times the
/// room.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() < 2 {
        list.reserve_exact(1);
    }
    list.push(item);
}
