//! Stored sums of booked, shown entries: per account and booking month, per counterparty and month shown.

use domain::{AccountId, CounterpartyId, Currency, NaiveDate};
use rusqlite::{Row, named_params};

use crate::row::{get_currency, get_day, iso};
use crate::{Read, Result, Write};

/// A change of a month's sums, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Movement {
    /// Money in.
    pub in_minor: i64,
    /// Money out, negative.
    pub out_minor: i64,
    /// The part of money in that came from another own account.
    pub own_in_minor: i64,
    /// The part of money out that went to another own account, negative.
    pub own_out_minor: i64,
    /// Entries.
    pub count: i64,
}

impl Movement {
    /// Adds (`by` 1) or takes away (`by` −1) one entry's amount.
    pub fn count_in(&mut self, amount_minor: i64, by: i64) {
        let side = if amount_minor < 0 {
            &mut self.out_minor
        } else {
            &mut self.in_minor
        };
        *side += amount_minor * by;
        self.count += by;
    }

    /// Says of one amount that was counted in that it only moved between own accounts.
    pub fn count_own(&mut self, amount_minor: i64, by: i64) {
        let side = if amount_minor < 0 {
            &mut self.own_out_minor
        } else {
            &mut self.own_in_minor
        };
        *side += amount_minor * by;
    }

    /// Two together.
    pub fn and(self, other: Self) -> Self {
        Movement {
            in_minor: self.in_minor + other.in_minor,
            out_minor: self.out_minor + other.out_minor,
            own_in_minor: self.own_in_minor + other.own_in_minor,
            own_out_minor: self.own_out_minor + other.own_out_minor,
            count: self.count + other.count,
        }
    }

    /// Money in from elsewhere.
    pub fn income(&self) -> i64 {
        self.in_minor - self.own_in_minor
    }

    /// Money out to elsewhere, negative.
    pub fn spending(&self) -> i64 {
        self.out_minor - self.own_out_minor
    }

    /// In and out together.
    pub fn net(&self) -> i64 {
        self.in_minor + self.out_minor
    }
}

/// The sums of one month in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRow {
    /// `YYYY-MM`.
    pub month: String,
    /// Its currency.
    pub currency: Currency,
    /// The sums.
    pub movement: Movement,
}

/// What a day sums to, in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// The day shown.
    pub day: NaiveDate,
    /// The currency.
    pub currency: Currency,
    /// In and out together, in minor units.
    pub net_minor: i64,
    /// Entries.
    pub count: i64,
}

/// What a counterparty's entries sum to over a while, in one currency, transfers between own accounts aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CounterpartySum {
    /// With whom.
    pub counterparty: CounterpartyId,
    /// Money in, in minor units.
    pub in_minor: i64,
    /// Money out, negative.
    pub out_minor: i64,
    /// Entries.
    pub count: i64,
}

