//! What a document alone cannot decide, and what the user decided.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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

/// The user's answers for one document, by what they are about. Canonical, so that it names a reading profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// No answers.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds an answer, replacing an earlier one about the same.
    pub fn set(&mut self, about: &str, choice: &str) {
        self.0.insert(about.to_owned(), choice.to_owned());
    }

    /// The answer about `about`.
    pub fn get(&self, about: &str) -> Option<&str> {
        self.0.get(about).map(String::as_str)
    }

    /// The reading profile: what of the answers changes how the bytes are read, as `about=choice` sorted and joined by
    /// `;`. The choice of an account or currency is the ledger's and does not belong to it, nor does a password.
    pub fn profile(&self) -> String {
        let reading: Vec<String> = self
            .0
            .iter()
            .filter(|(about, _)| !matches!(about.as_str(), "account" | "password" | "conflict"))
            .map(|(about, choice)| format!("{about}={choice}"))
            .collect();
        reading.join(";")
    }
}
