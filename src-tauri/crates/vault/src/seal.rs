//! Sealing: Argon2id (RFC 9106) makes a key of a passphrase, XChaCha20-Poly1305 wraps with it.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::{
    XChaCha20Poly1305,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    Error, Key, Result, Secret,
    secret::{KEY_BYTES, random},
};

/// What a derivation costs, as stored beside each passphrase slot.
///
/// A program as shipped can only write [`Cost::STANDARD`]; what it reads is bounded above, so that a key file made to
/// harm cannot exhaust the machine. There is no bound below: whoever can write a slot already had the data key.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB.
    memory: u32,
    /// Passes over it.
    passes: u32,
    /// Lanes.
    lanes: u32,
}

impl Cost {
    /// 64 MiB, 4 passes, 2 lanes: one pass more than the second recommended option of RFC 9106 §4, on half its lanes,
    /// which are computed one after the other.
    pub const STANDARD: Self = Self {
        memory: 64 * 1024,
        passes: 4,
        lanes: 2,
    };

    /// A cost that takes a millisecond and protects nothing.
    #[cfg(any(test, feature = "cheap-keys"))]
    pub fn for_tests() -> Self {
        Self {
            memory: 64,
            passes: 1,
            lanes: 1,
        }
    }

    /// Whether a derivation at this cost is possible and ends within seconds.
    pub(crate) fn is_bearable(&self) -> bool {
        (1..=8).contains(&self.lanes)
            && (1..=16).contains(&self.passes)
            && self.memory >= 8 * self.lanes
            && self.memory <= 256 * 1024
    }
}

/// Bytes sealed under a key: the nonce, and the cipher text with its tag.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sealed {
    #[serde(with = "hex::serde")]
    nonce: [u8; 24],
    #[serde(with = "hex::serde")]
    sealed: Vec<u8>,
}

/// The data key wrapped under a passphrase.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PassphraseSlot {
    cost: Cost,
    #[serde(with = "hex::serde")]
    salt: [u8; 32],
    wrapped: Sealed,
}

impl PassphraseSlot {
    /// Wraps `key` under `passphrase`. `context` is what the slot belongs to; it opens nowhere else.
    pub(crate) fn close(key: &Key, passphrase: &Secret, cost: Cost, context: &str) -> Result<Self> {
        let mut salt = [0; 32];
        random(&mut salt)?;
        let wrapping = derive(passphrase, &salt, cost)?;
        let wrapped = Sealed::close(&wrapping, key.expose(), context)?;
        Ok(Self {
            cost,
            salt,
            wrapped,
        })
    }

    /// The data key, or `None` when the passphrase is another.
    pub(crate) fn open(&self, passphrase: &Secret, context: &str) -> Result<Option<Key>> {
        let wrapping = derive(passphrase, &self.salt, self.cost)?;
        Ok(self
            .wrapped
            .open(&wrapping, context)
            .and_then(|bytes| Key::from_slice(&bytes)))
    }

    pub(crate) fn cost(&self) -> Cost {
        self.cost
    }
}

impl Sealed {
    fn close(key: &[u8; KEY_BYTES], message: &[u8], context: &str) -> Result<Self> {
        let mut nonce = [0; 24];
        random(&mut nonce)?;
        let payload = Payload {
            msg: message,
            aad: context.as_bytes(),
        };
        let sealed = XChaCha20Poly1305::new(key.into())
            .encrypt(&nonce.into(), payload)
            .map_err(|_| Error::Crypto)?;
        Ok(Self { nonce, sealed })
    }

    fn open(&self, key: &[u8; KEY_BYTES], context: &str) -> Option<Zeroizing<Vec<u8>>> {
        let payload = Payload {
            msg: &self.sealed,
            aad: context.as_bytes(),
        };
        XChaCha20Poly1305::new(key.into())
            .decrypt(&self.nonce.into(), payload)
            .ok()
            .map(Zeroizing::new)
    }
}

/// What the canary says, once opened.
const CANARY: &[u8] = b"counterfoil";

