//! Money that came back, beside its purchases: found anew for the conversations that a change touched, and for those that receipts pair.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{CounterpartyId, Decimal, EntryId, Money, NaiveDate};
use matching::{RefundEntry, RefundWords};
use store::{Read, RefundRow, ReturnEntry, Write};
use text::PaymentType;

use super::refund_words;
use crate::verify::{first_day, last_day};
use crate::{Ledger, Result};

/// What an entry gives back, or what of it came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returned {
    /// For money in: the last purchase that it gives back, and its day.
    pub of: Option<(EntryId, NaiveDate)>,
    /// For money out: how much came back, in minor units.
    pub back_minor: i64,
    /// The pairs that this comes from.
    pub pairs: Vec<ReturnedPair>,
}

/// A purchase that an entry gives back, or a refund that gives back a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnedPair {
    /// The other entry.
    pub other: EntryId,
    /// How much of the purchase comes back, in minor units.
    pub amount_minor: i64,
    /// Whether the user says so.
    pub by_user: bool,
    /// Whether receipts, or the user, name the pair; else it was found by amounts and days.
    pub is_named: bool,
}

impl Ledger {
    /// What an entry gives back, or what of it came back.
    ///
    /// # Errors
    /// The store's.
    pub fn returned(&self, id: EntryId) -> Result<Returned> {
        self.store.read(|read| returned(read, id))
    }
}

/// What an entry gives back, or what of it came back.
pub(crate) fn returned(read: Read<'_>, id: EntryId) -> Result<Returned> {
    let mut returned = Returned::default();
    let rows = read.list_refunds_of(id)?;
    if rows.is_empty() {
        return Ok(returned);
    }
    let said = read.list_refund_words()?;
    for row in rows {
        returned.pairs.push(ReturnedPair {
            other: if row.purchase == id {
                row.refund
            } else {
                row.purchase
            },
            amount_minor: row.amount_minor,
            by_user: said.contains(&(row.refund, row.purchase, true)),
            is_named: row.is_named,
        });
        if row.purchase == id {
            returned.back_minor = returned.back_minor.saturating_add(row.amount_minor);
            continue;
        }
        let day = read.get_entry_state(row.purchase)?.entry.order_date;
        if returned.of.is_none_or(|(_, last)| last <= day) {
            returned.of = Some((row.purchase, day));
        }
    }
    Ok(returned)
}

/// First and last of the days of a conversation in which something changed.
pub(crate) type Touched = BTreeMap<CounterpartyId, (NaiveDate, NaiveDate)>;

/// Notes that something changed on a day of a conversation.
pub(crate) fn touch(touched: &mut Touched, counterparty: CounterpartyId, day: NaiveDate) {
    let days = touched.entry(counterparty).or_insert((day, day));
    *days = (days.0.min(day), days.1.max(day));
}

/// Every day.
fn always() -> (NaiveDate, NaiveDate) {
    (first_day(), last_day())
}

/// Finds the refunds of these days of conversations anew, and of those conversations whose pairs of refund and purchase, as the user and receipts name them, are others than
/// before.
pub(crate) fn settle(
    write: Write<'_>,
    touched: &Touched,
    named: &[(EntryId, EntryId)],
) -> Result<()> {
    let read = write.read();
    let words = refund_words::words(read, named)?;
    let named = [words.confirmed.as_slice(), named].concat();
    let named = named.as_slice();
    let known = read.list_named_refunds()?;
    let before = known.iter().map(|row| (row.refund, row.purchase));
    let whose = whose(read, named.iter().copied().chain(before))?;
    let mut left = touched.clone();
    let is_known = |(refund, purchase): &(EntryId, EntryId)| {
        known
            .iter()
            .any(|row| (row.refund, row.purchase) == (*refund, *purchase))
    };
    let gone = known
        .iter()
        .filter(|row| !named.contains(&(row.refund, row.purchase)))
        .map(|row| row.counterparty);
    let new = named
        .iter()
        .filter(|pair| !is_known(pair))
        .filter_map(|(refund, _)| whose.get(refund).copied());
    left.extend(gone.chain(new).map(|one| (one, always())));
    while let Some((next, days)) = left.pop_first() {
        let group = paired(next, named, &whose, &known);
        for one in &group {
            left.remove(one);
        }
        let is_named = is_named(&group, named, &whose, &known);
        let days = if is_named {
            always()
        } else {
            matching::reach(&read.list_refund_days(next)?, days)
        };
        for one in &group {
            write.drop_refunds(*one, days)?;
        }
        for row in found(read, &group, days, is_named, &words)? {
            write.add_refund(&row)?;
        }
    }
    Ok(())
}

