//! What entries of which conditions hold sum to, without a row of any of them leaving SQLite.

use std::cmp::Reverse;

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::condition::{holds, leads};
use super::{EntryCondition, Sql};
use crate::row::{find_day, get_currency};
use crate::{Read, Result};

/// By what sums are parted, beside their currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SumBy {
    /// The day shown.
    Day,
    /// The month shown.
    Month,
    /// The conversation.
    Counterparty,
}

/// What some entries of one currency sum to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumRow {
    /// `YYYY-MM-DD`, `YYYY-MM`, or the id of a counterparty.
    pub key: String,
    /// The currency.
    pub currency: Currency,
    /// Money out, negative, in minor units.
    pub out_minor: i64,
    /// Money in.
    pub in_minor: i64,
    /// Entries that took money out.
    pub out_count: i64,
    /// Entries that brought money in, or moved none.
    pub in_count: i64,
    /// The day of the first of them.
    pub first: Option<NaiveDate>,
    /// The day of the last of them.
    pub last: Option<NaiveDate>,
}

impl Read<'_> {
    /// Sums of the shown entries of which every condition holds, by key and currency; a key may come more than once.
    ///
    /// # Errors
    /// As the file's; a query that FTS5 cannot parse is [`crate::Error::Sql`].
    pub fn sum_entries(self, wanted: &[EntryCondition], by: SumBy) -> Result<Vec<SumRow>> {
        let key = match by {
            SumBy::Day => "entries.order_date",
            SumBy::Month => "substr(entries.order_date, 1, 7)",
            SumBy::Counterparty => "CAST(entries.counterparty_id AS TEXT)",
        };
        let columns = format!(
            "SELECT {key} AS key, entries.currency AS currency,
                 sum(CASE WHEN entries.amount_minor < 0 THEN entries.amount_minor ELSE 0 END) AS out_minor,
                 sum(CASE WHEN entries.amount_minor >= 0 THEN entries.amount_minor ELSE 0 END) AS in_minor,
                 sum(entries.amount_minor < 0) AS out_count, sum(entries.amount_minor >= 0) AS in_count,
                 min(entries.order_date) AS first, max(entries.order_date) AS last"
        );
        let mut sums = Vec::new();
        for from in self.leading(wanted)? {
            let (sql, values) = asked(&columns, from, wanted, " GROUP BY 1, 2 ORDER BY 1, 2");
            let mut list = self.0.prepare_cached(&sql)?;
            let rows = list.query_map(params_from_iter(values), |row| {
                Ok(SumRow {
                    key: row.get("key")?,
                    currency: get_currency(row, "currency")?,
                    out_minor: row.get("out_minor")?,
                    in_minor: row.get("in_minor")?,
                    out_count: row.get("out_count")?,
                    in_count: row.get("in_count")?,
                    first: find_day(row, "first")?,
                    last: find_day(row, "last")?,
                })
            })?;
            for row in rows {
                sums.push(row?);
            }
        }
        Ok(sums)
    }

    /// The shown entries of one currency of which every condition holds with the largest amounts, or the smallest, whatever
    /// their sign; of equal ones the newest first.
    ///
    /// # Errors
    /// As the file's; a query that FTS5 cannot parse is [`crate::Error::Sql`].
    pub fn rank_entries(
        self,
        wanted: &[EntryCondition],
        currency: Currency,
        is_largest: bool,
        limit: u32,
    ) -> Result<Vec<EntryId>> {
        let way = if is_largest { "DESC" } else { "ASC" };
        let end = format!(
            " AND entries.currency = ? ORDER BY 2 {way}, entries.order_date DESC, entries.order_key DESC, entries.id DESC LIMIT ?"
        );
        let columns =
            "SELECT entries.id, abs(entries.amount_minor), entries.order_date, entries.order_key";
        let mut ranked: Vec<(i64, String, i64, EntryId)> = Vec::new();
        for from in self.leading(wanted)? {
            let (sql, mut values) = asked(columns, from, wanted, &end);
            values.push(currency.code().to_owned().into());
            values.push(limit.into());
            let mut list = self.0.prepare_cached(&sql)?;
            let rows = list.query_map(params_from_iter(values), |row| {
                Ok((row.get(1)?, row.get(2)?, row.get(3)?, EntryId(row.get(0)?)))
            })?;
            for row in rows {
                ranked.push(row?);
            }
        }
        ranked.sort_by_key(|(amount, day, key, id)| {
            let amount = if is_largest { -amount } else { *amount };
            (amount, Reverse((day.clone(), *key, *id)))
        });
        ranked.truncate(limit as usize);
        Ok(ranked.into_iter().map(|(.., id)| id).collect())
    }

    /// The accounts that the shown entries of some counterparties are of.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_accounts_of_counterparty(self, id: CounterpartyId) -> Result<Vec<AccountId>> {
        let mut list = self.0.prepare_cached(
            "SELECT DISTINCT account_id FROM entries WHERE is_live AND counterparty_id = ? ORDER BY account_id",
        )?;
        let rows = list.query_map([id.0], |row| Ok(AccountId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The accounts that hold so many of a counterparty's newest shown entries.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_recent_accounts_of_counterparty(
        self,
        id: CounterpartyId,
        newest: u32,
    ) -> Result<Vec<AccountId>> {
        let mut list = self.0.prepare_cached(
            "SELECT DISTINCT account_id FROM (
                 SELECT account_id FROM entries
                 WHERE is_live AND NOT is_superseded AND NOT is_deleted AND counterparty_id = ?
                 ORDER BY order_date DESC LIMIT ?
             ) ORDER BY account_id",
        )?;
        let rows = list.query_map((id.0, newest), |row| Ok(AccountId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Where to look: by the condition that leads, else account by account.
    fn leading(self, wanted: &[EntryCondition]) -> Result<Vec<Sql>> {
        let leading = wanted
            .iter()
            .filter(|one| !one.is_excluded)
            .find_map(|one| leads(&one.is));
        if let Some(from) = leading {
            return Ok(vec![from]);
        }
        let sql = "entries INDEXED BY entries_of_account WHERE entries.account_id = ?";
        let accounts = self.list_accounts()?.into_iter();
        Ok(accounts
            .map(|account| Sql::new(sql, vec![Value::from(account.id.0)]))
            .collect())
    }
}

/// A query over where to look, with all that has to hold.
fn asked(columns: &str, from: Sql, wanted: &[EntryCondition], end: &str) -> (String, Vec<Value>) {
    let mut sql = format!(
        "{columns} FROM {} AND entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted",
        from.text
    );
    let mut values = from.values;
    for condition in wanted {
        let own = holds(&condition.is);
        let not = if condition.is_excluded { "NOT " } else { "" };
        sql.push_str(&format!(" AND {not}({})", own.text));
        values.extend(own.values);
    }
    sql.push_str(end);
    (sql, values)
}
