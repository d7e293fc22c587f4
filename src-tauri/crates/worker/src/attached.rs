//! Pictures that came with a mail: recognised like any other picture, where the mail itself says no price.

use receipt::picture::{self, ATTACHED};
use receipt::{Format, Reading, format_named};
use source::{Diagnostic, Severity, Source};
use statement::Answers;

use crate::Worker;
use crate::wire::{Kind, read_members};

/// Pictures of one document that are recognised, each within the limits of a picture.
const MOST_PICTURES: usize = 3;

/// A mail that a child could not read with what came with it, read without: where that gives anything, what stopped the child
/// is a warning.
///
/// # Errors
/// What stopped the child, where the mail alone gives nothing, or the document is no mail.
pub(crate) fn without_files(
    format: &Format,
    finding: Box<Diagnostic>,
    ask: impl FnOnce() -> Result<Reading, Box<Diagnostic>>,
) -> Result<Reading, Box<Diagnostic>> {
    let is_stopped = finding.code.starts_with("worker") && finding.code != "workerMissing";
    if !is_stopped || !matches!(format.id, "email" | "mbox") {
        return Err(finding);
    }
    match ask() {
        Ok(mut alone) if !alone.receipts.is_empty() => {
            alone.diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                ..*finding
            });
            Ok(alone)
        }
        _ => Err(finding),
    }
}

impl Worker {
    /// Adds to the reading of a mail what the pictures that came with it say.
    pub(crate) fn with_attached(
        &self,
        mut reading: Reading,
        format: &Format,
        source: &Source<'_>,
        answers: &Answers,
    ) -> Reading {
        let is_told = |one: &Diagnostic| one.code == ATTACHED;
        if !reading.diagnostics.iter().any(is_told) {
            return reading;
        }
        reading.diagnostics.retain(|one| !is_told(one));
        let pictures = self
            .answer(Kind::Attached, format.id, source, answers)
            .ok()
            .and_then(read_members)
            .and_then(Result::ok)
            .unwrap_or_default();
        let mut findings = Vec::new();
        for member in pictures.iter().take(MOST_PICTURES) {
            let source = Source::new(&member.path, &member.bytes);
            let id = if source::picture::is_picture(&member.bytes) {
                picture::ID
            } else {
                "pdf"
            };
            let Some(format) = format_named(id) else {
                continue;
            };
            let seen = self.read_picture(format, &source, &Answers::none());
            // A banner has words and prices too: what does not hang together is none.
            if picture::is_sound(&seen, false) {
                reading.receipts.extend(seen.receipts);
            }
            findings.extend(seen.diagnostics);
        }
        if reading.receipts.is_empty() {
            reading.diagnostics.extend(findings);
        } else {
            reading.diagnostics.retain(|one| one.code != "receiptNone");
        }
        reading
    }
}
