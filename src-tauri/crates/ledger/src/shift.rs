//! Rows that may be known under a day nearby: judged by [`matching::shifted`], decided by the user.
//!
//! Where the user said that they are the same, they count on the day of what they are the same as. That is a projection
//! too: the readings that bear this answer look, in the order of the imports by which they stand, among what stood before
//! each. Taking an import back therefore leaves what never importing it would have left.
//!
//! A booked line and a pending one are never asked about: the one takes over the other by itself.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, TimeDelta};
use domain::{AccountId, EntryId, NaiveDate, ReadingId, SightingId};
use matching::{Neighbour, SHIFT_APART, Seen, partition, shifted};
use store::{EntryState, Read, SightingState, StatementRow, Write, reading_of};

use crate::project::{Bucket, BucketKey, Changes, Origin, Readings, load_between};
use crate::{Ledger, Result, history};

/// The statements of accounts, asked for once each.
#[derive(Default)]
pub(crate) struct Covering(HashMap<AccountId, Vec<StatementRow>>);

impl Covering {
    fn of(&mut self, read: Read<'_>, account: AccountId) -> Result<&[StatementRow]> {
        Ok(match self.0.entry(account) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(read.list_statements(account)?),
        })
    }
}

/// A row that is looked for under the days nearby.
#[derive(Clone, Copy)]
pub(crate) struct Sought {
    pub(crate) account: AccountId,
    pub(crate) day: NaiveDate,
    pub(crate) amount_minor: i64,
    pub(crate) is_booked: bool,
}

/// The live rows of its amount within a few days of a row whose own bucket nothing live is in. Days on which its document
/// shows the amount itself (`own`) are left out.
pub(crate) fn neighbours(
    read: Read<'_>,
    row: Sought,
    known: &HashMap<BucketKey, Bucket>,
    own: &HashSet<BucketKey>,
    covering: &mut Covering,
) -> Result<Vec<Neighbour>> {
    let mut out = Vec::new();
    if known
        .get(&(row.day, row.amount_minor))
        .is_some_and(Bucket::is_live)
    {
        return Ok(out);
    }
    let reach = i64::try_from(SHIFT_APART).unwrap_or_default();
    let near = (-reach..=reach)
        .filter_map(|days| row.day.checked_add_signed(TimeDelta::days(days)))
        .map(|day| (day, row.amount_minor))
        .filter(|key| !own.contains(key))
        .filter_map(|key| known.get(&key));
    for bucket in near {
        let live = |seen: &&Seen| seen.live && seen.booked == row.is_booked;
        for (seen, origin) in bucket.seen.iter().zip(&bucket.origins) {
            let Origin::Stored(state) = origin else {
                continue;
            };
            if !live(&seen) {
                continue;
            }
            let sighting = read.get_sighting(seen.sighting)?;
            let statements = covering.of(read, row.account)?;
            let statement = statements.iter().find(|row| row.id == sighting.statement);
            let days = statement.and_then(|row| row.statement.from.zip(row.statement.until));
            out.push(Neighbour {
                sighting: seen.sighting,
                day: state.day,
                text_key: seen.keys.text,
                words: words(&sighting.texts),
                covered: days.unwrap_or((state.day, state.day)),
            });
        }
    }
    Ok(out)
}

fn words(texts: &[(String, String)]) -> String {
    let words: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    words.join(" ")
}

/// A sighting that counts elsewhere than the store has it.
#[derive(Clone, Copy)]
pub(crate) struct Move {
    pub(crate) before: SightingState,
    pub(crate) after: SightingState,
    /// Day and words' key as its document states them.
    own: (NaiveDate, i64),
}

/// What of an account is looked at again.
#[derive(Debug, Clone)]
pub(crate) struct Touched {
    /// `None`: all of them.
    amounts: Option<HashSet<i64>>,
    from: NaiveDate,
    until: NaiveDate,
}

impl Touched {
    /// Everything.
    pub(crate) fn all() -> Self {
        Touched {
            amounts: None,
            from: crate::verify::first_day(),
            until: crate::verify::last_day(),
        }
    }

