//! From sightings to entries, in the store: the one place that changes entries.
//!
//! Whatever switches sightings on or off (import, undo, redo) names the buckets that it touches; each is parted anew by
//! [`matching::partition`], entries follow, and with them the stored sums, the search index and the list of conversations.

mod bucket;
mod carry;

pub(crate) use bucket::{ANSWERED, Bucket, BucketKey, Origin, Readings, UNSTORED, load_between};
pub(crate) use carry::month_of;

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate, SightingId};
use matching::{Group, IDENTITY_VERSION, order_key, partition};
use store::{
    ConversationKind, DebitBucket, EntryState, Movement, NewEntry, Read, SightingState, Touched,
    Write,
};

use crate::own::Own;
use crate::prepare::Prepared;
use crate::transfers::Stirred;
use crate::{Result, receipts};

/// What a transaction changed, gathered until it is written once.
pub(crate) struct Changes<'w> {
    pub(crate) write: Write<'w>,
    pub(crate) own: Own,
    next_entry: i64,
    /// Months by their first day.
    account_months: BTreeMap<(AccountId, NaiveDate, Currency), Movement>,
    counterparty_months: BTreeMap<(CounterpartyId, NaiveDate, Currency), Movement>,
    conversations: HashMap<ConversationKind, Touched>,
    /// The days of conversations with counterparties in which something changed.
    merchants: receipts::Touched,
    seen: HashMap<ConversationKind, EntryId>,
    pub(crate) accounts: HashSet<AccountId>,
    pub(crate) stirred: Stirred,
    /// Buckets of debits in which equal ones may follow each other otherwise than before.
    crowded: HashSet<DebitBucket>,
}

/// How a bucket is parted: the sightings of each entry, and that entry.
pub(crate) struct Parted {
    pub(crate) groups: Vec<Group>,
    pub(crate) ids: Vec<EntryId>,
}

/// A stored sighting that a row of a file says again to the letter, and its line.
#[derive(Clone, Copy)]
pub(crate) struct Repeated {
    pub(crate) of: SightingId,
    pub(crate) line: i64,
}

/// The rows of a file that is imported.
#[derive(Clone, Copy)]
pub(crate) struct Incoming<'a> {
    pub(crate) rows: &'a [Prepared<'a>],
    pub(crate) counterparties: &'a [CounterpartyId],
    pub(crate) repeats: &'a [Option<Repeated>],
}

impl<'a> Incoming<'a> {
    pub(crate) fn none() -> Self {
        Incoming {
            rows: &[],
            counterparties: &[],
            repeats: &[],
        }
    }

    /// A row, and whose it is.
    pub(crate) fn get(&self, index: usize) -> Option<(&'a Prepared<'a>, CounterpartyId)> {
        Some((self.rows.get(index)?, *self.counterparties.get(index)?))
    }

    /// What a row says again to the letter.
    fn repeat(&self, index: usize) -> Option<Repeated> {
        self.repeats.get(index).copied().flatten()
    }

    /// What is searched of a row.
    fn body(&self, index: usize) -> String {
        let Some(row) = self.rows.get(index) else {
            return String::new();
        };
        let mut body = row.told().cleaned.counterparty.clone();
        for field in &row.entry.texts {
            body.push('\n');
            body.push_str(&field.text);
        }
        body
    }
}

/// What an entry shows of its winning sighting.
struct Shown {
    status: &'static str,
    order_date: NaiveDate,
    order_time: String,
    currency: Currency,
    /// The one that its text names.
    counterparty: CounterpartyId,
    sighting: SightingId,
    text_key: i64,
}

impl<'w> Changes<'w> {
    pub(crate) fn new(write: Write<'w>) -> Result<Self> {
        Ok(Changes {
            write,
            own: Own::load(write.read())?,
            next_entry: write.read().last_entry_id()? + 1,
            account_months: BTreeMap::new(),
            counterparty_months: BTreeMap::new(),
            conversations: HashMap::new(),
            merchants: receipts::Touched::new(),
            seen: HashMap::new(),
            accounts: HashSet::new(),
            stirred: Stirred::default(),
            crowded: HashSet::new(),
        })
    }

