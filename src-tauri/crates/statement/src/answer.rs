//! What a document alone cannot decide, and what the user decided, now or for an earlier document of the same header.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Mapping, Profile};

/// A question about one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// `dateOrder decimalSign sign account columns encoding currency kind conflict password`.
    pub about: &'static str,
    /// Possible answers, the assumed one among them. Empty where any text is an answer (a currency, a password).
    pub choices: Vec<Choice>,
    /// The value under which the statements were read.
    pub assumed: Option<String>,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What an answer says: `dmy`, `mdy`, `ymd`; `comma`, `point`; `asPrinted`, `inverted`; an encoding's label; …
    pub value: String,
    /// A value of the document under this choice, raw then read, as ISO: `03/04/2026 → 2026-04-03`.
    pub example: Option<String>,
}

/// The user's answers for one document, by what they are about, and the profiles that earlier answers left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    told: BTreeMap<String, String>,
    profiles: Vec<Profile>,
    insists: bool,
}

/// Answers that are the ledger's: they do not change how bytes are read.
const OF_LEDGER: [&str; 8] = [
    "account",
    "currency",
    "password",
    "conflict",
    "profile",
    "profiles",
    "profileName",
    "remember",
];

impl Answers {
    /// No answers.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds an answer, replacing an earlier one about the same.
    pub fn set(&mut self, about: &str, choice: &str) {
        self.told.insert(about.to_owned(), choice.to_owned());
    }

    /// Takes an answer back.
    pub fn unset(&mut self, about: &str) {
        self.told.remove(about);
    }

    /// The answer about `about`.
    pub fn get(&self, about: &str) -> Option<&str> {
        self.told.get(about).map(String::as_str)
    }

    /// Every answer about how the bytes are read.
    pub fn about_reading(&self) -> impl Iterator<Item = (&str, &str)> {
        self.told
            .iter()
            .map(|(about, choice)| (about.as_str(), choice.as_str()))
            .filter(|(about, _)| !OF_LEDGER.contains(about))
    }

    /// The same answers, beside profiles of which one may know the header.
    #[must_use]
    pub fn remembering(mut self, profiles: Vec<Profile>) -> Self {
        self.profiles = profiles;
        self.insists = false;
        self
    }

    /// The same answers, beside the profile that the user chose: a document that it does not fit is told.
    #[must_use]
    pub fn under(mut self, profile: Profile) -> Self {
        self.profiles = vec![profile];
        self.insists = true;
        self
    }

    /// The profiles that may know the header.
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// Whether the user chose the profile for this document.
    pub fn insists(&self) -> bool {
        self.insists
    }

    /// Names the reading: what of all that was decided changes how the bytes are read, as `about=choice` sorted and joined by
    /// `;`. Where `mappings` show what the file alone would have said, an answer that agrees with it is not part of the name,
    /// and what a profile decided is: the same bytes read the same way have one name, whoever said so.
    pub fn reading(&self, mappings: &[Mapping]) -> String {
        let mut named: Vec<String> = self
            .about_reading()
            .filter(|(about, _)| mappings.is_empty() || !Mapping::tells(about))
            // What every document without a table says by itself.
            .filter(|answer| *answer != ("sign", "asPrinted"))
            .map(|(about, choice)| format!("{about}={choice}"))
            .chain(mappings.iter().flat_map(Mapping::changes))
            .collect();
        named.sort_unstable();
        named.dedup();
        named.join(";")
    }
}
