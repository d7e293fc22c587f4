//! A purchase and its originals as one PDF: a cover that says what was bought, how it was paid and where that was read, then
//! the originals themselves.
//!
//! Texts come written for people, in their language; here they are only put on paper. What an original is (a PDF, a picture,
//! words) is decided by whoever calls, and what a hostile one can make us do is bounded there: in a worker.
#![deny(missing_docs)]

mod cover;
mod face;
mod originals;
mod paper;

pub use cover::{Cover, Row, Section};
pub use originals::{Original, Sheet};

use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::metadata::Metadata;
use krilla::{Document, SerializeSettings};

use face::Faces;

/// Why no PDF came of it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The typefaces within the program cannot be read.
    #[error("the typefaces cannot be read")]
    Typeface,
    /// This original (by its place) cannot be put on paper.
    #[error("the original {0} cannot be put on paper")]
    Original(usize),
    /// The PDF cannot be written.
    #[error("the PDF cannot be written: {0}")]
    Writing(String),
}

/// Writes the cover, where there is one, and the originals behind it in their order.
///
/// # Errors
/// [`Error::Original`] for the first one that cannot be put on paper; else where the PDF cannot be written.
pub fn write(cover: Option<&Cover>, originals: Vec<Original>) -> Result<Vec<u8>, Error> {
    let faces = Faces::load().ok_or(Error::Typeface)?;
    // 2.0: what is put in may be of any version up to it.
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf20)
        .finish()
        .map_err(|error| Error::Writing(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    if let Some(cover) = cover {
        let metadata = Metadata::new()
            .title(cover.title.clone())
            .language(cover.language.clone())
            .creator("Counterfoil".to_owned());
        document.set_metadata(metadata);
        cover::draw(cover, &faces, &mut document);
    }
    for (place, original) in originals.into_iter().enumerate() {
        originals::append(original, &faces, &mut document).ok_or(Error::Original(place))?;
    }
    document
        .finish()
        .map_err(|error| Error::Writing(error.to_string()))
}