    /// Parts one bucket anew: says of which entry each of its live sightings is.
    pub(crate) fn part(&mut self, bucket: &Bucket) -> Parted {
        let groups = partition(&bucket.seen);
        let ids = self.entries_of(bucket, &groups);
        Parted { groups, ids }
    }

    /// Parts one bucket anew and writes what follows.
    pub(crate) fn project(
        &mut self,
        account: AccountId,
        key: BucketKey,
        bucket: &Bucket,
    ) -> Result<()> {
        let parted = self.part(bucket);
        self.carry_out((account, key), bucket, &parted, Incoming::none())
    }

    /// Writes what follows from how a bucket was parted.
    pub(crate) fn carry_out(
        &mut self,
        (account, key): (AccountId, BucketKey),
        bucket: &Bucket,
        parted: &Parted,
        incoming: Incoming<'_>,
    ) -> Result<()> {
        self.accounts.insert(account);
        if is_settled(bucket, parted, incoming) {
            return Ok(());
        }
        let apart = without_strangers(bucket, parted);
        let before = bucket;
        let bucket = apart.as_ref().unwrap_or(bucket);
        let Parted { groups, ids } = parted;
        let mut entries = Vec::with_capacity(groups.len());
        for (group, id) in groups.iter().zip(ids) {
            let shown = shown(bucket, group, incoming);
            let shown = shown.ok_or(store::Error::NotFound("sighting"))?;
            let entry = entry(account, key, *id, &shown, group, &self.own);
            entries.push((entry, shown));
        }
        let live_before = bucket.entries.iter().filter(|state| state.is_live).count();
        if key.1 < 0 && groups.len().max(live_before) > 1 {
            self.crowded.insert((account, key.0, key.1));
        }
        if !is_as_it_was(bucket, &entries) {
            self.make_room(bucket, parted)?;
            for ((entry, shown), group) in entries.into_iter().zip(groups) {
                self.write_entry(bucket, entry, &shown, group, incoming, groups.len() > 1)?;
            }
        }
        for (was, is) in before.origins.iter().zip(&bucket.origins) {
            if let (Origin::Stored(was), Origin::Stored(is)) = (was, is)
                && was.content != is.content
            {
                self.write.write_out_repeat(is.id, is.entry)?;
            }
        }
        for (group, id) in groups.iter().zip(ids) {
            for member in &group.members {
                let (Some(Origin::Stored(was)), Some(Origin::Stored(is))) =
                    (before.origins.get(*member), bucket.origins.get(*member))
                else {
                    continue;
                };
                // The entry that it first was of stays its home.
                let home = was.home.unwrap_or(was.entry);
                let away = Some(home).filter(|home| home != id);
                if (is.entry, is.home) != (*id, away) && !is.is_repeat() {
                    self.write.set_sighting_entry(is.id, *id, away)?;
                }
            }
        }
        Ok(())
    }

    /// Retires entries that nothing shows any more, and lets the others take on other numbers.
    fn make_room(&mut self, bucket: &Bucket, parted: &Parted) -> Result<()> {
        for state in &bucket.entries {
            let stays = parted.ids.contains(&state.entry.id);
            if state.is_live && !stays {
                self.write.retire_entry(state.entry.id)?;
                let retired = EntryState {
                    is_live: false,
                    ..state.clone()
                };
                self.carry(Some(state), Some(&retired))?;
            } else if stays && parted.groups.len() > 1 {
                self.write.release_identity(state.entry.id)?;
            }
        }
        Ok(())
    }

    /// The entry of each group: what it was so far, else a retired one with the same words (two entries that a document
    /// showed to be one part again when it goes), else a new one.
    fn entries_of(&mut self, bucket: &Bucket, groups: &[Group]) -> Vec<EntryId> {
        let known: Option<Vec<EntryId>> = groups.iter().map(|group| group.entry).collect();
        if let Some(known) = known {
            return known;
        }
        let mut taken: HashSet<EntryId> = groups.iter().filter_map(|group| group.entry).collect();
        // What a sighting goes back to is nobody else's.
        let live = bucket.seen.iter().filter(|seen| seen.live);
        taken.extend(live.filter_map(|seen| seen.home));
        let mut ids = Vec::with_capacity(groups.len());
        for group in groups {
            let words = bucket.seen.get(group.winner).map(|seen| seen.keys.text);
            let retired = || {
                let states = bucket.entries.iter().filter(|state| !state.is_live);
                let same = states.filter(|state| Some(state.entry.identity_key) == words);
                same.map(|state| state.entry.id)
                    .filter(|id| !taken.contains(id))
                    .min()
            };
            let id = group.entry.or_else(retired).unwrap_or_else(|| {
                let id = EntryId(self.next_entry);
                self.next_entry += 1;
                id
            });
            taken.insert(id);
            ids.push(id);
        }
        ids
    }

