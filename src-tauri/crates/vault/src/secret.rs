//! The two kinds of secret that pass through the program, neither of which can be shown by accident.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::{Error, Result};

/// Bytes in a data key.
pub(crate) const KEY_BYTES: usize = 32;

/// The data key of a ledger: 256 random bits, wiped from memory when dropped.
///
/// It stands on the heap, so that moving the value does not leave copies behind.
#[derive(Clone)]
pub struct Key(Box<Zeroizing<[u8; KEY_BYTES]>>);

impl Key {
    /// A new key from the system's random numbers.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn random() -> Result<Self> {
        let mut key = Self(Box::default());
        random(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// The key of these 32 bytes.
    pub fn from_bytes(mut bytes: [u8; KEY_BYTES]) -> Self {
        let key = Self(Box::new(Zeroizing::new(bytes)));
        bytes.zeroize();
        key
    }

    /// The key of these bytes, when there are 32.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_bytes)
    }

    /// The 32 bytes, for SQLCipher and for `foil phrase --hex`. Whoever copies them wipes the copy.
    pub fn expose(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(<redacted>)")
    }
}

/// A passphrase or a recovery phrase as typed, wiped from memory when dropped.
pub struct Secret(String);

impl Secret {
    /// Whether nothing but white space was typed.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The text in compatibility decomposition (NFKD), so that an "é" typed on one system opens what an "é" typed on
    /// another has closed. Otherwise as typed: a passphrase may begin or end with a space.
    pub(crate) fn normalised(&self) -> Zeroizing<String> {
        // Growing would leave the shorter copies in memory, so the room is counted first.
        let mut text = Zeroizing::new(String::with_capacity(
            self.0.chars().nfkd().map(char::len_utf8).sum(),
        ));
        text.extend(self.0.nfkd());
        text
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(<redacted>)")
    }
}

/// Fills `bytes` from the system's random numbers.
pub(crate) fn random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|_| Error::NoRandomness)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn debug_shows_neither_a_key_nor_a_secret() {
        let key = Key::from_bytes([0xAB; 32]);
        assert_eq!(format!("{key:?}"), "Key(<redacted>)");
        let secret = Secret::from(String::from("chouette hulotte"));
        assert_eq!(format!("{secret:?}"), "Secret(<redacted>)");
    }

    #[test]
    fn two_random_keys_differ() {
        assert_ne!(
            Key::random().unwrap().expose(),
            Key::random().unwrap().expose()
        );
    }

    #[test]
    fn a_clone_outlives_the_key_it_was_made_from() {
        let key = Key::from_bytes([7; 32]);
        let clone = key.clone();
        drop(key);
        assert_eq!(
            clone.expose(),
            &[7; 32],
            "wiping one must not wipe the other"
        );
    }

    #[test]
    fn an_accent_composed_or_combined_is_the_same_secret() {
        let composed = Secret::from(String::from("caf\u{e9}"));
        let combined = Secret::from(String::from("cafe\u{301}"));
        assert_eq!(composed.normalised(), combined.normalised());
    }
}
