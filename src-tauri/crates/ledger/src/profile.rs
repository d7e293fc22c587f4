//! Profiles: what the user decided about reading the documents of one header, kept for the next of them.
//!
//! A profile is the user's word: it is logged, can be undone by itself, and stays where the import that it was made in is undone.

use domain::{AccountId, Currency, OperationId, ProfileId};
use serde::{Deserialize, Serialize};
use source::{Confidence, Source};
use statement::{Answers, CORRECTION, Mapping, Profile};
use store::{NewOperation, OperationKind, OperationRow, ProfileRow, Read, Write};
use worker::Document;

use crate::examine::{examine, source};
use crate::{Dropped, Error, Ledger, Result, clock, correct};

/// A profile as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredProfile {
    /// Its id.
    pub id: ProfileId,
    /// What it decides.
    pub profile: Profile,
    /// Whose its documents were, where they do not say; `None` where none was, or several accounts were.
    pub account: Option<AccountId>,
}

/// What an operation on a profile says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SaidOfProfile {
    pub(crate) id: ProfileId,
    /// What it is called, or was.
    pub(crate) name: String,
    /// `None` where it was forgotten.
    decides: Option<Profile>,
}

/// What profiles know of a document beyond its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hints {
    pub(crate) account: Option<AccountId>,
    pub(crate) currency: Option<Currency>,
}

impl Ledger {
    /// All profiles, by name.
    ///
    /// # Errors
    /// The store's.
    pub fn profiles(&self) -> Result<Vec<StoredProfile>> {
        let mut profiles = self.store.read(stored)?;
        profiles.sort_by_key(|one| text::fold(&one.profile.name));
        Ok(profiles)
    }

    /// The profile of this name, whatever its case and accents.
    ///
    /// # Errors
    /// [`Error::Store`] where there is none.
    pub fn profile_named(&self, name: &str) -> Result<StoredProfile> {
        let profiles = self.store.read(stored)?;
        named(&profiles, name).ok_or(Error::Store(store::Error::NotFound("profile")))
    }

    /// Decides a profile anew.
    ///
    /// # Errors
    /// [`Error::NoProfile`] where it makes no sense, [`Error::Refused`] where another one is called so.
    pub fn set_profile(&self, id: ProfileId, profile: Profile) -> Result<OperationId> {
        profile.check()?;
        self.store.write(|write| {
            write.read().get_profile(id)?;
            let namesake = named(&stored(write.read())?, &profile.name);
            if namesake.is_some_and(|other| other.id != id) {
                return Err(Error::Refused("another profile is called so"));
            }
            let name = profile.name.clone();
            say(write, id, Some(profile), &name)
        })
    }

    /// Gives a profile another name.
    ///
    /// # Errors
    /// As [`set_profile`](Self::set_profile).
    pub fn rename_profile(&self, id: ProfileId, name: &str) -> Result<OperationId> {
        let kept = self.store.read(|read| parsed(read.get_profile(id)?))?;
        let name = name.trim().to_owned();
        self.set_profile(
            id,
            Profile {
                name,
                ..kept.profile
            },
        )
    }

    /// Forgets a profile; undo brings it back.
    ///
    /// # Errors
    /// [`Error::Store`] where there is none.
    pub fn forget_profile(&self, id: ProfileId) -> Result<OperationId> {
        self.store.write(|write| {
            let name = write.read().get_profile(id)?.name;
            say(write, id, None, &name)
        })
    }

    /// Takes in a profile that was exported, here or elsewhere. One that reads as a kept one of its header does is that one.
    ///
    /// # Errors
    /// [`Error::NoProfile`] where the text is none.
    pub fn import_profile(&self, exported: &str) -> Result<StoredProfile> {
        let profile = Profile::parse(exported)?;
        self.store.write(|write| {
            let kept = stored(write.read())?;
            if let Some(same) = kept.iter().find(|one| one.profile.reads_like(&profile)) {
                return Ok(same.clone());
            }
            let id = add(write, profile)?;
            parsed(write.read().get_profile(id)?)
        })
    }

