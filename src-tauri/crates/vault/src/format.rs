//! What stands in `keys.json`.
//!
//! An envelope that never changes, `{"version", "sha256", "keys"}`, around a body that each version defines. The sum is
//! that of the version in decimal, a line feed, and the body's bytes as they stand: so a file from a newer program is
//! told from a damaged one, and a damaged one from a wrong passphrase.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::{
    Error, Key, Result,
    seal::{PassphraseSlot, Sealed, close_canary},
    secret::random,
};

/// The version this program writes, and the highest it reads.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Envelope<'a> {
    version: u32,
    #[serde(with = "hex::serde")]
    sha256: [u8; 32],
    #[serde(borrow)]
    keys: &'a RawValue,
}

/// The body of version 1.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slots {
    /// Names the ledger in the system's keyring, and ties every seal to it. Random, made with the file.
    #[serde(with = "hex::serde")]
    ledger: [u8; 16],
    /// Whether the recovery phrase was retyped.
    pub(crate) confirmed: bool,
    /// Whether the keyring was given the key.
    pub(crate) keyring: bool,
    pub(crate) passphrase: Option<PassphraseSlot>,
    pub(crate) canary: Sealed,
}

impl Slots {
    /// No slot yet, and a canary under `key`.
    pub(crate) fn new(key: &Key) -> Result<Self> {
        let mut ledger = [0; 16];
        random(&mut ledger)?;
        let canary = close_canary(key, &context(&ledger, "canary"))?;
        Ok(Self {
            ledger,
            confirmed: false,
            keyring: false,
            passphrase: None,
            canary,
        })
    }

    pub(crate) fn ledger_id(&self) -> String {
        hex::encode(self.ledger)
    }

    pub(crate) fn passphrase_context(&self) -> String {
        context(&self.ledger, "passphrase")
    }

    pub(crate) fn canary_context(&self) -> String {
        context(&self.ledger, "canary")
    }

    /// The text of the file.
    pub(crate) fn encode(&self) -> Result<Vec<u8>> {
        let keys = serde_json::to_string_pretty(self).map_err(|_| Error::Crypto)?;
        let sha256 = hex::encode(sum(VERSION, &keys));
        Ok(
            format!("{{\"version\": {VERSION}, \"sha256\": \"{sha256}\", \"keys\": {keys}}}\n")
                .into_bytes(),
        )
    }

    /// Reads the text of `file`.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::TooNew`].
    pub(crate) fn decode(text: &[u8], file: &'static str) -> Result<Self> {
        let damaged = |what| Error::Damaged { file, what };
        let envelope: Envelope<'_> =
            serde_json::from_slice(text).map_err(|_| damaged("it is not a key file"))?;
        if sum(envelope.version, envelope.keys.get()) != envelope.sha256 {
            return Err(damaged("its contents do not match its checksum"));
        }
        if envelope.version > VERSION {
            return Err(Error::TooNew {
                found: envelope.version,
                supported: VERSION,
            });
        }
        let slots: Self = serde_json::from_str(envelope.keys.get())
            .map_err(|_| damaged("a field is not as expected"))?;
        if slots
            .passphrase
            .as_ref()
            .is_some_and(|slot| !slot.cost().is_bearable())
        {
            return Err(damaged("the cost of its key derivation is out of bounds"));
        }
        Ok(slots)
    }
}

/// What a seal is bound to: moved to another file, version or slot, it does not open.
fn context(ledger: &[u8], slot: &str) -> String {
    format!("counterfoil keys {VERSION} {} {slot}", hex::encode(ledger))
}

fn sum(version: u32, keys: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(format!("{version}\n"))
        .chain_update(keys)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{Cost, Secret};

    const FILE: &str = "keys.json";

    fn full() -> Slots {
        let key = Key::from_bytes([9; 32]);
        let mut slots = Slots::new(&key).unwrap();
        let passphrase = Secret::from(String::from("hulotte"));
        slots.passphrase = Some(
            PassphraseSlot::close(
                &key,
                &passphrase,
                Cost::for_tests(),
                &slots.passphrase_context(),
            )
            .unwrap(),
        );
        slots
    }

    fn with_body(version: u32, keys: &str) -> Vec<u8> {
        format!(
            "{{\"version\":{version},\"sha256\":\"{}\",\"keys\":{keys}}}",
            hex::encode(sum(version, keys))
        )
        .into()
    }

    #[test]
    fn no_byte_can_be_flipped_without_being_noticed_or_harmless() {
        let slots = full();
        let text = slots.encode().unwrap();
        let mut noticed = 0;
        for index in 0..text.len() {
            for bit in 0..8 {
                let mut flipped = text.clone();
                flipped[index] ^= 1 << bit;
                match Slots::decode(&flipped, FILE) {
                    Err(Error::Damaged { .. }) => noticed += 1,
                    Ok(read) => assert_eq!(
                        read.encode().unwrap(),
                        text,
                        "byte {index} bit {bit}: what is read must be what was written"
                    ),
                    Err(other) => panic!("byte {index} bit {bit}: damage was taken for {other:?}"),
                }
            }
        }
        assert!(
            noticed > text.len() * 7,
            "nearly every flip must be noticed; {noticed} of {}",
            text.len() * 8
        );
    }

    #[test]
    fn a_file_cut_anywhere_is_damaged() {
        let text = full().encode().unwrap();
        for length in 0..text.len() - 1 {
            let error = Slots::decode(&text[..length], FILE).err();
            assert!(
                matches!(error, Some(Error::Damaged { .. })),
                "cut at {length}: {error:?}"
            );
        }
    }

    #[test]
    fn a_newer_version_is_not_taken_for_damage_whatever_its_body_holds() {
        let error = Slots::decode(&with_body(2, r#"{"fido": ["new", 1]}"#), FILE).err();
        assert!(
            matches!(
                error,
                Some(Error::TooNew {
                    found: 2,
                    supported: 1
                })
            ),
            "{error:?}"
        );
    }

    #[test]
    fn a_hostile_cost_is_refused_before_any_derivation() {
        let keys = serde_json::to_string(&full()).unwrap();
        for (from, to) in [
            ("\"memory\":64", "\"memory\":4294967295"),
            ("\"passes\":1", "\"passes\":4000000000"),
        ] {
            let hostile = keys.replace(from, to);
            assert_ne!(hostile, keys, "the test must change the cost");
            let error = Slots::decode(&with_body(1, &hostile), FILE).err();
            assert!(matches!(error, Some(Error::Damaged { .. })), "{error:?}");
        }
    }

    #[test]
    fn the_file_holds_neither_the_key_nor_the_passphrase() {
        let text = String::from_utf8(full().encode().unwrap()).unwrap();
        assert!(!text.contains(&hex::encode([9; 32])));
        assert!(!text.contains("hulotte"));
    }
}