    fn add(&mut self, (day, amount_minor): BucketKey) {
        if let Some(amounts) = &mut self.amounts {
            amounts.insert(amount_minor);
        }
        self.from = self.from.min(day);
        self.until = self.until.max(day);
    }

    fn holds(&self, (day, amount_minor): BucketKey, reach: u64) -> bool {
        let is_amount = self.amounts.as_ref();
        is_amount.is_none_or(|amounts| amounts.contains(&amount_minor))
            && day >= before(self.from, reach)
            && day <= after(self.until, reach)
    }
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// What readings have rows of, by account.
pub(crate) fn touched(
    read: Read<'_>,
    readings: impl IntoIterator<Item = ReadingId>,
) -> Result<BTreeMap<AccountId, Touched>> {
    let mut out: BTreeMap<AccountId, Touched> = BTreeMap::new();
    for reading in readings {
        for (account, day, amount_minor) in read.list_buckets_of_reading(reading)? {
            let touched = out.entry(account).or_insert_with(|| Touched {
                amounts: Some(HashSet::new()),
                from: day,
                until: day,
            });
            touched.add((day, amount_minor));
        }
    }
    Ok(out)
}

/// The sightings of an account that count elsewhere than the store has them, were `readings` what stands.
pub(crate) fn moves(
    read: Read<'_>,
    account: AccountId,
    readings: &Readings,
    touched: &Touched,
) -> Result<Vec<Move>> {
    let mut answered: Vec<ReadingId> = readings.answered().collect();
    if answered.is_empty() {
        return Ok(Vec::new());
    }
    let standing = read.list_standing_imports()?;
    // What no import stands for yet is being imported: it comes last.
    let since = |reading: ReadingId| standing.get(&reading).map_or(i64::MAX, |id| id.0);
    answered.sort_by_key(|reading| (since(*reading), *reading));
    let shifts = read.list_shifts()?;
    let reach = SHIFT_APART * (answered.len() as u64 + 1);
    let mut covering = Covering::default();
    let mut out: Vec<Move> = Vec::new();
    for reading in answered {
        let rows: Vec<Row> = read
            .list_sightings_of_reading(account, reading)?
            .into_iter()
            .map(|state| Row::of(state, &shifts))
            .collect();
        let own: HashSet<BucketKey> = rows.iter().map(Row::printed).collect();
        let sought = || {
            rows.iter()
                .filter(|row| touched.holds(row.printed(), reach))
        };
        let days = || sought().map(|row| row.own.0);
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            continue;
        };
        let earlier = readings.only(|other| since(other) < since(reading));
        let span = (before(first, reach), after(last, reach));
        let mut known = load_between(read, account, span, &earlier)?;
        for one in &out {
            carry(&mut known, one, &earlier);
        }
        for row in sought() {
            let place = placed(read, (account, row), &known, &own, &mut covering)?;
            out.extend(row.moved_to(place.unwrap_or(row.own)));
        }
    }
    Ok(out)
}

/// A stored row of an answered reading.
struct Row {
    state: SightingState,
    /// Day and words' key as its document states them.
    own: (NaiveDate, i64),
}

impl Row {
    fn of(state: SightingState, shifts: &HashMap<SightingId, (NaiveDate, i64)>) -> Self {
        let stored = (state.day, state.text_key);
        let own = shifts.get(&state.id).copied().unwrap_or(stored);
        Row { state, own }
    }

    fn printed(&self) -> BucketKey {
        (self.own.0, self.state.amount_minor)
    }

    fn moved_to(&self, (day, text_key): (NaiveDate, i64)) -> Option<Move> {
        let after = SightingState {
            day,
            text_key,
            ..self.state
        };
        (after != self.state).then_some(Move {
            before: self.state,
            after,
            own: self.own,
        })
    }
}

