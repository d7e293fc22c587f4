//! A dropped file's bytes and, where it is text, its characters.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use encoding_rs::Encoding;

use crate::correction::{self, Corrected};
use crate::{Charset, Correction, Digest, Place, charset};

/// The bytes of one document. Decoded once, on first use; borrowed where they are UTF-8 already.
pub struct Source<'a> {
    name: &'a str,
    bytes: &'a [u8],
    told: Option<&'static Encoding>,
    corrections: Vec<Correction>,
    decoded: OnceLock<Decoded<'a>>,
}

/// The characters of a document, and what they were read as where something was corrected.
struct Decoded<'a> {
    text: Cow<'a, str>,
    charset: Charset,
    corrected: Option<Corrected>,
}

impl<'a> Source<'a> {
    /// A document called `name` (the file's name, without folders).
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Source {
            name,
            bytes,
            told: None,
            corrections: Vec::new(),
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

    /// The same, with these in the place of what its text has there.
    #[must_use]
    pub fn corrected(self, corrections: Vec<Correction>) -> Self {
        Source {
            corrections,
            decoded: OnceLock::new(),
            ..self
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

    /// The characters, without a byte-order mark, as they are read. Bytes that mean nothing read as U+FFFD, and
    /// [`Source::charset`] says so.
    pub fn text(&self) -> &str {
        let decoded = self.decoded();
        let corrected = decoded.corrected.as_ref();
        corrected.map_or(&decoded.text, |corrected| &corrected.text)
    }

    /// Where bytes of [`Source::text`] stand in the document, to be corrected there: the place of a correction where they are
    /// one; none where they are of several lines.
    pub fn place(&self, bytes: Range<usize>) -> Option<Place> {
        let decoded = self.decoded();
        correction::place(&decoded.text, decoded.corrected.as_ref(), bytes)
    }

    /// How the characters were read.
    pub fn charset(&self) -> Charset {
        self.decoded().charset
    }

    /// The document's identity.
    pub fn digest(&self) -> Digest {
        Digest::of(self.bytes)
    }

    fn decoded(&self) -> &Decoded<'a> {
        self.decoded.get_or_init(|| {
            let (text, charset) = charset::decode(self.bytes, self.told);
            let corrected =
                (!self.corrections.is_empty()).then(|| Corrected::of(&text, &self.corrections));
            Decoded {
                text,
                charset,
                corrected,
            }
        })
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({} bytes)", self.bytes.len())
    }
}
