//! What was chosen of a question's readings, as it is kept.

use std::collections::BTreeMap;

use ask::Period;
use ask::question::Noun;
use domain::{AccountId, CounterpartyId, NaiveDate};
use serde::{Deserialize, Serialize};

/// A question with what was chosen of its readings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Asking {
    /// As typed.
    pub question: String,
    /// The day it was asked on.
    pub day: NaiveDate,
    /// What was chosen.
    pub chosen: Chosen,
}

/// What was chosen; what is `None` is as the words say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Chosen {
    /// The question that it goes on from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Box<Asking>>,
    /// What words stand for that fit several names or none, by where they begin.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<usize, SaidNoun>,
    /// Of what, instead of what the words name; empty for everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Vec<SaidNoun>>,
    /// Which way: `out in net`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow: Option<String>,
    /// Of when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<SaidPeriod>,
    /// Parted by what: `week month year counterparty`, or nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
}

impl Chosen {
    pub(crate) fn after(before: Option<Asking>) -> Self {
        Chosen {
            after: before.map(Box::new),
            ..Chosen::default()
        }
    }
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SaidNoun {
    /// A counterparty.
    Counterparty(CounterpartyId),
    /// An account.
    Account(AccountId),
    /// A category, by its word.
    Category(String),
    /// A tag.
    Tag(String),
    /// A kind of payment, by its word.
    Payment(String),
}

impl From<&Noun> for SaidNoun {
    fn from(noun: &Noun) -> Self {
        match noun {
            Noun::Counterparty(id) => SaidNoun::Counterparty(*id),
            Noun::Account(id) => SaidNoun::Account(*id),
            Noun::Category(word) => SaidNoun::Category(word.clone()),
            Noun::Tag(tag) => SaidNoun::Tag(tag.clone()),
            Noun::Payment(word) => SaidNoun::Payment(word.clone()),
        }
    }
}

impl From<&SaidNoun> for Noun {
    fn from(noun: &SaidNoun) -> Self {
        match noun {
            SaidNoun::Counterparty(id) => Noun::Counterparty(*id),
            SaidNoun::Account(id) => Noun::Account(*id),
            SaidNoun::Category(word) => Noun::Category(word.clone()),
            SaidNoun::Tag(tag) => Noun::Tag(tag.clone()),
            SaidNoun::Payment(word) => Noun::Payment(word.clone()),
        }
    }
}

/// Days; without either end all time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaidPeriod {
    /// The first.
    pub from: Option<NaiveDate>,
    /// The last.
    pub until: Option<NaiveDate>,
}

impl SaidPeriod {
    /// The period; `None` for all time.
    pub(crate) fn period(self) -> Option<Period> {
        let is_any = self.from.is_some() || self.until.is_some();
        is_any.then_some(Period {
            from: self.from,
            until: self.until,
        })
    }
}

impl From<Option<Period>> for SaidPeriod {
    fn from(period: Option<Period>) -> Self {
        SaidPeriod {
            from: period.and_then(|period| period.from),
            until: period.and_then(|period| period.until),
        }
    }
}
