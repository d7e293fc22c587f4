//! Entries that the user typed. They have no sighting: what they say stands in a table of its own, which no import reads.

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate, SightingId, StatementId};
use rusqlite::{OptionalExtension, Row, named_params, params};

use crate::row::{get_currency, get_day, iso};
use crate::{Error, NewEntry, Read, Result, SightingRow, Write};

/// What an entry of the user says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEntry {
    /// The entry.
    pub entry: EntryId,
    /// Whose.
    pub account: AccountId,
    /// Whom the user named.
    pub counterparty: CounterpartyId,
    /// The day.
    pub day: NaiveDate,
    /// `HH:MM` where it was written down on its day, else empty.
    pub time: String,
    /// Signed.
    pub amount_minor: i64,
    /// Its currency.
    pub currency: Currency,
    /// The counterparty's name.
    pub name: String,
    /// What else was written; may be empty.
    pub text: String,
}

/// The id that the entry shows in the place of a sighting's: no reading has a row of that number.
pub fn own_sighting(entry: EntryId) -> SightingId {
    SightingId(-entry.0)
}

impl Read<'_> {
    /// What an entry of the user says.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the user typed no such entry.
    pub fn get_own_entry(self, id: EntryId) -> Result<OwnEntry> {
        self.find_own_entry(id)?.ok_or(Error::NotFound("entry"))
    }

    /// What an entry of the user says; `None` where a statement shows it.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_own_entry(self, id: EntryId) -> Result<Option<OwnEntry>> {
        let mut find = self
            .0
            .prepare_cached("SELECT * FROM own_entries WHERE entry_id = ?")?;
        Ok(find.query_row([id.0], own_row).optional()?)
    }

    /// What an entry of the user says, in the shape of a sighting.
    pub(crate) fn get_own_sighting(self, id: SightingId) -> Result<SightingRow> {
        let own = self.get_own_entry(EntryId(-id.0))?;
        let text = Some((String::new(), own.text)).filter(|(_, text)| !text.is_empty());
        Ok(SightingRow {
            id,
            statement: StatementId(0),
            account: own.account,
            entry: own.entry,
            counterparty: own.counterparty,
            line: 0,
            status: "booked".to_owned(),
            day: own.day,
            booking_date: None,
            value_date: None,
            order_date: own.day,
            order_time: own.time,
            amount_minor: own.amount_minor,
            currency: own.currency,
            amount_printed: None,
            original: None,
            rate: None,
            reference: None,
            end_to_end_id: None,
            corrects: None,
            deletes: false,
            payment_type: "cash".to_owned(),
            card_ending: None,
            name: own.name,
            texts: text.into_iter().collect(),
            balance_after_minor: None,
            more: None,
        })
    }

    /// The account kept by hand in a currency.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_own_account(self, currency: Currency) -> Result<Option<AccountId>> {
        let mut find = self.0.prepare_cached(
            "SELECT id FROM accounts WHERE is_own AND currency = ? ORDER BY id LIMIT 1",
        )?;
        let found = find.query_row([currency.code()], |row| Ok(AccountId(row.get(0)?)));
        Ok(found.optional()?)
    }
}

impl Write<'_> {
    /// Makes an account that is kept by hand: of notes and coins.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_own_account(self, currency: Currency) -> Result<AccountId> {
        self.0.execute(
            "INSERT INTO accounts (kind, currency, is_own) VALUES ('cash', ?, 1)",
            [currency.code()],
        )?;
        Ok(AccountId(self.0.last_insert_rowid()))
    }

    /// Adds an entry of the user, shown by nothing yet. Its ordinal is the negative id, so that equals never meet.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_own_entry(self, new: &NewEntry, own: &OwnEntry) -> Result<()> {
        self.insert_entry(new, "user", false)?;
        self.put_own_entry(own)
    }

    /// Writes what an entry of the user says now, and whether it stands.
    ///
    /// # Errors
    /// As the file's.
    pub fn update_own_entry(self, new: &NewEntry, own: &OwnEntry, is_live: bool) -> Result<()> {
        self.0.execute(
            include_str!("own/update.sql"),
            named_params! {
                ":id": new.id.0,
                ":is_live": is_live,
                ":day": iso(new.day),
                ":order_time": new.order_time,
                ":amount_minor": new.amount_minor,
                ":counterparty_id": new.counterparty.0,
                ":identity_key": new.identity_key,
                ":order_key": new.order_key,
            },
        )?;
        self.put_own_entry(own)
    }

    fn put_own_entry(self, own: &OwnEntry) -> Result<()> {
        self.0.execute(
            include_str!("own/put.sql"),
            params![
                own.entry.0,
                own.account.0,
                own.counterparty.0,
                iso(own.day),
                own.time,
                own.amount_minor,
                own.currency.code(),
                own.name,
                own.text,
            ],
        )?;
        Ok(())
    }
}

fn own_row(row: &Row<'_>) -> rusqlite::Result<OwnEntry> {
    Ok(OwnEntry {
        entry: EntryId(row.get("entry_id")?),
        account: AccountId(row.get("account_id")?),
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        day: get_day(row, "day")?,
        time: row.get("time")?,
        amount_minor: row.get("amount_minor")?,
        currency: get_currency(row, "currency")?,
        name: row.get("name")?,
        text: row.get("text")?,
    })
}