/// Where a stored row counts, if not where it prints.
fn placed(
    read: Read<'_>,
    (account, row): (AccountId, &Row),
    known: &HashMap<BucketKey, Bucket>,
    own: &HashSet<BucketKey>,
    covering: &mut Covering,
) -> Result<Option<(NaiveDate, i64)>> {
    let sought = Sought {
        account,
        day: row.own.0,
        amount_minor: row.state.amount_minor,
        is_booked: row.state.status == "booked",
    };
    let near = neighbours(read, sought, known, own, covering)?;
    if near.is_empty() {
        return Ok(None);
    }
    let sighting = read.get_sighting(row.state.id)?;
    let statements = covering.of(read, account)?;
    let statement = statements.iter().find(|one| one.id == sighting.statement);
    let covered = statement.and_then(|one| one.statement.from.zip(one.statement.until));
    let Some(covered) = covered else {
        return Ok(None);
    };
    let found = shifted(sought.day, &words(&sighting.texts), covered, near.iter());
    Ok(found.map(|found| (found.day, found.text_key)))
}

/// Makes a move in buckets that were loaded before it.
pub(crate) fn carry(known: &mut HashMap<BucketKey, Bucket>, one: &Move, readings: &Readings) {
    let amount_minor = one.before.amount_minor;
    if let Some(bucket) = known.get_mut(&(one.before.day, amount_minor)) {
        bucket.remove_stored(one.before.id);
    }
    let bucket = known.entry((one.after.day, amount_minor)).or_default();
    bucket.add_stored(one.after, readings);
}

/// The version of the rules by which rows are put where they count.
const VERSION: i64 = 1;

/// Puts all rows where they count, where an older version left them elsewhere: it kept no key of the own words of a row that
/// counts elsewhere, and left the row there when what it was the same as went.
pub(crate) fn renew(ledger: &Ledger) -> Result<()> {
    if ledger.store.read(|read| read.shift_version())? == VERSION {
        return Ok(());
    }
    ledger.store.write(|write| {
        let read = write.read();
        let readings = Readings::load(read, None)?;
        for (id, (day, text_key)) in read.list_shifts()? {
            let row = read.get_sighting(id)?;
            let words = row.texts.iter().map(|(_, text)| text.as_str());
            let own = matching::keys(row.currency.code(), None, None, words).text;
            if own != text_key {
                write.keep_own_place(id, (day, own))?;
            }
        }
        if readings.may_shift() {
            let mut changes = Changes::new(write)?;
            for account in history::reproject(write, readings.moving(), &mut changes)? {
                crate::settle::supersede(write, account, &mut changes)?;
            }
            changes.finish()?;
        }
        Ok(write.set_shift_version(VERSION)?)
    })
}

/// Puts rows where they count now that `switched` were switched, and takes their entries along. Names the buckets that are
/// to be parted anew.
pub(crate) fn settle(
    write: Write<'_>,
    switched: &[ReadingId],
    changes: &mut Changes<'_>,
) -> Result<Vec<(AccountId, BucketKey)>> {
    let read = write.read();
    let readings = Readings::load(read, None)?;
    let mut buckets = Vec::new();
    if !readings.may_shift() {
        return Ok(buckets);
    }
    for (account, touched) in touched(read, switched.iter().copied())? {
        let moves = moves(read, account, &readings, &touched)?;
        for one in &moves {
            let place = (one.after.day, one.after.text_key);
            write.place_sighting(one.after.id, place, one.own)?;
            for state in [one.before, one.after] {
                buckets.push((account, (state.day, state.amount_minor)));
            }
        }
        let mut moved: Vec<ReadingId> =
            moves.iter().map(|one| reading_of(one.after.id).0).collect();
        moved.extend(switched);
        moved.sort_unstable();
        moved.dedup();
        take_along(write, account, &moved, &readings, changes)?;
    }
    buckets.sort_unstable();
    buckets.dedup();
    Ok(buckets)
}

