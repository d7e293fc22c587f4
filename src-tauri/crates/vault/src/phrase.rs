//! The recovery phrase: the data key as 24 words of the English list of BIP 39.
//!
//! Source: <https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki>. The entropy *is* the data key; the seed
//! that BIP 39 derives for wallets is not used.

use std::fmt;

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use crate::{Error, Key, PhraseError, Result, Secret, secret::KEY_BYTES};

/// Words in a recovery phrase.
pub const WORDS: usize = 24;

/// A recovery phrase: 24 words that are the data key, wiped from memory when dropped.
pub struct Phrase(Mnemonic);

impl Phrase {
    /// The 24 words, in order, in lower case.
    pub fn words(&self) -> Vec<&str> {
        self.0.words().collect()
    }

    /// Whether `typed` is the word at `position` (from 1), as tolerant of case and spaces as [`key_from_phrase`].
    pub fn confirms(&self, position: usize, typed: &Secret) -> bool {
        let typed = tokens(typed);
        let expected = position
            .checked_sub(1)
            .and_then(|index| self.0.words().nth(index));
        matches!((typed.as_slice(), expected), ([only], Some(word)) if only.word.as_str() == word)
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phrase(<redacted>)")
    }
}

/// The recovery phrase of `key`.
///
/// # Errors
/// None in practice: 32 bytes are always 24 words.
pub fn phrase(key: &Key) -> Result<Phrase> {
    Mnemonic::from_entropy_in(Language::English, key.expose())
        .map(Phrase)
        .map_err(|_| Error::Crypto)
}

/// The key that 24 words are.
///
/// Case, spaces, line breaks, punctuation between words and compatibility letters are tolerated, and so is a numbered
/// list ("1. word"); when all 24 are numbered, the numbers give the order, so that two columns may be copied row by row.
///
/// # Errors
/// [`PhraseError`], with the position from 1 of a word that is not in the list.
pub fn key_from_phrase(words: &Secret) -> Result<Key> {
    let mut tokens = tokens(words);
    if let Some((index, _)) = tokens
        .iter()
        .enumerate()
        .find(|(_, t)| Language::English.find_word(&t.word).is_none())
    {
        return Err(PhraseError::UnknownWord {
            position: index + 1,
        }
        .into());
    }
    if tokens.len() != WORDS {
        return Err(PhraseError::WordCount {
            found: tokens.len(),
        }
        .into());
    }
    if (1..=WORDS).all(|number| tokens.iter().any(|token| token.number == Some(number))) {
        tokens.sort_by_key(|token| token.number);
    }
    let mut text = Zeroizing::new(String::with_capacity(
        tokens.iter().map(|token| token.word.len() + 1).sum(),
    ));
    for token in &tokens {
        text.push_str(&token.word);
        text.push(' ');
    }
    let mnemonic = Mnemonic::parse_in_normalized(Language::English, &text)
        .map_err(|_| PhraseError::Checksum)?;
    let (entropy, length) = mnemonic.to_entropy_array();
    let entropy = Zeroizing::new(entropy);
    if length != KEY_BYTES {
        return Err(PhraseError::WordCount {
            found: mnemonic.word_count(),
        }
        .into());
    }
    entropy
        .get(..KEY_BYTES)
        .and_then(Key::from_slice)
        .ok_or(Error::Crypto)
}

/// One word as typed, in lower case, and the number that stood before it.
struct Token {
    number: Option<usize>,
    word: Zeroizing<String>,
}

