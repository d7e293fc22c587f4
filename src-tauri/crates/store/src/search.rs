//! The search index, FTS5, written beside what it tells of in the same transaction; and what is found by it or without it.
//!
//! Entries stand in it under their ids. What documents say of purchases stands in the same index under the negative of the
//! receipt sighting's id, which no entry has.

use std::cmp::Reverse;
use std::collections::HashSet;

use domain::{
    AccountId, CounterpartyId, Currency, EntryId, NaiveDate, ReceiptId, ReceiptSightingId,
};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::entry::{STATE, entry_state};
use crate::row::iso;
use crate::{EntryState, Read, Result, Write};

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
    /// The user wrote it down.
    IsOwn,
    /// It is the bank's own doing of this payment type, which is a conversation of its own: `fee interest cash`.
    IsOfType(String),
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

/// A word that more entries hold than this is common: looking each of them up would take longer than walking the newest.
const RARE: usize = 3_000;

/// How the rows of a search are read.
struct Reading {
    /// Whether they are put in order, newest first; else they come by day.
    sorts: bool,
    /// What SQLite may stop at; below zero where each row is looked at first.
    most: i64,
    /// How many are enough.
    limit: usize,
}

/// A piece of SQL and what its question marks stand for, in order.
#[derive(Default)]
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
    /// through the index of identities; else the accounts' own order, from the newest day on. A word that very many entries
    /// hold does not lead: what does is walked until enough of them are met.
    ///
    /// # Errors
    /// As the file's; a query that FTS5 cannot parse is [`crate::Error::Sql`].
    pub fn find_entries(self, wanted: &[EntryCondition], limit: u32) -> Result<Vec<EntryState>> {
        let is_words =
            |one: &&EntryCondition| matches!(one.is, EntryTrait::Words(_)) && !one.is_excluded;
        let mut others: Vec<EntryCondition> = Vec::with_capacity(wanted.len());
        others.extend(wanted.iter().filter(|one| !is_words(one)).cloned());
        let mut common: Option<HashSet<EntryId>> = None;
        if let Some(EntryTrait::Words(query)) = wanted.iter().find(is_words).map(|one| &one.is) {
            let rare = self.matching(query, RARE + 1)?;
            if rare.len() > RARE {
                common = Some(self.matching(query, usize::MAX)?.into_iter().collect());
            } else {
                let ids = EntryCondition {
                    is: EntryTrait::Ids(rare),
                    is_excluded: false,
                };
                others.insert(0, ids);
            }
        }
        let keep = |id: EntryId| common.as_ref().is_none_or(|ids| ids.contains(&id));
        let most = if common.is_some() {
            -1
        } else {
            i64::from(limit)
        };
        let sort = |sorts: bool| Reading {
            sorts,
            most,
            limit: limit as usize,
        };
        let mut found = Vec::new();
        let leading = others
            .iter()
            .filter(|one| !one.is_excluded)
            .find_map(|one| leads(&one.is));
        match leading {
            Some(from) => found = self.found(from, &others, &sort(true), &keep)?,
            None => {
                let accounts = self.list_accounts()?;
                let only = others.iter().find_map(|one| match &one.is {
                    EntryTrait::Accounts(ids) if !one.is_excluded => Some(ids),
                    _ => None,
                });
                let ids = accounts.into_iter().map(|account| account.id);
                for id in ids.filter(|id| only.is_none_or(|only| only.contains(id))) {
                    let (from, is_by_day) = within(id, &others);
                    found.extend(self.found(from, &others, &sort(!is_by_day), &keep)?);
                }
            }
        }
        found.sort_by_cached_key(|state| {
            let entry = &state.entry;
            let time = entry.order_time.clone();
            Reverse((entry.order_date, time, entry.order_key, entry.id))
        });
        found.truncate(limit as usize);
        Ok(found)
    }

    /// Entries whose indexed words match an FTS5 query, so many at most, in no order that means anything.
    fn matching(self, query: &str, most: usize) -> Result<Vec<EntryId>> {
        let mut find = self.0.prepare_cached(
            "SELECT rowid FROM entry_texts WHERE entry_texts MATCH ? AND rowid > 0 LIMIT ?",
        )?;
        let most = i64::try_from(most).unwrap_or(-1);
        let rows = find.query_map((query, most), |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn found(
        self,
        from: Sql,
        wanted: &[EntryCondition],
        reading: &Reading,
        keep: &dyn Fn(EntryId) -> bool,
    ) -> Result<Vec<EntryState>> {
        let mut sql = format!(
            "{} FROM {} AND entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted",
            columns(),
            from.text
        );
        let mut values = from.values;
        for condition in wanted {
            let own = holds(&condition.is);
            let not = if condition.is_excluded { "NOT " } else { "" };
            sql.push_str(&format!(" AND {not}({})", own.text));
            values.extend(own.values);
        }
        if reading.sorts {
            sql.push_str(
                " ORDER BY entries.order_date DESC, entries.order_time DESC, entries.order_key DESC, entries.id DESC",
            );
        }
        sql.push_str(" LIMIT ?");
        values.push(Value::from(reading.most));
        let mut find = self.0.prepare_cached(&sql)?;
        let mut rows = find.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while found.len() < reading.limit
            && let Some(row) = rows.next()?
        {
            let state = entry_state(row)?;
            if keep(state.entry.id) {
                found.push(state);
            }
        }
        Ok(found)
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
            "SELECT id FROM receipt_sightings WHERE -id NOT IN (SELECT rowid FROM entry_texts WHERE rowid < 0)",
        )?;
        let rows = list.query_map([], |row| Ok(ReceiptSightingId(row.get(0)?)))?;
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

/// The columns of a state, each with its table: what leads may have columns of the same names.
fn columns() -> String {
    let list = STATE.trim_start_matches("SELECT ");
    let list = list.split_once(" FROM ").map_or(list, |(list, _)| list);
    let named: Vec<String> = list
        .split(',')
        .map(|column| format!("entries.{}", column.trim()))
        .collect();
    format!("SELECT {}", named.join(", "))
}

/// Where to look first, where a trait is rare enough to lead.
fn leads(one: &EntryTrait) -> Option<Sql> {
    let among = |ids: &str, values| {
        Some(Sql::new(
            &format!("({ids}) AS led CROSS JOIN entries WHERE entries.id = led.id"),
            values,
        ))
    };
    match one {
        EntryTrait::Ids(ids) => among(
            "SELECT value AS id FROM json_each(?)",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Tags(tags) => among(
            "SELECT DISTINCT entry_id AS id FROM entry_tags WHERE tag IN (SELECT value FROM json_each(?))",
            vec![words(tags)],
        ),
        EntryTrait::HasTag => among("SELECT DISTINCT entry_id AS id FROM entry_tags", vec![]),
        EntryTrait::HasNote => among("SELECT entry_id AS id FROM entry_notes", vec![]),
        EntryTrait::HasReceipt => among(
            "SELECT DISTINCT entry_id AS id FROM links WHERE state = 'linked'",
            vec![],
        ),
        EntryTrait::IsRefund => among("SELECT DISTINCT refund_id AS id FROM refunds", vec![]),
        EntryTrait::IsRefunded => among("SELECT DISTINCT purchase_id AS id FROM refunds", vec![]),
        EntryTrait::IsTransfer => among(
            "SELECT from_id AS id FROM transfers UNION ALL SELECT to_id FROM transfers",
            vec![],
        ),
        EntryTrait::IsPending => among("SELECT id FROM entries WHERE status = 'pending'", vec![]),
        EntryTrait::IsOwn => among("SELECT entry_id AS id FROM own_entries", vec![]),
        EntryTrait::Counterparties(ids) => Some(Sql::new(
            "json_each(?) AS led CROSS JOIN entries WHERE entries.counterparty_id = led.value",
            vec![list(ids.iter().map(|id| id.0))],
        )),
        EntryTrait::IsOfType(word) => Some(Sql::new(
            "counterparties AS led CROSS JOIN entries WHERE led.key = 'bank:' || ? AND entries.counterparty_id = led.id",
            vec![Value::from(word.clone())],
        )),
        EntryTrait::Words(_)
        | EntryTrait::Days(..)
        | EntryTrait::Amounts(_)
        | EntryTrait::Accounts(_) => None,
    }
}

/// One account's entries, newest first, and whether in no order but that of days: amounts are looked up day by day.
fn within(account: AccountId, wanted: &[EntryCondition]) -> (Sql, bool) {
    let ranges = wanted.iter().find_map(|one| match &one.is {
        EntryTrait::Amounts(ranges) if !one.is_excluded => Some(ranges),
        _ => None,
    });
    let account = Value::from(account.0);
    let Some(ranges) = ranges else {
        let sql = "entries INDEXED BY entries_of_account WHERE entries.account_id = ?";
        return (Sql::new(sql, vec![account]), false);
    };
    let pairs: Vec<String> = ranges
        .iter()
        .map(|range| format!("[{},{}]", range.from_minor, range.until_minor))
        .collect();
    let pairs = Value::from(format!("[{}]", pairs.join(",")));
    let values = vec![account.clone(), account.clone(), pairs, account];
    (Sql::new(include_str!("search/by_day.sql"), values), true)
}

/// What says of a row of `entries` that it is so.
fn holds(one: &EntryTrait) -> Sql {
    let plain = |text: &str| Sql::new(text, Vec::new());
    match one {
        EntryTrait::Days(from, until) => {
            let (from, until) = (from.map(iso), until.map(iso));
            Sql::new(
                "entries.order_date >= ? AND entries.order_date <= ?",
                vec![
                    Value::from(from.unwrap_or_default()),
                    Value::from(until.unwrap_or_else(|| "9999-12-31".to_owned())),
                ],
            )
        }
        EntryTrait::Amounts(ranges) if ranges.is_empty() => plain("0"),
        EntryTrait::Amounts(ranges) => {
            let mut sql = Sql::default();
            for range in ranges {
                let or = if sql.text.is_empty() { "" } else { " OR " };
                sql.text.push_str(or);
                sql.text
                    .push_str("(entries.currency = ? AND entries.amount_minor BETWEEN ? AND ?)");
                sql.values.push(range.currency.code().to_owned().into());
                sql.values.push(range.from_minor.into());
                sql.values.push(range.until_minor.into());
            }
            sql
        }
        EntryTrait::Counterparties(ids) => Sql::new(
            "entries.counterparty_id IN (SELECT value FROM json_each(?))",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Accounts(ids) => Sql::new(
            "entries.account_id IN (SELECT value FROM json_each(?))",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Ids(ids) => Sql::new(
            "entries.id IN (SELECT value FROM json_each(?))",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Tags(tags) => Sql::new(
            "EXISTS (SELECT 1 FROM entry_tags WHERE entry_id = entries.id AND tag IN (SELECT value FROM json_each(?)))",
            vec![words(tags)],
        ),
        EntryTrait::Words(query) => Sql::new(
            "entries.id IN (SELECT rowid FROM entry_texts(?))",
            vec![Value::from(query.clone())],
        ),
        EntryTrait::HasReceipt => plain(
            "EXISTS (SELECT 1 FROM links WHERE links.entry_id = entries.id AND links.state = 'linked')",
        ),
        EntryTrait::HasNote => {
            plain("EXISTS (SELECT 1 FROM entry_notes WHERE entry_id = entries.id)")
        }
        EntryTrait::HasTag => {
            plain("EXISTS (SELECT 1 FROM entry_tags WHERE entry_id = entries.id)")
        }
        EntryTrait::IsRefund => {
            plain("EXISTS (SELECT 1 FROM refunds WHERE refund_id = entries.id)")
        }
        EntryTrait::IsRefunded => {
            plain("EXISTS (SELECT 1 FROM refunds WHERE purchase_id = entries.id)")
        }
        EntryTrait::IsTransfer => plain("entries.is_transfer"),
        EntryTrait::IsPending => plain("entries.status = 'pending'"),
        EntryTrait::IsOwn => plain("entries.origin = 'user'"),
        EntryTrait::IsOfType(word) => Sql::new(
            "EXISTS (SELECT 1 FROM sightings WHERE sightings.id = entries.sighting_id AND payment_type = ?)",
            vec![Value::from(word.clone())],
        ),
    }
}

/// A JSON array of ids, as `json_each` takes it.
fn list(ids: impl Iterator<Item = i64>) -> Value {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    Value::from(format!("[{}]", ids.join(",")))
}

/// A JSON array of words.
fn words(words: &[String]) -> Value {
    let quoted: Vec<String> = words
        .iter()
        .map(|word| {
            let escaped: String = word
                .chars()
                .map(|c| match c {
                    '"' | '\\' => format!("\\{c}"),
                    c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
                    c => c.to_string(),
                })
                .collect();
            format!("\"{escaped}\"")
        })
        .collect();
    Value::from(format!("[{}]", quoted.join(",")))
}

impl Write<'_> {
    /// Indexes a new entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_entry_text(self, id: EntryId, body: &str) -> Result<()> {
        self.add_text(id.0, body)
    }

    /// Indexes an entry anew.
    ///
    /// # Errors
    /// As the file's.
    pub fn replace_entry_text(self, id: EntryId, body: &str) -> Result<()> {
        self.drop_text(id.0)?;
        self.add_entry_text(id, body)
    }

    /// Indexes what a document says of a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_receipt_text(self, id: ReceiptSightingId, body: &str) -> Result<()> {
        self.add_text(-id.0, body)
    }

    /// Indexes anew what a document says of a purchase.
    ///
    /// # Errors
    /// As the file's.
    pub fn replace_receipt_text(self, id: ReceiptSightingId, body: &str) -> Result<()> {
        self.drop_text(-id.0)?;
        self.add_receipt_text(id, body)
    }

    fn drop_text(self, id: i64) -> Result<()> {
        let mut delete = self
            .0
            .prepare_cached("DELETE FROM entry_texts WHERE rowid = ?")?;
        delete.execute([id])?;
        Ok(())
    }

    fn add_text(self, id: i64, body: &str) -> Result<()> {
        let mut add = self
            .0
            .prepare_cached("INSERT INTO entry_texts (rowid, body) VALUES (?, ?)")?;
        add.execute((id, body))?;
        Ok(())
    }
}
