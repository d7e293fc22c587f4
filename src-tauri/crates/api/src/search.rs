//! Search everywhere: what was typed as chips, and what it found by conversation.

use ledger::{ConversationKind, Hit};
use serde::Serialize;
use ts_rs::TS;

use crate::conversations::ConversationRef;
use crate::timeline::TimelineItem;
use crate::{ApiError, App, wire};

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchResults {
    /// What was typed, part by part, in the order of the text.
    pub chips: Vec<SearchChip>,
    /// The same query in words of the user's language that mean the same on any day.
    pub written: String,
    /// By conversation, that of the newest hit first.
    pub groups: Vec<SearchGroup>,
    /// How many hits there are in the groups.
    #[ts(type = "number")]
    pub count: u32,
    /// Whether there are more than are returned.
    pub more: bool,
    /// Where nothing was found: of the days asked for those that no statement tells of, a sentence each.
    pub gaps: Vec<String>,
    /// Whether any of those statements may still be had: the user has not said that it is not.
    pub asks_statement: bool,
}

/// A part of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchChip {
    /// Where it begins in the text, in UTF-16 code units.
    #[ts(type = "number")]
    pub start: u32,
    /// Where it ends.
    #[ts(type = "number")]
    pub end: u32,
    /// `word phrase amount days from account tag has is unclear`.
    pub kind: String,
    /// What it means, in the user's language.
    pub label: String,
    /// Whether it is what must not be found.
    pub excluded: bool,
    /// Why nothing can be found by it.
    pub problem: Option<String>,
}

/// What was found in one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchGroup {
    /// The conversation.
    pub conversation: ConversationRef,
    /// Its name as shown.
    pub name: String,
    /// Where words stand in the name.
    pub marks: Vec<SearchMark>,
    /// `merchant person bank`, or the kind of the account.
    pub kind: String,
    /// The rows, newest first.
    pub hits: Vec<SearchHit>,
}

/// A row that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchHit {
    /// The row, as its conversation shows it.
    pub item: TimelineItem,
    /// Where the words stand in it.
    pub excerpts: Vec<SearchExcerpt>,
    /// Whether an alert stands behind it in its conversation that waits for an answer.
    pub to_check: bool,
}

/// A text in which words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchExcerpt {
    /// `text note tag line receipt message bank`: the row's text, the user's words, a receipt's line or other words of it, the
    /// message that told of it, the bank's words.
    pub place: String,
    /// The document that holds it, where it is not the row itself.
    pub file: Option<String>,
    /// The text around the words.
    pub text: String,
    /// Where they stand in it.
    pub marks: Vec<SearchMark>,
    /// Whether it is told for its document's sake, after those that show the words or as many as are shown: a list of rows does without.
    pub extra: bool,
}

/// A place in a text, in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[ts(export)]
pub struct SearchMark {
    /// The first.
    #[ts(type = "number")]
    pub start: u32,
    /// The one after the last.
    #[ts(type = "number")]
    pub end: u32,
}

/// The most that one search returns.
const MOST: u32 = 500;

impl App {
    /// Understands what was typed, and finds the newest rows of which all of it holds: entries, receipts and notes.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn search(&self, query: &str, limit: u32) -> Result<SearchResults, ApiError> {
        let limit = limit.clamp(1, MOST);
        self.read(|ledger, words| {
            let found = ledger.search(query, limit)?;
            let is_of_account = |hit: &Hit| matches!(hit.with, ConversationKind::Account(_));
            let accounts = match found.hits.iter().any(is_of_account) {
                true => ledger.accounts()?,
                false => Vec::new(),
            };
            Ok(wire::search_results(
                query,
                &found,
                &accounts,
                ledger.today(),
                words,
            ))
        })
    }
}
