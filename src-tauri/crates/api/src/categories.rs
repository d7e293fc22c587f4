//! What counterparties are, how conversations are listed, and the user's tags.

use domain::CounterpartyId;
use ledger::{Category, Mark};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::conversations::ConversationRef;
use crate::history::HistoryRow;
use crate::{ApiError, App};

/// What a counterparty is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CategoryOf {
    /// The category's word.
    pub word: String,
    /// Whether the user said so; else it is what it seems to be.
    pub by_user: bool,
}

impl From<Category> for CategoryOf {
    fn from(category: Category) -> Self {
        CategoryOf {
            word: category.word,
            by_user: category.by_user,
        }
    }
}

/// A category that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CategoryChoice {
    /// Its word.
    pub word: String,
    /// Its name: the user's, else ours in the user's language.
    pub name: String,
    /// Whether the user made it or named it.
    pub named: bool,
    /// The picture that the user chose; `None` where it has its own.
    pub glyph: Option<String>,
}

/// A category to be named; without a word, to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NameCategory {
    /// The word of one that there is.
    pub word: Option<String>,
    /// The name; an empty one gives ours back its own, and takes one of the user's away.
    pub name: String,
    /// The picture.
    pub glyph: Option<String>,
}

/// How a conversation is to be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MarkConversation {
    /// Which.
    pub conversation: ConversationRef,
    /// Whether what is new in it is not told.
    pub muted: bool,
    /// Whether it stands above the others.
    pub pinned: bool,
}

/// A tag in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TagInUse {
    /// The tag.
    pub tag: String,
    /// How often.
    #[ts(type = "number")]
    pub count: i64,
}

impl App {
    /// Every category that may be chosen, ours first.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_categories(&self) -> Result<Vec<CategoryChoice>, ApiError> {
        self.read(|ledger, words| {
            let categories = ledger.categories()?.into_iter();
            Ok(categories
                .map(|category| CategoryChoice {
                    named: category.name.is_some(),
                    name: category
                        .name
                        .unwrap_or_else(|| words.text(&format!("category-{}", category.word), &[])),
                    word: category.word,
                    glyph: category.glyph,
                })
                .collect())
        })
    }

    /// Says what a counterparty is; without a word, it is what it seems to be.
    ///
    /// # Errors
    /// `refused` where there is no such category, `notFound`, `busy`, `locked`, and the store's.
    pub fn categorise(&self, id: i64, category: Option<&str>) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.categorise(CounterpartyId(id), category))
    }

    /// Names a category, or makes one.
    ///
    /// # Errors
    /// `refused` where there is no such category or one of that name, `busy`, `locked`, and the store's.
    pub fn name_category(&self, request: &NameCategory) -> Result<HistoryRow, ApiError> {
        let glyph = request.glyph.as_deref().unwrap_or_default();
        self.edit(|ledger| ledger.name_category(request.word.as_deref(), &request.name, glyph))
    }

    /// Says how a conversation is to be listed.
    ///
    /// # Errors
    /// `busy`, `locked`, and the store's.
    pub fn mark_conversation(&self, request: MarkConversation) -> Result<(), ApiError> {
        let open = self.open()?;
        let mark = Mark {
            is_muted: request.muted,
            is_pinned: request.pinned,
        };
        open.ledger
            .mark(request.conversation.with(), mark)
            .map_err(|error| self.words().ledger(&error))?;
        self.changed(&open, None);
        Ok(())
    }

    /// Every tag in use, the most used first.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_tags(&self) -> Result<Vec<TagInUse>, ApiError> {
        self.read(|ledger, _| {
            let tags = ledger.tags()?.into_iter();
            Ok(tags.map(|(tag, count)| TagInUse { tag, count }).collect())
        })
    }
}
