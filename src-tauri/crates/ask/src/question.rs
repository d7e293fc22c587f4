//! A question typed in French or English: what is asked, of whom, of when; and which of its words were not understood.
//!
//! [`understand`] never fails and never guesses in silence: each word is understood, means nothing by itself ("the", « de »),
//! is to be looked for, or is told as not understood. Names that there are come as data, so that this stays pure.

mod cut;
mod name;
mod phrase;
mod read;
mod settle;
mod spell;
mod when;

use chrono::NaiveDate;
use domain::{AccountId, CounterpartyId};

use crate::query::{Amounts, Period, Span};
pub use name::{Named, Names};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// How much.
    Sum,
    /// How many times.
    Count,
    /// When last, and how much it was.
    Last,
    /// When first, and how much it was.
    First,
    /// The largest amount.
    Largest,
    /// The smallest amount.
    Smallest,
    /// How much in a month, a week or a year, on average.
    Average,
    /// Which ones.
    List,
    /// What is held at the end of a day.
    Balance,
    /// What came back.
    Refund,
    /// When a parcel arrives, or did.
    Arrival,
}

/// Which way money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Out.
    Out,
    /// In.
    In,
    /// In less out.
    Net,
}

/// By what an answer is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Weeks, from Monday on.
    Week,
    /// Months of the calendar.
    Month,
    /// Years of the calendar.
    Year,
    /// With whom.
    Counterparty,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Noun {
    /// A merchant, a person, the bank.
    Counterparty(CounterpartyId),
    /// An account.
    Account(AccountId),
    /// A category, by its word.
    Category(String),
    /// A tag.
    Tag(String),
    /// A kind of payment, by its word: `fee interest cash card salary cheque directDebit transfer`.
    Payment(String),
}

/// What is asked, without the words that asked it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What; `None` where only the rest is said: « et en avril ? ».
    pub what: Option<What>,
    /// Which way, where it is said.
    pub flow: Option<Flow>,
    /// Of what. Any of those of one sort has to hold, and one of each sort.
    pub about: Vec<Noun>,
    /// Words to be looked for in entries and receipts.
    pub words: Vec<String>,
    /// Of when; `None` where it is not said or all time is meant.
    pub period: Option<Period>,
    /// Whether all time is said.
    pub is_ever: bool,
    /// Of how much.
    pub amounts: Option<Amounts>,
    /// Parted by what.
    pub per: Option<Per>,
    /// So many rows are asked for.
    pub limit: Option<u32>,
}

/// What some words of a question say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// What is asked, or which way.
    What,
    /// A name.
    Name,
    /// Words to be looked for.
    Words,
    /// When.
    When,
    /// How much.
    Amount,
    /// By what it is parted.
    Per,
}

/// Words that were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// Where they stand.
    pub span: Span,
    /// What they say.
    pub sort: Sort,
}

/// Words that several names fit equally well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Where they stand.
    pub span: Span,
    /// What they may stand for, in the order of the names given.
    pub nouns: Vec<Noun>,
}

/// Words that were not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Where they stand.
    pub span: Span,
    /// The names most like them, the likest first.
    pub nearest: Vec<Noun>,
}

/// A question as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// Which words said it, in their order.
    pub heard: Vec<Heard>,
    /// Which words have several readings.
    pub doubts: Vec<Doubt>,
    /// Which words have none.
    pub unknown: Vec<Unknown>,
    /// Whether it goes on from the question before it: « et en avril ? », "what about Volt?".
    pub goes_on: bool,
}

impl Question {
    /// Whether there is something to answer and no word is left over.
    pub fn is_understood(&self) -> bool {
        let asked = &self.asked;
        let says = asked.what.is_some()
            || !asked.about.is_empty()
            || !asked.words.is_empty()
            || !self.doubts.is_empty()
            || asked.per == Some(Per::Counterparty)
            || (self.goes_on && (asked.period.is_some() || asked.per.is_some()));
        says && self.unknown.is_empty()
    }
}

/// Understands a question asked on a day.
pub fn understand(text: &str, names: &Names, today: NaiveDate) -> Question {
    read::read(text, names, today)
}

impl What {
    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            What::Sum => "sum",
            What::Count => "count",
            What::Last => "last",
            What::First => "first",
            What::Largest => "largest",
            What::Smallest => "smallest",
            What::Average => "average",
            What::List => "list",
            What::Balance => "balance",
            What::Refund => "refund",
            What::Arrival => "arrival",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        const ALL: [What; 11] = [
            What::Sum,
            What::Count,
            What::Last,
            What::First,
            What::Largest,
            What::Smallest,
            What::Average,
            What::List,
            What::Balance,
            What::Refund,
            What::Arrival,
        ];
        ALL.into_iter().find(|what| what.as_str() == word)
    }
}

impl Flow {
    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Flow::Out => "out",
            Flow::In => "in",
            Flow::Net => "net",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Flow::Out, Flow::In, Flow::Net]
            .into_iter()
            .find(|flow| flow.as_str() == word)
    }
}

impl Per {
    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Per::Week => "week",
            Per::Month => "month",
            Per::Year => "year",
            Per::Counterparty => "counterparty",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Per::Week, Per::Month, Per::Year, Per::Counterparty]
            .into_iter()
            .find(|per| per.as_str() == word)
    }
}
