//! The registry: every format that statements come in. A new one is a file here, a line in [`FORMATS`], a folder in
//! `tests/corpus` and a page in `docs/formats`.

pub(crate) use csv::{is_delimiter, is_role};
use source::{Risk, Sniff, Source};

use crate::{Answers, Reading};

mod camt;
mod cfonb120;
mod csv;
mod day;
mod mt940;
mod ofx;
mod paper;
mod pdf;
pub(crate) mod place;
mod qif;
mod sheet;
mod text;

/// A format of statements.
pub struct Format {
    /// Stable id: `ofx`, `camt.053`, `csv`.
    pub id: &'static str,
    /// Its name for people, the same in every language.
    pub title: &'static str,
    /// The specification it is read by.
    pub specification: &'static str,
    /// How much a row of this format says: among sightings of one entry the richest wins.
    pub richness: u8,
    /// Where its parser may run.
    pub risk: Risk,
    /// Whether a document is in this format.
    pub sniff: fn(&Source<'_>) -> Sniff,
    /// Reads a document that is.
    pub parse: for<'a> fn(&'a Source<'a>, &Answers) -> Reading<'a>,
}

/// All formats, in the order in which `foil formats` lists them.
pub static FORMATS: &[Format] = &[
    ofx::FORMAT,
    camt::REPORT,
    camt::STATEMENT,
    camt::NOTIFICATION,
    mt940::STATEMENT,
    mt940::REPORT,
    cfonb120::FORMAT,
    qif::FORMAT,
    csv::FORMAT,
    sheet::XLSX,
    sheet::XLS,
    sheet::ODS,
    pdf::FORMAT,
    text::FORMAT,
];

/// The format with this id.
pub fn format_named(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}
