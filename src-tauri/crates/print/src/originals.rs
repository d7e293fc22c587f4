//! The originals behind the cover: the pages of a PDF as they are, a picture on a sheet, words on as many as it takes.

use std::sync::Arc;

use krilla::Document;
use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::page::PageSettings;
use krilla::pdf::{Pdf, PdfDocument};

use crate::face::Faces;
use crate::paper::{HEIGHT, MARGIN, Paper, Style, WIDTH};

/// Sheets that words may fill; what is beyond is cut, and said to be.
const MOST_SHEETS: usize = 40;

/// An original, as it goes on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Original {
    /// A PDF: its pages are taken over with their letters and lines, without what acts, calls out or asks for a password.
    Pdf {
        /// The document.
        bytes: Vec<u8>,
        /// What opens it, where it is protected.
        password: Option<String>,
    },
    /// A picture as JPEG, upright.
    Picture(Vec<u8>),
    /// Words.
    Words(Sheet),
}

/// Words on sheets of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands at the head.
    pub title: String,
    /// Facts under the title, one a line.
    pub head: Vec<String>,
    /// The text.
    pub text: String,
    /// What is said where the text is cut.
    pub cut: String,
}

/// Puts an original behind what is there; `None` where it cannot be.
pub(crate) fn append(original: Original, faces: &Faces, document: &mut Document) -> Option<()> {
    match original {
        Original::Pdf { bytes, password } => pages(bytes, password.as_deref(), document),
        Original::Picture(jpeg) => picture(jpeg, document),
        Original::Words(sheet) => {
            words(&sheet, faces, document);
            Some(())
        }
    }
}

fn pages(bytes: Vec<u8>, password: Option<&str>, document: &mut Document) -> Option<()> {
    let pdf = Pdf::new_with_password(bytes, password.unwrap_or_default()).ok()?;
    let count = pdf.pages().len();
    if count == 0 {
        return None;
    }
    let all: Vec<usize> = (0..count).collect();
    document.embed_pdf_pages(&PdfDocument::new(Arc::new(pdf)), &all);
    Some(())
}

/// On a sheet of A4, as large as it fits: upright, or lying where the picture is wider than high.
fn picture(jpeg: Vec<u8>, document: &mut Document) -> Option<()> {
    let image = Image::from_jpeg(jpeg.into(), true).ok()?;
    let (width, height) = image.size();
    let (width, height) = (width as f32, height as f32);
    let (sheet_width, sheet_height) = if width > height {
        (HEIGHT, WIDTH)
    } else {
        (WIDTH, HEIGHT)
    };
    let margin = MARGIN / 2.0;
    let scale = ((sheet_width - 2.0 * margin) / width).min((sheet_height - 2.0 * margin) / height);
    let size = Size::from_wh(width * scale, height * scale)?;
    let mut page = document.start_page_with(PageSettings::from_wh(sheet_width, sheet_height)?);
    let mut surface = page.surface();
    let left = (sheet_width - size.width()) / 2.0;
    surface.push_transform(&Transform::from_translate(left, margin));
    surface.draw_image(image, size);
    surface.pop();
    surface.finish();
    page.finish();
    Some(())
}

fn words(sheet: &Sheet, faces: &Faces, document: &mut Document) {
    let mut paper = Paper::new(faces);
    paper.write(Style::HEADING, &sheet.title);
    for fact in &sheet.head {
        paper.write(Style::SMALL, fact);
    }
    paper.rule(true);
    paper.gap(6.0);
    for line in sheet.text.lines() {
        if paper.sheets() > MOST_SHEETS {
            paper.write(Style::SMALL, &sheet.cut);
            break;
        }
        if line.trim().is_empty() {
            paper.gap(Style::BODY.size);
        } else {
            paper.write(Style::BODY, line);
        }
    }
    paper.draw(&sheet.title, document);
}
