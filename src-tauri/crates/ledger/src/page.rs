//! Reading: the list of conversations, pages of one, one entry.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use domain::{AccountId, CounterpartyId, EntryId, NaiveDate, ReadingId};
use store::{
    BalanceRow, ConversationKind, ConversationRow, CounterpartyRow, Cursor, DayRow, EntryRow, Mark,
    MonthRow, NoteRow, PriceChangeRow, QuestionRow, Read, Side, SightingRow, StatementRow,
};

use timeline::Days;

use crate::chain::{self, WhyUnproved};
use crate::coverage::{ChainBreak, Gap, coverage};
use crate::history::Operation;
use crate::insights::{self, Alert, Expected};
use crate::notes;
use crate::own::Own;
use crate::project::{Readings, month_of};
use crate::receipts::{self, ReceiptState, ReceiptView, Returned};
use crate::{Answer, Ledger, Result, clock, questions};

/// A conversation with a counterparty, as listed.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// As stored.
    pub row: ConversationRow,
    /// With whom.
    pub counterparty: CounterpartyRow,
    /// Its newest entry.
    pub last: Option<EntryRow>,
    /// Where there is no entry yet: the newest receipt that waits for one.
    pub waiting: Option<ReceiptView>,
    /// How the user wants it listed.
    pub mark: Mark,
}

/// Where to read a page from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageFrom {
    /// The newest.
    End,
    /// Rows older than this.
    Before(Cursor),
    /// Rows newer than this.
    After(Cursor),
    /// Rows of this day and after; the newest where there are none.
    Day(NaiveDate),
    /// This entry and rows after it.
    Entry(EntryId),
}

/// A row of a conversation.
#[derive(Debug, Clone)]
pub struct Item {
    /// The day it is shown under.
    pub date: NaiveDate,
    /// What it is.
    pub kind: ItemKind,
    /// For an entry: the receipts that it paid for.
    pub receipts: Vec<ReceiptView>,
    /// For an entry: what it gives back, or what of it came back.
    pub returned: Returned,
}

impl Item {
    pub(crate) fn new(date: NaiveDate, kind: ItemKind) -> Self {
        Item {
            date,
            kind,
            receipts: Vec::new(),
            returned: Returned::default(),
        }
    }

    /// What comes first on a day: money, then the user's words, then what it bought, then what is told of the account,
    /// then what was asked.
    fn rank(&self) -> u8 {
        match self.kind {
            ItemKind::Entry(..) => 0,
            ItemKind::Alert(_)
            | ItemKind::PriceChange(_)
            | ItemKind::Expected(_)
            | ItemKind::Note(_) => 1,
            ItemKind::Receipt(_) => 2,
            ItemKind::Delivery(..) => 3,
            ItemKind::Deadline(_) => 4,
            ItemKind::Balance(_)
            | ItemKind::Proof(..)
            | ItemKind::Gap(_)
            | ItemKind::ChainBreak(_)
            | ItemKind::Import(_) => 5,
            ItemKind::Question(_) | ItemKind::Answer(_) => 6,
        }
    }
}

/// What a row of a conversation is.
#[derive(Debug, Clone)]
pub enum ItemKind {
    /// Money in or out, and whether it is unread.
    Entry(Box<EntryRow>, bool),
    /// A stated balance that no statement proves, or one that the user set.
    Balance(BalanceRow),
    /// A statement and its proof, or why there is none.
    Proof(Box<StatementRow>, Option<WhyUnproved>),
    /// Days that no statement tells of.
    Gap(Gap),
    /// A statement that does not open with what the one before it closed with.
    ChainBreak(ChainBreak),
    /// An import that stands.
    Import(Box<Operation>),
    /// A receipt that no entry paid for yet.
    Receipt(Box<ReceiptView>),
    /// A parcel of a receipt, by its place among them.
    Delivery(Box<ReceiptView>, usize),
    /// Something to look at.
    Alert(Box<Alert>),
    /// A price that rose, of something that recurs.
    PriceChange(Box<PriceChangeRow>),
    /// A charge that is due.
    Expected(Box<Expected>),
    /// Last days that follow from a receipt.
    Deadline(Box<ReceiptView>),
    /// A note of the user's on the conversation.
    Note(Box<NoteRow>),
    /// A question of the user's.
    Question(Box<QuestionRow>),
    /// The answer to the question before it, made when the page is read; `None` where it takes more counting than a page waits
    /// for: then [`Ledger::answer_kept`] makes it.
    Answer(Box<(QuestionRow, Option<Answer>)>),
}

