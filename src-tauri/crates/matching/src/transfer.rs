//! Money that only moves between a person's own accounts: two entries, one movement, never income or expense.
//!
//! Out of one account and into another, of the same amount, within days, and something that says so: the other account's
//! number or name, or words of a transfer on both sides that name no two different people. Where two would do, none is
//! taken; as many equal ones as there are on the other side are taken one by one.

mod evidence;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use domain::{AccountId, AccountIdentifier, Currency, EntryId, NaiveDate};
use text::PaymentType;

use evidence::Sides;

/// Version of the rules that find transfers; what older rules found is found anew.
pub const TRANSFER_VERSION: i64 = 1;
/// Days that may lie between the two bookings of one transfer.
pub const TRANSFER_APART: u64 = evidence::APART;
/// By how many points a pair must surpass every other of its entries.
const MARGIN: i32 = 1;

/// An entry as far as a transfer could know it.
#[derive(Debug, Clone)]
pub struct TransferEntry {
    /// Its id.
    pub id: EntryId,
    /// The account that it stands in.
    pub account: AccountId,
    /// When it was booked.
    pub booked: NaiveDate,
    /// In minor units, negative for money out.
    pub amount: i64,
    /// What it is counted in.
    pub currency: Currency,
    /// How the money moved.
    pub payment: PaymentType,
    /// The other party's name; empty where nobody is named.
    pub name: String,
    /// Everything that the statement says of it.
    pub words: String,
    /// The other party's account number, where the statement has it.
    pub other_account: Option<String>,
    /// The amount in another currency, where the statement states it; without sign.
    pub stated: Option<(i64, Currency)>,
    /// Orders the account's entries of one day and amount, the same whatever the order of import.
    pub place: (i64, i64),
}

/// A person's own account, as statements and its owner name it.
#[derive(Debug, Clone)]
pub struct OwnAccount {
    /// Its id.
    pub id: AccountId,
    /// As its statements identify it.
    pub identifier: AccountIdentifier,
    /// What its owner calls it.
    pub called: Option<String>,
}

/// Why two entries are one transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransferReason {
    /// One side states the number of the other's account.
    AccountNumber,
    /// One side names the other's account.
    AccountName,
    /// Both sides call it a transfer.
    Words,
    /// Both on one day.
    SameDay,
    /// The amounts are of two currencies, and a statement states both.
    StatedAmount,
}

impl TransferReason {
    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            TransferReason::AccountNumber => "accountNumber",
            TransferReason::AccountName => "accountName",
            TransferReason::Words => "words",
            TransferReason::SameDay => "sameDay",
            TransferReason::StatedAmount => "statedAmount",
        }
    }
}

/// Two entries that are one movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Where the money left.
    pub from: EntryId,
    /// Where it arrived.
    pub to: EntryId,
    /// What speaks for it.
    pub reasons: Vec<TransferReason>,
}

/// The transfers among entries of all own accounts, in the order of the entries. `refused` are pairs, from and to, that a
/// person said are none.
pub fn transfers(
    entries: &[TransferEntry],
    accounts: &[OwnAccount],
    refused: &HashSet<(EntryId, EntryId)>,
) -> Vec<Transfer> {
    let sides = Sides::new(entries, accounts);
    let arrived = arrived(entries);
    let mut pairs: Vec<Scored> = Vec::new();
    for (out, from) in entries.iter().enumerate().filter(|(_, e)| e.amount < 0) {
        let mut seen: HashSet<usize> = HashSet::new();
        for key in amounts(from) {
            for into in arrived.get(&key).into_iter().flatten() {
                let (Some(to), true) = (entries.get(*into), seen.insert(*into)) else {
                    continue;
                };
                let is_refused = refused.contains(&(from.id, to.id));
                if is_refused || !evidence::is_possible(from, to) {
                    continue;
                }
                let (Some(a), Some(b)) = (sides.of(from), sides.of(to)) else {
                    continue;
                };
                if let Some((score, reasons)) = evidence::evidence(&a, &b) {
                    pairs.push(Scored {
                        score,
                        out,
                        into: *into,
                        reasons,
                    });
                }
            }
        }
    }
    let rivals = Rivals::new(entries, &pairs);
    pairs
        .iter()
        .filter(|pair| rivals.is_clear(pair))
        .filter_map(|pair| {
            Some(Transfer {
                from: entries.get(pair.out)?.id,
                to: entries.get(pair.into)?.id,
                reasons: pair.reasons.clone(),
            })
        })
        .collect()
}

