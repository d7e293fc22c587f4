//! What the user does to entries and counterparties. Each answers the operation that it logged, which undo takes.

use domain::{AccountId, CounterpartyId, EntryId, OperationId};
use ledger::Ledger;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::history::HistoryRow;
use crate::{ApiError, App};

/// A counterparty by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CounterpartyName {
    /// The counterparty.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name as shown.
    pub name: String,
}

/// Tags to put on an entry and to take off.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TagEntry {
    /// The entry.
    #[ts(type = "number")]
    pub id: i64,
    /// Tags put on.
    pub add: Vec<String>,
    /// Tags taken off.
    pub remove: Vec<String>,
}

/// Days of an account that no statement tells of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AcceptGap {
    /// The account.
    #[ts(type = "number")]
    pub account: i64,
    /// The first of them.
    pub from: String,
    /// The last of them.
    pub until: String,
}

impl App {
    /// Says that the statement of missing days is not to be had.
    ///
    /// # Errors
    /// `refused` where those days are no gap, `notFound`, `busy`, `locked`, and the store's.
    pub fn accept_gap(&self, gap: &AcceptGap) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| {
            let days = gap.from.parse().ok().zip(gap.until.parse().ok());
            let days = days.ok_or(ledger::Error::Refused("no days"))?;
            ledger.accept_gap(AccountId(gap.account), days)
        })
    }

    /// Deletes an entry: a tombstone, which any import of the same line respects.
    ///
    /// # Errors
    /// `refused` where it is deleted already, `notFound`, `busy`, `locked`, and the store's.
    pub fn delete_entry(&self, id: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.delete_entry(EntryId(id)))
    }

    /// Brings a deleted entry back.
    ///
    /// # Errors
    /// `refused` where it is not deleted, `notFound`, `busy`, `locked`, and the store's.
    pub fn restore_entry(&self, id: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.restore_entry(EntryId(id)))
    }

    /// Writes a note on an entry; an empty one takes it away.
    ///
    /// # Errors
    /// `notFound`, `busy`, `locked`, and the store's.
    pub fn note_entry(&self, id: i64, note: &str) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.note_entry(EntryId(id), note))
    }

    /// Puts tags on an entry and takes others off.
    ///
    /// # Errors
    /// `refused` where no tag is named, `notFound`, `busy`, `locked`, and the store's.
    pub fn tag_entry(&self, request: &TagEntry) -> Result<HistoryRow, ApiError> {
        let id = EntryId(request.id);
        self.edit(|ledger| ledger.tag_entry(id, &request.add, &request.remove))
    }

    /// Moves an entry to a counterparty's conversation; without one, back to where its text belongs.
    ///
    /// # Errors
    /// `refused` where it is there already, `notFound`, `busy`, `locked`, and the store's.
    pub fn move_entry(&self, id: i64, counterparty: Option<i64>) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.move_entry(EntryId(id), counterparty.map(CounterpartyId)))
    }

    /// Says that two entries of two accounts are one movement between them.
    ///
    /// # Errors
    /// `refused` where the user said so already, where one is part of another transfer or nothing left one account and
    /// arrived in another, `notFound`, `busy`, `locked`, and the store's.
    pub fn pair_entries(&self, id: i64, other: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.pair_entries(EntryId(id), EntryId(other)))
    }

    /// Says that two entries are not one movement: each is income or spending again.
    ///
    /// # Errors
    /// As [`App::pair_entries`].
    pub fn part_entries(&self, id: i64, other: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.part_entries(EntryId(id), EntryId(other)))
    }

    /// Says that an entry gives back another.
    ///
    /// # Errors
    /// `refused` where the user said so already, or where not one is money in and the other money out; `notFound`, `busy`,
    /// `locked`, and the store's.
    pub fn pair_refund(&self, id: i64, other: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.pair_refund(EntryId(id), EntryId(other)))
    }

    /// Says that an entry does not give back another; the rules go on with what is left.
    ///
    /// # Errors
    /// As [`App::pair_refund`].
    pub fn part_refund(&self, id: i64, other: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.part_refund(EntryId(id), EntryId(other)))
    }

    /// Gives a counterparty a name; an empty one takes the user's name away.
    ///
    /// # Errors
    /// `notFound`, `busy`, `locked`, and the store's.
    pub fn rename_counterparty(&self, id: i64, name: &str) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.rename_counterparty(CounterpartyId(id), name))
    }

    /// Says that a counterparty is another one: from now on their conversation is that one's.
    ///
    /// # Errors
    /// `refused` where they are one already, `notFound`, `busy`, `locked`, and the store's.
    pub fn merge_counterparties(&self, id: i64, into: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.merge_counterparties(CounterpartyId(id), CounterpartyId(into)))
    }

    /// Says that a merged counterparty is one of its own after all.
    ///
    /// # Errors
    /// `refused` where it is not merged, `notFound`, `busy`, `locked`, and the store's.
    pub fn unmerge_counterparty(&self, id: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.unmerge_counterparty(CounterpartyId(id)))
    }

    /// The counterparties that are merged into another.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_merged(&self) -> Result<Vec<CounterpartyName>, ApiError> {
        self.read(|ledger, words| {
            let merged = ledger.merged()?;
            Ok(merged
                .iter()
                .map(|row| crate::wire::counterparty(row, words))
                .collect())
        })
    }

    pub(crate) fn edit(
        &self,
        how: impl FnOnce(&Ledger) -> ledger::Result<OperationId>,
    ) -> Result<HistoryRow, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let done = how(&open.ledger)
            .and_then(|id| open.ledger.operation(id))
            .map_err(|error| words.ledger(&error))?;
        self.changed(&open, Some(done.row.id.0));
        self.history_row(&open.ledger, &done, &words)
    }
}
