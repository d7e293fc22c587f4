//! Questions asked in conversations, and their answers.

use domain::OperationId;
use ledger::Chosen;
use serde::Serialize;
use ts_rs::TS;

use crate::conversations::ConversationRef;
use crate::history::HistoryRow;
use crate::money::{BalanceDto, MoneyDto};
use crate::receipts::DeliveryItem;
use crate::search::SearchMark;
use crate::timeline::EntryItem;
use crate::{ApiError, App, wire};

/// A question of the user's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct QuestionItem {
    /// The question: the operation that asked it.
    #[ts(type = "number")]
    pub id: i64,
    /// The day it was asked on.
    pub date: String,
    /// As typed.
    pub text: String,
}

/// Where the answer to the question before it stands, which takes more counting than a page waits for: `read_answer` makes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UncountedItem {
    /// The question that it answers.
    #[ts(type = "number")]
    pub question: i64,
    /// The day the question was asked on.
    pub date: String,
}

/// The answer to a question. It is never stored: it is made whenever the page is read, so that it is never stale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerItem {
    /// The question that it answers; 0 for one that is not kept.
    #[ts(type = "number")]
    pub question: i64,
    /// The day the question was asked on.
    pub date: String,
    /// `answered nothing several notUnderstood`.
    pub outcome: String,
    /// `sum count last first largest smallest average list balance refund arrival`.
    pub what: String,
    /// `out in net`, where it is one of them.
    pub flow: Option<String>,
    /// One amount for each currency, never added together; signed only where it is in less out, or a balance.
    pub figures: Vec<MoneyDto>,
    /// How many entries.
    #[ts(type = "number")]
    pub count: i64,
    /// What the figure is of, in the user's language; of what was not understood, what was not.
    pub sentence: String,
    /// Where names and days stand in it.
    pub strong: Vec<SearchMark>,
    /// What came back meanwhile, where what went out is asked.
    pub back: Vec<MoneyDto>,
    /// How it compares with the month before.
    pub before: Option<AnswerBefore>,
    /// The bars.
    pub bars: Vec<AnswerBar>,
    /// `week month year`: what a bar is.
    pub bar_unit: String,
    /// What a bar comes to on average: of those that are over and wholly told of.
    pub average: Option<MoneyDto>,
    /// Some of the entries: those that are asked for first, else in the order of their days.
    pub entries: Vec<EntryItem>,
    /// How many more there are.
    #[ts(type = "number")]
    pub more: i64,
    /// The search that finds all of them.
    pub query: Option<String>,
    /// By whom, where it is parted so.
    pub groups: Vec<AnswerGroup>,
    /// How many more there are.
    #[ts(type = "number")]
    pub more_groups: i64,
    /// What accounts held.
    pub held: Vec<AnswerHeld>,
    /// Parcels.
    pub parcels: Vec<AnswerParcel>,
    /// First day asked for; `None` for all time.
    pub from: Option<String>,
    /// Last day asked for.
    pub until: Option<String>,
    /// That statements prove these days, in the user's language.
    pub proof: Option<String>,
    /// Which days no statement tells of, a sentence each.
    pub gaps: Vec<String>,
    /// Up to which day statements go, where that is before the last day asked for.
    pub known_until: Option<String>,
    /// What was not understood, word for word.
    pub not_understood: Vec<String>,
    /// How it was understood, part by part, and how else it may be.
    pub chips: Vec<AnswerChip>,
    /// What may be asked next, in the user's language.
    pub follow_ups: Vec<String>,
}

/// How a month compares with the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerBefore {
    /// By how much more it is; negative where it is less.
    pub difference: MoneyDto,
    /// The month before, by its name alone.
    pub month: String,
}

/// A week, a month or a year with its sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerBar {
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// The sum.
    pub money: MoneyDto,
    /// Whether it is asked for.
    pub asked: bool,
    /// Whether it is not over, or days of it are missing.
    pub partial: bool,
}

/// What went to one of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerGroup {
    /// The counterparty.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// Its name as shown.
    pub name: String,
    /// How much.
    pub money: MoneyDto,
    /// In how many entries.
    #[ts(type = "number")]
    pub count: i64,
}

/// What an account held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerHeld {
    /// The account.
    #[ts(type = "number")]
    pub account: i64,
    /// Its name as shown.
    pub name: String,
    /// What it held, and on which day.
    pub balance: BalanceDto,
}

/// A parcel that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerParcel {
    /// The conversation that tells of it.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// Its name as shown.
    pub name: String,
    /// When it arrives or did, in the user's language.
    pub text: String,
    /// As its conversation shows it.
    pub delivery: DeliveryItem,
}

/// A part of how a question was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerChip {
    /// `whom account category tag payment words amount period flow per name`: `name` is of words that have several readings, or
    /// none.
    pub kind: String,
    /// What it says, in the user's language; of a `name` the words.
    pub label: String,
    /// The conversation that it names.
    pub conversation: Option<ConversationRef>,
    /// What may be chosen instead; empty where nothing may.
    pub choices: Vec<AnswerChoice>,
}

/// Another reading of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AnswerChoice {
    /// What it says, in the user's language.
    pub label: String,
    /// What choosing it hands back.
    pub pick: String,
    /// Whether it is the one that is answered.
    pub current: bool,
    /// The conversation that it names.
    pub conversation: Option<ConversationRef>,
}

impl App {
    /// Asks something in a conversation; `after` is the question that it goes on from.
    ///
    /// # Errors
    /// `refused` where it says nothing, `notFound`, `busy`, `locked`, and the store's.
    pub fn ask_question(
        &self,
        conversation: ConversationRef,
        text: &str,
        after: Option<i64>,
    ) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.ask(conversation.with(), text, after.map(OperationId)))
    }

    /// Chooses another reading of a question, which is answered anew in its place.
    ///
    /// # Errors
    /// `refused` for a pick that is none, `notFound`, `busy`, `locked`, and the store's.
    pub fn choose_reading(&self, question: i64, pick: &str) -> Result<HistoryRow, ApiError> {
        let chosen: Chosen = serde_json::from_str(pick).map_err(|_| self.refused("pick"))?;
        self.edit(|ledger| ledger.choose_reading(OperationId(question), &chosen))
    }

    /// Takes a question away, and its answer with it.
    ///
    /// # Errors
    /// `notFound`, `busy`, `locked`, and the store's.
    pub fn drop_question(&self, question: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.drop_question(OperationId(question)))
    }

    /// Answers a question that is kept, as the ledger is now, however long that takes to count.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn read_answer(&self, question: i64) -> Result<AnswerItem, ApiError> {
        self.read(|ledger, words| {
            let (row, answer) = ledger.answer_kept(OperationId(question))?;
            let asked = wire::Asked::of(&row, ledger.today());
            Ok(wire::answer_item(&asked, &answer, words))
        })
    }

    /// Answers a question that is not kept, asked of everything; at most so many entries are listed.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn answer_question(&self, question: &str, listed: u32) -> Result<AnswerItem, ApiError> {
        self.read(|ledger, words| {
            let answer = ledger.answer(None, question, listed)?;
            let asked = wire::Asked {
                id: 0,
                day: ledger.today(),
                text: question,
                today: ledger.today(),
            };
            Ok(wire::answer_item(&asked, &answer, words))
        })
    }
}
