//! What a document alone cannot decide, and what the user decided, now or for an earlier document of the same header.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use source::{Correction, Place};

use crate::{Mapping, Profile};

/// How an answer is called that puts something in the place of words that could not be read; their place follows:
/// `correct:19:1-10` is about line 19, columns 1 to 10.
pub const CORRECTION: &str = "correct:";

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
    /// Corrections that were made before and are not to be made again.
    taken_back: BTreeSet<String>,
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
        self.taken_back.remove(about);
        self.told.insert(about.to_owned(), choice.to_owned());
    }

    /// Takes an answer back; a correction also where it was made for an earlier import of the document.
    pub fn unset(&mut self, about: &str) {
        self.told.remove(about);
        if about.starts_with(CORRECTION) {
            self.taken_back.insert(about.to_owned());
        }
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

    /// What the user put in the place of words that could not be read.
    pub fn corrections(&self) -> Vec<Correction> {
        let made = self.told.iter().filter_map(|(about, text)| {
            Some(Correction {
                place: Place::parse(about.strip_prefix(CORRECTION)?)?,
                text: text.clone(),
            })
        });
        // Lines stay where they are: places are told by them.
        made.filter(|one| !one.text.contains(['\n', '\r']))
            .collect()
    }

    /// The same answers with the corrections of a reading of this name, in places where the user makes none now.
    #[must_use]
    pub fn correcting(mut self, reading: &str) -> Self {
        let parts = reading.split([';', '|']);
        let made = parts.filter_map(|part| part.split_once('='));
        for (about, text) in made.filter(|(about, _)| about.starts_with(CORRECTION)) {
            if self.taken_back.contains(about) {
                continue;
            }
            let told = self.told.entry(about.to_owned());
            told.or_insert_with(|| unescaped(text));
        }
        self
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
            .map(|(about, choice)| format!("{about}={}", escaped(about, choice)))
            .chain(mappings.iter().flat_map(Mapping::changes))
            .collect();
        named.sort_unstable();
        named.dedup();
        named.join(";")
    }
}

/// Signs that part the name of a reading, and the one that says so.
const PARTING: [char; 3] = ['%', ';', '|'];

/// A correction is any text: what parts the name of a reading is written `%3B`.
fn escaped(about: &str, choice: &str) -> String {
    if !about.starts_with(CORRECTION) {
        return choice.to_owned();
    }
    let mut out = String::with_capacity(choice.len());
    for sign in choice.chars() {
        if PARTING.contains(&sign) {
            out.push_str(&format!("%{:02X}", u32::from(sign)));
        } else {
            out.push(sign);
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for sign in PARTING.iter().rev() {
        text = text.replace(&format!("%{:02X}", u32::from(*sign)), &sign.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_are_part_of_the_name_of_a_reading_and_come_back_from_it() {
        let mut answers = Answers::none();
        answers.set("correct:2:1-10", "31/10/2026");
        answers.set("correct:5:4-9", "a;b|c%3B=d");
        answers.set("encoding", "UTF-8");
        let name = answers.reading(&[]);
        let again = Answers::none().correcting(&format!("{name}|account=3"));
        assert_eq!(again.corrections(), answers.corrections(), "of {name}");
        assert_eq!(
            again.get("encoding"),
            None,
            "what else was answered is not taken over"
        );
        let mut other = Answers::none();
        other.set("correct:2:1-10", "30/10/2026");
        let kept = other.correcting(&name);
        assert_eq!(
            (kept.get("correct:2:1-10"), kept.corrections().len()),
            (Some("30/10/2026"), 2),
            "what is corrected now goes before, what was corrected elsewhere stays"
        );
        let mut less = Answers::none();
        less.unset("correct:2:1-10");
        let less = less.correcting(&name);
        assert_eq!(
            (less.get("correct:2:1-10"), less.corrections().len()),
            (None, 1),
            "what is taken back is not made again"
        );
    }
}