    /// The answers beside the profiles that a document may be read by: the one that the answer `profile` names, none where the
    /// answer `profiles` is `none`, else all.
    pub(crate) fn beside_profiles(&self, dropped: &Dropped, answers: &Answers) -> Result<Answers> {
        let kept = self.store.read(stored)?;
        let mut answers = match (answers.get("profile"), answers.get("profiles")) {
            (Some(name), _) => {
                let chosen = named(&kept, name);
                let chosen = chosen.ok_or(Error::Store(store::Error::NotFound("profile")))?;
                answers.clone().under(chosen.profile)
            }
            (None, Some("none")) => answers.clone().remembering(Vec::new()),
            (None, _) => {
                let all = kept.into_iter().map(|one| one.profile);
                answers.clone().remembering(all.collect())
            }
        };
        if let Some(encoding) = remembered_encoding(dropped, &answers) {
            answers.set("encoding", &encoding);
        }
        self.store
            .read(|read| correct::remembered(read, dropped, answers))
    }
}

/// The encoding that the profile of a document names, where the bytes only let it be guessed.
fn remembered_encoding(dropped: &Dropped, answers: &Answers) -> Option<String> {
    let names_one = |profile: &Profile| profile.encoding.is_some();
    if answers.get("encoding").is_some() || !answers.profiles().iter().any(names_one) {
        return None;
    }
    let source: Source<'_> = source(dropped, answers);
    if source.charset().confidence != Confidence::Guessed {
        return None;
    }
    let read = examine(&source, answers);
    let name = read
        .mappings
        .iter()
        .find_map(|one| one.profile.as_deref())?;
    let mut profiles = answers.profiles().iter();
    profiles.find(|one| one.name == name)?.encoding.clone()
}

/// What the profile that a document was read by knows beside.
pub(crate) fn hints(read: Read<'_>, document: &Document<'_>) -> Result<Hints> {
    let mut applied = document
        .mappings
        .iter()
        .filter_map(|one| one.profile.as_ref());
    let Some(name) = applied.next() else {
        return Ok(Hints::default());
    };
    let kept = stored(read)?;
    let Some(found) = kept.into_iter().find(|one| one.profile.name == *name) else {
        return Ok(Hints::default());
    };
    Ok(Hints {
        account: found.account,
        currency: found.profile.currency.and_then(|code| code.parse().ok()),
    })
}

/// Remembers how a document was read, where the user said how; and whose it is, where it does not say.
pub(crate) fn remember(
    write: Write<'_>,
    answers: &Answers,
    document: &Document<'_>,
    owner: Option<AccountId>,
) -> Result<()> {
    let mut seen: Vec<&str> = Vec::new();
    for mapping in &document.mappings {
        let is_whole = mapping.columns.iter().any(|column| column.role != "other");
        if mapping.fingerprint.is_empty()
            || !is_whole
            || seen.contains(&mapping.fingerprint.as_str())
        {
            continue;
        }
        seen.push(&mapping.fingerprint);
        let kept = stored(write.read())?;
        let applied = mapping.profile.as_ref();
        let applied = applied.and_then(|name| kept.iter().find(|one| one.profile.name == *name));
        let id = match applied {
            Some(applied) if !is_told(answers) => Some(applied.id),
            applied => decided(write, answers, mapping, (applied, &kept))?,
        };
        if let (Some(id), Some(owner)) = (id, owner) {
            note_owner(write, id, owner)?;
        }
    }
    Ok(())
}

/// Whether the user said anything about how documents like this one are read.
fn is_told(answers: &Answers) -> bool {
    let mut told = answers.about_reading();
    told.any(|(about, _)| about != "kind" && !about.starts_with(CORRECTION))
}

/// Writes the profile that the answers make; `None` where they make none.
fn decided(
    write: Write<'_>,
    answers: &Answers,
    mapping: &Mapping,
    (applied, kept): (Option<&StoredProfile>, &[StoredProfile]),
) -> Result<Option<ProfileId>> {
    if !is_told(answers) || answers.get("remember") == Some("no") {
        return Ok(None);
    }
    let usual = Profile::usual_name(mapping);
    let own = answers.get("profileName").map(str::trim);
    let own = own.filter(|name| !name.is_empty());
    let before = applied.map(|one| one.profile.name.as_str());
    let told = |about: &str| answers.get(about).map(str::to_owned);
    let profile = Profile {
        encoding: told("encoding"),
        currency: told("currency").or_else(|| applied?.profile.currency.clone()),
        ..Profile::of(mapping, own.or(before).unwrap_or(&usual))
    };
    if profile.check().is_err() {
        return Ok(None);
    }
    if let Some(applied) = applied {
        let others: Vec<StoredProfile> = kept
            .iter()
            .filter(|one| one.id != applied.id)
            .cloned()
            .collect();
        let profile = Profile {
            name: free_name(&others, &profile.name),
            ..profile
        };
        if profile != applied.profile {
            let name = profile.name.clone();
            say(write, applied.id, Some(profile), &name)?;
        }
        return Ok(Some(applied.id));
    }
    if let Some(same) = kept.iter().find(|one| one.profile.reads_like(&profile)) {
        return Ok(Some(same.id));
    }
    Ok(Some(add(write, profile)?))
}

