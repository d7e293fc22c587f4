//! Original documents: looked at where they are kept, and forgotten one by one.

use std::collections::HashSet;

use source::container::INSIDE;
use source::{Diagnostic, Source};
use store::DocumentRow;
use worker::{Look, Looked, Shown, Worker};

pub use receipt::ShownMail;
pub use worker::{ShownWord, is_locked};

use crate::{Answers, Ledger, Result, search};

/// Lines of text that are given at a time.
const LINES: usize = 400;
/// Signs of one line that are given.
const LINE_SIGNS: usize = 2_000;

/// A kept document, at one of its pages.
#[derive(Debug)]
pub struct OriginalView {
    /// The document.
    pub row: DocumentRow,
    /// Bytes of it, as received.
    pub size: i64,
    /// Whether the user had them forgotten.
    pub is_forgotten: bool,
    /// Which page, message or stretch of lines this is, from 0.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// What is shown; none where it is forgotten or cannot be shown.
    pub shown: Option<OriginalPage>,
    /// Why it cannot be shown.
    pub finding: Option<Diagnostic>,
}

/// One page of a document.
#[derive(Debug)]
pub enum OriginalPage {
    /// A message, cleaned.
    Mail(ShownMail),
    /// A page or a picture, drawn.
    Picture {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// PNG.
        png: Vec<u8>,
        /// The words that stand on it.
        words: Vec<ShownWord>,
    },
    /// Lines of text.
    Text {
        /// The number of the first one, from 1.
        first: usize,
        /// The lines; long ones are cut.
        lines: Vec<String>,
    },
}

impl Ledger {
    /// A kept document by its hash, at a page: the one asked for, else the one with the line, else the first.
    ///
    /// # Errors
    /// [`crate::Error::Store`] where there is none.
    pub fn original(
        &self,
        sha256: &[u8; 32],
        page: Option<usize>,
        line: Option<usize>,
        answers: &Answers,
    ) -> Result<OriginalView> {
        let (row, size, bytes) = self.kept(sha256)?;
        let mut view = OriginalView {
            row,
            size,
            is_forgotten: bytes.is_none(),
            page: page.unwrap_or_default(),
            pages: 0,
            shown: None,
            finding: None,
        };
        let Some(bytes) = bytes else {
            return Ok(view);
        };
        let source = Source::new(&view.row.name, &bytes);
        let seen = match Look::of(&source) {
            Look::Text => Ok(text(source.text(), page, line)),
            Look::Drawn => drawn(&source, view.page, answers),
            Look::Not => Err(Box::new(Diagnostic::info("originalUnshown"))),
        };
        match seen {
            Ok((page, pages, shown)) => {
                (view.page, view.pages, view.shown) = (page, pages, Some(shown));
            }
            Err(why) => view.finding = Some(*why),
        }
        Ok(view)
    }

    /// The first page of a kept document, small, as PNG; none where it is no PDF and no picture, is protected, or was forgotten.
    ///
    /// # Errors
    /// [`crate::Error::Store`] where there is none.
    pub fn thumbnail(&self, sha256: &[u8; 32]) -> Result<Option<Vec<u8>>> {
        let (row, _, bytes) = self.kept(sha256)?;
        Ok(bytes.and_then(|bytes| Worker::beside().thumbnail(&Source::new(&row.name, &bytes))))
    }

    /// A document by its hash, its size, and its bytes where they were not forgotten.
    fn kept(&self, sha256: &[u8; 32]) -> Result<(DocumentRow, i64, Option<Vec<u8>>)> {
        self.store.read(|read| {
            let row = read
                .find_document(sha256)?
                .ok_or(store::Error::NotFound("document"))?;
            let size = read.get_document_size(row.id)?;
            let bytes = read.get_document_bytes(row.id)?;
            Ok((row, size, bytes))
        })
    }

    /// Which of these files, told by name and size in bytes, are kept documents as far as that tells; of a file that holds others,
    /// what was inside it is. None of them is read. In the order given.
    ///
    /// # Errors
    /// [`crate::Error::Store`].
    pub fn knows_files(&self, files: &[(&str, u64)]) -> Result<Vec<bool>> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let wanted: HashSet<&str> = files.iter().map(|(name, _)| *name).collect();
        let mut kept: HashSet<(String, Option<u64>)> = HashSet::new();
        self.store.read(|read| -> Result<()> {
            for (id, name) in read.list_document_names()? {
                if wanted.contains(name.as_str()) {
                    let size = u64::try_from(read.get_document_size(id)?).unwrap_or_default();
                    kept.insert((name, Some(size)));
                } else if let Some((outer, _)) = name.split_once(INSIDE)
                    && wanted.contains(outer)
                {
                    kept.insert((outer.to_owned(), None));
                }
            }
            Ok(())
        })?;
        let is_kept = |&(name, size): &(&str, u64)| {
            let of = |size| kept.contains(&(name.to_owned(), size));
            of(Some(size)) || of(None)
        };
        Ok(files.iter().map(is_kept).collect())
    }

    /// Forgets the bytes of a document, and the text of a message, for good. What was read from it stays; so does its hash, by which the same file is
    /// known when it comes again.
    ///
    /// # Errors
    /// [`crate::Error::Store`] where there is none.
    pub fn forget_original(&self, sha256: &[u8; 32]) -> Result<()> {
        self.store.write(|write| {
            let row = write.read().find_document(sha256)?;
            let row = row.ok_or(store::Error::NotFound("document"))?;
            search::forget_message(write, row.id)?;
            Ok(write.forget_document(row.id)?)
        })
    }
}

type Seen = (usize, usize, OriginalPage);

fn drawn(
    source: &Source<'_>,
    page: usize,
    answers: &Answers,
) -> std::result::Result<Seen, Box<Diagnostic>> {
    let (Looked { count, shown }, png) = Worker::beside().look(source, page, answers)?;
    let shown = match shown {
        Shown::Mail(mail) => OriginalPage::Mail(mail),
        Shown::Picture {
            width,
            height,
            words,
        } => OriginalPage::Picture {
            width,
            height,
            png,
            words,
        },
    };
    Ok((page.min(count.saturating_sub(1)), count, shown))
}

/// The stretch of lines asked for, else the one with the line.
fn text(text: &str, page: Option<usize>, line: Option<usize>) -> Seen {
    let count = text.lines().count();
    let pages = count.div_ceil(LINES).max(1);
    let wanted = page.unwrap_or_else(|| line.map_or(0, |line| line.saturating_sub(1) / LINES));
    let page = wanted.min(pages - 1);
    let lines = text.lines().skip(page * LINES).take(LINES);
    let shown = OriginalPage::Text {
        first: page * LINES + 1,
        lines: lines
            .map(|line| line.chars().take(LINE_SIGNS).collect())
            .collect(),
    };
    (page, pages, shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_with_the_line_is_shown() {
        let long: String = (1..=1_000).map(|line| format!("line {line}\n")).collect();
        let (page, pages, shown) = text(&long, None, Some(401));
        assert_eq!((page, pages), (1, 3));
        let OriginalPage::Text { first, lines } = shown else {
            panic!("text");
        };
        assert_eq!(
            (first, lines.first().map(String::as_str)),
            (401, Some("line 401"))
        );
        let (page, ..) = text(&long, Some(9), None);
        assert_eq!(page, 2, "there is no page beyond the last");
    }
}