/// Rows of a conversation, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The rows.
    pub items: Vec<Item>,
    /// Reads further back.
    pub older: Option<Cursor>,
    /// Reads on.
    pub newer: Option<Cursor>,
}

impl Ledger {
    /// Conversations with counterparties, newest activity first.
    ///
    /// # Errors
    /// The store's.
    pub fn conversations(&self, limit: u32) -> Result<Vec<Conversation>> {
        self.store.read(|read| {
            let mut rows = read.list_conversations(limit)?;
            let known: HashSet<ConversationKind> = rows.iter().map(|row| row.with).collect();
            let waiting = waiting(read)?.into_iter();
            rows.extend(waiting.filter(|row| !known.contains(&row.with)));
            // Stable: those of one day stay in the order of their keys.
            rows.sort_by_key(|row| Reverse(row.last_date));
            rows.truncate(limit as usize);
            rows.into_iter()
                .map(|row| conversation(read, row))
                .collect()
        })
    }

    /// One conversation with a counterparty, or with the one that it is merged into; `None` where nothing ever happened in
    /// it.
    ///
    /// # Errors
    /// The store's.
    pub fn conversation(&self, id: CounterpartyId) -> Result<Option<Conversation>> {
        self.store.read(|read| {
            let id = read.root_of(id)?;
            let with = ConversationKind::Counterparty(id);
            let row = read.find_conversation(with)?;
            let row = match row {
                Some(row) => Some(row),
                None => waiting(read)?.into_iter().find(|row| row.with == with),
            };
            row.map(|row| conversation(read, row)).transpose()
        })
    }

    /// The counterparties that are merged into any other, in the order of their keys.
    ///
    /// # Errors
    /// The store's.
    pub fn merged(&self) -> Result<Vec<CounterpartyRow>> {
        self.store.read(|read| merged(read, |_| true))
    }

    /// The counterparties that are merged into this one, in the order of their keys.
    ///
    /// # Errors
    /// The store's.
    pub fn merged_into(&self, id: CounterpartyId) -> Result<Vec<CounterpartyRow>> {
        self.store.read(|read| merged(read, |root| root == id))
    }

    /// The day of a conversation's first entry.
    ///
    /// # Errors
    /// The store's.
    pub fn first_date(&self, with: ConversationKind) -> Result<Option<NaiveDate>> {
        self.store.read(|read| Ok(read.first_date(with)?))
    }

    /// Stored sums of a counterparty per month, from one month to another, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn counterparty_months(
        &self,
        id: CounterpartyId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<MonthRow>> {
        self.store.read(|read| {
            Ok(read.list_counterparty_months(id, &month_of(from), &month_of(until))?)
        })
    }

    /// What each day of a counterparty sums to, from one to another, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn counterparty_days(
        &self,
        id: CounterpartyId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<DayRow>> {
        self.store
            .read(|read| Ok(read.list_counterparty_days(id, from, until)?))
    }

    /// Says that the user has seen a conversation.
    ///
    /// # Errors
    /// The store's.
    pub fn mark_seen(&self, with: ConversationKind) -> Result<()> {
        self.store.write(|write| Ok(write.mark_seen(with)?))
    }

