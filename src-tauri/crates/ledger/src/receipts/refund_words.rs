//! What the user says of a refund and a purchase: the one gives back the other, or not. Each is an operation of the log.

use chrono::Days;
use domain::{EntryId, OperationId};
use matching::RefundWords;
use store::{EntryRow, OperationKind, OperationRow, Read, Write};

use super::refund::{Touched, touch};
use super::relink;
use crate::{Error, Ledger, Result, pair};

/// Purchases that are proposed for one refund.
const CANDIDATES: usize = 3;
/// How long before a refund a purchase is looked for that it may give back: a year, since the user decides.
const BEFORE: Days = Days::new(366);

impl Ledger {
    /// Says that an entry gives back another, in any order.
    ///
    /// # Errors
    /// [`Error::Refused`] where the user said so already, or where not one is money in and the other money out;
    /// [`Error::Store`] where there is no such entry.
    pub fn pair_refund(&self, a: EntryId, b: EntryId) -> Result<OperationId> {
        self.say_of_refund(a, b, OperationKind::PairRefund)
    }

    /// Says that an entry does not give back another, in any order.
    ///
    /// # Errors
    /// As [`Ledger::pair_refund`].
    pub fn part_refund(&self, a: EntryId, b: EntryId) -> Result<OperationId> {
        self.say_of_refund(a, b, OperationKind::PartRefund)
    }

    fn say_of_refund(&self, a: EntryId, b: EntryId, kind: OperationKind) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let (refund, purchase) = ordered(read, a, b)?;
            let is_refund = kind == OperationKind::PairRefund;
            if read
                .list_refund_words()?
                .contains(&(refund, purchase, is_refund))
            {
                return Err(Error::Refused("said already"));
            }
            pair::say(write, kind, refund, purchase)
        })
    }

    /// The purchases that money in may give back, where nothing says which one it does: those of its conversation that are dear
    /// enough, of equal amount first, then the nearest. What the user refused is none of them.
    ///
    /// # Errors
    /// The store's.
    pub fn possible_purchases(&self, id: EntryId) -> Result<Vec<EntryRow>> {
        self.store.read(|read| {
            let state = read.get_entry_state(id)?;
            let (entry, amount) = (&state.entry, state.entry.amount_minor);
            let is_open = read.list_refunds_of(id)?.is_empty();
            if amount <= 0 || !is_open || !state.is_shown() || state.is_transfer {
                return Ok(Vec::new());
            }
            let refused = read.list_refund_words()?;
            let first = entry.order_date.checked_sub_days(BEFORE);
            let mut found = Vec::new();
            let days = (first.unwrap_or(entry.order_date), entry.order_date);
            for one in read.list_return_entries(entry.counterparty, days)? {
                let is_dear = one.amount_minor.saturating_neg() >= amount;
                let is_refused = refused.contains(&(id, one.id, false));
                if is_dear && one.currency == entry.currency && !is_refused {
                    found.push(one);
                }
            }
            found.sort_by_key(|one| {
                let is_other = one.amount_minor.saturating_neg() != amount;
                (is_other, std::cmp::Reverse(one.day), one.id)
            });
            found.truncate(CANDIDATES);
            found
                .into_iter()
                .map(|one| Ok(read.get_entry(one.id)?))
                .collect()
        })
    }
}

/// Money in, then money out.
fn ordered(read: Read<'_>, a: EntryId, b: EntryId) -> Result<(EntryId, EntryId)> {
    let (purchase, refund) = pair::out_and_in(read, a, b)?;
    if purchase.entry.currency != refund.entry.currency {
        return Err(Error::Refused("two currencies"));
    }
    Ok((refund.entry.id, purchase.entry.id))
}

/// Writes what the standing operations say of the two entries that this one is about, after one was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let kinds = [OperationKind::PairRefund, OperationKind::PartRefund];
    let Some((refund, purchase, is_refund)) = pair::word(write.read(), row, kinds)? else {
        return Ok(());
    };
    write.set_refund_word(refund, purchase, is_refund)?;
    let mut touched = Touched::new();
    for id in [refund, purchase] {
        let entry = write.read().get_entry_state(id)?.entry;
        touch(&mut touched, entry.counterparty, entry.order_date);
    }
    relink(write, &touched)
}

/// The user's words, beside the pairs that receipts name.
pub(super) fn words(read: Read<'_>, named: &[(EntryId, EntryId)]) -> Result<RefundWords> {
    let mut words = RefundWords {
        named: named.to_vec(),
        ..RefundWords::default()
    };
    for (refund, purchase, is_refund) in read.list_refund_words()? {
        let list = if is_refund {
            &mut words.confirmed
        } else {
            &mut words.refused
        };
        list.push((refund, purchase));
    }
    Ok(words)
}
