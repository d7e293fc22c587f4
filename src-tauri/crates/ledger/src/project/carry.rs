//! What follows from a changed entry: sums, the list of conversations, transfers, and what the history says.

use chrono::Datelike;
use domain::{AccountId, Currency, EntryId, NaiveDate, SightingId};
use store::{ConversationKind, EntryState, NewEntry};

use super::Changes;
use crate::{Result, insights, receipts, transfers};

impl Changes<'_> {
    /// The same as [`Changes::carry`], of an entry of which nothing is known of its bucket.
    pub(crate) fn moved(
        &mut self,
        before: Option<&EntryState>,
        after: Option<&EntryState>,
    ) -> Result<()> {
        if let Some(state) = after.or(before) {
            let entry = &state.entry;
            let bucket = (entry.account, entry.day, entry.amount_minor);
            if entry.amount_minor < 0 {
                self.crowded.insert(bucket);
            }
        }
        self.carry(before, after)
    }

    /// Carries the difference between two states of one entry into sums and conversations.
    pub(super) fn carry(
        &mut self,
        before: Option<&EntryState>,
        after: Option<&EntryState>,
    ) -> Result<()> {
        if let Some(state) = after.or(before).filter(|_| is_stirred(before, after)) {
            self.stirred.entries.push(transfers::key_of(state));
        }
        let was = before.filter(|state| state.is_shown());
        let is = after.filter(|state| state.is_shown());
        for (state, by) in [(was, -1), (is, 1)] {
            let Some(EntryState {
                entry, is_transfer, ..
            }) = state
            else {
                continue;
            };
            if entry.status == "booked" {
                self.count(entry, *is_transfer, by);
            }
            // A transfer is in its accounts' conversations alone.
            let theirs = Some(entry.counterparty).filter(|_| !is_transfer);
            if let Some(theirs) = theirs {
                receipts::touch(&mut self.merchants, theirs, entry.order_date, was.is_none());
            }
            let theirs = theirs.map(ConversationKind::Counterparty);
            for with in [Some(ConversationKind::Account(entry.account)), theirs]
                .into_iter()
                .flatten()
            {
                let seen = self.seen(with)?;
                let touched = self.conversations.entry(with).or_default();
                touched.count += by;
                if entry.id > seen && !entry.is_own() {
                    touched.unread += by;
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, entry: &NewEntry, is_transfer: bool, by: i64) {
        let month = (entry.account, first_of_month(entry.day), entry.currency);
        let movement = self.account_months.entry(month).or_default();
        movement.count_in(entry.amount_minor, by);
        if is_transfer {
            movement.count_own(entry.amount_minor, by);
            return;
        }
        let month = first_of_month(entry.order_date);
        let month = (entry.counterparty, month, entry.currency);
        self.counterparty_months
            .entry(month)
            .or_default()
            .count_in(entry.amount_minor, by);
    }

    /// Says that an account is named or numbered otherwise than before: it may be another's other side.
    pub(crate) fn reidentified(&mut self, account: AccountId) {
        self.stirred.accounts.insert(account);
    }

    /// Up to which entry the user has seen a conversation.
    fn seen(&mut self, with: ConversationKind) -> Result<EntryId> {
        if let Some(seen) = self.seen.get(&with) {
            return Ok(*seen);
        }
        let row = self.write.read().find_conversation(with)?;
        let seen = row.map_or(EntryId(0), |row| row.seen_entry);
        self.seen.insert(with, seen);
        Ok(seen)
    }

    /// Finds the transfers among what changed, and writes the sums and conversations gathered so far.
    pub(crate) fn finish(mut self) -> Result<()> {
        transfers::pair(&mut self)?;
        let write = self.write;
        for ((account, month, currency), movement) in self.account_months {
            write.add_to_account_month(account, &month_of(month), currency, movement)?;
        }
        for ((counterparty, month, currency), movement) in self.counterparty_months {
            write.add_to_counterparty_month(counterparty, &month_of(month), currency, movement)?;
        }
        write.drop_empty_months()?;
        for (with, touched) in self.conversations {
            write.touch_conversation(with, touched)?;
        }
        let touched = self.merchants.keys().copied().collect();
        insights::settle(write, &self.crowded, &touched)?;
        receipts::relink(write, &self.merchants)
    }
}

/// Whether a change of an entry may change what it is paired with.
fn is_stirred(before: Option<&EntryState>, after: Option<&EntryState>) -> bool {
    fn told(state: &EntryState) -> (bool, SightingId, Currency, &str) {
        let entry = &state.entry;
        (
            state.is_shown(),
            entry.sighting,
            entry.currency,
            &entry.status,
        )
    }
    before.map(told) != after.map(told)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// `YYYY-MM`.
pub(crate) fn month_of(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}
