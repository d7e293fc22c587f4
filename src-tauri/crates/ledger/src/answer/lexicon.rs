//! Every name that a question may say: of counterparties, accounts, categories and tags, in both languages.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use ask::question::{Named, Names, Noun};
use domain::CounterpartyId;
use store::{AccountRow, ConversationKind, CounterpartyRow, Read};
use text::{Catalogue, Lang, fold};

use crate::own::Own;
use crate::{CategoryName, Result, category};

static CATALOGUES: LazyLock<[Catalogue; 2]> =
    LazyLock::new(|| [Catalogue::new(Lang::Fr), Catalogue::new(Lang::En)]);

/// What else categories are called.
const ALSO: &[(&str, &[&str])] = &[
    (
        "groceries",
        &["alimentation", "supermarchés", "food", "supermarkets"],
    ),
    (
        "dining",
        &[
            "restaurants",
            "restaurant",
            "restos",
            "resto",
            "boulangeries",
            "restaurants and bakeries",
            "takeaway",
        ],
    ),
    ("home", &["maison", "loyer", "rent", "housing"]),
    (
        "energy",
        &[
            "énergie",
            "électricité",
            "gaz",
            "eau",
            "electricity",
            "energy",
            "water",
        ],
    ),
    ("telecom", &["téléphone", "internet", "phone", "télécom"]),
    (
        "transport",
        &[
            "transports",
            "essence",
            "carburant",
            "fuel",
            "petrol",
            "train",
            "métro",
        ],
    ),
    (
        "travel",
        &["voyages", "voyage", "vacances", "travels", "holidays"],
    ),
    ("health", &["santé", "médecin", "doctor"]),
    ("leisure", &["loisirs", "sorties culturelles", "hobbies"]),
    ("insurance", &["assurance", "assurances"]),
    ("taxes", &["impôt", "impôts", "taxes", "tax"]),
    ("income", &["revenu"]),
    ("giving", &["dons", "don", "donations", "charity"]),
];

/// The names that there are.
pub(super) struct Lexicon {
    pub(super) names: Names,
    categories: Vec<CategoryName>,
}

impl Lexicon {
    pub(super) fn load(read: Read<'_>) -> Result<Self> {
        let categories = category::list(read)?;
        let mut named = counterparties(read)?;
        named.extend(accounts(read)?);
        for category in &categories {
            let noun = Noun::Category(category.word.clone());
            named.extend(called(&noun, category_names(category)));
        }
        for tag in tags(read)? {
            named.extend(called(&Noun::Tag(tag.clone()), [tag]));
        }
        Ok(Lexicon {
            names: Names::new(named),
            categories,
        })
    }

    /// A category by its word.
    pub(super) fn category(&self, word: &str) -> CategoryName {
        let known = self.categories.iter().find(|known| known.word == word);
        known.cloned().unwrap_or(CategoryName {
            word: word.to_owned(),
            name: None,
            glyph: None,
        })
    }
}

fn called(noun: &Noun, names: impl IntoIterator<Item = String>) -> Vec<Named> {
    let names = names.into_iter().map(|name| Named {
        noun: noun.clone(),
        name,
    });
    names.collect()
}

fn in_both(id: &str) -> Vec<String> {
    let there = CATALOGUES.iter().filter(|texts| texts.has(id));
    there.map(|texts| texts.text(id, &[])).collect()
}

/// Those that have a conversation, the newest first, by the user's name and the bank's; what is merged answers for what it is
/// merged into.
fn counterparties(read: Read<'_>) -> Result<Vec<Named>> {
    let own = Own::load(read)?;
    let mut rows: HashMap<CounterpartyId, Vec<CounterpartyRow>> = HashMap::new();
    for row in read.list_counterparties()? {
        rows.entry(own.root(row.id)).or_default().push(row);
    }
    let listed = read.list_conversations(u32::MAX)?.into_iter();
    let bare = read.list_bare_conversations()?.into_iter();
    let ids = listed
        .filter_map(|row| match row.with {
            ConversationKind::Counterparty(id) => Some(id),
            ConversationKind::Account(_) => None,
        })
        .chain(bare.map(|(id, _)| id));
    let mut named = Vec::new();
    for id in ids {
        for row in rows.remove(&id).unwrap_or_default() {
            named.extend(called(&Noun::Counterparty(id), names_of(&row)));
        }
    }
    Ok(named)
}

fn names_of(row: &CounterpartyRow) -> Vec<String> {
    let mut names: Vec<String> = row.user_name.iter().cloned().collect();
    if row.counterparty.name.trim().is_empty() {
        names.extend(in_both(&format!(
            "conversation-{}",
            row.counterparty.key.replace(':', "-")
        )));
    } else {
        names.push(row.counterparty.name.clone());
    }
    names
}

/// By the user's name or the stated one, the end of the number, and what such an account is called: where some of its kind are
/// called nothing else, those alone.
fn accounts(read: Read<'_>) -> Result<Vec<Named>> {
    let rows = read.list_live_accounts()?;
    let kind = |row: &AccountRow| row.user_kind.unwrap_or(row.kind);
    let own = |row: &AccountRow| {
        let name = row
            .user_name
            .clone()
            .or_else(|| row.identifier.name.clone());
        name.filter(|name| !name.trim().is_empty())
    };
    let mut named = Vec::new();
    for row in &rows {
        let by_kind = in_both(&format!("account-kind-{}", kind(row).as_str()));
        let is_plain = |row: &AccountRow| {
            own(row).is_none_or(|own| by_kind.iter().any(|name| fold(name) == fold(&own)))
        };
        let mut others = rows.iter().filter(|other| kind(other) == kind(row));
        let is_called_so = is_plain(row) || !others.any(is_plain);
        let names = own(row).into_iter().chain(row.identifier.ending());
        let so = by_kind.iter().filter(|_| is_called_so).cloned();
        named.extend(called(&Noun::Account(row.id), names.chain(so)));
    }
    Ok(named)
}

fn category_names(category: &CategoryName) -> Vec<String> {
    let also = ALSO.iter().find(|(word, _)| *word == category.word);
    let also = also.into_iter().flat_map(|(_, names)| *names);
    let own = category.name.clone();
    own.into_iter()
        .chain(in_both(&format!("category-{}", category.word)))
        .chain(also.map(|name| (*name).to_owned()))
        .collect()
}

fn tags(read: Read<'_>) -> Result<BTreeSet<String>> {
    let entries = read.list_tags()?.into_iter().map(|(tag, _)| tag);
    let notes = read.list_all_notes()?.into_iter();
    Ok(entries.chain(notes.flat_map(|note| note.tags)).collect())
}
