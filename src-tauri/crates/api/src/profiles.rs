//! Profiles: how files of one header are read, as the user decided it once.

use std::path::Path;

use domain::ProfileId;
use ledger::{Ledger, StoredProfile};
use serde::Serialize;
use ts_rs::TS;

use crate::history::HistoryRow;
use crate::{ApiError, App, Words, wire};

/// The largest file that is taken for an exported profile, in bytes.
const LARGEST: u64 = 1 << 20;

/// A profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ProfileRow {
    /// Its number.
    #[ts(type = "number")]
    pub id: i64,
    /// What the user calls it.
    pub name: String,
    /// Names the header that it is for.
    pub fingerprint: String,
    /// Its columns, in order.
    pub columns: Vec<ProfileColumn>,
    /// `dmy mdy ymd`.
    pub date_order: Option<String>,
    /// `comma point`.
    pub decimal_sign: Option<String>,
    /// `asPrinted inverted`.
    pub sign: Option<String>,
    /// `; , tab | ~ ^`.
    pub delimiter: Option<String>,
    /// Label of the encoding, where the user chose it.
    pub encoding: Option<String>,
    /// Lines at the end of each file that are left out.
    pub skip_end: u32,
    /// Words of the indicator column that mean money out.
    pub out_words: Vec<String>,
    /// ISO code, where the files do not say it.
    pub currency: Option<String>,
    /// Name of the account that its files were of, where they do not say.
    pub account: Option<String>,
}

/// A column of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ProfileColumn {
    /// Its header, digits replaced by `#`.
    pub header: String,
    /// Its role.
    pub role: String,
}

impl App {
    /// All profiles, by name.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_profiles(&self) -> Result<Vec<ProfileRow>, ApiError> {
        self.read(|ledger, words| {
            let profiles = ledger.profiles()?;
            profiles.iter().map(|one| row(ledger, one, words)).collect()
        })
    }

    /// The profile of this name.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn profile_named(&self, name: &str) -> Result<ProfileRow, ApiError> {
        self.read(|ledger, words| row(ledger, &ledger.profile_named(name)?, words))
    }

    /// Gives a profile another name.
    ///
    /// # Errors
    /// `refused` where another one is called so, `notFound`, `busy`, `locked`, and the store's.
    pub fn rename_profile(&self, id: i64, name: &str) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.rename_profile(ProfileId(id), name))
    }

    /// Forgets a profile; undo brings it back.
    ///
    /// # Errors
    /// `notFound`, `busy`, `locked`, and the store's.
    pub fn forget_profile(&self, id: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.forget_profile(ProfileId(id)))
    }

    /// A profile as it is shared.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn export_profile(&self, id: i64) -> Result<String, ApiError> {
        self.read(|ledger, _| {
            let profiles = ledger.profiles()?;
            let found = profiles.iter().find(|one| one.id == ProfileId(id));
            let found = found.ok_or(store::Error::NotFound("profile"))?;
            Ok(found.profile.export())
        })
    }

    /// Writes a profile to a file, to be shared.
    ///
    /// # Errors
    /// As [`export_profile`](Self::export_profile), and the disk's.
    pub fn save_profile(&self, id: i64, path: &Path) -> Result<(), ApiError> {
        let exported = self.export_profile(id)?;
        std::fs::write(path, exported).map_err(|error| self.words().file(&error))
    }

    /// Takes in profiles that were exported, here or elsewhere.
    ///
    /// # Errors
    /// `refused` with what is wrong, and the file in `at`; `notFound`, `busy`, `locked`, and the store's.
    pub fn import_profiles(&self, paths: &[impl AsRef<Path>]) -> Result<Vec<ProfileRow>, ApiError> {
        let mut taken = Vec::with_capacity(paths.len());
        for path in paths {
            let path = path.as_ref();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let words = self.words();
            let large = std::fs::metadata(path).map(|about| about.len() > LARGEST);
            let text = match large {
                // What is far too large is no profile, whatever is in it.
                Ok(true) => String::new(),
                Ok(false) => {
                    let bytes =
                        std::fs::read(path).map_err(|error| words.file(&error).at(&name))?;
                    String::from_utf8_lossy(&bytes).into_owned()
                }
                Err(error) => return Err(words.file(&error).at(&name)),
            };
            taken.push(
                self.import_profile(&text)
                    .map_err(|error| error.at(&name))?,
            );
        }
        Ok(taken)
    }

    /// Takes in a profile by its text.
    ///
    /// # Errors
    /// `refused` with what is wrong; `busy`, `locked`, and the store's.
    pub fn import_profile(&self, exported: &str) -> Result<ProfileRow, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let taken = open.ledger.import_profile(exported);
        let taken = taken.and_then(|one| row(&open.ledger, &one, &words));
        let taken = taken.map_err(|error| words.ledger(&error))?;
        self.changed(&open, None);
        Ok(taken)
    }
}

fn row(ledger: &Ledger, stored: &StoredProfile, words: &Words) -> ledger::Result<ProfileRow> {
    let profile = &stored.profile;
    let account = match stored.account {
        Some(id) => Some(wire::account_row(&ledger.account(id)?, words).name),
        None => None,
    };
    let columns = profile.columns.iter().map(|column| ProfileColumn {
        header: column.header.clone(),
        role: column.role.clone(),
    });
    Ok(ProfileRow {
        id: stored.id.0,
        name: profile.name.clone(),
        fingerprint: profile.fingerprint.clone(),
        columns: columns.collect(),
        date_order: profile.date_order.clone(),
        decimal_sign: profile.decimal_sign.clone(),
        sign: profile.sign.clone(),
        delimiter: profile.delimiter.clone(),
        encoding: profile.encoding.clone(),
        skip_end: profile.skip_end,
        out_words: profile.out_words.clone(),
        currency: profile.currency.clone(),
        account,
    })
}
