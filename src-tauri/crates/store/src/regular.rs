//! Counterparties to whom money goes out again and again, and what is needed of their entries to see whether it recurs.

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate};
use rusqlite::{Row, named_params};

use crate::row::{get_currency, get_day, iso};
use crate::{Read, Result};

/// A counterparty to whom money went out in several months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegularRow {
    /// With whom.
    pub counterparty: CounterpartyId,
    /// How many entries its months have.
    pub count: i64,
}

/// What recurring goes by of a booked, shown entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegularEntry {
    /// The entry.
    pub id: EntryId,
    /// Whose.
    pub account: AccountId,
    /// The day shown.
    pub day: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
    /// `card transfer directDebit cash cheque fee interest salary refund other`.
    pub payment_type: String,
}

impl Read<'_> {
    /// Counterparties with money out in at least two months from one to another (`YYYY-MM`, inclusive), told by stored sums;
    /// those with the fewest entries first. `since` is a day that their newest entry may not be before.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_regular(
        self,
        currency: Currency,
        since: NaiveDate,
        (from, until): (&str, &str),
    ) -> Result<Vec<RegularRow>> {
        let mut list = self.0.prepare_cached(include_str!("regular/list.sql"))?;
        let wanted = named_params! {
            ":currency": currency.code(),
            ":since": iso(since),
            ":from": from,
            ":until": until,
        };
        let rows = list.query_map(wanted, |row| {
            Ok(RegularRow {
                counterparty: CounterpartyId(row.get("counterparty_id")?),
                count: row.get("entry_count")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The booked, shown entries of a counterparty from one day to another (inclusive) that are no transfers, in the order of
    /// the ledger.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_regular_entries(
        self,
        counterparty: CounterpartyId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<RegularEntry>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("regular/list_entries.sql"))?;
        let rows = list.query_map((counterparty.0, iso(from), iso(until)), regular_entry)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn regular_entry(row: &Row<'_>) -> rusqlite::Result<RegularEntry> {
    Ok(RegularEntry {
        id: EntryId(row.get("id")?),
        account: AccountId(row.get("account_id")?),
        day: get_day(row, "order_date")?,
        amount_minor: row.get("amount_minor")?,
        currency: get_currency(row, "currency")?,
        payment_type: row.get("payment_type")?,
    })
}
