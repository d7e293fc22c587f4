//! What a row says beyond the name above it.

use text::{Descriptor, clean};

/// The text fields that say something beyond the name and beyond each other, in their order; `None` where nothing is left.
/// A field whose words stand in the name or in another field is not said, nor one that is the name after the bank's own
/// words (`CARTE 28/10 VOLT ET CIE`): how it was paid, and when, are said by the row itself.
pub fn beyond_the_name<'a>(name: &str, texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = text::fold(name);
    let fields: Vec<(&str, String)> = texts
        .map(|text| (text.trim(), text::fold(text)))
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let is_said_elsewhere = |at: usize, words: &str| {
        fields.iter().enumerate().any(|(other, (_, said))| {
            other != at && said.contains(words) && (said != words || other < at)
        })
    };
    let said: Vec<&str> = fields
        .iter()
        .enumerate()
        .filter(|(at, (_, words))| {
            !name.contains(words.as_str())
                && !is_said_elsewhere(*at, words)
                && !is_the_name_as_paid(words, &name)
        })
        .map(|(_, (text, _))| *text)
        .collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// Whether a folded field is the name, with nothing before it but words of the bank's own, and nothing after it but a word
/// that is no part of a name.
fn is_the_name_as_paid(words: &str, name: &str) -> bool {
    let Some((before, after)) = (!name.is_empty()).then(|| words.split_once(name)).flatten() else {
        return false;
    };
    let ends_word = |text: &str| text.is_empty() || text.starts_with(' ');
    let starts_word = before.is_empty() || before.ends_with(' ');
    starts_word && ends_word(after) && is_the_banks(before.trim()) && is_form(name, after)
}

fn is_the_banks(words: &str) -> bool {
    let descriptor = Descriptor {
        texts: &[words],
        ..Descriptor::default()
    };
    words.is_empty() || clean(&descriptor).counterparty.is_empty()
}

/// A legal form (`sarl`) is read away from a name.
fn is_form(name: &str, after: &str) -> bool {
    let key = |text: &str| {
        let descriptor = Descriptor {
            name: Some(text),
            ..Descriptor::default()
        };
        clean(&descriptor).key
    };
    let is_word = |text: &str| text.chars().all(char::is_alphabetic);
    after.is_empty() || (is_word(after.trim()) && key(&format!("{name}{after}")) == key(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_repeats_the_name_or_another_field_is_not_said_again() {
        let texts = [
            "VOLT ET CIE",
            "Carte 28/10",
            " Carte 28/10 ",
            "",
            "Sacs et filtres",
        ];
        let said = beyond_the_name("Volt et Cie", texts.into_iter());
        assert_eq!(said.as_deref(), Some("Carte 28/10 · Sacs et filtres"));
    }

    #[test]
    fn a_field_inside_another_is_said_once() {
        let texts = ["ATELIER NORD SARL", "VIR SEPA ATELIER NORD SARL", "SALAIRE"];
        let said = beyond_the_name("Atelier Nord", texts.into_iter());
        assert_eq!(said.as_deref(), Some("SALAIRE"));
    }

    #[test]
    fn a_field_that_is_the_name_after_the_banks_own_words_is_not_said() {
        for (name, field) in [
            ("Volt et Cie", "CARTE 28/10 VOLT ET CIE"),
            ("Onde Mobile", "PRLV SEPA ONDE MOBILE"),
            ("Atelier Nord", "VIR SEPA ATELIER NORD SARL"),
            ("Harper Bakery", "CARD PURCHASE 03/04 HARPER BAKERY"),
        ] {
            assert_eq!(beyond_the_name(name, [field].into_iter()), None, "{field}");
        }
    }

    #[test]
    fn words_of_ones_own_and_numbers_around_the_name_are_said() {
        for (name, field) in [
            ("Quintard", "LOYER OCTOBRE QUINTARD"),
            ("Onde Mobile", "PRLV SEPA ONDE MOBILE FACTURE 20418"),
            ("Volt et Cie", "CARTE 28/10 VOLT ET CIE 75011"),
            ("Nord", "VIR SEPA NORDEST"),
        ] {
            assert_eq!(
                beyond_the_name(name, [field].into_iter()).as_deref(),
                Some(field)
            );
        }
    }

    #[test]
    fn nothing_beyond_the_name_is_nothing() {
        assert_eq!(beyond_the_name("Café", ["CAFE", "  "].into_iter()), None);
    }
}
