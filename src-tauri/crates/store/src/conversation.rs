//! The list of conversations: what each ends with, and how far the user has read.

use domain::{AccountId, CounterpartyId, EntryId, NaiveDate};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::row::find_day;
use crate::{Read, Result, Write};

/// With whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConversationKind {
    /// An account.
    Account(AccountId),
    /// A counterparty.
    Counterparty(CounterpartyId),
}

impl ConversationKind {
    /// Its kind, its id, and which entries are in it: a transfer is in its accounts' conversations alone.
    fn parts(self) -> (&'static str, i64, &'static str) {
        match self {
            ConversationKind::Account(id) => ("account", id.0, "account_id = ?"),
            ConversationKind::Counterparty(id) => (
                "counterparty",
                id.0,
                "counterparty_id = ? AND NOT is_transfer",
            ),
        }
    }
}

/// What a conversation shows in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// With whom.
    pub with: ConversationKind,
    /// Its newest shown entry.
    pub last_entry: Option<EntryId>,
    /// The day of that.
    pub last_date: Option<NaiveDate>,
    /// Shown entries.
    pub entry_count: i64,
    /// Shown entries that arrived since the user last looked.
    pub unread_count: i64,
    /// The newest entry that the user has seen.
    pub seen_entry: EntryId,
}

/// How the user wants a conversation listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    /// Whether what is new in it is not told.
    pub is_muted: bool,
    /// Whether it stands above the others.
    pub is_pinned: bool,
}

/// How a transaction changed a conversation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Touched {
    /// Shown entries more (or fewer).
    pub count: i64,
    /// Those among them that the user has not seen.
    pub unread: i64,
}

impl Read<'_> {
    /// Conversations with counterparties, newest activity first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_conversations(self, limit: u32) -> Result<Vec<ConversationRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT conversations.* FROM conversations JOIN counterparties ON counterparties.id = conversations.id
             WHERE conversations.kind = 'counterparty' AND entry_count > 0
             ORDER BY last_date DESC, counterparties.key LIMIT ?",
        )?;
        let rows = list.query_map([limit], conversation_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One conversation; `None` where nothing ever happened in it.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_conversation(self, with: ConversationKind) -> Result<Option<ConversationRow>> {
        let (kind, id, _) = with.parts();
        let mut find = self
            .0
            .prepare_cached("SELECT * FROM conversations WHERE kind = ? AND id = ?")?;
        Ok(find.query_row((kind, id), conversation_row).optional()?)
    }

    /// How the user wants a conversation listed.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_mark(self, with: ConversationKind) -> Result<Mark> {
        let (kind, id, _) = with.parts();
        let mut find = self.0.prepare_cached(
            "SELECT is_muted, is_pinned FROM conversation_marks WHERE kind = ? AND id = ?",
        )?;
        let found = find.query_row((kind, id), |row| {
            Ok(Mark {
                is_muted: row.get(0)?,
                is_pinned: row.get(1)?,
            })
        });
        Ok(found.optional()?.unwrap_or_default())
    }

    /// The day of a conversation's first shown entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn first_date(self, with: ConversationKind) -> Result<Option<NaiveDate>> {
        let (_, id, within) = with.parts();
        let sql = format!(
            "SELECT order_date FROM entries
             WHERE {within} AND is_live AND NOT is_superseded AND NOT is_deleted
             ORDER BY order_date, order_time, order_key, id LIMIT 1"
        );
        let mut find = self.0.prepare_cached(&sql)?;
        let found = find
            .query_row([id], |row| find_day(row, "order_date"))
            .optional()?;
        Ok(found.flatten())
    }
}

impl Write<'_> {
    /// Brings a conversation's row up to date after its entries changed; a counterparty is called as the newest of its own
    /// entries calls it, not one merged or moved into it: the same whatever the order of import.
    ///
    /// # Errors
    /// As the file's.
    pub fn touch_conversation(self, with: ConversationKind, touched: Touched) -> Result<()> {
        let (kind, id, within) = with.parts();
        let last = format!(
            "SELECT id, order_date FROM entries
             WHERE {within} AND is_live AND NOT is_superseded AND NOT is_deleted
             ORDER BY order_date DESC, order_time DESC, order_key DESC, id DESC LIMIT 1"
        );
        let mut last = self.0.prepare_cached(&last)?;
        let newest: Option<(i64, String)> = last
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let ConversationKind::Counterparty(_) = with {
            let mut name = self
                .0
                .prepare_cached(include_str!("counterparty/name.sql"))?;
            name.execute([id])?;
        }
        let mut touch = self
            .0
            .prepare_cached(include_str!("conversation/touch.sql"))?;
        touch.execute(named_params! {
            ":kind": kind,
            ":id": id,
            ":last_entry_id": newest.as_ref().map(|newest| newest.0),
            ":last_date": newest.as_ref().map(|newest| newest.1.as_str()),
            ":count": touched.count,
            ":unread": touched.unread,
        })?;
        Ok(())
    }

    /// Writes how the user wants a conversation listed.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_mark(self, with: ConversationKind, mark: Mark) -> Result<()> {
        let (kind, id, _) = with.parts();
        self.0.execute(
            "INSERT INTO conversation_marks (kind, id, is_muted, is_pinned) VALUES (?, ?, ?, ?)
             ON CONFLICT (kind, id) DO UPDATE SET is_muted = excluded.is_muted, is_pinned = excluded.is_pinned",
            (kind, id, mark.is_muted, mark.is_pinned),
        )?;
        Ok(())
    }

    /// Says that the user has seen a conversation up to its end.
    ///
    /// # Errors
    /// As the file's.
    pub fn mark_seen(self, with: ConversationKind) -> Result<()> {
        let (kind, id, _) = with.parts();
        self.0.execute(
            "UPDATE conversations SET unread_count = 0, seen_entry_id = (SELECT coalesce(max(id), 0) FROM entries)
             WHERE kind = ? AND id = ?",
            (kind, id),
        )?;
        Ok(())
    }
}

fn conversation_row(row: &Row<'_>) -> rusqlite::Result<ConversationRow> {
    let kind: String = row.get("kind")?;
    let id = row.get("id")?;
    Ok(ConversationRow {
        with: if kind == "account" {
            ConversationKind::Account(AccountId(id))
        } else {
            ConversationKind::Counterparty(CounterpartyId(id))
        },
        last_entry: row.get::<_, Option<i64>>("last_entry_id")?.map(EntryId),
        last_date: find_day(row, "last_date")?,
        entry_count: row.get("entry_count")?,
        unread_count: row.get("unread_count")?,
        seen_entry: EntryId(row.get("seen_entry_id")?),
    })
}