    fn write_entry(
        &mut self,
        bucket: &Bucket,
        entry: NewEntry,
        shown: &Shown,
        group: &Group,
        incoming: Incoming<'_>,
        in_company: bool,
    ) -> Result<()> {
        let known = bucket
            .entries
            .iter()
            .find(|state| state.entry.id == entry.id);
        let read = self.write.read();
        let text = || -> Result<String> {
            let mut text = match bucket.origins.get(group.winner) {
                Some(Origin::Incoming(index)) => incoming.body(*index),
                _ => stored_body(read, shown.sighting)?,
            };
            text.push_str(&self.own.found_by(read, entry.id, shown.counterparty)?);
            Ok(text)
        };
        let Some(known) = known else {
            self.write.add_entry(&entry)?;
            self.write.add_entry_text(entry.id, &text()?)?;
            let state = EntryState {
                entry,
                is_live: true,
                is_superseded: false,
                is_deleted: false,
                is_transfer: false,
            };
            return self.carry(None, Some(&state));
        };
        // In a bucket of several, the ordinals of all were released before.
        if known.is_live && known.entry == entry && !in_company {
            return Ok(());
        }
        let other_words = if known.is_live && known.entry.sighting != shown.sighting {
            // Another document often says the same: then the index stays as it is.
            let words = text()?;
            (self.indexed(bucket, known)?.as_ref() != Some(&words)).then_some(words)
        } else if known.is_live {
            None
        } else {
            // While nothing showed it, the user's words may have changed.
            Some(text()?)
        };
        let only_by_another = NewEntry {
            sighting: entry.sighting,
            ..known.entry.clone()
        };
        if known.is_live && only_by_another == entry && !in_company {
            self.write.set_entry_sighting(entry.id, entry.sighting)?;
        } else {
            self.write.update_entry(&entry)?;
        }
        if let Some(words) = other_words {
            self.write.replace_entry_text(entry.id, &words)?;
        }
        let state = EntryState {
            entry,
            is_live: true,
            ..known.clone()
        };
        self.carry(Some(known), Some(&state))
    }

    /// What a live entry is found by so far.
    fn indexed(&self, bucket: &Bucket, known: &EntryState) -> Result<Option<String>> {
        let (read, sighting) = (self.write.read(), known.entry.sighting);
        let named = bucket.origins.iter().find_map(|origin| match origin {
            Origin::Stored(state) if state.id == sighting => Some(state.counterparty),
            _ => None,
        });
        let Some(named) = named else { return Ok(None) };
        let mut words = stored_body(read, sighting)?;
        words.push_str(&self.own.found_by(read, known.entry.id, named)?);
        Ok(Some(words))
    }
}

/// The entry that a group of stored sightings makes.
pub(crate) fn projected(
    account: AccountId,
    key: BucketKey,
    bucket: &Bucket,
    group: &Group,
    id: EntryId,
    own: &Own,
) -> Option<NewEntry> {
    let shown = shown(bucket, group, Incoming::none())?;
    Some(entry(account, key, id, &shown, group, own))
}

fn entry(
    account: AccountId,
    key: BucketKey,
    id: EntryId,
    shown: &Shown,
    group: &Group,
    own: &Own,
) -> NewEntry {
    NewEntry {
        id,
        account,
        status: shown.status.to_owned(),
        day: key.0,
        order_date: shown.order_date,
        order_time: shown.order_time.clone(),
        amount_minor: key.1,
        currency: shown.currency,
        counterparty: own.conversation(id, shown.counterparty),
        sighting: shown.sighting,
        identity_version: IDENTITY_VERSION,
        identity_key: shown.text_key,
        ordinal: i64::from(group.ordinal),
        order_key: order_key(key.1, shown.text_key, group.ordinal),
    }
}

