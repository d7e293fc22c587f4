//! The words before and after a colon, in both languages.

use text::{Lang, fold};

use crate::query::{Has, Is};

/// What a word before a colon asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    From,
    Account,
    Tag,
    Has,
    Without,
    Is,
    Date,
    Since,
    After,
    Before,
    Until,
    Amount,
}

/// The first word of each language is the one that is written back.
type Words<T> = (T, &'static [&'static str], &'static [&'static str]);

const KEYS: &[Words<Key>] = &[
    (
        Key::From,
        &["from", "at", "to", "with", "merchant"],
        &["de", "chez", "vers", "a", "marchand"],
    ),
    (Key::Account, &["account"], &["compte"]),
    (Key::Tag, &["tag"], &["etiquette"]),
    (Key::Has, &["has"], &["avec"]),
    (Key::Without, &["without", "no"], &["sans"]),
    (Key::Is, &["is"], &["est"]),
    (
        Key::Date,
        &["date", "on", "day"],
        &["date", "le", "jour", "en"],
    ),
    (Key::Since, &["since"], &["depuis"]),
    (Key::After, &["after"], &["apres"]),
    (Key::Before, &["before"], &["avant"]),
    (Key::Until, &["until"], &["jusqu'a", "jusque"]),
    (Key::Amount, &["amount"], &["montant"]),
];

const HAS: &[Words<Has>] = &[
    (
        Has::Receipt,
        &["receipt", "receipts", "invoice", "attachment"],
        &["reçu", "recu", "recus", "facture", "ticket", "justificatif"],
    ),
    (Has::Note, &["note", "notes"], &["note", "notes"]),
    (
        Has::Tag,
        &["tag", "tags"],
        &["étiquette", "etiquette", "etiquettes"],
    ),
];

const IS: &[Words<Is>] = &[
    (
        Is::Refund,
        &["refund", "refunds"],
        &["remboursement", "remboursements", "avoir"],
    ),
    (
        Is::Refunded,
        &["refunded"],
        &["remboursé", "rembourse", "remboursee"],
    ),
    (
        Is::Transfer,
        &["transfer", "transfers", "internal"],
        &["transfert", "interne", "virement-interne"],
    ),
    (
        Is::Pending,
        &["pending"],
        &["attente", "en-attente", "a-venir"],
    ),
    (
        Is::In,
        &["in", "income", "received"],
        &["entrée", "entree", "recette", "recu"],
    ),
    (
        Is::Out,
        &["out", "expense", "spending", "paid"],
        &["sortie", "depense", "paye"],
    ),
    (Is::Cash, &["cash"], &["espèces", "especes", "liquide"]),
    (Is::Fee, &["fee", "fees"], &["frais"]),
];

fn among<T: Copy>(table: &[Words<T>], word: &str) -> Option<T> {
    let folded = fold(word);
    let named = table.iter().find(|(_, english, french)| {
        [english, french]
            .iter()
            .any(|words| words.contains(&folded.as_str()))
    });
    named.map(|(means, ..)| *means)
}

fn first<T: Copy + PartialEq>(table: &'static [Words<T>], means: T, lang: Lang) -> &'static str {
    let words = table.iter().find(|(own, ..)| *own == means);
    let words = words.map_or(&[][..], |(_, english, french)| match lang {
        Lang::En => english,
        Lang::Fr => french,
    });
    words.first().copied().unwrap_or_default()
}

pub(crate) fn key_of(word: &str) -> Option<Key> {
    among(KEYS, word)
}

pub(crate) fn has_of(word: &str) -> Option<Has> {
    among(HAS, word)
}

pub(crate) fn is_of(word: &str) -> Option<Is> {
    among(IS, word)
}

impl Key {
    pub(crate) fn written(self, lang: Lang) -> &'static str {
        first(KEYS, self, lang)
    }
}

impl Has {
    /// The word after `has:` or `avec:`.
    pub fn written(self, lang: Lang) -> &'static str {
        first(HAS, self, lang)
    }

    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        self.written(Lang::En)
    }
}

impl Is {
    /// The word after `is:` or `est:`.
    pub fn written(self, lang: Lang) -> &'static str {
        first(IS, self, lang)
    }

    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        self.written(Lang::En)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_word_means_two_things<T: Copy + PartialEq + std::fmt::Debug>(table: &'static [Words<T>]) {
        for (means, english, french) in table {
            for word in english.iter().chain(*french) {
                assert_eq!(among(table, word), Some(*means), "{word}");
            }
        }
    }

    #[test]
    fn every_word_of_both_languages_means_one_thing() {
        no_word_means_two_things(KEYS);
        no_word_means_two_things(HAS);
        no_word_means_two_things(IS);
    }
}
