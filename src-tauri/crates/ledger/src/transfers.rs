//! Transfers between own accounts, as a projection: around whatever a transaction changes, the pairs are found anew by the
//! rules and the user's words, so that any order of imports, undos and words ends in the same ones.

mod words;

pub(crate) use words::apply;

use std::collections::{HashMap, HashSet};

use chrono::Days;
use domain::{AccountId, Currency, Decimal, EntryId, Money, NaiveDate};
use matching::{OwnAccount, TRANSFER_APART, TRANSFER_VERSION, TransferEntry};
use serde::Deserialize;
use store::{EntryRow, EntryState, MovingEntry, MovingKey, Read, TransferRow};
use text::PaymentType;

use crate::project::Changes;
use crate::verify::{first_day, last_day};
use crate::{Ledger, Result};

/// How many entries of other accounts are shown as possible counterparts.
const CANDIDATES: u32 = 3;

impl Ledger {
    /// Entries of other accounts that could be the other side of this one: the amount that left, arriving within days, and
    /// neither is known to be a transfer. The nearest first.
    ///
    /// # Errors
    /// The store's.
    pub fn possible_counterparts(&self, id: EntryId) -> Result<Vec<EntryRow>> {
        self.store.read(|read| {
            let state = read.get_entry_state(id)?;
            if !state.is_shown() || state.is_transfer || state.entry.status == "info" {
                return Ok(Vec::new());
            }
            let key = key_of(&state);
            let days = near(key.day, TRANSFER_APART);
            let found = read.list_counterparts(key, state.entry.currency, days, CANDIDATES)?;
            let said = read.list_transfer_words()?;
            let is_refused = |other: &EntryId| {
                said.contains(&(id, *other, false)) || said.contains(&(*other, id, false))
            };
            found
                .into_iter()
                .filter(|other| !is_refused(other))
                .map(|other| Ok(read.get_entry(other)?))
                .collect()
        })
    }
}

/// What an entry is found by.
pub(crate) fn key_of(state: &EntryState) -> MovingKey {
    MovingKey {
        id: state.entry.id,
        account: state.entry.account,
        day: state.entry.day,
        amount_minor: state.entry.amount_minor,
    }
}

/// Finds the transfers of the whole ledger anew where they were found by older rules.
pub(crate) fn renew(ledger: &Ledger) -> Result<()> {
    let found_by = ledger.store.read(|read| read.transfer_version())?;
    if found_by == TRANSFER_VERSION {
        return Ok(());
    }
    ledger.store.write(|write| {
        let mut changes = Changes::new(write)?;
        for account in write.read().list_accounts()? {
            changes.reidentified(account.id);
        }
        changes.finish()?;
        Ok(write.set_transfer_version(TRANSFER_VERSION)?)
    })
}

/// What a transaction changed, as far as transfers go.
#[derive(Default)]
pub(crate) struct Stirred {
    /// Entries that came, went, or show another sighting.
    pub(crate) entries: Vec<MovingKey>,
    /// Accounts that are named or numbered otherwise.
    pub(crate) accounts: HashSet<AccountId>,
}

/// Finds anew the transfers that a transaction may have changed.
pub(crate) fn pair(changes: &mut Changes<'_>) -> Result<()> {
    let stirred = std::mem::take(&mut changes.stirred);
    let read = changes.write.read();
    let nothing = stirred.entries.is_empty() && stirred.accounts.is_empty();
    if nothing || read.list_accounts()?.len() < 2 {
        return Ok(());
    }
    let found = find(read, stirred)?;
    let is_kept = |row: &TransferRow| found.pairs.contains(row);
    let stored: Vec<TransferRow> = read.list_transfers()?;
    let gone: Vec<&TransferRow> = stored
        .iter()
        .filter(|row| found.is_in_scope(row) && !is_kept(row))
        .collect();
    for row in &gone {
        changes.write.drop_transfer(row.from)?;
    }
    let new = found.pairs.iter().filter(|row| !stored.contains(row));
    let mut are_sides: HashMap<EntryId, bool> = HashMap::new();
    for row in gone {
        are_sides.extend([(row.from, false), (row.to, false)]);
    }
    for row in new {
        changes.write.add_transfer(row)?;
        are_sides.extend([(row.from, true), (row.to, true)]);
    }
    for (id, is_transfer) in are_sides {
        let before = changes.write.read().get_entry_state(id)?;
        if before.is_transfer == is_transfer {
            continue;
        }
        changes.write.set_transfer(id, is_transfer)?;
        let after = EntryState {
            is_transfer,
            ..before.clone()
        };
        changes.moved(Some(&before), Some(&after))?;
    }
    Ok(())
}

/// All transfers of a ledger, found from nothing.
pub(crate) fn find_all(read: Read<'_>) -> Result<Vec<TransferRow>> {
    let accounts = read.list_accounts()?;
    let stirred = Stirred {
        entries: Vec::new(),
        accounts: accounts.iter().map(|account| account.id).collect(),
    };
    let mut pairs = find(read, stirred)?.pairs;
    pairs.sort_by_key(|row| row.from);
    Ok(pairs)
}

