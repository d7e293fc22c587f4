//! The registry: every kind of document that receipts come in. A new one is a file here and a line in [`FORMATS`].

mod amazon;
mod calendar;
mod cii;
mod einvoice;
pub(crate) mod email;
mod fatturapa;
mod paper;
mod pdf;
pub mod picture;
mod ubl;

use source::{Risk, Sniff, Source};

use crate::Reading;
pub use email::{attached_pictures, read_mail_alone};

/// A kind of document.
pub struct Format {
    /// Stable id: `email`, `cii`, `pdf`.
    pub id: &'static str,
    /// Its name for people, the same in every language.
    pub title: &'static str,
    /// The specification it is read by.
    pub specification: &'static str,
    /// Where its parser may run.
    pub risk: Risk,
    /// Whether a document is of this kind.
    pub sniff: fn(&Source<'_>) -> Sniff,
    /// Reads a document that is, with the password that the user gave.
    pub parse: fn(&Source<'_>, Option<&str>) -> Reading,
}

/// All kinds, the more trustworthy before the less.
pub static FORMATS: &[Format] = &[
    cii::FORMAT,
    ubl::FORMAT,
    fatturapa::FORMAT,
    email::MBOX,
    email::EMAIL,
    email::PAGE,
    amazon::FORMAT,
    calendar::FORMAT,
    pdf::FORMAT,
    picture::FORMAT,
];

/// The kind with this id.
pub fn format_named(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}
