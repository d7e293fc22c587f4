//! Accounts.

use domain::{AccountId, AccountIdentifier, AccountKind, Currency};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::row::get_currency;
use crate::{Error, Read, Result, Write};

/// An account of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its id.
    pub id: AccountId,
    /// As its statements identify it; `name` is the stated one.
    pub identifier: AccountIdentifier,
    /// As stated, or as its currency and format suggest.
    pub kind: AccountKind,
    /// Its currency.
    pub currency: Currency,
    /// The user's name for it.
    pub user_name: Option<String>,
    /// What the user says it is.
    pub user_kind: Option<AccountKind>,
    /// Whether it is kept by hand: no import is ever of it.
    pub is_own: bool,
}

impl Read<'_> {
    /// All accounts, in order of their first import.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_accounts(self) -> Result<Vec<AccountRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM accounts ORDER BY id")?;
        let rows = list.query_map([], account_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Accounts that a live statement speaks of, or that the user keeps by hand.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_live_accounts(self) -> Result<Vec<AccountRow>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("account/list_live.sql"))?;
        let rows = list.query_map([], account_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// An account by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_account(self, id: AccountId) -> Result<AccountRow> {
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM accounts WHERE id = ?")?;
        get.query_row([id.0], account_row)
            .optional()?
            .ok_or(Error::NotFound("account"))
    }
}

impl Write<'_> {
    /// Adds an account as a statement identifies it.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_account(
        self,
        identifier: &AccountIdentifier,
        currency: Currency,
    ) -> Result<AccountId> {
        self.0.execute(
            "INSERT INTO accounts (kind, currency, iban, number, bank_id, branch_id, stated_name)
             VALUES (:kind, :currency, :iban, :number, :bank_id, :branch_id, :stated_name)",
            named_params! {
                ":kind": identifier.kind.unwrap_or_default().as_str(),
                ":currency": currency.code(),
                ":iban": identifier.iban,
                ":number": identifier.number,
                ":bank_id": identifier.bank_id,
                ":branch_id": identifier.branch_id,
                ":stated_name": identifier.name,
            },
        )?;
        Ok(AccountId(self.0.last_insert_rowid()))
    }

    /// Writes the account as its live statements identify it.
    ///
    /// # Errors
    /// As the file's.
    pub fn identify_account(self, id: AccountId, identifier: &AccountIdentifier) -> Result<()> {
        self.0.execute(
            "UPDATE accounts SET iban = :iban, number = :number, bank_id = :bank_id, branch_id = :branch_id,
                 stated_name = :stated_name, kind = :kind
             WHERE id = :id",
            named_params! {
                ":id": id.0,
                ":iban": identifier.iban,
                ":number": identifier.number,
                ":bank_id": identifier.bank_id,
                ":branch_id": identifier.branch_id,
                ":stated_name": identifier.name,
                ":kind": identifier.kind.unwrap_or_default().as_str(),
            },
        )?;
        Ok(())
    }

    /// Sets what the user calls an account and says it is.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_account(
        self,
        id: AccountId,
        name: Option<&str>,
        kind: Option<AccountKind>,
    ) -> Result<()> {
        self.0.execute(
            "UPDATE accounts SET user_name = ?, user_kind = ? WHERE id = ?",
            (name, kind.map(AccountKind::as_str), id.0),
        )?;
        Ok(())
    }
}

fn account_row(row: &Row<'_>) -> rusqlite::Result<AccountRow> {
    let kind: String = row.get("kind")?;
    let kind = AccountKind::from_word(&kind).unwrap_or_default();
    let user_kind: Option<String> = row.get("user_kind")?;
    Ok(AccountRow {
        id: AccountId(row.get("id")?),
        identifier: AccountIdentifier {
            iban: row.get("iban")?,
            number: row.get("number")?,
            bank_id: row.get("bank_id")?,
            branch_id: row.get("branch_id")?,
            name: row.get("stated_name")?,
            kind: Some(kind),
        },
        kind,
        currency: get_currency(row, "currency")?,
        user_name: row.get("user_name")?,
        user_kind: user_kind.as_deref().and_then(AccountKind::from_word),
        is_own: row.get("is_own")?,
    })
}
