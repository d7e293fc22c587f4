//! Entries as they are compared with receipts.

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate};
use rusqlite::{OptionalExtension, Row};

use crate::row::{get_currency, get_day, iso};
use crate::sighting::fields;
use crate::{Error, Read, Result};

/// What says whether an entry is worth a look for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BareEntry {
    /// The entry.
    pub id: EntryId,
    /// The conversation that it stands in.
    pub counterparty: CounterpartyId,
    /// The bucket's day: booking, else value, else transaction date.
    pub day: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
}

/// What a link is decided on of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayingEntry {
    /// The entry.
    pub id: EntryId,
    /// The conversation that it stands in.
    pub counterparty: CounterpartyId,
    /// The bucket's day: booking, else value, else transaction date.
    pub day: NaiveDate,
    /// The day shown.
    pub order_date: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
    /// In the currency of the operation, signed, where the statement says it.
    pub original: Option<(String, Currency)>,
    /// `card transfer directDebit cash cheque fee interest salary refund other`.
    pub payment_type: String,
    /// Last four digits of the card.
    pub card_ending: Option<String>,
    /// The cleaned name.
    pub name: String,
    /// Each text as printed.
    pub texts: Vec<String>,
    /// The end-to-end reference.
    pub end_to_end_id: Option<String>,
}

impl Read<'_> {
    /// Little of the shown entries of an account whose bucket's day is in a range.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_bare_entries(
        self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<BareEntry>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("receipt/list_bare_entries.sql"))?;
        let rows = list.query_map((account.0, iso(from), iso(until)), |row| {
            Ok(BareEntry {
                id: EntryId(row.get("id")?),
                counterparty: CounterpartyId(row.get("counterparty_id")?),
                day: get_day(row, "day")?,
                amount_minor: row.get("amount_minor")?,
                currency: get_currency(row, "currency")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The shown entries whose statement says their amount in this currency, which is not their own.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_foreign_entries(self, original: Currency) -> Result<Vec<EntryId>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("receipt/list_foreign_entries.sql"))?;
        let rows = list.query_map([original.code()], |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What a link is decided on of an entry.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_paying_entry(self, id: EntryId) -> Result<PayingEntry> {
        let mut get = self
            .0
            .prepare_cached(include_str!("receipt/get_entry.sql"))?;
        get.query_row([id.0], paying_entry)
            .optional()?
            .ok_or(Error::NotFound("entry"))
    }
}

fn paying_entry(row: &Row<'_>) -> rusqlite::Result<PayingEntry> {
    let original: Option<String> = row.get("original_amount")?;
    let unit: Option<String> = row.get("original_currency")?;
    let unit = unit.and_then(|code| code.parse().ok());
    let texts: String = row.get("texts")?;
    Ok(PayingEntry {
        id: EntryId(row.get("id")?),
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        day: get_day(row, "day")?,
        order_date: get_day(row, "order_date")?,
        amount_minor: row.get("amount_minor")?,
        currency: get_currency(row, "currency")?,
        original: original.zip(unit),
        payment_type: row.get("payment_type")?,
        card_ending: row.get("card_ending")?,
        name: row.get("name")?,
        texts: fields(&texts).into_iter().map(|(_, text)| text).collect(),
        end_to_end_id: row.get("end_to_end_id")?,
    })
}