impl Read<'_> {
    /// What each counterparty's months sum to from one to another (`YYYY-MM`, inclusive), over every account. `since` is the
    /// first day of the first one: conversations that ended before it are not looked at.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparty_sums(
        self,
        currency: Currency,
        since: NaiveDate,
        (from, until): (&str, &str),
    ) -> Result<Vec<CounterpartySum>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("sums/list_counterparties.sql"))?;
        let wanted = named_params! {
            ":currency": currency.code(),
            ":since": iso(since),
            ":from": from,
            ":until": until,
        };
        let rows = list.query_map(wanted, counterparty_sum)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The same of one account, from one day shown to another: read from its entries, for no sums are kept of these.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparty_sums_of(
        self,
        account: AccountId,
        currency: Currency,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Result<Vec<CounterpartySum>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("sums/list_counterparties_of.sql"))?;
        let wanted = named_params! {
            ":account": account.0,
            ":currency": currency.code(),
            ":from": iso(from),
            ":until": iso(until),
        };
        let rows = list.query_map(wanted, counterparty_sum)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether any account but this one has sums in a currency.
    ///
    /// # Errors
    /// As the file's.
    pub fn has_sums_beside(self, account: AccountId, currency: Currency) -> Result<bool> {
        let mut find = self.0.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM account_months WHERE account_id <> ? AND currency = ?)",
        )?;
        Ok(find.query_row((account.0, currency.code()), |row| row.get(0))?)
    }

    /// An account's months from one to another (`YYYY-MM`, inclusive), oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_account_months(
        self,
        account: AccountId,
        from: &str,
        until: &str,
    ) -> Result<Vec<MonthRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT month, currency, in_minor, out_minor, own_in_minor, own_out_minor, entry_count FROM account_months
             WHERE account_id = ? AND month BETWEEN ? AND ? ORDER BY month, currency",
        )?;
        let rows = list.query_map((account.0, from, until), month_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What each day of a counterparty sums to, of booked and shown entries that are no transfer between own accounts, from
    /// one day to another (inclusive), oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparty_days(
        self,
        counterparty: CounterpartyId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<DayRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT order_date, currency, sum(amount_minor) AS net_minor, count(*) AS entry_count
             FROM entries
             WHERE is_live AND counterparty_id = ? AND order_date BETWEEN ? AND ?
                 AND is_shown AND NOT is_transfer AND status = 'booked'
             GROUP BY order_date, currency ORDER BY order_date, currency",
        )?;
        let rows = list.query_map((counterparty.0, iso(from), iso(until)), |row| {
            Ok(DayRow {
                day: get_day(row, "order_date")?,
                currency: get_currency(row, "currency")?,
                net_minor: row.get("net_minor")?,
                count: row.get("entry_count")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The months of all counterparties together from one to another (`YYYY-MM`, inclusive), oldest first: what moves between own
    /// accounts is in none of them.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_all_months(self, from: &str, until: &str) -> Result<Vec<MonthRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT month, currency, sum(in_minor) AS in_minor, sum(out_minor) AS out_minor, 0 AS own_in_minor,
                 0 AS own_out_minor, sum(entry_count) AS entry_count
             FROM counterparty_months WHERE month BETWEEN ? AND ? GROUP BY month, currency ORDER BY month, currency",
        )?;
        let rows = list.query_map((from, until), month_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A counterparty's months from one to another (`YYYY-MM`, inclusive), oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_counterparty_months(
        self,
        counterparty: CounterpartyId,
        from: &str,
        until: &str,
    ) -> Result<Vec<MonthRow>> {
        let mut list = self.0.prepare_cached(
            "SELECT month, currency, in_minor, out_minor, 0 AS own_in_minor, 0 AS own_out_minor, entry_count
             FROM counterparty_months
             WHERE counterparty_id = ? AND month BETWEEN ? AND ? ORDER BY month, currency",
        )?;
        let rows = list.query_map((counterparty.0, from, until), month_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Adds a movement to an account's month.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_to_account_month(
        self,
        account: AccountId,
        month: &str,
        currency: Currency,
        movement: Movement,
    ) -> Result<()> {
        let mut add = self
            .0
            .prepare_cached(include_str!("sums/add_account_month.sql"))?;
        add.execute(named_params! {
            ":id": account.0,
            ":month": month,
            ":currency": currency.code(),
            ":in_minor": movement.in_minor,
            ":out_minor": movement.out_minor,
            ":own_in_minor": movement.own_in_minor,
            ":own_out_minor": movement.own_out_minor,
            ":count": movement.count,
        })?;
        Ok(())
    }

    /// Adds a movement to a counterparty's month.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_to_counterparty_month(
        self,
        counterparty: CounterpartyId,
        month: &str,
        currency: Currency,
        movement: Movement,
    ) -> Result<()> {
        let mut add = self
            .0
            .prepare_cached(include_str!("sums/add_counterparty_month.sql"))?;
        add.execute(named_params! {
            ":id": counterparty.0,
            ":month": month,
            ":currency": currency.code(),
            ":in_minor": movement.in_minor,
            ":out_minor": movement.out_minor,
            ":count": movement.count,
        })?;
        Ok(())
    }

    /// Drops months that hold nothing any more.
    ///
    /// # Errors
    /// As the file's.
    pub fn drop_empty_months(self) -> Result<()> {
        self.0
            .execute("DELETE FROM account_months WHERE entry_count = 0", [])?;
        self.0
            .execute("DELETE FROM counterparty_months WHERE entry_count = 0", [])?;
        Ok(())
    }
}

fn counterparty_sum(row: &Row<'_>) -> rusqlite::Result<CounterpartySum> {
    Ok(CounterpartySum {
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        in_minor: row.get("in_minor")?,
        out_minor: row.get("out_minor")?,
        count: row.get("entry_count")?,
    })
}

fn month_row(row: &Row<'_>) -> rusqlite::Result<MonthRow> {
    Ok(MonthRow {
        month: row.get("month")?,
        currency: get_currency(row, "currency")?,
        movement: Movement {
            in_minor: row.get("in_minor")?,
            out_minor: row.get("out_minor")?,
            own_in_minor: row.get("own_in_minor")?,
            own_out_minor: row.get("own_out_minor")?,
            count: row.get("entry_count")?,
        },
    })
}