/// Transfers as they are to be, and which stored ones they stand for.
struct Found {
    pairs: Vec<TransferRow>,
    /// Entries of which every pair was decided anew.
    scope: HashSet<EntryId>,
}

impl Found {
    fn is_in_scope(&self, row: &TransferRow) -> bool {
        self.scope.contains(&row.from) || self.scope.contains(&row.to)
    }
}

/// Decides anew about every pair that an entry which was stirred could be in, or that shares an entry with such a pair.
///
/// A pair lies within [`TRANSFER_APART`] days, and whether it is clear depends on the other pairs of its two entries alone.
/// So what changes on a day is felt one step away, and what is decided there is decided knowing everything two steps
/// further.
fn find(read: Read<'_>, stirred: Stirred) -> Result<Found> {
    let said = read.list_transfer_words()?;
    let mut keys = stirred.entries;
    for account in &stirred.accounts {
        keys.extend(read.list_moving_keys(*account, first_day(), last_day(), |_| true)?);
    }
    add_partners(read, &said, &mut keys)?;
    let felt = Spans::around(&keys, TRANSFER_APART);
    let known = Spans::around(&keys, TRANSFER_APART * 3);
    let near = candidates(read, &keys, &known)?;
    let mut scope: HashSet<EntryId> = keys.iter().map(|key| key.id).collect();
    scope.extend(
        near.iter()
            .filter(|key| felt.contain(key.day))
            .map(|key| key.id),
    );
    let mut pairs = confirmed(read, &said)?;
    let taken: HashSet<EntryId> = pairs.iter().flat_map(|row| [row.from, row.to]).collect();
    let refused: HashSet<(EntryId, EntryId)> = said
        .iter()
        .filter(|(.., is_transfer)| !is_transfer)
        .map(|(from, to, _)| (*from, *to))
        .collect();
    let mut entries = Vec::new();
    for key in near.iter().filter(|key| !taken.contains(&key.id)) {
        entries.extend(read.find_moving_entry(key.id)?.map(transfer_entry));
    }
    for pair in matching::transfers(&entries, &own_accounts(read)?, &refused) {
        let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.as_str()).collect();
        pairs.push(TransferRow {
            from: pair.from,
            to: pair.to,
            by_user: false,
            reasons: reasons.join(" "),
        });
    }
    let found = Found {
        pairs: Vec::new(),
        scope,
    };
    let pairs = pairs.into_iter().filter(|row| found.is_in_scope(row));
    Ok(Found {
        pairs: pairs.collect(),
        ..found
    })
}

/// Adds to what was stirred the other sides that it has or had: they are free again, or taken.
fn add_partners(
    read: Read<'_>,
    said: &[(EntryId, EntryId, bool)],
    keys: &mut Vec<MovingKey>,
) -> Result<()> {
    let mut known: HashSet<EntryId> = keys.iter().map(|key| key.id).collect();
    let stored = read.list_transfers()?;
    let stored = stored.iter().map(|row| (row.from, row.to));
    let confirmed = said.iter().filter(|(.., is_transfer)| *is_transfer);
    let pairs: Vec<_> = stored
        .chain(confirmed.map(|(from, to, _)| (*from, *to)))
        .collect();
    let mut grows = true;
    while grows {
        grows = false;
        for (from, to) in &pairs {
            if known.contains(from) != known.contains(to) {
                let other = if known.contains(from) { to } else { from };
                known.insert(*other);
                keys.push(key_of(&read.get_entry_state(*other)?));
                grows = true;
            }
        }
    }
    Ok(())
}

/// The pairs that the user says are transfers and that stand: both shown, each entry once.
fn confirmed(read: Read<'_>, said: &[(EntryId, EntryId, bool)]) -> Result<Vec<TransferRow>> {
    let mut taken: HashSet<EntryId> = HashSet::new();
    let mut rows = Vec::new();
    for (from, to, _) in said.iter().filter(|(.., is_transfer)| *is_transfer) {
        let are_shown =
            read.get_entry_state(*from)?.is_shown() && read.get_entry_state(*to)?.is_shown();
        if are_shown && !taken.contains(from) && !taken.contains(to) {
            taken.extend([*from, *to]);
            rows.push(TransferRow {
                from: *from,
                to: *to,
                by_user: true,
                reasons: String::new(),
            });
        }
    }
    Ok(rows)
}