    /// Says how a conversation is to be listed.
    ///
    /// # Errors
    /// The store's.
    pub fn mark(&self, with: ConversationKind, mark: Mark) -> Result<()> {
        self.store.write(|write| Ok(write.set_mark(with, mark)?))
    }

    /// One entry and all its sightings that stand, the shown one first.
    ///
    /// # Errors
    /// [`crate::Error::Store`] where there is none.
    pub fn entry(&self, id: EntryId) -> Result<(EntryRow, Vec<(SightingRow, Operation)>)> {
        self.store.read(|read| {
            let row = read.get_entry(id)?;
            let bucket = (
                row.state.entry.account,
                row.state.entry.day,
                row.state.entry.amount_minor,
            );
            let readings = Readings::load(read, None)?;
            let mut sightings = Vec::new();
            for state in read.list_sightings_of_bucket(bucket.0, bucket.1, bucket.2)? {
                if state.entry != id {
                    continue;
                }
                let (reading, _) = store::reading_of(state.id);
                let standing = read
                    .list_imports_of(reading)?
                    .into_iter()
                    .rfind(|row| !row.is_undone);
                if let Some(standing) = standing {
                    let operation = crate::history::complete(read, standing)?;
                    // Of rows that say the same to the letter, the first in the order of documents is shown.
                    let is_shown = state.content == row.state.entry.sighting;
                    let place = is_shown.then(|| (readings.rank(reading).0, state.id));
                    sightings.push((place, (read.get_sighting(state.id)?, operation)));
                }
            }
            sightings.sort_by_key(|(place, _)| (place.is_none(), *place));
            let sightings = sightings.into_iter().map(|(_, told)| told).collect();
            Ok((row, sightings))
        })
    }

    /// A page of a conversation: at most `limit` entries, and what happened to the account on their days.
    ///
    /// # Errors
    /// The store's.
    pub fn page(&self, with: ConversationKind, from: &PageFrom, limit: u32) -> Result<Page> {
        self.page_within(with, from, limit, questions::STEPS)
    }
}

/// The counterparties that are merged, by what they end in.
fn merged(read: Read<'_>, into: impl Fn(CounterpartyId) -> bool) -> Result<Vec<CounterpartyRow>> {
    let own = Own::load(read)?;
    let merged = own.merges().filter(|(merged, _)| into(own.root(*merged)));
    let mut rows = merged
        .map(|(merged, _)| Ok(read.get_counterparty(merged)?))
        .collect::<Result<Vec<_>>>()?;
    rows.sort_by(|a, b| a.counterparty.key.cmp(&b.counterparty.key));
    Ok(rows)
}

/// Conversations of which nothing is known but receipts that wait for their payment.
fn waiting(read: Read<'_>) -> Result<Vec<ConversationRow>> {
    let bare = read.list_bare_conversations()?.into_iter();
    let rows = bare.map(|(id, day)| ConversationRow {
        with: ConversationKind::Counterparty(id),
        last_entry: None,
        last_date: Some(day),
        entry_count: 0,
        unread_count: 0,
        seen_entry: EntryId(0),
    });
    Ok(rows.collect())
}

fn conversation(read: Read<'_>, row: ConversationRow) -> Result<Conversation> {
    let id = match row.with {
        ConversationKind::Counterparty(id) => id,
        ConversationKind::Account(AccountId(id)) => CounterpartyId(id),
    };
    let last = row.last_entry.map(|id| read.get_entry(id)).transpose()?;
    let newest = match last {
        Some(_) => None,
        None => read.list_receipts_of(id)?.pop(),
    };
    Ok(Conversation {
        counterparty: read.get_counterparty(id)?,
        mark: read.find_mark(row.with)?,
        last,
        waiting: newest.map(|row| receipts::view(read, row)).transpose()?,
        row,
    })
}

