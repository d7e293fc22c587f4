//! Entries: the lines of an account's history, each the projection of its live sightings.

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate, SightingId};
use rusqlite::{OptionalExtension, Row, named_params, params};

use crate::counterparty::counterparty_row;
use crate::row::{day, get_currency_at, get_day, get_day_at, iso};
use crate::{CounterpartyRow, Error, OtherSide, Read, Result, SightingRow, Write};

/// An entry as projected, to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Its id.
    pub id: EntryId,
    /// Whose.
    pub account: AccountId,
    /// `booked pending info`.
    pub status: String,
    /// The bucket's day.
    pub day: NaiveDate,
    /// The day it is shown under.
    pub order_date: NaiveDate,
    /// `HH:MM`, else empty.
    pub order_time: String,
    /// Signed.
    pub amount_minor: i64,
    /// Its currency.
    pub currency: Currency,
    /// Who is on the other side.
    pub counterparty: CounterpartyId,
    /// The sighting whose values it shows.
    pub sighting: SightingId,
    /// Version of the rules that made the key.
    pub identity_version: i64,
    /// Key of its words.
    pub identity_key: i64,
    /// Among the bucket's equals.
    pub ordinal: i64,
    /// Orders the entries of one day and time.
    pub order_key: i64,
}

/// What a change of projection needs of a stored entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryState {
    /// As projected.
    pub entry: NewEntry,
    /// Whether a live sighting shows it.
    pub is_live: bool,
    /// Whether another entry took it over.
    pub is_superseded: bool,
    /// Whether the user deleted it.
    pub is_deleted: bool,
    /// Whether it is one side of a transfer between own accounts.
    pub is_transfer: bool,
}

impl NewEntry {
    /// Whether the user typed it: no statement tells of it.
    pub fn is_own(&self) -> bool {
        self.sighting.0 < 0
    }
}

impl EntryState {
    /// Whether it is shown.
    pub fn is_shown(&self) -> bool {
        self.is_live && !self.is_superseded && !self.is_deleted
    }
}

/// An entry with the sighting that it shows and its counterparty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// Its state.
    pub state: EntryState,
    /// The sighting whose values it shows.
    pub sighting: SightingRow,
    /// Whose conversation it is in.
    pub counterparty: CounterpartyRow,
    /// The user's note on it.
    pub note: Option<String>,
    /// The user's tags on it, in order.
    pub tags: Vec<String>,
    /// Where it is a transfer between own accounts: its other side.
    pub other_side: Option<OtherSide>,
    /// What the user says that its counterparty is.
    pub category: Option<String>,
}

/// A place in a conversation's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The day shown.
    pub date: NaiveDate,
    /// `HH:MM`, else empty.
    pub time: String,
    /// What orders the entries of one day and time.
    pub key: i64,
    /// The entry, which settles what is left.
    pub id: i64,
}

/// Which way to read from a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Towards the past.
    Older,
    /// Towards today.
    Newer,
}

pub(crate) const STATE: &str = "SELECT id, account_id, is_live, is_superseded, is_deleted, status, day, order_date, order_time,
     amount_minor, currency, counterparty_id, sighting_id, identity_version, identity_key, ordinal, order_key, is_transfer FROM entries";

