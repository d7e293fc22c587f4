//! The search index, FTS5, written beside what it tells of in the same transaction; and what is found by it or without it.
//!
//! Entries stand in one index under their ids. What documents say of purchases stands in another, under the receipt sighting's
//! id: it is small, and the beginning of a word is gathered from all that begins so.

mod among;
mod condition;
mod sum;
mod walk;

use std::cmp::Reverse;

use domain::{
    AccountId, CounterpartyId, Currency, EntryId, NaiveDate, ReceiptId, ReceiptSightingId,
};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use crate::{EntryState, Read, Result, Write};
use among::MET;
use condition::{is_of_entry, leads, within};
pub use sum::{SumBy, SumRow};
use walk::{Holding, Order, Reading};

/// What an entry has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryTrait {
    /// Its day, as shown, is within these, both included.
    Days(Option<NaiveDate>, Option<NaiveDate>),
    /// Its amount is one of these.
    Amounts(Vec<AmountRange>),
    /// It is in the conversation of one of these.
    Counterparties(Vec<CounterpartyId>),
    /// It is of one of these accounts.
    Accounts(Vec<AccountId>),
    /// It bears one of these tags.
    Tags(Vec<String>),
    /// Its indexed words match this FTS5 query.
    Words(String),
    /// Its indexed words match this FTS5 query, or it is one of these: what receipts with those words paid for.
    WordsOrIds(String, Vec<EntryId>),
    /// It is one of these.
    Ids(Vec<EntryId>),
    /// A receipt is linked to it.
    HasReceipt,
    /// It bears a note.
    HasNote,
    /// It bears a tag.
    HasTag,
    /// It gives a purchase back.
    IsRefund,
    /// Something of it came back.
    IsRefunded,
    /// It is one side of a transfer between own accounts.
    IsTransfer,
    /// It is not booked yet.
    IsPending,
    /// It counts in sums of income and spending: booked, and no transfer between own accounts.
    IsCounted,
    /// The user wrote it down.
    IsOwn,
    /// Its payment type is this, in whatever conversation it is: `fee interest cash`.
    IsOfType(String),
    /// Its payment type is one of these.
    IsOfTypes(Vec<String>),
}

/// Amounts of one currency and one side: from one to another, both included, signed, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountRange {
    /// The currency.
    pub currency: Currency,
    /// The least.
    pub from_minor: i64,
    /// The most.
    pub until_minor: i64,
}

/// A trait, and whether it is the opposite that has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryCondition {
    /// The trait.
    pub is: EntryTrait,
    /// Whether an entry must not be so.
    pub is_excluded: bool,
}

/// A document whose words on a purchase were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundReceipt {
    /// The purchase.
    pub receipt: ReceiptId,
    /// What the document says of it.
    pub sighting: ReceiptSightingId,
    /// An entry that is linked to the purchase; one row for each.
    pub entry: Option<EntryId>,
}

/// By how many entries that hold its words a search decides how to look for them.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Rarity {
    /// Words that more entries hold do not lead at first: to look each of them up would take longer than to walk the newest
    /// entries.
    pub rare: usize,
    /// Words that more entries hold are not even listed at first: the index is asked for each of the newest entries.
    pub common: usize,
    /// So many of those of an account.
    pub near: usize,
}

impl Rarity {
    /// For a search of so many among so many entries: where [`MET`] times as many rows have to be walked over as there are entries
    /// that hold the words, both ways take as long.
    fn of(limit: u32, entries: i64) -> Self {
        let entries = usize::try_from(entries).unwrap_or_default();
        Rarity {
            rare: (entries.saturating_mul(limit as usize) / MET).isqrt(),
            common: 100_000,
            near: 100,
        }
    }
}

/// A piece of SQL and what its question marks stand for, in order.
#[derive(Clone, Default)]
struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    fn new(text: &str, values: Vec<Value>) -> Self {
        Sql {
            text: text.to_owned(),
            values,
        }
    }
}

