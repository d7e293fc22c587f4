//! What makes two rows the same entry.
//!
//! Every rung holds within one bucket: one account, one day, one amount. What remains of a rung is therefore one text, kept
//! as the first 64 bits of its SHA-256. The rules have a version: another rule is another version, never a changed one.

use sha2::{Digest, Sha256};

/// The version of the rules below, stored beside every key.
pub const IDENTITY_VERSION: i64 = 1;

/// The keys of one row, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keys {
    /// The bank's reference, when it has one.
    pub reference: Option<i64>,
    /// The end-to-end reference, when it has one.
    pub end_to_end: Option<i64>,
    /// Its words: folded, each once, in alphabetical order, so that two formats that spread the same words over other
    /// fields agree.
    pub text: i64,
}

/// The keys of a row in a currency with these references and text fields. The currency is part of every key: the same
/// number in another currency is another entry, whatever its reference.
pub fn keys<'a>(
    currency: &str,
    reference: Option<&str>,
    end_to_end: Option<&str>,
    texts: impl Iterator<Item = &'a str>,
) -> Keys {
    let mut folded = String::new();
    for text in texts {
        text::fold_into(text, &mut folded);
        folded.push(' ');
    }
    let mut words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.dedup();
    let mut hash = Sha256::new();
    hash.update(currency.as_bytes());
    for word in words {
        hash.update([0]);
        hash.update(word.as_bytes());
    }
    Keys {
        reference: reference.and_then(|reference| reference_key(currency, reference)),
        end_to_end: end_to_end.and_then(|reference| reference_key(currency, reference)),
        text: first_64_bits(hash),
    }
}

/// Orders the entries of one day: what is equal stands together, and nothing depends on the order of import.
pub fn order_key(amount_minor: i64, text_key: i64, ordinal: u32) -> i64 {
    // An odd factor gives every amount a place of its own.
    text_key
        .wrapping_add(amount_minor.wrapping_mul(0x1E37_79B9_7F4A_7C15))
        .wrapping_add(i64::from(ordinal))
}

/// A reference says nothing when it is empty or one of the words that banks write for "none".
fn reference_key(currency: &str, reference: &str) -> Option<i64> {
    let reference = reference.trim();
    let upper = reference.to_ascii_uppercase();
    let is_none = upper.chars().all(|c| !c.is_alphanumeric() || c == '0')
        || matches!(
            upper.as_str(),
            "NONREF" | "NOTPROVIDED" | "NOT PROVIDED" | "NONE" | "N/A"
        );
    if is_none {
        return None;
    }
    let mut hash = Sha256::new();
    hash.update(currency.as_bytes());
    hash.update([0]);
    hash.update(reference.as_bytes());
    Some(first_64_bits(hash))
}

fn first_64_bits(hash: Sha256) -> i64 {
    let digest: [u8; 32] = hash.finalize().into();
    digest
        .iter()
        .take(8)
        .fold(0i64, |key, byte| (key << 8) | i64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(texts: &[&str]) -> i64 {
        keys("EUR", None, None, texts.iter().copied()).text
    }

    #[test]
    fn the_same_words_in_other_fields_case_or_accents_are_the_same_text() {
        assert_eq!(
            key(&["CAFÉ DE LA GARE", "Carte 12/03"]),
            key(&["carte 12/03", "Cafe de la Gare"])
        );
        assert_ne!(key(&["Café de la Gare 1"]), key(&["Café de la Gare 2"]));
    }

    #[test]
    fn words_for_none_are_no_reference() {
        for none in ["NONREF", "notprovided", "", "  ", "000000", "---"] {
            assert_eq!(
                keys("EUR", Some(none), Some(none), std::iter::empty()).reference,
                None,
                "{none:?}"
            );
        }
        assert!(
            keys("EUR", Some("F1"), None, std::iter::empty())
                .reference
                .is_some()
        );
    }

    #[test]
    fn keys_of_version_one_never_change() {
        assert_eq!(
            keys("EUR", Some("F1"), None, ["Café", "12,50"].into_iter()),
            Keys {
                reference: Some(PINNED_REFERENCE),
                end_to_end: None,
                text: PINNED_TEXT,
            }
        );
    }

    #[test]
    fn the_same_reference_and_words_in_another_currency_are_another_entry() {
        let of = |code| keys(code, Some("F1"), Some("E1"), ["Café"].into_iter());
        let (euros, francs) = (of("EUR"), of("CHF"));
        assert_ne!(euros.reference, francs.reference);
        assert_ne!(euros.end_to_end, francs.end_to_end);
        assert_ne!(euros.text, francs.text);
    }

    const PINNED_REFERENCE: i64 = 4_864_286_410_017_349_498;
    const PINNED_TEXT: i64 = -3_658_958_846_848_271_517;
}
