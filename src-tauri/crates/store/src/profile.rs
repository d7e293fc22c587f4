//! Profiles: how documents of one header are read.

use domain::{AccountId, ProfileId};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Read, Result, Write};

/// A stored profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileRow {
    /// Its id.
    pub id: ProfileId,
    /// What the user calls it.
    pub name: String,
    /// Of the header that it is for.
    pub fingerprint: String,
    /// As it is exported: JSON.
    pub decisions: String,
    /// Whose its documents were, where they do not say.
    pub account: Option<AccountId>,
    /// Whether they were of several accounts.
    pub has_several_accounts: bool,
}

impl Read<'_> {
    /// All profiles, in the order in which they were made.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_profiles(self) -> Result<Vec<ProfileRow>> {
        let mut list = self
            .0
            .prepare_cached("SELECT * FROM profiles ORDER BY id")?;
        let rows = list.query_map([], profile_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A profile by its id; `None` where there is none, or it was forgotten.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_profile(self, id: ProfileId) -> Result<Option<ProfileRow>> {
        let mut find = self
            .0
            .prepare_cached("SELECT * FROM profiles WHERE id = ?")?;
        Ok(find.query_row([id.0], profile_row).optional()?)
    }

    /// A profile by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_profile(self, id: ProfileId) -> Result<ProfileRow> {
        self.find_profile(id)?.ok_or(Error::NotFound("profile"))
    }
}

impl Write<'_> {
    /// Takes an id for a profile that is about to be written.
    ///
    /// # Errors
    /// As the file's.
    pub fn new_profile(self) -> Result<ProfileId> {
        self.0.execute(
            "INSERT INTO profiles (name, fingerprint, decisions, has_several_accounts) VALUES ('-', '', '', 0)",
            [],
        )?;
        Ok(ProfileId(self.0.last_insert_rowid()))
    }

    /// Writes a profile; one that was forgotten comes back under its id.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_profile(
        self,
        id: ProfileId,
        name: &str,
        fingerprint: &str,
        decisions: &str,
    ) -> Result<()> {
        self.0.execute(
            "INSERT INTO profiles (id, name, fingerprint, decisions, has_several_accounts)
             VALUES (?1, ?2, ?3, ?4, 0)
             ON CONFLICT (id) DO UPDATE SET name = ?2, fingerprint = ?3, decisions = ?4",
            (id.0, name, fingerprint, decisions),
        )?;
        Ok(())
    }

    /// Takes a profile away.
    ///
    /// # Errors
    /// As the file's.
    pub fn remove_profile(self, id: ProfileId) -> Result<()> {
        self.0
            .execute("DELETE FROM profiles WHERE id = ?", [id.0])?;
        Ok(())
    }

    /// Notes whose the documents of a profile are.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_profile_account(
        self,
        id: ProfileId,
        account: Option<AccountId>,
        has_several: bool,
    ) -> Result<()> {
        self.0.execute(
            "UPDATE profiles SET account_id = ?, has_several_accounts = ? WHERE id = ?",
            (account.map(|id| id.0), has_several, id.0),
        )?;
        Ok(())
    }
}

fn profile_row(row: &Row<'_>) -> rusqlite::Result<ProfileRow> {
    Ok(ProfileRow {
        id: ProfileId(row.get("id")?),
        name: row.get("name")?,
        fingerprint: row.get("fingerprint")?,
        decisions: row.get("decisions")?,
        account: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
        has_several_accounts: row.get("has_several_accounts")?,
    })
}
