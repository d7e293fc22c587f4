//! The lists as one table, made once: each first word leads to its phrases and to what it is by itself.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::phrases::{ALL, Meaning};
use super::words;

/// What a word may be; a set of bits.
pub(super) type Roles = u32;

pub(super) const CONNECTOR: Roles = 1;
pub(super) const CUT: Roles = 1 << 1;
pub(super) const BANKER: Roles = 1 << 2;
pub(super) const LEGAL_FORM: Roles = 1 << 3;
pub(super) const COUNTRY: Roles = 1 << 4;
pub(super) const GENERIC: Roles = 1 << 5;
pub(super) const PREPOSITION: Roles = 1 << 6;
pub(super) const TITLE: Roles = 1 << 7;
pub(super) const WAGE: Roles = 1 << 8;
pub(super) const CURRENCY: Roles = 1 << 9;
pub(super) const FIRST_NAME: Roles = 1 << 10;
pub(super) const ORGANISATION: Roles = 1 << 11;
pub(super) const CITY: Roles = 1 << 12;
pub(super) const INITIALS: Roles = 1 << 13;
pub(super) const CARD: Roles = 1 << 14;
pub(super) const PURPOSE: Roles = 1 << 15;
pub(super) const STATE: Roles = 1 << 16;
pub(super) const COLUMN: Roles = 1 << 17;
pub(super) const NETWORK: Roles = 1 << 18;
/// First word of an alias.
pub(super) const ALIASED: Roles = 1 << 19;

const BY_ROLE: &[(Roles, &str)] = &[
    (CONNECTOR, words::CONNECTORS),
    (CUT, words::CUTS),
    (BANKER, words::BANKERS),
    (LEGAL_FORM, words::LEGAL_FORMS),
    (COUNTRY, words::COUNTRIES),
    (GENERIC, words::GENERICS),
    (PREPOSITION, words::PREPOSITIONS),
    (TITLE, words::TITLES),
    (WAGE, words::WAGES),
    (CURRENCY, words::CURRENCIES),
    (FIRST_NAME, words::FIRST_NAMES),
    (ORGANISATION, words::ORGANISATIONS),
    (CITY, words::CITIES),
    (INITIALS, words::INITIALS),
    (CARD, words::CARDS),
    (PURPOSE, words::PURPOSES),
    (STATE, words::STATES),
    (COLUMN, words::COLUMNS),
    (NETWORK, words::NETWORKS),
];

/// The members of a list of [`words`].
fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ")
}

/// An opening phrase.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Its words after the first.
    pub(super) rest: Vec<&'static str>,
    pub(super) meaning: Meaning,
    pub(super) month_first: bool,
}

/// What is known of one folded word.
#[derive(Debug, Default)]
pub(super) struct Word {
    pub(super) roles: Roles,
    /// Phrases that begin with it, longest first.
    pub(super) phrases: Vec<Phrase>,
}

static LEXICON: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut lexicon: HashMap<&'static str, Word> = HashMap::new();
    for (role, list) in BY_ROLE {
        for word in listed(list).filter(|word| !word.contains(' ')) {
            lexicon.entry(word).or_default().roles |= role;
        }
    }
    for (alias, _) in words::ALIASES {
        let first = alias.split(' ').next().unwrap_or_default();
        lexicon.entry(first).or_default().roles |= ALIASED;
    }
    for (phrases, month_first) in ALL {
        for (meaning, list) in *phrases {
            for phrase in *list {
                let mut words = phrase.split(' ');
                let first = words.next().unwrap_or_default();
                lexicon.entry(first).or_default().phrases.push(Phrase {
                    rest: words.collect(),
                    meaning: *meaning,
                    month_first: *month_first,
                });
            }
        }
    }
    for word in lexicon.values_mut() {
        word.phrases
            .sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
    lexicon
});

static UNKNOWN: Word = Word {
    roles: 0,
    phrases: Vec::new(),
};

/// Cities in order, for those that a card line cuts short.
static CITIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut cities: Vec<&'static str> = listed(words::CITIES).collect();
    cities.sort_unstable();
    cities
});

/// What is known of a folded word.
pub(super) fn look_up(folded: &str) -> &'static Word {
    LEXICON.get(folded).unwrap_or(&UNKNOWN)
}

/// Whether a word of five letters or more is the start of a city.
pub(super) fn is_cut_city(folded: &str) -> bool {
    folded.len() >= 5
        && CITIES
            .get(CITIES.partition_point(|city| *city < folded))
            .is_some_and(|city| city.starts_with(folded))
}

/// Whether two words are a city of two words.
pub(super) fn is_double_city(first: &str, second: &str) -> bool {
    let after_first = |city: &&'static str| {
        city.strip_prefix(first)
            .and_then(|rest| rest.strip_prefix([' ', '-']))
    };
    CITIES
        .iter()
        .skip(CITIES.partition_point(|city| *city < first))
        .take_while(|city| city.starts_with(first))
        .filter_map(after_first)
        .any(|rest| rest == second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn every_listed_word_is_folded() {
        for word in BY_ROLE.iter().flat_map(|(_, list)| listed(list)) {
            assert_eq!(fold(word), word);
        }
        for phrase in ALL
            .iter()
            .flat_map(|(phrases, _)| phrases.iter())
            .flat_map(|(_, list)| list.iter())
        {
            assert_eq!(fold(phrase), *phrase);
        }
    }

    #[test]
    fn a_city_cut_short_is_still_a_city() {
        assert!(is_cut_city("bordeau") && is_cut_city("luxemb"));
        assert!(!is_cut_city("carrefour") && !is_cut_city("bord"));
        assert!(is_double_city("le", "havre") && !is_double_city("le", "bon"));
    }
}