pub(crate) fn page(
    read: Read<'_>,
    with: ConversationKind,
    from: &PageFrom,
    limit: u32,
    (today, steps): (NaiveDate, u32),
) -> Result<Page> {
    let with = match with {
        ConversationKind::Counterparty(id) => ConversationKind::Counterparty(read.root_of(id)?),
        account => account,
    };
    let (account, counterparty) = match with {
        ConversationKind::Account(id) => (Some(id), None),
        ConversationKind::Counterparty(id) => (None, Some(id)),
    };
    let entries = |cursor: Option<(&Cursor, Side)>, limit| {
        read.page_entries(account, counterparty, cursor, limit)
    };
    let limit = limit.clamp(1, 200);
    let (cursor, side) = start(read, from)?;
    let cursor = cursor.as_ref().map(|cursor| (cursor, side));
    // One more than asked for says whether there is more.
    let mut rows = entries(cursor, limit + 1)?;
    if rows.is_empty() && matches!(from, PageFrom::Day(_)) {
        return page(read, with, &PageFrom::End, limit, (today, steps));
    }
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    if side == Side::Older {
        rows.reverse();
    }
    let first = rows.first().map(cursor_of);
    let last = rows.last().map(cursor_of);
    let (older, newer) = match side {
        Side::Older => (more, matches!(from, PageFrom::Before(_))),
        Side::Newer => (true, more),
    };
    let seen = read
        .find_conversation(with)?
        .map_or(EntryId(0), |row| row.seen_entry);
    let after = match (side, newer, &last) {
        (_, false, _) => None,
        (Side::Older, true, _) => cursor.map(|(cursor, _)| cursor.date),
        (Side::Newer, true, Some(last)) => entries(Some((last, Side::Newer)), 1)?
            .first()
            .map(|row| row.state.entry.order_date),
        (Side::Newer, true, None) => None,
    };
    let from_day = first.as_ref().filter(|_| older).map(|cursor| cursor.date);
    let mut items = Vec::with_capacity(rows.len());
    let has_receipts = read.has_receipts()?;
    for row in rows {
        let entry = &row.state.entry;
        let is_unread = entry.id > seen && !entry.is_own();
        items.push(entry_item(read, row, is_unread)?);
    }
    let mut told = match (account, counterparty) {
        (Some(account), _) => told(read, account)?,
        (None, Some(counterparty)) if has_receipts => bought(read, counterparty)?,
        (None, _) => Vec::new(),
    };
    let notes = notes::of_conversation(read, with)?.into_iter();
    told.extend(notes.map(|row| Item::new(row.day, ItemKind::Note(Box::new(row)))));
    let days = Days::of_page(from_day, after);
    told.extend(insights::told(read, with, days, today)?);
    items.extend(told.into_iter().filter(|item| days.tell_of(item.date)));
    items.extend(questions::rows(read, with, steps, |day| days.tell_of(day))?);
    items.sort_by_key(|item| (item.date, item.rank()));
    insights::beside(read, with, today, &mut items)?;
    Ok(Page {
        items,
        older: first.filter(|_| older),
        newer: last.filter(|_| newer),
    })
}

/// Where a page begins, and in which direction it is read from there.
fn start(read: Read<'_>, from: &PageFrom) -> Result<(Option<Cursor>, Side)> {
    Ok(match from {
        PageFrom::End => (None, Side::Older),
        PageFrom::Before(cursor) => (Some(cursor.clone()), Side::Older),
        PageFrom::After(cursor) => (Some(cursor.clone()), Side::Newer),
        PageFrom::Day(day) => {
            let before = Cursor {
                date: *day,
                time: String::new(),
                key: i64::MIN,
                id: 0,
            };
            (Some(before), Side::Newer)
        }
        PageFrom::Entry(id) => {
            let entry = read.get_entry_state(*id)?.entry;
            let before = Cursor {
                date: entry.order_date,
                time: entry.order_time,
                key: entry.order_key,
                id: id.0.saturating_sub(1),
            };
            (Some(before), Side::Newer)
        }
    })
}