/// The entries within these days that could be a side of a transfer: by amount and day alone, before anything else is read.
fn candidates(read: Read<'_>, stirred: &[MovingKey], days: &Spans) -> Result<Vec<MovingKey>> {
    let accounts = read.list_accounts()?;
    let mut foreign: Vec<(MovingKey, i64)> = Vec::new();
    for account in &accounts {
        for (from, until) in &days.0 {
            for (key, original) in
                read.list_moving_in_another_currency(account.id, *from, *until)?
            {
                if let Some((amount, _)) = stated(&original) {
                    foreign.push((key, amount));
                }
            }
        }
    }
    let mut amounts: HashSet<i64> = stirred
        .iter()
        .map(|key| key.amount_minor.saturating_abs())
        .collect();
    // An amount in another currency ties two amounts together, one of which may tie in another.
    loop {
        let before = amounts.len();
        for (key, amount) in &foreign {
            let own = key.amount_minor.saturating_abs();
            if amounts.contains(&own) || amounts.contains(amount) {
                amounts.extend([own, *amount]);
            }
        }
        if amounts.len() == before {
            break;
        }
    }
    let mut found = Vec::new();
    for account in &accounts {
        for (from, until) in &days.0 {
            let wanted = |amount: i64| amounts.contains(&amount.saturating_abs());
            found.extend(read.list_moving_keys(account.id, *from, *until, wanted)?);
        }
    }
    Ok(with_counterparts(found, &foreign))
}

/// Those that have any opposite of a fitting amount in another account within days.
fn with_counterparts(found: Vec<MovingKey>, foreign: &[(MovingKey, i64)]) -> Vec<MovingKey> {
    let mut known_by: HashMap<EntryId, HashSet<i64>> = HashMap::new();
    for (key, amount) in foreign {
        known_by.entry(key.id).or_default().insert(*amount);
    }
    let none = HashSet::new();
    let amounts = |key: &MovingKey| {
        let others = known_by.get(&key.id).unwrap_or(&none);
        let own = std::iter::once(key.amount_minor.saturating_abs());
        own.chain(others.iter().copied()).collect::<Vec<_>>()
    };
    // By amount and direction, in order of days.
    let mut by_amount: HashMap<(i64, bool), Vec<(NaiveDate, AccountId)>> = HashMap::new();
    for key in &found {
        for amount in amounts(key) {
            let side = (amount, key.amount_minor < 0);
            by_amount
                .entry(side)
                .or_default()
                .push((key.day, key.account));
        }
    }
    for list in by_amount.values_mut() {
        list.sort_unstable();
    }
    let has_counterpart = |key: &MovingKey| {
        let (first, last) = near(key.day, TRANSFER_APART);
        amounts(key).into_iter().any(|amount| {
            let side = (amount, key.amount_minor >= 0);
            let list = by_amount.get(&side).map_or(&[][..], Vec::as_slice);
            let start = list.partition_point(|(day, _)| *day < first);
            let near = list.iter().skip(start).take_while(|(day, _)| *day <= last);
            near.into_iter().any(|(_, account)| *account != key.account)
        })
    };
    found
        .iter()
        .filter(|key| has_counterpart(key))
        .copied()
        .collect()
}

fn transfer_entry(row: MovingEntry) -> TransferEntry {
    let more = row.more.as_deref();
    let more: More = more
        .and_then(|more| serde_json::from_str(more).ok())
        .unwrap_or_default();
    TransferEntry {
        id: row.key.id,
        account: row.key.account,
        booked: row.key.day,
        amount: row.key.amount_minor,
        currency: row.currency,
        payment: PaymentType::from_word(&row.payment_type),
        name: row.name,
        words: row.texts.join(" "),
        other_account: more.counterparty_account,
        stated: row.original.as_ref().and_then(stated),
        place: row.place,
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct More {
    counterparty_account: Option<String>,
}

/// An amount as stated, in minor units without sign.
fn stated((amount, currency): &(String, Currency)) -> Option<(i64, Currency)> {
    let amount: Decimal = amount.parse().ok()?;
    let (rounded, _) = Money::new(amount.abs(), *currency).rounded();
    Some((rounded.to_minor().ok()?, *currency))
}

fn own_accounts(read: Read<'_>) -> Result<Vec<OwnAccount>> {
    let accounts = read.list_accounts()?.into_iter();
    Ok(accounts
        .map(|account| OwnAccount {
            id: account.id,
            called: account.user_name,
            identifier: account.identifier,
        })
        .collect())
}

fn near(day: NaiveDate, days: u64) -> (NaiveDate, NaiveDate) {
    let first = day.checked_sub_days(Days::new(days)).unwrap_or(day);
    let last = day.checked_add_days(Days::new(days)).unwrap_or(day);
    (first, last)
}

/// Days, as spans that do not touch.
struct Spans(Vec<(NaiveDate, NaiveDate)>);

impl Spans {
    /// So many days before and after each of these entries.
    fn around(keys: &[MovingKey], days: u64) -> Self {
        let mut on: Vec<NaiveDate> = keys.iter().map(|key| key.day).collect();
        on.sort_unstable();
        on.dedup();
        let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for day in on {
            let (first, last) = near(day, days);
            match spans.last_mut() {
                Some(span) if first <= span.1 => span.1 = last,
                _ => spans.push((first, last)),
            }
        }
        Spans(spans)
    }

    fn contain(&self, day: NaiveDate) -> bool {
        let after = self.0.partition_point(|(first, _)| *first <= day);
        let span = after.checked_sub(1).and_then(|index| self.0.get(index));
        span.is_some_and(|(_, last)| day <= *last)
    }
}
