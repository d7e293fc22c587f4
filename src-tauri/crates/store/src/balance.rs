//! Balances as stated by banks or set by the user, each as what an account held at the end of a day.

use domain::{AccountId, Currency, NaiveDate, OperationId, StatementId};
use rusqlite::{Row, named_params};

use crate::row::{get_currency, get_day, iso};
use crate::{Read, Result, Write};

/// A balance to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBalance {
    /// Whose.
    pub account: AccountId,
    /// The statement that states it; `None` when set by the user.
    pub statement: Option<StatementId>,
    /// The operation by which the user set it.
    pub operation: Option<OperationId>,
    /// `opening closing available interim user`.
    pub kind: String,
    /// The day at whose end it holds.
    pub as_of: NaiveDate,
    /// In minor units.
    pub amount_minor: i64,
    /// Its currency.
    pub currency: Currency,
}

/// A stored balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BalanceRow {
    /// Its id, which names it in a timeline.
    pub id: i64,
    /// Its values.
    pub balance: NewBalance,
}

impl Read<'_> {
    /// The balances of an account that stand: of live statements, and the user's that are not undone. By day; within a day
    /// in an order that no order of import changes.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_balances(self, account: AccountId) -> Result<Vec<BalanceRow>> {
        let mut list = self.0.prepare_cached(include_str!("balance/list.sql"))?;
        let rows = list.query_map([account.0], balance_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Stores a balance.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_balance(self, new: &NewBalance) -> Result<()> {
        self.0.execute(
            "INSERT INTO balances (account_id, statement_id, operation_id, kind, as_of_date, amount_minor, currency)
             VALUES (:account_id, :statement_id, :operation_id, :kind, :as_of_date, :amount_minor, :currency)",
            named_params! {
                ":account_id": new.account.0,
                ":statement_id": new.statement.map(|id| id.0),
                ":operation_id": new.operation.map(|id| id.0),
                ":kind": new.kind,
                ":as_of_date": iso(new.as_of),
                ":amount_minor": new.amount_minor,
                ":currency": new.currency.code(),
            },
        )?;
        Ok(())
    }
}

fn balance_row(row: &Row<'_>) -> rusqlite::Result<BalanceRow> {
    Ok(BalanceRow {
        id: row.get("id")?,
        balance: NewBalance {
            account: AccountId(row.get("account_id")?),
            statement: row.get::<_, Option<i64>>("statement_id")?.map(StatementId),
            operation: row.get::<_, Option<i64>>("operation_id")?.map(OperationId),
            kind: row.get("kind")?,
            as_of: get_day(row, "as_of_date")?,
            amount_minor: row.get("amount_minor")?,
            currency: get_currency(row, "currency")?,
        },
    })
}
