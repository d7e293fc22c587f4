//! Search everywhere.

use serde::Serialize;
use ts_rs::TS;

use crate::timeline::EntryItem;
use crate::{ApiError, App, wire};

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchResults {
    /// Newest first.
    pub entries: Vec<EntryItem>,
    /// Whether there are more than are returned.
    pub more: bool,
}

/// The most that one search returns.
const MOST: u32 = 500;

impl App {
    /// Entries whose name or texts hold every word, newest first.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn search(&self, query: &str, limit: u32) -> Result<SearchResults, ApiError> {
        let limit = limit.clamp(1, MOST);
        self.read(|ledger, words| {
            let mut found = ledger.search(query, limit.saturating_add(1))?;
            let kept = usize::try_from(limit).unwrap_or(usize::MAX);
            let more = found.len() > kept;
            found.truncate(kept);
            let entries = found.iter().map(|row| wire::entry_item(row, false, words));
            Ok(SearchResults {
                entries: entries.collect(),
                more,
            })
        })
    }
}
