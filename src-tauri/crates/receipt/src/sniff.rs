//! Which kind of receipt a document is, by its content.

use source::{Sniff, Source};

use crate::{FORMATS, Format, Reading};

/// What recognised a document.
#[derive(Clone, Copy)]
pub struct Recognised {
    /// The kind of document.
    pub format: &'static Format,
    /// Why, as the id of a sentence in the catalogue.
    pub evidence: &'static str,
    /// Whether its sign is one that no other kind has.
    pub is_certain: bool,
}

/// Asks every kind; the certain ones first, in the registry's order.
pub fn recognise(source: &Source<'_>) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = FORMATS
        .iter()
        .filter_map(|format| {
            let (evidence, is_certain) = match (format.sniff)(source) {
                Sniff::No => return None,
                Sniff::Likely(evidence) => (evidence, false),
                Sniff::Certain(evidence) => (evidence, true),
            };
            Some(Recognised {
                format,
                evidence,
                is_certain,
            })
        })
        .collect();
    found.sort_by_key(|one| !one.is_certain);
    found
}

/// Reads a document as this kind; `password` opens one that is encrypted.
pub fn read_in(format: &Format, source: &Source<'_>, password: Option<&str>) -> Reading {
    (format.parse)(source, password)
}