fn shown(bucket: &Bucket, group: &Group, incoming: Incoming<'_>) -> Option<Shown> {
    let seen = bucket.seen.get(group.winner)?;
    match bucket.origins.get(group.winner)? {
        Origin::Stored(state) => Some(Shown {
            status: state.status,
            order_date: state.order_date,
            order_time: state
                .order_minute
                .map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60))
                .unwrap_or_default(),
            currency: state.currency,
            counterparty: state.counterparty,
            sighting: state.content,
            text_key: state.text_key,
        }),
        Origin::Incoming(index) => {
            let (row, counterparty) = incoming.get(*index)?;
            let repeated = incoming.repeat(*index);
            Some(Shown {
                status: row.entry.status.as_str(),
                order_date: row.told().order_date,
                order_time: row.told().order_time.clone(),
                currency: row.currency,
                counterparty,
                sighting: repeated.map_or(seen.sighting, |repeated| repeated.of),
                text_key: row.keys().text,
            })
        }
    }
}

/// The bucket with rows written out that are no longer of the entry of what they repeat, where there are any.
fn without_strangers(bucket: &Bucket, parted: &Parted) -> Option<Bucket> {
    let is_repeat = |origin: &Origin| matches!(origin, Origin::Stored(state) if state.is_repeat());
    if !bucket.origins.iter().any(is_repeat) {
        return None;
    }
    let mut entries: HashMap<SightingId, EntryId> = HashMap::new();
    for origin in &bucket.origins {
        if let Origin::Stored(state) = origin {
            entries.insert(state.id, state.entry);
        }
    }
    for (group, id) in parted.groups.iter().zip(&parted.ids) {
        for member in &group.members {
            if let Some(Origin::Stored(state)) = bucket.origins.get(*member) {
                entries.insert(state.id, *id);
            }
        }
    }
    let mut apart: Option<Bucket> = None;
    for (at, origin) in bucket.origins.iter().enumerate() {
        let Origin::Stored(state) = origin else {
            continue;
        };
        let entry = entries.get(&state.id).copied().unwrap_or(state.entry);
        if entries.get(&state.content) == Some(&entry) {
            continue;
        }
        let written_out = Origin::Stored(SightingState {
            content: state.id,
            entry,
            ..*state
        });
        let apart = apart.get_or_insert_with(|| bucket.clone());
        if let Some(slot) = apart.origins.get_mut(at) {
            *slot = written_out;
        }
    }
    apart
}

/// Whether nothing can follow from how a bucket is parted: its one entry shows what it showed, or what says the same to the
/// letter, and all that is stored is of it.
fn is_settled(bucket: &Bucket, parted: &Parted, incoming: Incoming<'_>) -> bool {
    let ([group], [id], [state]) = (
        parted.groups.as_slice(),
        parted.ids.as_slice(),
        bucket.entries.as_slice(),
    ) else {
        return false;
    };
    let entry = &state.entry;
    let is_its = |origin: &Origin| match origin {
        Origin::Stored(stored) => stored.entry == *id,
        Origin::Incoming(_) => true,
    };
    let shows = |origin: &Origin| match origin {
        Origin::Stored(stored) => stored.content == entry.sighting,
        Origin::Incoming(index) => incoming
            .repeat(*index)
            .is_some_and(|repeated| repeated.of == entry.sighting),
    };
    state.is_live
        && entry.id == *id
        && entry.ordinal == i64::from(group.ordinal)
        && entry.identity_version == IDENTITY_VERSION
        && bucket.origins.get(group.winner).is_some_and(shows)
        && bucket.origins.iter().all(is_its)
}

/// Whether the live entries of a bucket are these already.
fn is_as_it_was(bucket: &Bucket, entries: &[(NewEntry, Shown)]) -> bool {
    let live = || bucket.entries.iter().filter(|state| state.is_live);
    live().count() == entries.len()
        && entries
            .iter()
            .all(|(entry, _)| live().any(|state| state.entry == *entry))
}

/// What is searched of a stored sighting.
pub(crate) fn stored_body(read: Read<'_>, sighting: SightingId) -> Result<String> {
    Ok(read.get_sighting_words(sighting)?)
}