/// Notes whose a document of a profile is. Once there are two accounts, the profile speaks for none of them.
fn note_owner(write: Write<'_>, id: ProfileId, owner: AccountId) -> Result<()> {
    let Some(row) = write.read().find_profile(id)? else {
        return Ok(());
    };
    match row.account {
        _ if row.has_several_accounts => Ok(()),
        Some(before) if before == owner => Ok(()),
        Some(_) => Ok(write.set_profile_account(id, None, true)?),
        None => Ok(write.set_profile_account(id, Some(owner), false)?),
    }
}

fn add(write: Write<'_>, profile: Profile) -> Result<ProfileId> {
    let kept = stored(write.read())?;
    let id = write.new_profile()?;
    let name = free_name(&kept, &profile.name);
    let profile = Profile {
        name: name.clone(),
        ..profile
    };
    say(write, id, Some(profile), &name)?;
    Ok(id)
}

/// The name, with a number where another profile has it.
fn free_name(kept: &[StoredProfile], name: &str) -> String {
    let mut free = name.to_owned();
    let mut number = 1;
    while named(kept, &free).is_some() {
        number += 1;
        free = format!("{name} {number}");
    }
    free
}

fn named(kept: &[StoredProfile], name: &str) -> Option<StoredProfile> {
    let folded = text::fold(name);
    kept.iter()
        .find(|one| text::fold(&one.profile.name) == folded)
        .cloned()
}

fn stored(read: Read<'_>) -> Result<Vec<StoredProfile>> {
    read.list_profiles()?.into_iter().map(parsed).collect()
}

fn parsed(row: ProfileRow) -> Result<StoredProfile> {
    Ok(StoredProfile {
        id: row.id,
        profile: serde_json::from_str(&row.decisions)?,
        account: row.account,
    })
}

fn say(
    write: Write<'_>,
    id: ProfileId,
    decides: Option<Profile>,
    name: &str,
) -> Result<OperationId> {
    let kind = if decides.is_some() {
        OperationKind::SetProfile
    } else {
        OperationKind::ForgetProfile
    };
    let said = SaidOfProfile {
        id,
        name: name.to_owned(),
        decides,
    };
    let operation = write.add_operation(&NewOperation {
        kind,
        at: clock::now(),
        reading: None,
        account: None,
        entry: None,
        counterparty: None,
        payload: serde_json::to_string(&said)?,
    })?;
    apply(write, id)?;
    Ok(operation)
}

/// What an operation on a profile says; `None` for any other.
pub(crate) fn said(row: &OperationRow) -> Result<Option<SaidOfProfile>> {
    use OperationKind::{ForgetProfile, SetProfile};
    if !matches!(row.operation.kind, SetProfile | ForgetProfile) {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&row.operation.payload)?))
}

/// Writes what the latest standing operation on a profile says, after one was made, undone or redone.
pub(crate) fn apply(write: Write<'_>, id: ProfileId) -> Result<()> {
    let mut latest = None;
    for row in write.read().list_operations()? {
        if let Some(said) = said(&row)?.filter(|said| said.id == id && !row.is_undone) {
            latest = said.decides;
            break;
        }
    }
    let Some(mut profile) = latest else {
        return Ok(write.remove_profile(id)?);
    };
    let others: Vec<StoredProfile> = write
        .read()
        .list_profiles()?
        .into_iter()
        .filter(|row| row.id != id && !row.decisions.is_empty())
        .map(parsed)
        .collect::<Result<_>>()?;
    profile.name = free_name(&others, &profile.name);
    let decisions = serde_json::to_string(&profile)?;
    Ok(write.put_profile(id, &profile.name, &profile.fingerprint, &decisions)?)
}
