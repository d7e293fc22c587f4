//! A query, part by part.

use std::ops::{Bound, Range};

use chrono::NaiveDate;
use domain::{Currency, Decimal};

/// What was typed, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// In the order of the text. Each of them has to hold.
    pub parts: Vec<Part>,
}

/// One thing that has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub term: Term,
    /// Whether it must not hold: `-tag:x`, `sans:reçu`.
    pub is_excluded: bool,
}

/// A place in the text, in bytes, on the bounds of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The same place in UTF-16 code units, as a window counts.
    pub fn utf16(self, text: &str) -> Range<usize> {
        let until = |at: usize| text.get(..at).map_or(0, |head| head.encode_utf16().count());
        until(self.start)..until(self.end)
    }
}

/// What a part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A word, as typed: the beginning of one, where it has three letters or is the last.
    Word(String),
    /// Words in this order, whole.
    Phrase(String),
    /// How much.
    Amount(Amounts),
    /// When.
    Days(Period),
    /// With whom.
    From(String),
    /// In which account: a name, or the end of a number.
    Account(String),
    /// Under which tag.
    Tag(String),
    /// What it bears.
    Has(Has),
    /// What it is.
    Is(Is),
    /// What cannot be looked for, as typed.
    Unclear(String, Why),
}

/// Amounts, without their sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts {
    /// From here.
    pub from: Bound<Decimal>,
    /// To here.
    pub until: Bound<Decimal>,
    /// In this currency, where one is written.
    pub currency: Option<Currency>,
    /// On this side, where a sign is written.
    pub side: Option<Side>,
}

impl Amounts {
    /// Whether an amount in a currency is one of these; its sign says on which side it is.
    pub fn hold(&self, amount: Decimal, currency: Currency) -> bool {
        let side = if amount.is_sign_negative() {
            Side::Out
        } else {
            Side::In
        };
        let bare = amount.abs();
        let is_over = match self.from {
            Bound::Included(from) => bare >= from,
            Bound::Excluded(from) => bare > from,
            Bound::Unbounded => true,
        };
        let is_under = match self.until {
            Bound::Included(until) => bare <= until,
            Bound::Excluded(until) => bare < until,
            Bound::Unbounded => true,
        };
        is_over
            && is_under
            && self.currency.is_none_or(|wanted| wanted == currency)
            && self.side.is_none_or(|wanted| wanted == side)
    }
}

/// A side of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Money in.
    In,
    /// Money out.
    Out,
}

/// Days, the first and the last among them; at least one of the two is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether a day is one of these.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until)
    }
}

/// What an entry bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Has {
    /// A receipt that it paid for.
    Receipt,
    /// A note.
    Note,
    /// A tag.
    Tag,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    /// Money that came back for a purchase.
    Refund,
    /// A purchase for which money came back.
    Refunded,
    /// One side of a transfer between own accounts.
    Transfer,
    /// Not booked yet.
    Pending,
    /// Money in.
    In,
    /// Money out.
    Out,
    /// Written down by the user.
    Cash,
    /// A bank's fee.
    Fee,
}

/// Why something cannot be looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing follows the colon, or nothing stands between the quotes.
    Missing,
    /// There is no letter and no digit in it.
    NoLetters,
    /// The calendar has no such day.
    NoSuchDay,
    /// It ends before it begins.
    Backwards,
    /// What follows `date:` is no day.
    NotADay,
    /// What follows `amount:` is no amount.
    NotAnAmount,
    /// What follows `has:` is nothing that an entry bears.
    UnknownHas,
    /// What follows `is:` is nothing that an entry is.
    UnknownIs,
}

impl Why {
    /// The word of keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Missing => "missing",
            Why::NoLetters => "no-letters",
            Why::NoSuchDay => "no-such-day",
            Why::Backwards => "backwards",
            Why::NotADay => "not-a-day",
            Why::NotAnAmount => "not-an-amount",
            Why::UnknownHas => "unknown-has",
            Why::UnknownIs => "unknown-is",
        }
    }
}

impl Query {
    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The words and phrases that have to be found.
    pub fn words(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| {
            !part.is_excluded && matches!(part.term, Term::Word(_) | Term::Phrase(_))
        })
    }
}
