//! Answers: a question held against what there is. Stored sums answer where whole months are asked of one conversation or of
//! all; else entries are summed by index, inside SQLite.

mod balance;
mod choice;
mod chosen;
mod cover;
mod lexicon;
mod mean;
mod meant;
mod parcel;
mod stretch;
mod sum;
mod wanted;

use ask::Period;
use ask::question::{Doubt, Noun, Unknown, What, understand};
use domain::{Currency, EntryId, Money, NaiveDate};
use store::{AccountRow, ConversationKind, CounterpartyRow, Read};

use crate::page::Item;
use crate::receipts::ReceiptView;
use crate::{BalanceOn, CategoryName, Result};

pub use choice::{OtherReading, Reading};
pub use chosen::{Asking, Chosen, SaidNoun, SaidPeriod};
pub(crate) use cover::uncovered;
pub use cover::{Proven, Uncovered};
use lexicon::Lexicon;
pub use meant::Meant;

/// What a name of a question stands for, as it is shown.
#[derive(Debug, Clone)]
pub enum NounView {
    /// A merchant, a person, the bank.
    Counterparty(CounterpartyRow),
    /// An account.
    Account(AccountRow),
    /// A category.
    Category(CategoryName),
    /// A tag.
    Tag(String),
    /// A kind of payment, by its word.
    Payment(String),
}

/// What a question was understood as, and what the ledger says to it.
#[derive(Debug, Clone)]
pub struct Answer {
    /// As understood.
    pub meant: Meant,
    /// What the names stand for, in the order of `meant.asked.about`.
    pub about: Vec<NounView>,
    /// Other readings, by what they change.
    pub choices: Vec<OtherReading>,
    /// The answer.
    pub outcome: Outcome,
}

/// What the ledger says.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Words were not understood: nothing is answered. Each with the names nearest to it.
    NotUnderstood(Vec<(Unknown, Vec<NounView>)>),
    /// Words fit several names: one is to be chosen.
    Several(Doubt, Vec<NounView>),
    /// Entries were counted.
    Counted(Box<Counted>),
    /// What accounts held at the end of a day.
    Held(Vec<(AccountRow, BalanceOn)>),
    /// Parcels, by their place in their receipts; those on their way first.
    Parcels(Vec<(ReceiptView, usize)>),
}

/// What entries come to.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    /// One amount for each currency, that of most entries first: what went out and what came in without a sign, in less out with
    /// one.
    pub figures: Vec<Money>,
    /// What came back meanwhile, where what went out is asked.
    pub back: Vec<Money>,
    /// How many entries.
    pub count: i64,
    /// The first of them and the last.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Some of them, in the order of their days; of the largest in that of their amounts.
    pub entries: Vec<Item>,
    /// How many more there are.
    pub more: i64,
    /// The ids of those that are listed.
    pub ids: Vec<EntryId>,
    /// Months, weeks or years with their sums, in the currency of most entries.
    pub bars: Vec<Bar>,
    /// That currency.
    pub currency: Option<Currency>,
    /// What a bar comes to on average: of those that are over and wholly told of, from the first with anything on.
    pub average: Option<Money>,
    /// By how much more it is than in the month before, and that month's first day.
    pub before: Option<(Money, NaiveDate)>,
    /// By whom, where it is parted so: the largest first, and how many more there are.
    pub by_whom: Vec<(CounterpartyRow, Money, i64)>,
    /// See `by_whom`.
    pub more_by_whom: i64,
    /// What statements say of the days that are asked for.
    pub cover: Proven,
}

/// A stretch of days with its sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The sum, as `figures` has it.
    pub money: Money,
    /// Whether it is asked for.
    pub is_asked: bool,
    /// Whether it is not over, or days of it are missing.
    pub is_partial: bool,
}

/// Whether a question says of itself that it goes on from the one before it.
pub(crate) fn goes_on(read: Read<'_>, question: &str, day: NaiveDate) -> Result<bool> {
    let lexicon = Lexicon::load(read)?;
    let heard = understand(question, &lexicon.names, day);
    Ok(heard.goes_on && heard.asked.what.is_none())
}

