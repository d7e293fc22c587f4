//! PDF: the e-invoice embedded in it (Factur-X, ZUGFeRD, XRechnung), picked by its root and not by its name or place; else the text
//! of its pages.
//!
//! A PDF may hold several XML files: an old and a new generation of one invoice, or data of another kind beside it.

use source::pdf::{Attachment, Pdf, PdfError};
use source::{Diagnostic, Risk, Sniff, Source};

use super::Format;
use super::{einvoice, paper, picture};
use crate::Reading;

/// Where a PDF's mark must stand, in bytes (ISO 32000-1, annex H.3.4.1).
const HEAD: usize = 1024;

pub(super) const FORMAT: Format = Format {
    id: "pdf",
    title: "PDF",
    specification: "ISO 32000; Factur-X 1.0, ZUGFeRD 1 and 2 (embedded XML)",
    risk: Risk::Hostile,
    sniff,
    parse: read,
};

fn sniff(source: &Source<'_>) -> Sniff {
    let head = source.bytes().get(..HEAD).unwrap_or(source.bytes());
    match memchr::memmem::find(head, b"%PDF-") {
        Some(_) => Sniff::Likely("evidence-pdf"),
        None => Sniff::No,
    }
}

fn read(source: &Source<'_>, password: Option<&str>) -> Reading {
    let opened = Pdf::open(source.bytes(), password);
    match opened.and_then(|pdf| read_open(&pdf)) {
        Ok(reading) => reading,
        Err(error) => refused(&error),
    }
}

fn read_open(pdf: &Pdf) -> Result<Reading, PdfError> {
    let attachments = pdf.attachments()?;
    if let Some(reading) = embedded(&attachments) {
        return Ok(reading);
    }
    let pages = pdf.pages()?;
    if let Some(receipt) = paper::read_sheet(&paper::Sheet::of(&pages)) {
        return Ok(Reading {
            receipts: vec![receipt],
            ..Reading::default()
        });
    }
    let is_scan = pages
        .iter()
        .all(|page| page.rows.is_empty() && page.pictures > 0);
    let code = if is_scan && !pages.is_empty() {
        picture::SCANNED
    } else {
        "notAReceipt"
    };
    Ok(Reading::refused(Diagnostic::warning(code)))
}

/// The best of the embedded invoices: one that was read before one that was not, a newer generation before an older.
fn embedded(attachments: &[Attachment]) -> Option<Reading> {
    let mut readings: Vec<Reading> = attachments
        .iter()
        .filter_map(|attachment| {
            let source = Source::new(&attachment.name, &attachment.bytes);
            let reader = einvoice::reader(source.text())?;
            Some(einvoice::parse(source.text(), reader))
        })
        .collect();
    readings.sort_by_key(|reading| std::cmp::Reverse(stated(reading)));
    readings.into_iter().next()
}

/// How much an invoice states: of two embedded in one PDF, the one with more lines and amounts is the whole one.
fn stated(reading: &Reading) -> usize {
    let receipts = reading.receipts.iter();
    receipts
        .map(|receipt| {
            let sums = [&receipt.total, &receipt.payable, &receipt.tax_total];
            1 + receipt.lines.len() + sums.iter().filter(|sum| sum.is_some()).count()
        })
        .sum()
}

fn refused(error: &PdfError) -> Reading {
    let finding = match error {
        PdfError::PasswordWanted => Diagnostic::error("encrypted"),
        PdfError::PasswordWrong => Diagnostic::error("wrongPassword"),
        PdfError::UnknownEncryption => Diagnostic::error("pdfUnknownEncryption"),
        PdfError::Damaged => Diagnostic::error("pdfDamaged"),
        PdfError::TooLarge { what, found, most } => Diagnostic::error("limitExceeded")
            .found(format!("{found} {what}"))
            .expected(most),
    };
    Reading {
        asks_password: matches!(error, PdfError::PasswordWanted | PdfError::PasswordWrong),
        ..Reading::refused(finding)
    }
}
