//! A dropped file's bytes and, where it is text, its characters.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use encoding_rs::Encoding;

use crate::{Charset, Digest, charset};

/// The bytes of one document. Decoded once, on first use; borrowed where they are UTF-8 already.
pub struct Source<'a> {
    name: &'a str,
    bytes: &'a [u8],
    told: Option<&'static Encoding>,
    decoded: OnceLock<(Cow<'a, str>, Charset)>,
}

impl<'a> Source<'a> {
    /// A document called `name` (the file's name, without folders).
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Source {
            name,
            bytes,
            told: None,
            decoded: OnceLock::new(),
        }
    }

    /// The same, to be read in the encoding that the user chose.
    pub fn in_encoding(name: &'a str, bytes: &'a [u8], encoding: &'static Encoding) -> Self {
        Source {
            told: Some(encoding),
            ..Source::new(name, bytes)
        }
    }

    /// The file's name.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// The bytes as received.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The characters, without a byte-order mark. Bytes that mean nothing read as U+FFFD, and [`Source::charset`] says so.
    pub fn text(&self) -> &str {
        &self.decoded().0
    }

    /// How the characters were read.
    pub fn charset(&self) -> Charset {
        self.decoded().1
    }

    /// The document's identity.
    pub fn digest(&self) -> Digest {
        Digest::of(self.bytes)
    }

    fn decoded(&self) -> &(Cow<'a, str>, Charset) {
        self.decoded
            .get_or_init(|| charset::decode(self.bytes, self.told))
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({} bytes)", self.bytes.len())
    }
}
