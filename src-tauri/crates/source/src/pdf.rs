//! PDF (ISO 32000) as words with places: the text of each page in rows, as a reader sees it, and the files embedded beside it.
//!
//! hayro runs the page's drawing instructions; what it draws as text is gathered ([`glyphs`]) and put in rows ([`layout`]).
//! Nothing is painted but by [`Pdf::draw`], no link or script is followed. What a hostile document can make us hold is bounded by the constants
//! below; time and memory on the way there are the worker's to bound, so this is called in a worker only.

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError};

mod attachment;
mod draw;
mod glyphs;
mod layout;
mod scan;

pub use attachment::Attachment;
pub use layout::{Page, Row, Word};
pub use scan::Scan;

/// Pages in one document.
pub const MOST_PAGES: usize = 200;
/// Glyphs drawn in one document.
pub const MOST_GLYPHS: usize = 2_000_000;
/// Bytes of one document.
pub const MOST_BYTES: usize = 25 << 20;
/// Embedded files in one document.
pub const MOST_ATTACHMENTS: usize = 50;
/// Bytes of all embedded files of one document, inflated.
pub const MOST_ATTACHED: usize = 25 << 20;

/// Why a PDF was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// It opens with a password, and none was given.
    #[error("a password is needed")]
    PasswordWanted,
    /// It does not open with this password.
    #[error("the password is wrong")]
    PasswordWrong,
    /// It is encrypted in a way that is not read, by a certificate for example.
    #[error("the encryption is not supported")]
    UnknownEncryption,
    /// It is none, or it is damaged beyond repair.
    #[error("the PDF is damaged")]
    Damaged,
    /// It is beyond a limit.
    #[error("{found} {what} are more than {most}")]
    TooLarge {
        /// Of which limit: `bytes`, `pages`, `glyphs`, `attachments`, `attached`.
        what: &'static str,
        /// How much there is, at least.
        found: usize,
        /// How much is allowed.
        most: usize,
    },
}

/// An open PDF.
pub struct Pdf(hayro_interpret::hayro_syntax::Pdf);

impl Pdf {
    /// Opens a PDF; a damaged index is repaired where that can be done. Documents that are encrypted without asking for a
    /// password open without one.
    ///
    /// # Errors
    /// Where it is no PDF, damaged beyond repair, encrypted otherwise than by this password, or beyond a limit.
    pub fn open(bytes: &[u8], password: Option<&str>) -> Result<Self, PdfError> {
        within("bytes", bytes.len(), MOST_BYTES)?;
        let opened = hayro_interpret::hayro_syntax::Pdf::new_with_password(
            bytes.to_vec(),
            password.unwrap_or_default(),
        );
        match opened {
            Ok(pdf) => {
                within("pages", pdf.pages().len(), MOST_PAGES)?;
                Ok(Pdf(pdf))
            }
            Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
                Err(match password {
                    None => PdfError::PasswordWanted,
                    Some(_) => PdfError::PasswordWrong,
                })
            }
            Err(LoadPdfError::Decryption(
                DecryptionError::UnsupportedAlgorithm | DecryptionError::InvalidEncryption,
            )) => Err(PdfError::UnknownEncryption),
            Err(_) => Err(PdfError::Damaged),
        }
    }

    /// The pages in their order, each with its words in rows. A page of a scan has pictures and no words.
    ///
    /// # Errors
    /// Where more is drawn than [`MOST_GLYPHS`].
    pub fn pages(&self) -> Result<Vec<Page>, PdfError> {
        glyphs::pages(&self.0)
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// The page of this place with its words in rows; `None` where there is none, or more is drawn than [`MOST_GLYPHS`].
    pub fn page(&self, place: usize) -> Option<Page> {
        glyphs::page(&self.0, place)
    }

    /// The page of this place as a picture of at most so many pixels on a side; `None` where there is none, or it cannot be
    /// drawn.
    pub fn draw(&self, place: usize, most: u32) -> Option<crate::picture::Picture> {
        draw::draw(&self.0, place, most)
    }

    /// The largest picture of each of the first `most` pages, for those that are scans: in grey, as stored.
    pub fn scans(&self, most: usize) -> Vec<Scan> {
        scan::scans(&self.0, most)
    }

    /// The embedded files, wherever the document hangs them, in the order in which they are stored. Those that cannot be
    /// inflated are left out.
    ///
    /// # Errors
    /// Where there are more than [`MOST_ATTACHMENTS`], or more bytes in them than [`MOST_ATTACHED`].
    pub fn attachments(&self) -> Result<Vec<Attachment>, PdfError> {
        attachment::attachments(&self.0)
    }
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pdf({} pages)", self.0.pages().len())
    }
}

fn within(what: &'static str, found: usize, most: usize) -> Result<(), PdfError> {
    if found > most {
        return Err(PdfError::TooLarge { what, found, most });
    }
    Ok(())
}

#[cfg(test)]
#[path = "pdf/tests.rs"]
mod tests;