/// Takes entries to the day on which their rows count, where no row keeps them and nothing else stands there for them.
fn take_along(
    write: Write<'_>,
    account: AccountId,
    moved: &[ReadingId],
    readings: &Readings,
    changes: &mut Changes<'_>,
) -> Result<()> {
    let read = write.read();
    let mut strays: BTreeMap<EntryId, Vec<SightingId>> = BTreeMap::new();
    for reading in moved.iter().filter(|id| readings.is_live(**id)) {
        for (sighting, entry) in read.list_strays(account, *reading)? {
            strays.entry(entry).or_default().push(sighting);
        }
    }
    for (id, sightings) in strays {
        let state = read.get_entry_state(id)?;
        let (day, amount_minor) = (state.entry.day, state.entry.amount_minor);
        let kept = read.list_sightings_of_bucket(account, day, amount_minor)?;
        let is_live = |one: &SightingState| readings.is_live(reading_of(one.id).0);
        if kept.iter().any(|one| one.entry == id && is_live(one)) {
            continue;
        }
        let Some(stray) = sightings.first() else {
            continue;
        };
        let to = read.get_sighting(*stray)?.day;
        let known = load_between(read, account, (to, to), readings)?;
        let bucket = known.get(&(to, amount_minor));
        if !bucket.is_some_and(|bucket| is_without_entry(bucket, *stray)) {
            continue;
        }
        if state.is_live {
            write.retire_entry(id)?;
            let retired = EntryState {
                is_live: false,
                ..state.clone()
            };
            changes.moved(Some(&state), Some(&retired))?;
        }
        write.move_entry_day(id, to)?;
    }
    Ok(())
}

/// Whether nothing stands in a bucket yet for a sighting in it.
fn is_without_entry(bucket: &Bucket, id: SightingId) -> bool {
    let is_it = |at: &usize| bucket.seen.get(*at).is_some_and(|one| one.sighting == id);
    let groups = partition(&bucket.seen);
    let mut groups = groups.iter();
    let group = groups.find(|group| group.members.iter().any(is_it));
    group.is_some_and(|group| group.entry.is_none())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use statement::Answers;
    use vault::Key;

    use super::*;
    use crate::{Dropped, ExportFormat, Watch};

    /// A statement of the first half of October with one line.
    fn half_of_october(day: &str, words: &str) -> Dropped {
        let text = format!(
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n\
             <BANKACCTFROM><BANKID>10107<ACCTID>00012345678<ACCTTYPE>CHECKING</BANKACCTFROM>\n\
             <BANKTRANLIST><DTSTART>20261001<DTEND>20261015\n\
             <STMTTRN><TRNTYPE>OTHER<DTPOSTED>202610{day}<TRNAMT>-31.90<FITID>F{day}<NAME>{words}</STMTTRN>\n\
             </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
        );
        Dropped {
            name: "october.ofx".to_owned(),
            bytes: text.into_bytes(),
        }
    }

    fn exported(ledger: &Ledger) -> String {
        let mut out = Vec::new();
        ledger.export(ExportFormat::Json, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_an_older_version_left_on_another_day_counts_on_its_own_once_the_ledger_is_opened() {
        let (folder, key) = (tempfile::tempdir().unwrap(), Key::random().unwrap());
        let ledger = Ledger::create(folder.path(), &key).unwrap();
        let import = |file: &Dropped, answers: &Answers| {
            let done = ledger.import(file, answers, true, Watch::nobody());
            done.unwrap().operation.unwrap()
        };
        let mut same = Answers::none();
        same.set("conflict", "same");
        let first = import(
            &half_of_october("05", "PRLV ENERGIE CLAIRE"),
            &Answers::none(),
        );
        import(&half_of_october("06", "ENERGIE CLAIRE SEPA"), &same);
        let shifts = ledger.store.read(|read| read.list_shifts()).unwrap();
        let (id, own) = shifts.into_iter().next().unwrap();
        let list = |read: Read<'_>| read.list_sightings_of_reading(AccountId(1), reading_of(id).0);
        let place = ledger.store.read(list).unwrap()[0];
        ledger.undo(first).unwrap();
        let expected = exported(&ledger);
        let as_before = |write: Write<'_>| {
            let (day, text_key) = (place.day, place.text_key);
            write.place_sighting(id, (day, text_key), (own.0, text_key))?;
            write.set_shift_version(0)
        };
        ledger.store.write(as_before).unwrap();
        assert!(!ledger.verify().unwrap().is_empty());
        drop(ledger);
        let ledger = Ledger::open(folder.path(), &key, true).unwrap();
        assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
        assert_eq!(exported(&ledger), expected);
        let shifts = ledger.store.read(|read| read.list_shifts()).unwrap();
        assert!(shifts.is_empty());
    }
}