/// Whether receipts or the user name, or named, a refund of these conversations: it may be of any purchase, however long ago.
fn is_named(
    group: &BTreeSet<CounterpartyId>,
    named: &[(EntryId, EntryId)],
    whose: &HashMap<EntryId, CounterpartyId>,
    known: &[RefundRow],
) -> bool {
    let mut refunds = named.iter().filter_map(|(refund, _)| whose.get(refund));
    refunds.any(|one| group.contains(one))
        || known.iter().any(|row| group.contains(&row.counterparty))
}

/// The conversations of the entries that receipts pair.
fn whose(
    read: Read<'_>,
    pairs: impl Iterator<Item = (EntryId, EntryId)>,
) -> Result<HashMap<EntryId, CounterpartyId>> {
    let mut whose = HashMap::new();
    for id in pairs.flat_map(|(refund, purchase)| [refund, purchase]) {
        whose.insert(id, read.get_entry_state(id)?.entry.counterparty);
    }
    Ok(whose)
}

/// A conversation, and all that pairs of receipts tie to it, now or before.
fn paired(
    first: CounterpartyId,
    named: &[(EntryId, EntryId)],
    whose: &HashMap<EntryId, CounterpartyId>,
    known: &[RefundRow],
) -> BTreeSet<CounterpartyId> {
    let now = named
        .iter()
        .filter_map(|(refund, purchase)| Some((*whose.get(refund)?, *whose.get(purchase)?)));
    let before = known
        .iter()
        .filter_map(|row| Some((row.counterparty, *whose.get(&row.purchase)?)));
    let ties: Vec<(CounterpartyId, CounterpartyId)> = now.chain(before).collect();
    let mut group = BTreeSet::from([first]);
    loop {
        let count = group.len();
        for (a, b) in &ties {
            if group.contains(a) || group.contains(b) {
                group.extend([*a, *b]);
            }
        }
        if group.len() == count {
            return group;
        }
    }
}

/// The refunds of some days of conversations that belong together.
fn found(
    read: Read<'_>,
    group: &BTreeSet<CounterpartyId>,
    days: (NaiveDate, NaiveDate),
    is_named: bool,
    words: &RefundWords,
) -> Result<Vec<RefundRow>> {
    let mut whose: BTreeMap<EntryId, CounterpartyId> = BTreeMap::new();
    let mut entries: Vec<ReturnEntry> = Vec::new();
    for one in group {
        let refunds = read.list_refund_days(*one)?;
        if !is_named && !refunds.iter().any(|day| (days.0..=days.1).contains(day)) {
            continue;
        }
        let own = read.list_return_entries(*one, days)?;
        whose.extend(own.iter().map(|entry| (entry.id, *one)));
        entries.extend(own);
    }
    // Stable: each conversation's are in the order of the ledger already.
    entries.sort_by_key(|entry| entry.day);
    let entries: Vec<RefundEntry> = entries.into_iter().map(refund_entry).collect();
    let rows = matching::refunds(&entries, words).into_iter();
    let rows = rows.filter_map(|refund| {
        Some(RefundRow {
            counterparty: *whose.get(&refund.refund)?,
            refund: refund.refund,
            purchase: refund.purchase,
            amount_minor: refund.amount,
            is_named: [&words.confirmed, &words.named]
                .iter()
                .any(|said| said.contains(&(refund.refund, refund.purchase))),
        })
    });
    Ok(rows.collect())
}

/// Every refund, found anew from nothing; `named` are those that receipts name.
pub(crate) fn find_all(read: Read<'_>, named: &[(EntryId, EntryId)]) -> Result<Vec<RefundRow>> {
    let words = refund_words::words(read, named)?;
    let named = [words.confirmed.as_slice(), named].concat();
    let whose = whose(read, named.iter().copied())?;
    let mut left: BTreeSet<CounterpartyId> = read.list_refunding()?.into_iter().collect();
    left.extend(whose.values());
    let mut rows = Vec::new();
    while let Some(next) = left.pop_first() {
        let group = paired(next, &named, &whose, &[]);
        left.retain(|one| !group.contains(one));
        let is_named = is_named(&group, &named, &whose, &[]);
        rows.extend(found(read, &group, always(), is_named, &words)?);
    }
    rows.sort_by_key(|row| (row.counterparty, row.refund, row.purchase));
    Ok(rows)
}

fn refund_entry(entry: ReturnEntry) -> RefundEntry {
    let original = entry.original.and_then(|(amount, currency)| {
        let amount: Decimal = amount.parse().ok()?;
        let minor = Money::new(amount.abs(), currency).rounded().0.to_minor();
        Some((minor.ok()?, currency))
    });
    RefundEntry {
        id: entry.id,
        day: entry.day,
        amount: entry.amount_minor,
        currency: entry.currency,
        original,
        payment: PaymentType::from_word(&entry.payment_type),
    }
}