/// Splits what was typed into words. A piece without a letter is a number or a bullet, never a word.
fn tokens(typed: &Secret) -> Vec<Token> {
    let text = typed.normalised();
    let mut number = None;
    let mut tokens = Vec::new();
    for piece in text.split(|c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '\''))
    {
        let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        let word = piece.trim_matches(|c: char| !c.is_alphabetic());
        number = digits.parse().ok().or(number);
        if !word.is_empty() {
            let mut lower = Zeroizing::new(String::with_capacity(word.len() * 2));
            lower.extend(word.chars().flat_map(char::to_lowercase));
            tokens.push(Token {
                number: number.take(),
                word: lower,
            });
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// From the test vectors of BIP 39 (trezor/python-mnemonic, `vectors.json`): 256 bits of 0x7f.
    const VECTOR: &str = "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth \
                          useful legal winner thank year wave sausage worth title";

    fn read(text: &str) -> Result<Key> {
        key_from_phrase(&Secret::from(text.to_owned()))
    }

    fn refusal(text: &str) -> PhraseError {
        match read(text) {
            Err(Error::Phrase(error)) => error,
            other => panic!("expected a phrase error, got {other:?}"),
        }
    }

    #[test]
    fn the_words_of_a_known_key_are_those_of_the_standard() {
        let key = Key::from_bytes([0x7F; 32]);
        assert_eq!(
            phrase(&key).unwrap().words().join(" "),
            VECTOR,
            "any BIP 39 program must find the same words"
        );
    }

    #[test]
    fn the_words_of_a_key_give_the_key_back() {
        for _ in 0..200 {
            let key = Key::random().unwrap();
            let words = phrase(&key).unwrap().words().join(" ");
            assert_eq!(read(&words).unwrap().expose(), key.expose());
        }
    }

    #[test]
    fn case_spaces_line_breaks_and_wide_letters_do_not_matter() {
        let wide: String = VECTOR
            .chars()
            .map(|c| if c == 'w' { '\u{ff37}' } else { c })
            .collect();
        let spaced = format!(
            "\n  {}\r\n",
            VECTOR.to_uppercase().replace(' ', "\u{a0}\t\n ")
        );
        for text in [wide, spaced, VECTOR.replace(' ', ", ")] {
            assert_eq!(read(&text).unwrap().expose(), &[0x7F; 32], "{text}");
        }
    }

    #[test]
    fn a_numbered_list_is_read_with_its_numbers_left_out() {
        for shape in [
            "{n}. {w}\n",
            "{n}) {w} ",
            "{n}.{w}\n",
            "{n}\t{w}\n",
            "{n} - {w}\n",
            "• {w}\n",
        ] {
            let list: String = (1..)
                .zip(VECTOR.split(' '))
                .map(|(n, w)| shape.replace("{n}", &n.to_string()).replace("{w}", w))
                .collect();
            assert_eq!(read(&list).unwrap().expose(), &[0x7F; 32], "{list}");
        }
    }

    #[test]
    fn two_numbered_columns_copied_row_by_row_are_put_in_order() {
        let words: Vec<&str> = VECTOR.split(' ').collect();
        let rows: String = (0..12)
            .map(|i| format!("{}. {}   {}. {}\n", i + 1, words[i], i + 13, words[i + 12]))
            .collect();
        assert_eq!(read(&rows).unwrap().expose(), &[0x7F; 32]);
    }

    #[test]
    fn a_word_that_is_not_in_the_list_is_named_by_its_place() {
        let mut words: Vec<&str> = VECTOR.split(' ').collect();
        words[6] = "w0rth";
        assert_eq!(
            refusal(&words.join(" ")),
            PhraseError::UnknownWord { position: 7 }
        );
    }

    #[test]
    fn one_other_word_of_the_list_fails_the_checksum_or_gives_another_key() {
        let mut refused = 0;
        for position in 0..WORDS {
            let mut words: Vec<&str> = VECTOR.split(' ').collect();
            words[position] = "zebra";
            match read(&words.join(" ")) {
                Err(Error::Phrase(PhraseError::Checksum)) => refused += 1,
                Ok(key) => assert_ne!(key.expose(), &[0x7F; 32]),
                other => panic!("{other:?}"),
            }
        }
        assert!(
            refused >= 20,
            "the checksum has 8 bits, so about one change in 256 passes; {refused} of 24 refused"
        );
    }

    #[test]
    fn two_words_that_changed_places_fail_the_checksum() {
        let mut words: Vec<&str> = VECTOR.split(' ').collect();
        words.swap(1, 2);
        assert_eq!(refusal(&words.join(" ")), PhraseError::Checksum);
    }

    #[test]
    fn twelve_words_and_no_words_are_refused_by_their_count() {
        let twelve = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        assert_eq!(refusal(twelve), PhraseError::WordCount { found: 12 });
        assert_eq!(refusal(" \n"), PhraseError::WordCount { found: 0 });
        assert_eq!(
            refusal(&format!("{VECTOR} legal")),
            PhraseError::WordCount { found: 25 }
        );
    }

    #[test]
    fn a_word_retyped_confirms_only_its_own_place() {
        let phrase = phrase(&Key::from_bytes([0x7F; 32])).unwrap();
        let typed = |text: &str| Secret::from(text.to_owned());
        assert!(phrase.confirms(2, &typed(" Winner ")));
        assert!(!phrase.confirms(3, &typed("winner")));
        assert!(
            !phrase.confirms(0, &typed("legal")),
            "positions count from 1"
        );
        assert!(!phrase.confirms(25, &typed("legal")));
        assert!(!phrase.confirms(1, &typed("")));
        assert_eq!(format!("{phrase:?}"), "Phrase(<redacted>)");
    }
}
