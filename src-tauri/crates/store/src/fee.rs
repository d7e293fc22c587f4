//! Lines that a bank calls fees or interest, found among the counterparties that may have some.

use std::collections::BTreeSet;

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate};
use rusqlite::Row;

use crate::row::{get_currency, get_day, iso};
use crate::sighting::fields;
use crate::{Read, Result};

/// A booked entry that its bank calls a fee, interest or a refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeRow {
    /// The entry.
    pub entry: EntryId,
    /// Whose.
    pub account: AccountId,
    /// In whose conversation.
    pub counterparty: CounterpartyId,
    /// The day shown.
    pub day: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
    /// `fee interest refund`.
    pub payment_type: String,
    /// The cleaned name, empty where nobody is named.
    pub name: String,
    /// Label and text of each field as printed.
    pub texts: Vec<(String, String)>,
}

impl Read<'_> {
    /// The counterparties that may have fees on or after a day: the bank's own doings, those whose newest entry is a fee, and
    /// those that the user moved entries to.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_fee_takers(self, since: NaiveDate) -> Result<BTreeSet<CounterpartyId>> {
        let mut list = self.0.prepare_cached(include_str!("fee/list_takers.sql"))?;
        let rows = list.query_map([iso(since)], |row| Ok(CounterpartyId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A counterparty's fees, interest and refunds from one day to another (inclusive), oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_fees(
        self,
        counterparty: CounterpartyId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<FeeRow>> {
        let mut list = self.0.prepare_cached(include_str!("fee/list_lines.sql"))?;
        let rows = list.query_map((counterparty.0, iso(from), iso(until)), fee_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn fee_row(row: &Row<'_>) -> rusqlite::Result<FeeRow> {
    let texts: String = row.get("texts")?;
    Ok(FeeRow {
        entry: EntryId(row.get("id")?),
        account: AccountId(row.get("account_id")?),
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        day: get_day(row, "order_date")?,
        amount_minor: row.get("amount_minor")?,
        currency: get_currency(row, "currency")?,
        payment_type: row.get("payment_type")?,
        name: row.get("name")?,
        texts: fields(&texts),
    })
}