/// Seals the canary, which opens under `key` and no other.
pub(crate) fn close_canary(key: &Key, context: &str) -> Result<Sealed> {
    Sealed::close(&canary_key(key), CANARY, context)
}

/// Whether `key` opens the canary.
pub(crate) fn canary_opens(canary: &Sealed, key: &Key, context: &str) -> bool {
    canary
        .open(&canary_key(key), context)
        .is_some_and(|message| message.as_slice() == CANARY)
}

/// The canary has a key of its own, made from the data key: no key serves two ciphers (SQLCipher has the data key).
fn canary_key(key: &Key) -> Zeroizing<[u8; KEY_BYTES]> {
    let digest = Sha256::new()
        .chain_update(b"counterfoil canary key")
        .chain_update(key.expose())
        .finalize();
    Zeroizing::new(digest.into())
}

fn derive(passphrase: &Secret, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(KEY_BYTES))
        .map_err(|_| Error::Crypto)?;
    // The memory is ours, and wiped: its last blocks give the derived key.
    let blocks = params.block_count();
    let mut memory: Zeroizing<Vec<Block>> = Zeroizing::default();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| Error::Crypto)?;
    memory.resize(blocks, Block::new());
    let mut derived = Zeroizing::new([0; KEY_BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(
            passphrase.normalised().as_bytes(),
            salt,
            derived.as_mut_slice(),
            memory.as_mut_slice(),
        )
        .map_err(|_| Error::Crypto)?;
    Ok(derived)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::from(text.to_owned())
    }

    #[test]
    fn a_slot_opens_only_with_its_passphrase_and_only_where_it_belongs() {
        let key = Key::random().unwrap();
        let slot =
            PassphraseSlot::close(&key, &secret("hulotte"), Cost::for_tests(), "here").unwrap();
        assert_eq!(
            slot.open(&secret("hulotte"), "here")
                .unwrap()
                .unwrap()
                .expose(),
            key.expose()
        );
        assert!(
            slot.open(&secret("hulotte "), "here").unwrap().is_none(),
            "a space is part of a passphrase"
        );
        assert!(
            slot.open(&secret("hulotte"), "there").unwrap().is_none(),
            "a slot moved to another ledger stays shut"
        );
    }

    #[test]
    fn a_derivation_is_that_of_the_reference_implementation() {
        // Made with the reference implementation (P-H-C/phc-winner-argon2) by argon2-cffi's hash_secret_raw.
        let cost = Cost {
            memory: 256,
            passes: 3,
            lanes: 2,
        };
        let derived = derive(&secret("hulotte"), "chouette-chevêche".as_bytes(), cost).unwrap();
        assert_eq!(
            hex::encode(derived.as_slice()),
            "e2e34f63347e9eb0e651d68aa6c5d1d7b8f48a7f817cbc23d7160bb4b693770b"
        );
    }

    #[test]
    fn the_same_key_and_passphrase_are_never_sealed_alike() {
        let key = Key::from_bytes([1; 32]);
        let seal = || PassphraseSlot::close(&key, &secret("x"), Cost::for_tests(), "").unwrap();
        let (one, two) = (seal(), seal());
        assert_ne!(one.salt, two.salt);
        assert_ne!(one.wrapped.sealed, two.wrapped.sealed);
    }

    #[test]
    fn the_standard_cost_is_bearable_and_a_hostile_one_is_not() {
        let cost = |memory, passes, lanes| Cost {
            memory,
            passes,
            lanes,
        };
        assert!(Cost::STANDARD.is_bearable());
        assert!(Cost::for_tests().is_bearable());
        for hostile in [
            cost(u32::MAX, 1, 1),
            cost(512 * 1024, 1, 1),
            cost(64, u32::MAX, 1),
            cost(64, 0, 1),
            cost(64, 1, 0),
            cost(0, 1, 1),
            cost(8, 1, 2),
            cost(u32::MAX, 1, u32::MAX),
        ] {
            assert!(
                !hostile.is_bearable(),
                "{hostile:?} would exhaust the machine or fail"
            );
        }
    }
}