impl Read<'_> {
    /// The largest id given to an entry so far.
    ///
    /// # Errors
    /// As the file's.
    pub fn last_entry_id(self) -> Result<i64> {
        Ok(self
            .0
            .query_row("SELECT coalesce(max(id), 0) FROM entries", [], |row| {
                row.get(0)
            })?)
    }

    /// Visits the entries of an account that statements tell of, with a day in a range, shown or not: there may be a great many.
    ///
    /// # Errors
    /// As the file's.
    pub fn visit_entries_between(
        self,
        account: AccountId,
        (from, until): (NaiveDate, NaiveDate),
        mut visit: impl FnMut(EntryState),
    ) -> Result<()> {
        let mut list = self.0.prepare_cached(&format!(
            "{STATE} WHERE account_id = ? AND day BETWEEN ? AND ? AND origin = 'statement'"
        ))?;
        for state in list.query_map((account.0, iso(from), iso(until)), entry_state)? {
            visit(state?);
        }
        Ok(())
    }

    /// The pending entries of an account.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_pending_entries(self, account: AccountId) -> Result<Vec<EntryState>> {
        let mut list = self.0.prepare_cached(&format!(
            "{STATE} WHERE account_id = ? AND status = 'pending'"
        ))?;
        let rows = list.query_map([account.0], entry_state)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The entries of an account that another took over.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_superseded_entries(self, account: AccountId) -> Result<Vec<EntryId>> {
        let mut list = self
            .0
            .prepare_cached("SELECT id FROM entries WHERE account_id = ? AND is_superseded")?;
        let rows = list.query_map([account.0], |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// An entry's state.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_entry_state(self, id: EntryId) -> Result<EntryState> {
        let mut get = self.0.prepare_cached(&format!("{STATE} WHERE id = ?"))?;
        get.query_row([id.0], entry_state)
            .optional()?
            .ok_or(Error::NotFound("entry"))
    }

    /// An entry with what it shows.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_entry(self, id: EntryId) -> Result<EntryRow> {
        self.complete(self.get_entry_state(id)?)
    }

    /// Shown entries in the conversation of an account or a counterparty from a cursor on, nearest first; from the newest where there is none.
    ///
    /// # Errors
    /// As the file's.
    pub fn page_entries(
        self,
        account: Option<AccountId>,
        counterparty: Option<CounterpartyId>,
        from: Option<(&Cursor, Side)>,
        limit: u32,
    ) -> Result<Vec<EntryRow>> {
        let (whose, id) = match (account, counterparty) {
            (Some(account), _) => ("account_id = :whose", account.0),
            (None, Some(counterparty)) => (
                "counterparty_id = :whose AND NOT is_transfer",
                counterparty.0,
            ),
            (None, None) => return Ok(Vec::new()),
        };
        let side = from.map_or(Side::Older, |(_, side)| side);
        let (than, order) = match side {
            Side::Older => ("<", "DESC"),
            Side::Newer => (">", "ASC"),
        };
        let end = Cursor {
            date: NaiveDate::MAX,
            time: String::new(),
            key: 0,
            id: 0,
        };
        let cursor = from.map_or(&end, |(cursor, _)| cursor);
        let date = if from.is_some() {
            iso(cursor.date)
        } else {
            "9999-99-99".to_owned()
        };
        let sql = format!(
            "{STATE} WHERE {whose} AND is_live AND NOT is_superseded AND NOT is_deleted
               AND (order_date, order_time, order_key, id) {than} (:date, :time, :key, :id)
             ORDER BY order_date {order}, order_time {order}, order_key {order}, id {order}
             LIMIT :limit"
        );
        let mut page = self.0.prepare_cached(&sql)?;
        let rows = page.query_map(
            named_params! {
                ":whose": id,
                ":date": date,
                ":time": cursor.time,
                ":key": cursor.key,
                ":id": cursor.id,
                ":limit": limit,
            },
            entry_state,
        )?;
        let states = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        states
            .into_iter()
            .map(|state| self.complete(state))
            .collect()
    }

    /// Σ of booked shown entries of an account with a day in a range, in one currency.
    ///
    /// # Errors
    /// As the file's.
    pub fn sum_days(
        self,
        account: AccountId,
        currency: Currency,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<i64> {
        let mut sum = self.0.prepare_cached(include_str!("entry/sum_days.sql"))?;
        Ok(
            sum.query_row((account.0, currency.code(), iso(from), iso(until)), |row| {
                row.get(0)
            })?,
        )
    }

    /// Booked shown movement of an account per day in a range, in one currency, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_days(
        self,
        account: AccountId,
        currency: Currency,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<(NaiveDate, i64)>> {
        let mut list = self.0.prepare_cached(include_str!("entry/list_days.sql"))?;
        let rows = list.query_map((account.0, currency.code(), iso(from), iso(until)), |row| {
            Ok((get_day(row, "day")?, row.get("sum")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The days in a range on which an account has booked shown entries, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_entry_days(
        self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<NaiveDate>> {
        let mut list = self.0.prepare_cached(
            "SELECT DISTINCT day FROM entries
             WHERE account_id = ? AND day BETWEEN ? AND ? AND is_shown AND status = 'booked' ORDER BY day",
        )?;
        let rows = list.query_map((account.0, iso(from), iso(until)), |row| {
            get_day(row, "day")
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// First and last day of an account's shown booked entries.
    ///
    /// # Errors
    /// As the file's.
    pub fn days_of_account(self, account: AccountId) -> Result<Option<(NaiveDate, NaiveDate)>> {
        let bound = |order: &str| -> Result<Option<NaiveDate>> {
            let sql = format!(
                "SELECT day FROM entries WHERE account_id = ? AND is_shown AND status = 'booked'
                 ORDER BY day {order} LIMIT 1"
            );
            let mut find = self.0.prepare_cached(&sql)?;
            let found: Option<String> = find.query_row([account.0], |row| row.get(0)).optional()?;
            Ok(found.as_deref().and_then(day))
        };
        Ok(bound("ASC")?.zip(bound("DESC")?))
    }

    /// Adds the sighting that an entry shows, its counterparty and what the user added to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where one of them is missing: the ledger is inconsistent.
    pub fn complete(self, state: EntryState) -> Result<EntryRow> {
        let sighting = self.get_sighting(state.entry.sighting)?;
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM counterparties WHERE id = ?")?;
        let counterparty = get
            .query_row([state.entry.counterparty.0], counterparty_row)
            .optional()?
            .ok_or(Error::NotFound("counterparty"))?;
        let id = state.entry.id.0;
        let mut note = self
            .0
            .prepare_cached("SELECT note FROM entry_notes WHERE entry_id = ?")?;
        let mut tags = self
            .0
            .prepare_cached("SELECT tag FROM entry_tags WHERE entry_id = ? ORDER BY tag")?;
        let tags = tags.query_map([id], |row| row.get(0))?;
        let other_side = match state.is_transfer {
            true => self.find_other_side(state.entry.id)?,
            false => None,
        };
        let mut category = self.0.prepare_cached(
            "SELECT category FROM counterparty_categories
             WHERE counterparty_id = ? AND (category NOT LIKE 'own-%' OR category IN (SELECT word FROM categories))",
        )?;
        let whose = [state.entry.counterparty.0];
        Ok(EntryRow {
            other_side,
            category: category.query_row(whose, |row| row.get(0)).optional()?,
            note: note.query_row([id], |row| row.get(0)).optional()?,
            tags: tags.collect::<rusqlite::Result<_>>()?,
            state,
            sighting,
            counterparty,
        })
    }

    /// Every shown entry, by account, day, amount, identity key and ordinal, handed over one by one.
    ///
    /// # Errors
    /// Whatever `each` fails with.
    pub fn for_each_entry<E: From<Error>>(
        self,
        mut each: impl FnMut(EntryRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = format!(
            "{STATE} WHERE is_shown
             ORDER BY account_id, day, identity_version, identity_key, amount_minor, ordinal"
        );
        let mut all = self.0.prepare(&sql).map_err(Error::from)?;
        let mut rows = all.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let state = entry_state(row).map_err(Error::from)?;
            each(self.complete(state)?)?;
        }
        Ok(())
    }
}

impl Write<'_> {
    /// Adds a live entry that a statement shows.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_entry(self, new: &NewEntry) -> Result<()> {
        self.insert_entry(new, "statement", true)
    }

    /// By position, as sightings are.
    pub(crate) fn insert_entry(self, new: &NewEntry, origin: &str, is_live: bool) -> Result<()> {
        let mut add = self.0.prepare_cached(include_str!("entry/add.sql"))?;
        add.execute(params![
            new.id.0,
            new.account.0,
            origin,
            is_live,
            false,
            false,
            new.status,
            iso(new.day),
            iso(new.order_date),
            new.order_time,
            new.amount_minor,
            new.currency.code(),
            new.counterparty.0,
            new.sighting.0,
            new.identity_version,
            new.identity_key,
            new.ordinal,
            new.order_key,
        ])?;
        Ok(())
    }

    /// Takes an entry out of the order of its bucket, so that another may take its place.
    ///
    /// # Errors
    /// As the file's.
    pub fn release_identity(self, id: EntryId) -> Result<()> {
        let mut release = self
            .0
            .prepare_cached("UPDATE entries SET ordinal = -id WHERE id = ?")?;
        release.execute([id.0])?;
        Ok(())
    }

    /// Says that no live sighting shows an entry.
    ///
    /// # Errors
    /// As the file's.
    pub fn retire_entry(self, id: EntryId) -> Result<()> {
        let mut retire = self.0.prepare_cached(
            "UPDATE entries SET is_live = 0, is_superseded = 0, ordinal = -id WHERE id = ?",
        )?;
        retire.execute([id.0])?;
        Ok(())
    }

    /// Projects an entry anew, live.
    ///
    /// # Errors
    /// As the file's.
    pub fn update_entry(self, new: &NewEntry) -> Result<()> {
        let mut update = self.0.prepare_cached(include_str!("entry/update.sql"))?;
        update.execute(named_params! {
            ":id": new.id.0,
            ":status": new.status,
            ":order_date": iso(new.order_date),
            ":order_time": new.order_time,
            ":currency": new.currency.code(),
            ":counterparty_id": new.counterparty.0,
            ":sighting_id": new.sighting.0,
            ":identity_version": new.identity_version,
            ":identity_key": new.identity_key,
            ":ordinal": new.ordinal,
            ":order_key": new.order_key,
        })?;
        Ok(())
    }

    /// Names the sighting whose values an entry shows, where another says the same.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_entry_sighting(self, id: EntryId, sighting: SightingId) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE entries SET sighting_id = ? WHERE id = ?")?;
        set.execute((sighting.0, id.0))?;
        Ok(())
    }

    /// Says whether another entry took this one over.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_superseded(self, id: EntryId, is_superseded: bool) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE entries SET is_superseded = ? WHERE id = ?")?;
        set.execute((is_superseded, id.0))?;
        Ok(())
    }

    /// Says whether an entry is one side of a transfer.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_transfer(self, id: EntryId, is_transfer: bool) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE entries SET is_transfer = ? WHERE id = ?")?;
        set.execute((is_transfer, id.0))?;
        Ok(())
    }

    /// Sets or lifts the user's tombstone.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_deleted(self, id: EntryId, is_deleted: bool) -> Result<()> {
        self.0.execute(
            "UPDATE entries SET is_deleted = ? WHERE id = ?",
            (is_deleted, id.0),
        )?;
        Ok(())
    }
}

/// By position, in the order of `STATE`: an import reads as many as the account has in its days.
pub(crate) fn entry_state(row: &Row<'_>) -> rusqlite::Result<EntryState> {
    Ok(EntryState {
        entry: NewEntry {
            id: EntryId(row.get(0)?),
            account: AccountId(row.get(1)?),
            status: row.get(5)?,
            day: get_day_at(row, 6)?,
            order_date: get_day_at(row, 7)?,
            order_time: row.get(8)?,
            amount_minor: row.get(9)?,
            currency: get_currency_at(row, 10)?,
            counterparty: CounterpartyId(row.get(11)?),
            sighting: SightingId(row.get(12)?),
            identity_version: row.get(13)?,
            identity_key: row.get(14)?,
            ordinal: row.get(15)?,
            order_key: row.get(16)?,
        },
        is_live: row.get(2)?,
        is_superseded: row.get(3)?,
        is_deleted: row.get(4)?,
        is_transfer: row.get(17)?,
    })
}