impl Read<'_> {
    /// Shown entries of which every condition holds, newest first.
    ///
    /// The rarest condition leads: words, what the user or a receipt put on entries, a conversation; else amounts, day by day
    /// through the index of identities, but where few days are asked for; else the accounts' own order, from the newest day on. A word that very many entries
    /// hold does not lead: what does is walked until enough of them are met, or for as long as it would have taken to look up
    /// each of them. Where amounts lead and there are more than the limit, an entry that the bank dates after the day it booked
    /// it may be passed over.
    ///
    /// # Errors
    /// As the file's; a query that FTS5 cannot parse is [`crate::Error::Sql`].
    pub fn find_entries(self, wanted: &[EntryCondition], limit: u32) -> Result<Vec<EntryState>> {
        self.find_entries_by(wanted, limit, Rarity::of(limit, self.last_entry_id()?))
    }

    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc)]
    pub fn find_entries_by(
        self,
        wanted: &[EntryCondition],
        limit: u32,
        rarity: Rarity,
    ) -> Result<Vec<EntryState>> {
        let is_words =
            |one: &&EntryCondition| matches!(one.is, EntryTrait::Words(_)) && !one.is_excluded;
        let others: Vec<EntryCondition> = wanted
            .iter()
            .filter(|one| !is_words(one))
            .cloned()
            .collect();
        let mut holding = match wanted.iter().find(is_words).map(|one| &one.is) {
            Some(EntryTrait::Words(query)) => self.holding(query, rarity)?,
            _ => Holding::Any,
        };
        loop {
            if let Some(found) = self.newest(others.clone(), limit, &mut holding)? {
                return Ok(found);
            }
            holding = match holding {
                Holding::Asked(_, query, _) => Holding::Among(self.matching(query, usize::MAX)?),
                Holding::Among(ids) => Holding::Leading(ids),
                Holding::Any | Holding::Leading(_) => return Ok(Vec::new()),
            };
        }
    }

    /// The newest entries that hold the words and are all the rest; none where too few rows were looked at to know them.
    fn newest(
        self,
        mut others: Vec<EntryCondition>,
        limit: u32,
        holding: &mut Holding<'_>,
    ) -> Result<Option<Vec<EntryState>>> {
        if let Holding::Leading(ids) = holding {
            let ids = EntryCondition {
                is: EntryTrait::Ids(std::mem::take(ids)),
                is_excluded: false,
            };
            others.insert(0, ids);
        }
        let most = match holding {
            Holding::Any | Holding::Leading(_) => i64::from(limit),
            Holding::Among(_) | Holding::Asked(..) => -1,
        };
        let reading = |order: Order| Reading {
            order,
            most: if order == Order::Shown { most } else { -1 },
            limit: limit as usize,
        };
        let ways = self.ways(&others)?;
        if let Holding::Among(ids) = &*holding
            && let Some(ways) = by_days_shown(&ways, &others)
        {
            return self.newest_among(ways, &others, limit as usize, ids, |_| Ok(Some(true)));
        }
        let mut found = Vec::new();
        let mut reached: Option<NaiveDate> = None;
        for (from, order) in ways {
            let (rows, day) = self.found(from, &others, &reading(order), holding)?;
            found.extend(rows);
            reached = reached.max(day);
        }
        found.sort_by_cached_key(|state| {
            let entry = &state.entry;
            let time = entry.order_time.clone();
            Reverse((entry.order_date, time, entry.order_key, entry.id))
        });
        found.truncate(limit as usize);
        let is_full = found.len() == limit as usize;
        let oldest = found.last().map(|state| state.entry.order_date);
        let is_known = reached.is_none() || (is_full && oldest > reached);
        Ok(is_known.then_some(found))
    }

    /// The newest entries of which every condition holds, whose words match an FTS5 query, and of which `is_it` says so. None where
    /// more than `most` entries match, where they cannot be met one by one, or where `is_it` says nothing any more.
    ///
    /// # Errors
    /// As the file's, and those of `is_it`.
    pub fn find_newest_matching<E: From<crate::Error>>(
        self,
        (query, most): (&str, usize),
        wanted: &[EntryCondition],
        limit: u32,
        mut is_it: impl FnMut(&EntryState) -> std::result::Result<Option<bool>, E>,
    ) -> std::result::Result<Option<Vec<EntryState>>, E> {
        let ids = self.matching(query, most.saturating_add(1))?;
        if ids.len() > most {
            return Ok(None);
        }
        if ids.len() > Rarity::of(limit, self.last_entry_id()?).rare {
            let ways = self.ways(wanted)?;
            return match by_days_shown(&ways, wanted) {
                Some(ways) => self.newest_among(ways, wanted, limit as usize, &ids, is_it),
                None => Ok(None),
            };
        }
        let all = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        let mut found = Vec::new();
        let rows = self.newest(wanted.to_vec(), all, &mut Holding::Leading(ids))?;
        for state in rows.unwrap_or_default() {
            match is_it(&state)? {
                Some(true) => found.push(state),
                Some(false) => {}
                None => return Ok(None),
            }
            if found.len() == limit as usize {
                break;
            }
        }
        Ok(Some(found))
    }

    /// Where to look: at what leads, else account by account.
    fn ways(self, wanted: &[EntryCondition]) -> Result<Vec<(Sql, Order)>> {
        let mut leading = wanted.iter().filter(|one| !one.is_excluded);
        match leading.find_map(|one| leads(&one.is)) {
            Some(from) => Ok(vec![(from, Order::Shown)]),
            None => self.accounts_within(wanted),
        }
    }

    /// Where to look where nothing leads: account by account, those that are asked for.
    fn accounts_within(self, wanted: &[EntryCondition]) -> Result<Vec<(Sql, Order)>> {
        let only = wanted.iter().find_map(|one| match &one.is {
            EntryTrait::Accounts(ids) if !one.is_excluded => Some(ids),
            _ => None,
        });
        let ids = self.list_accounts()?.into_iter().map(|account| account.id);
        let ids = ids.filter(|id| only.is_none_or(|only| only.contains(id)));
        Ok(ids.map(|id| within(id, wanted)).collect())
    }

    /// How to tell the entries that hold words.
    fn holding<'a>(self, query: &'a str, rarity: Rarity) -> Result<Holding<'a>>
    where
        Self: 'a,
    {
        // A beginning is gathered anew from all of its words whenever it is asked for: once must do.
        let most = match query.contains('*') {
            true => usize::MAX,
            false => rarity.common.saturating_add(1),
        };
        let ids = self.matching(query, most)?;
        if ids.len() <= rarity.rare {
            return Ok(Holding::Leading(ids));
        }
        if ids.len() < most {
            return Ok(Holding::Among(ids));
        }
        let ask = self
            .0
            .prepare_cached("SELECT 1 FROM entry_texts WHERE entry_texts MATCH ? AND rowid = ?")?;
        Ok(Holding::Asked(ask, query, rarity.near))
    }

    /// Entries whose indexed words match an FTS5 query, so many at most, in the order of their ids.
    fn matching(self, query: &str, most: usize) -> Result<Vec<EntryId>> {
        let mut find = self.0.prepare_cached(
            "SELECT rowid FROM entry_texts WHERE entry_texts MATCH ? ORDER BY rowid LIMIT ?",
        )?;
        let most = i64::try_from(most).unwrap_or(-1);
        let rows = find.query_map((query, most), |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The words of the index that begin so, written as the index writes them, so many at most.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_words(self, beginning: &str, most: usize) -> Result<Vec<String>> {
        // One by one from the next letter on: each word comes with every place where it stands.
        let mut next = self
            .0
            .prepare_cached("SELECT term FROM entry_words WHERE term >= ? LIMIT 1")?;
        let mut words: Vec<String> = Vec::new();
        let mut from = beginning.to_owned();
        while words.len() < most
            && let Some(word) = next
                .query_row([&from], |row| row.get::<_, String>(0))
                .optional()?
            && word.starts_with(beginning)
        {
            from = format!("{word}\u{1}");
            words.push(word);
        }
        Ok(words)
    }

    /// Documents whose words on a purchase match an FTS5 query, each with that purchase and an entry that is linked to it;
    /// the newest purchases first.
    ///
    /// # Errors
    /// As the file's; a query that FTS5 cannot parse is [`crate::Error::Sql`].
    pub fn find_receipts(self, query: &str) -> Result<Vec<FoundReceipt>> {
        let mut find = self
            .0
            .prepare_cached(include_str!("search/find_receipts.sql"))?;
        let rows = find.query_map([query], |row| {
            Ok(FoundReceipt {
                receipt: ReceiptId(row.get(0)?),
                sighting: ReceiptSightingId(row.get(1)?),
                entry: row.get::<_, Option<i64>>(2)?.map(EntryId),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The purchases that no entry is linked to, the newest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_unlinked_receipts(self) -> Result<Vec<ReceiptId>> {
        let mut list = self.0.prepare_cached(
            "SELECT id FROM receipts
             WHERE NOT EXISTS (SELECT 1 FROM links WHERE receipt_id = receipts.id AND state = 'linked')
             ORDER BY day DESC, id DESC",
        )?;
        let rows = list.query_map([], |row| Ok(ReceiptId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What documents say of purchases and the index does not hold yet.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_unindexed_receipts(self) -> Result<Vec<ReceiptSightingId>> {
        let mut list = self.0.prepare_cached(
            "SELECT id FROM receipt_sightings WHERE id NOT IN (SELECT rowid FROM receipt_texts)",
        )?;
        let rows = list.query_map([], |row| Ok(ReceiptSightingId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether every entry is in the index of words.
    ///
    /// # Errors
    /// As the file's.
    pub fn is_index_whole(self) -> Result<bool> {
        let is_whole = "SELECT is_whole FROM entry_index";
        Ok(self.0.query_row(is_whole, [], |row| row.get(0))?)
    }

    /// Entries after this one that the index of words lacks, so many at most, in the order of their ids.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_unindexed_entries(self, after: EntryId, most: u32) -> Result<Vec<EntryId>> {
        let mut list = self.0.prepare_cached(
            "SELECT id FROM entries WHERE id > ? AND id NOT IN (SELECT id FROM entry_texts_docsize) ORDER BY id LIMIT ?",
        )?;
        let rows = list.query_map((after.0, most), |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The currencies of booked entries.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_currencies(self) -> Result<Vec<Currency>> {
        let mut list = self.0.prepare_cached(
            "SELECT DISTINCT currency FROM account_months UNION SELECT currency FROM accounts",
        )?;
        let rows = list.query_map([], |row| row.get::<_, String>(0))?;
        let codes = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(codes.iter().filter_map(|code| code.parse().ok()).collect())
    }
}

/// The ways, where each leads from the newest day shown on and every condition may be asked of one entry after the other.
fn by_days_shown(ways: &[(Sql, Order)], wanted: &[EntryCondition]) -> Option<Vec<Sql>> {
    let is_so = ways.iter().all(|(_, order)| *order == Order::Shown)
        && wanted.iter().all(|one| is_of_entry(&one.is));
    is_so.then(|| ways.iter().map(|(from, _)| from.clone()).collect())
}

impl Write<'_> {
    /// Indexes a new entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_entry_text(self, id: EntryId, body: &str) -> Result<()> {
        let mut add = self
            .0
            .prepare_cached("INSERT INTO entry_texts (rowid, body) VALUES (?, ?)")?;
        add.execute((id.0, body))?;
        Ok(())
    }

    /// Notes that every entry is in the index of words.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_index_whole(self) -> Result<()> {
        self.0.execute("UPDATE entry_index SET is_whole = 1", [])?;
        Ok(())
    }

    /// Indexes an entry anew.
    ///
    /// # Errors
    /// As the file's.
    pub fn replace_entry_text(self, id: EntryId, body: &str) -> Result<()> {
        let mut drop = self
            .0
            .prepare_cached("DELETE FROM entry_texts WHERE rowid = ?")?;
        drop.execute([id.0])?;
        self.add_entry_text(id, body)
    }

    /// Indexes what a document says of a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_receipt_text(self, id: ReceiptSightingId, body: &str) -> Result<()> {
        let mut add = self
            .0
            .prepare_cached("INSERT INTO receipt_texts (rowid, body) VALUES (?, ?)")?;
        add.execute((id.0, body))?;
        Ok(())
    }

    /// Indexes anew what a document says of a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn replace_receipt_text(self, id: ReceiptSightingId, body: &str) -> Result<()> {
        let mut drop = self
            .0
            .prepare_cached("DELETE FROM receipt_texts WHERE rowid = ?")?;
        drop.execute([id.0])?;
        self.add_receipt_text(id, body)
    }
}