/// The amounts that an entry may be known by on the other side: its own, and the one stated in another currency.
fn amounts(entry: &TransferEntry) -> Vec<(Currency, i64)> {
    let own = (entry.currency, entry.amount.saturating_abs());
    let stated = entry
        .stated
        .filter(|(_, currency)| *currency != entry.currency);
    let stated = stated.map(|(amount, currency)| (currency, amount.saturating_abs()));
    [Some(own), stated].into_iter().flatten().collect()
}

fn arrived(entries: &[TransferEntry]) -> HashMap<(Currency, i64), Vec<usize>> {
    let mut arrived: HashMap<(Currency, i64), Vec<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate().filter(|(_, e)| e.amount > 0) {
        for key in amounts(entry) {
            arrived.entry(key).or_default().push(index);
        }
    }
    arrived
}

struct Scored {
    score: i32,
    out: usize,
    into: usize,
    reasons: Vec<TransferReason>,
}

/// What else each entry could be paired with.
struct Rivals<'a> {
    entries: &'a [TransferEntry],
    of: HashMap<usize, Vec<(i32, usize)>>,
}

impl<'a> Rivals<'a> {
    fn new(entries: &'a [TransferEntry], pairs: &[Scored]) -> Self {
        let mut of: HashMap<usize, Vec<(i32, usize)>> = HashMap::new();
        for pair in pairs {
            of.entry(pair.out)
                .or_default()
                .push((pair.score, pair.into));
            of.entry(pair.into)
                .or_default()
                .push((pair.score, pair.out));
        }
        Rivals { entries, of }
    }

    /// Whether a pair surpasses every other pair of either of its entries; among equals on both sides, each has its own
    /// by their places.
    fn is_clear(&self, pair: &Scored) -> bool {
        let (Some(outs), Some(intos)) = (
            self.equals(pair.into, pair.score),
            self.equals(pair.out, pair.score),
        ) else {
            return false;
        };
        let place = |list: &[usize], one: usize| list.iter().position(|other| *other == one);
        outs.len() == intos.len()
            && place(&outs, pair.out) == place(&intos, pair.into)
            && outs
                .iter()
                .all(|out| self.equals(*out, pair.score).as_ref() == Some(&intos))
            && intos
                .iter()
                .all(|into| self.equals(*into, pair.score).as_ref() == Some(&outs))
    }

    /// The entries that one could be paired with as well as with one of this score, in their order; `None` where they are
    /// not all alike.
    fn equals(&self, one: usize, score: i32) -> Option<Vec<usize>> {
        let near: Vec<&(i32, usize)> = self
            .of
            .get(&one)?
            .iter()
            .filter(|(other, _)| score - *other < MARGIN)
            .collect();
        if near.iter().any(|(other, _)| *other != score) {
            return None;
        }
        let mut found: Vec<(&TransferEntry, usize)> = near
            .iter()
            .filter_map(|(_, index)| Some((self.entries.get(*index)?, *index)))
            .collect();
        let like = |e: &TransferEntry| (e.account, e.booked, e.amount, e.currency);
        let first = found.first().map(|(entry, _)| like(entry))?;
        if found.iter().any(|(entry, _)| like(entry) != first) {
            return None;
        }
        found.sort_by_key(|(entry, _)| entry.place);
        Some(found.into_iter().map(|(_, index)| index).collect())
    }
}
