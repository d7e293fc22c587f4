//! Originals as people may look at them: mails cleaned, pages and pictures drawn by the child, so that nothing hostile reaches
//! the window. Text is the one thing that needs no drawing.

use receipt::{ShownMail, shown_mail, shown_page};
use serde::{Deserialize, Serialize};
use source::container::{Container, container};
use source::pdf::{Page, Pdf, PdfError};
use source::picture::{Picture, SHOWN_SIDE, THUMBNAIL_SIDE, is_picture, picture};
use source::{Diagnostic, Source};
use statement::Answers;

use crate::Worker;
use crate::wire::{Kind, LookedAt, read_looked};

/// Words of a page that can be selected in its picture.
const MOST_WORDS: usize = 5_000;
/// Where a PDF's mark must stand, in bytes (ISO 32000-1, annex H.3.4.1).
const HEAD: usize = 1024;

/// How a document can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As drawn or cleaned by a child: [`Worker::look`].
    Drawn,
    /// As its text.
    Text,
    /// Not at all: an archive, a workbook.
    Not,
}

/// One page, picture or message of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Looked {
    /// How many there are.
    pub count: usize,
    /// This one.
    pub shown: Shown,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shown {
    /// A message, or a saved page.
    Mail(ShownMail),
    /// A picture, with the words that stand on it.
    Picture {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// Words in reading order.
        words: Vec<ShownWord>,
    },
}

/// A word on a page; places and sizes are shares of the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShownWord {
    /// The letters.
    pub text: String,
    /// From the left edge.
    pub left: f64,
    /// From the upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Look {
    /// By content alone.
    pub fn of(source: &Source<'_>) -> Look {
        let bytes = source.bytes();
        match container(bytes) {
            Some(Container::Mail | Container::Mailbox) => return Look::Drawn,
            Some(Container::Zip | Container::Gzip) => return Look::Not,
            None => {}
        }
        if is_pdf(bytes) || is_picture(bytes) || is_page(bytes) || is_mail(source) {
            Look::Drawn
        } else if bytes.contains(&0)
            && !bytes.starts_with(b"\xFF\xFE")
            && !bytes.starts_with(b"\xFE\xFF")
        {
            Look::Not
        } else {
            Look::Text
        }
    }
}

impl Worker {
    /// The page, picture or message of a place, and a picture's bytes as PNG.
    ///
    /// # Errors
    /// A finding where it cannot be shown, or the child gave no answer.
    pub fn look(
        &self,
        source: &Source<'_>,
        place: usize,
        answers: &Answers,
    ) -> Result<(Looked, Vec<u8>), Box<Diagnostic>> {
        let answer = self.answer(Kind::Look(place), "", source, answers)?;
        match read_looked(&answer) {
            Some(looked) => looked,
            None => Err(Box::new(Diagnostic::error("workerCrashed"))),
        }
    }

    /// The first page of a PDF, or a picture, small, as PNG; none where it is neither, or asks for a password.
    pub fn thumbnail(&self, source: &Source<'_>) -> Option<Vec<u8>> {
        let answer = self.answer(Kind::Thumbnail, "", source, &Answers::none());
        let (_, png) = read_looked(&answer.ok()?)?.ok()?;
        Some(png)
    }
}

/// What the child does for a thumbnail.
pub(crate) fn thumbnail(document: &[u8]) -> LookedAt {
    let drawn = drawn(document, 0, None, THUMBNAIL_SIDE)?;
    let Some((count, drawn, _)) = drawn else {
        return Err(refused("originalUnshown"));
    };
    Ok((shown(count, &drawn, Vec::new()), drawn.png))
}

/// What the child does.
pub(crate) fn look(document: &[u8], place: usize, password: Option<&str>) -> LookedAt {
    if let Some((count, drawn, pdf)) = drawn(document, place, password, SHOWN_SIDE)? {
        let page = pdf.and_then(|pdf| pdf.page(place));
        let words = page.map(|page| words(&page)).unwrap_or_default();
        return Ok((shown(count, &drawn, words), drawn.png));
    }
    if is_page(document) {
        let source = Source::new("", document);
        let shown = Shown::Mail(shown_page(source.text()));
        return Ok((Looked { count: 1, shown }, Vec::new()));
    }
    let (mail, count) = shown_mail(document, place).ok_or_else(|| refused("originalUnshown"))?;
    let shown = Shown::Mail(mail);
    Ok((Looked { count, shown }, Vec::new()))
}

/// How many pages there are, the one of this place drawn, and the PDF that it is of.
type Drawn = (usize, Picture, Option<Pdf>);

/// A PDF or a picture, of at most so many pixels on a side; `None` where a document is neither.
fn drawn(
    document: &[u8],
    place: usize,
    password: Option<&str>,
    most: u32,
) -> Result<Option<Drawn>, Box<Diagnostic>> {
    // A mail may hold a PDF as it is, mark and all.
    let is_container = matches!(
        container(document),
        Some(Container::Mail | Container::Mailbox)
    );
    if is_pdf(document) && !is_container {
        let pdf = Pdf::open(document, password).map_err(of_pdf)?;
        let drawn = pdf.draw(place, most);
        let drawn = drawn.ok_or_else(|| refused("originalUnshown"))?;
        return Ok(Some((pdf.count(), drawn, Some(pdf))));
    }
    if !is_picture(document) {
        return Ok(None);
    }
    let picture = picture(document, most).map_err(|_| refused("pictureDamaged"))?;
    Ok(Some((1, picture, None)))
}

/// Why a PDF does not open.
pub(crate) fn of_pdf(error: PdfError) -> Box<Diagnostic> {
    match error {
        PdfError::PasswordWanted => refused("encrypted"),
        PdfError::PasswordWrong => refused("wrongPassword"),
        PdfError::UnknownEncryption => refused("pdfUnknownEncryption"),
        PdfError::Damaged => refused("pdfDamaged"),
        PdfError::TooLarge { what, found, most } => Box::new(
            Diagnostic::error("limitExceeded")
                .found(format!("{found} {what}"))
                .expected(most),
        ),
    }
}

/// Whether a document would open with a password, or with another one.
pub fn is_locked(why: &Diagnostic) -> bool {
    matches!(why.code, "encrypted" | "wrongPassword")
}

pub(crate) fn refused(code: &'static str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(code))
}

fn shown(count: usize, picture: &Picture, words: Vec<ShownWord>) -> Looked {
    Looked {
        count,
        shown: Shown::Picture {
            width: picture.width,
            height: picture.height,
            words,
        },
    }
}

/// The words of a page where they stand on its picture.
fn words(page: &Page) -> Vec<ShownWord> {
    let rows = page.rows.iter();
    rows.flat_map(|row| row.words.iter().map(move |word| (row.baseline, word)))
        .take(MOST_WORDS)
        .map(|(baseline, word)| ShownWord {
            text: word.text.clone(),
            left: word.left / page.width,
            top: (baseline - 0.8 * word.size) / page.height,
            width: (word.right - word.left) / page.width,
            height: word.size / page.height,
        })
        .collect()
}

pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    head.windows(5).any(|five| five == b"%PDF-")
}

/// Whether a document is a saved page of the web.
pub(crate) fn is_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let start = head.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// Mails that receipts are read from may have fewer headers than those that a container is known by.
pub(crate) fn is_mail(source: &Source<'_>) -> bool {
    let found = receipt::recognise(source);
    found
        .first()
        .is_some_and(|one| one.is_certain && matches!(one.format.id, "email" | "mbox"))
}