/// Whether every word of a question is understood, and none is only to be looked for.
pub(crate) fn is_understood(read: Read<'_>, question: &str, day: NaiveDate) -> Result<bool> {
    let lexicon = Lexicon::load(read)?;
    let heard = understand(question, &lexicon.names, day);
    Ok(heard.is_understood() && heard.asked.words.is_empty())
}

/// Answers questions from one state of the ledger.
pub(crate) struct Answerer<'a> {
    read: Read<'a>,
    lexicon: Lexicon,
    /// What is over and what is not is seen from here.
    today: NaiveDate,
}

impl<'a> Answerer<'a> {
    pub(crate) fn new(read: Read<'a>, today: NaiveDate) -> Result<Self> {
        let lexicon = Lexicon::load(read)?;
        Ok(Answerer {
            read,
            lexicon,
            today,
        })
    }

    pub(crate) fn answer(
        &self,
        with: Option<ConversationKind>,
        asking: &Asking,
        listed: u32,
    ) -> Result<Answer> {
        let meant = Meant::of(self.read, &self.lexicon.names, with, asking)?;
        self.answer_to(meant, with, asking, listed)
    }

    /// The same for a page that counts the steps of what it reads; `None` where words are looked for, which takes none that are
    /// counted.
    pub(crate) fn answer_at_once(
        &self,
        with: ConversationKind,
        asking: &Asking,
        listed: u32,
    ) -> Result<Option<Answer>> {
        let meant = Meant::of(self.read, &self.lexicon.names, Some(with), asking)?;
        if !meant.asked.words.is_empty() && meant.is_understood && meant.doubts.is_empty() {
            return Ok(None);
        }
        let answer = self.answer_to(meant, Some(with), asking, listed)?;
        Ok(Some(answer))
    }

    fn answer_to(
        &self,
        mut meant: Meant,
        with: Option<ConversationKind>,
        asking: &Asking,
        listed: u32,
    ) -> Result<Answer> {
        let outcome = self.outcome(&mut meant, with, listed)?;
        let about = self.views(&meant.asked.about)?;
        let choices = self.choices(&meant, with, asking)?;
        Ok(Answer {
            meant,
            about,
            choices,
            outcome,
        })
    }

    fn outcome(
        &self,
        meant: &mut Meant,
        with: Option<ConversationKind>,
        listed: u32,
    ) -> Result<Outcome> {
        if let Some(doubt) = meant.doubts.first() {
            let views = self.views(&doubt.nouns)?;
            return Ok(Outcome::Several(doubt.clone(), views));
        }
        if !meant.is_understood {
            let unknown = meant.unknown.iter();
            let told = unknown.map(|one| Ok((one.clone(), self.views(&one.nearest)?)));
            return Ok(Outcome::NotUnderstood(told.collect::<Result<_>>()?));
        }
        match meant.what {
            What::Balance => self.held(meant, with),
            What::Arrival => self.parcels(meant),
            _ => Ok(Outcome::Counted(Box::new(self.counted(meant, listed)?))),
        }
    }

    fn views(&self, nouns: &[Noun]) -> Result<Vec<NounView>> {
        nouns.iter().map(|noun| self.view(noun)).collect()
    }

    fn view(&self, noun: &Noun) -> Result<NounView> {
        Ok(match noun {
            Noun::Counterparty(id) => NounView::Counterparty(self.read.get_counterparty(*id)?),
            Noun::Account(id) => NounView::Account(self.read.get_account(*id)?),
            Noun::Category(word) => NounView::Category(self.lexicon.category(word)),
            Noun::Tag(tag) => NounView::Tag(tag.clone()),
            Noun::Payment(word) => NounView::Payment(word.clone()),
        })
    }
}

/// The days of a period that are meant: of one without an end, up to a day.
pub(crate) fn ends(period: Option<Period>, today: NaiveDate) -> (Option<NaiveDate>, NaiveDate) {
    let from = period.and_then(|period| period.from);
    let until = period.and_then(|period| period.until);
    (from, until.unwrap_or(today))
}
