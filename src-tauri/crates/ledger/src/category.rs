//! What counterparties are: by the user's word, else by what they seem to be.

use std::collections::BTreeMap;

use domain::{CounterpartyId, OperationId};
use serde::Deserialize;
use store::{CategoryRow, EntryRow, OperationKind, OperationRow, Read, Write};

use crate::edit::{Said, Subject, log, standing, worded};
use crate::{Error, Ledger, Result};

/// What a counterparty is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// One of the program's words, or of the user's own categories.
    pub word: String,
    /// Whether the user said so.
    pub by_user: bool,
}

/// A category that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryName {
    /// Its word.
    pub word: String,
    /// What the user calls it; `None` where it has the program's name.
    pub name: Option<String>,
    /// The picture that the user chose; `None` where it has the program's.
    pub glyph: Option<String>,
}

/// What stands before the word of a category that the user made.
const OWN: &str = "own-";

impl Category {
    /// What the counterparty of an entry is; `None` where neither the user nor anything else says.
    pub fn of_entry(row: &EntryRow) -> Option<Self> {
        if let Some(word) = &row.category {
            return Some(Category {
                word: word.clone(),
                by_user: true,
            });
        }
        let sighting = &row.sighting;
        let coded = |label: &str| {
            let mut texts = sighting.texts.iter();
            let found = texts.find(|(known, _)| known.eq_ignore_ascii_case(label));
            found.map(|(_, text)| text.as_str())
        };
        let more: Option<More> = sighting
            .more
            .as_deref()
            .and_then(|more| serde_json::from_str(more).ok());
        let user_name = row.counterparty.user_name.as_deref();
        let seems = matching::category(&matching::Traits {
            name: user_name.unwrap_or(&row.counterparty.counterparty.name),
            merchant_code: coded("SIC").or_else(|| coded("MCC")),
            code: more.as_ref().and_then(|more| more.code.as_deref()),
            payment_type: &sighting.payment_type,
        });
        seems.map(|category| Category {
            word: category.as_str().to_owned(),
            by_user: false,
        })
    }
}

/// What of a sighting's rarer words is asked for here.
#[derive(Deserialize)]
struct More {
    code: Option<String>,
}

impl Ledger {
    /// Every category that may be chosen: the program's in their order, then the user's own by name.
    ///
    /// # Errors
    /// The store's.
    pub fn categories(&self) -> Result<Vec<CategoryName>> {
        self.store.read(list)
    }

    /// Says what a counterparty is; `None` leaves it to what it seems to be.
    ///
    /// # Errors
    /// [`Error::Refused`] where there is no such category, [`Error::Store`] where there is no such counterparty.
    pub fn categorise(&self, id: CounterpartyId, word: Option<&str>) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let id = read.root_of(read.get_counterparty(id)?.id)?;
            if let Some(word) = word
                && !is_known(read, word)?
            {
                return Err(Error::Refused("no such category"));
            }
            let said = Said {
                category: word.map(str::to_owned),
                ..Said::default()
            };
            log(
                write,
                OperationKind::Categorise,
                Subject::Counterparty(id),
                &said,
            )
        })
    }

    /// Names a category, or makes one where no word is given. An empty name gives the program's back its own, and takes one
    /// of the user's away.
    ///
    /// # Errors
    /// [`Error::Refused`] where there is no such category, or one of that name.
    pub fn name_category(
        &self,
        word: Option<&str>,
        name: &str,
        glyph: &str,
    ) -> Result<OperationId> {
        self.store.write(|write| {
            let read = write.read();
            let name = worded(name);
            let word = match (word, &name) {
                (Some(word), _) if is_known(read, word)? => word.to_owned(),
                (None, Some(name)) => own_word(read, name)?,
                _ => return Err(Error::Refused("no such category")),
            };
            let said = Said {
                text: name,
                category: Some(word),
                glyph: worded(glyph),
                ..Said::default()
            };
            log(write, OperationKind::NameCategory, Subject::Ledger, &said)
        })
    }
}

/// Every category that may be chosen: the program's in their order, then the user's own by name.
pub(crate) fn list(read: Read<'_>) -> Result<Vec<CategoryName>> {
    let mut named: BTreeMap<String, CategoryRow> = read
        .list_categories()?
        .into_iter()
        .map(|row| (row.word.clone(), row))
        .collect();
    let mut out: Vec<CategoryName> = matching::Category::ALL
        .iter()
        .map(|category| {
            let row = named.remove(category.as_str());
            CategoryName {
                word: category.as_str().to_owned(),
                glyph: row
                    .as_ref()
                    .map(|row| row.glyph.clone())
                    .filter(|glyph| !glyph.is_empty()),
                name: row.map(|row| row.name),
            }
        })
        .collect();
    let mut own: Vec<CategoryRow> = named.into_values().collect();
    own.sort_by_key(|row| text::fold(&row.name));
    out.extend(own.into_iter().map(|row| CategoryName {
        word: row.word,
        glyph: Some(row.glyph).filter(|glyph| !glyph.is_empty()),
        name: Some(row.name),
    }));
    Ok(out)
}

fn is_known(read: Read<'_>, word: &str) -> Result<bool> {
    let mut own = matching::Category::ALL.iter();
    Ok(own.any(|category| category.as_str() == word)
        || read.list_categories()?.iter().any(|row| row.word == word))
}

/// A word for a category of the user's, after its name.
fn own_word(read: Read<'_>, name: &str) -> Result<String> {
    let folded = text::fold(name);
    let words: Vec<&str> = text::tokens(&folded).collect();
    let word = format!("{OWN}{}", words.join("-"));
    if words.is_empty() || is_known(read, &word)? {
        return Err(Error::Refused("named already"));
    }
    Ok(word)
}

/// Writes what the standing operations say of a category. A counterparty of one that is gone is what it seems to be.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let Some(word) = said.category else {
        return Ok(());
    };
    let all = write
        .read()
        .list_operations_of_kind(OperationKind::NameCategory)?;
    let last = standing(all, &[OperationKind::NameCategory])?
        .into_iter()
        .map(|(_, said)| said)
        .rfind(|said| said.category.as_deref() == Some(&word));
    let named = last.and_then(|said| {
        Some(CategoryRow {
            word: word.clone(),
            name: said.text?,
            glyph: said.glyph.unwrap_or_default(),
        })
    });
    Ok(write.set_category(&word, named.as_ref())?)
}
