//! Statements as PDF: the words of each page in their places, read as printed lines are.

use source::pdf::{Page, Pdf, PdfError, Row};
use source::{Diagnostic, Source};

use super::paper::{Line, Word, read};
use crate::{Answers, Format, Question, Reading, Risk, Sniff};

pub(super) const FORMAT: Format = Format {
    id: "pdf",
    title: "PDF",
    specification: "ISO 32000; the words on the pages, which must add up",
    richness: 5,
    risk: Risk::Hostile,
    sniff,
    parse,
};

/// The mark may stand behind some other bytes (ISO 32000-1 implementation note 13).
const HEAD: usize = 1024;
/// A step down of this many type heights stands apart.
const APART: f64 = 1.9;

fn sniff(source: &Source<'_>) -> Sniff {
    let head = source.bytes().get(..HEAD).unwrap_or(source.bytes());
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        Sniff::Likely("evidence-pdf")
    } else {
        Sniff::No
    }
}

fn parse<'a>(source: &'a Source<'a>, answers: &Answers) -> Reading<'a> {
    let pages = Pdf::open(source.bytes(), answers.get("password")).and_then(|pdf| pdf.pages());
    let pages = match pages {
        Ok(pages) => pages,
        Err(error) => return refused(&error),
    };
    if pages.iter().all(|page| page.rows.is_empty()) {
        let is_scan = pages.iter().any(|page| page.pictures > 0);
        let code = if is_scan { "pdfScan" } else { "pdfEmpty" };
        return Reading::refused(Diagnostic::error(code).found(pages.len()));
    }
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    let lines = lines(&pages);
    let mut reading = read(&lines, answers);
    let letters: usize = lines
        .iter()
        .flat_map(|line| &line.words)
        .map(|word| word.text.chars().count())
        .sum();
    // A bullet or a logo without a letter explains nothing.
    if unknown > letters / 10 && reading.statements.is_empty() {
        reading
            .diagnostics
            .insert(0, Diagnostic::warning("pdfUnknownLetters").found(unknown));
    }
    let scans = pages
        .iter()
        .filter(|page| page.rows.is_empty() && page.pictures > 0)
        .count();
    if scans > 0 {
        reading
            .diagnostics
            .push(Diagnostic::warning("pdfScannedPages").found(scans));
    }
    reading
}

fn refused(error: &PdfError) -> Reading<'static> {
    let mut reading = Reading::refused(match error {
        PdfError::PasswordWanted => Diagnostic::error("pdfPasswordWanted"),
        PdfError::PasswordWrong => Diagnostic::error("pdfPasswordWrong"),
        PdfError::UnknownEncryption => Diagnostic::error("pdfUnknownEncryption"),
        PdfError::Damaged => Diagnostic::error("pdfDamaged"),
        PdfError::TooLarge { what, found, most } => Diagnostic::error("pdfTooLarge")
            .with("what", what)
            .found(found)
            .expected(most),
    });
    if matches!(error, PdfError::PasswordWanted | PdfError::PasswordWrong) {
        reading.questions.push(Question {
            about: "password",
            choices: Vec::new(),
            assumed: None,
        });
    }
    reading
}

fn lines(pages: &[Page]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (page, number) in pages.iter().zip(1..) {
        let mut above: Option<&Row> = None;
        for row in &page.rows {
            let em = row.words.iter().map(|word| word.size).fold(0.0, f64::max);
            let is_apart = above.is_none_or(|above| row.baseline - above.baseline > APART * em);
            let words = row.words.iter().map(|word| Word {
                text: word.text.clone(),
                left: word.left,
                right: word.right,
            });
            lines.push(Line {
                number: u32::try_from(lines.len() + 1).unwrap_or(u32::MAX),
                page: number,
                em,
                is_apart,
                words: words.collect(),
            });
            above = Some(row);
        }
    }
    lines
}