/// An entry with what it paid for, and what it gives back or what of it came back.
pub(crate) fn entry_item(read: Read<'_>, row: EntryRow, is_unread: bool) -> Result<Item> {
    let (id, date) = (row.state.entry.id, row.state.entry.order_date);
    let mut item = Item::new(date, ItemKind::Entry(Box::new(row), is_unread));
    item.receipts = receipts::of_entry(read, id)?;
    item.returned = receipts::returned(read, id)?;
    Ok(item)
}

/// What is told in an account's conversation besides its entries, by day.
fn told(read: Read<'_>, account: AccountId) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let statements = chain::explained(read, account)?;
    let imports = imports_of(read, statements.iter().map(|(row, _)| row))?;
    for (row, why) in statements {
        let date = row.statement.closing_date.or(row.statement.until);
        if let Some(date) = date.filter(|_| row.statement.proof != "unstated" || why.is_some()) {
            items.push(Item::new(date, ItemKind::Proof(Box::new(row), why)));
        }
    }
    let proved: Vec<NaiveDate> = items.iter().map(|item| item.date).collect();
    for row in read.list_balances(account)? {
        let unproved = row.balance.kind == "user"
            || (row.balance.kind == "closing" && !proved.contains(&row.balance.as_of));
        if unproved {
            items.push(Item::new(row.balance.as_of, ItemKind::Balance(row)));
        }
    }
    let chain = coverage(read, account)?;
    let gaps = chain.gaps.iter();
    items.extend(gaps.map(|gap| Item::new(gap.until, ItemKind::Gap(*gap))));
    let breaks = chain.breaks.iter();
    items.extend(breaks.map(|broken| Item::new(broken.date, ItemKind::ChainBreak(*broken))));
    for operation in imports {
        let date = clock::local_day(&operation.row.operation.at).unwrap_or_else(clock::today);
        items.push(Item::new(date, ItemKind::Import(Box::new(operation))));
    }
    items.sort_by_key(|item| item.date);
    Ok(items)
}

/// What is told in a counterparty's conversation besides its entries: purchases that wait for their payment, parcels, last
/// days. What an entry paid for is told on the day of the entry.
fn bought(read: Read<'_>, counterparty: CounterpartyId) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    for row in read.list_receipts_of(counterparty)? {
        let view = receipts::view(read, row)?;
        let day = view.told_on();
        if matches!(view.state(), ReceiptState::Waiting | ReceiptState::InDoubt) {
            items.push(Item::new(day, ItemKind::Receipt(Box::new(view.clone()))));
        }
        for index in 0..view.receipt.deliveries.len() {
            items.push(Item::new(
                day,
                ItemKind::Delivery(Box::new(view.clone()), index),
            ));
        }
        let deadlines = view.deadlines;
        if deadlines
            .return_by
            .or(deadlines.guarantee)
            .or(deadlines.warranty)
            .is_some()
        {
            items.push(Item::new(day, ItemKind::Deadline(Box::new(view))));
        }
    }
    Ok(items)
}

/// The imports that stand for these statements, one per reading.
fn imports_of<'a>(
    read: Read<'_>,
    statements: impl Iterator<Item = &'a StatementRow>,
) -> Result<Vec<Operation>> {
    let readings: BTreeSet<ReadingId> = statements.map(|row| row.statement.reading).collect();
    let mut out = Vec::new();
    for reading in readings {
        let imports = read.list_imports_of(reading)?;
        if let Some(standing) = imports.into_iter().rfind(|row| !row.is_undone) {
            out.push(crate::history::complete(read, standing)?);
        }
    }
    Ok(out)
}

fn cursor_of(row: &EntryRow) -> Cursor {
    let entry = &row.state.entry;
    Cursor {
        date: entry.order_date,
        time: entry.order_time.clone(),
        key: entry.order_key,
        id: entry.id.0,
    }
}
