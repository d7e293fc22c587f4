//! Words of a document that could not be read, and what the user put in their place: a part of how the document is read, which
//! stays as it is.

use source::{Correction, Diagnostic, Excerpt, Source};
use statement::Answers;
use store::Read;

use crate::{Dropped, Result};

/// What stands where a finding says that a row could not be read: none where that is not a stretch of one line of the text.
pub(crate) fn correctable(
    source: &Source<'_>,
    finding: &Diagnostic,
    made: &[Correction],
) -> Option<Correction> {
    let at = finding.at.as_ref().filter(|_| finding.unreadable_row)?;
    let excerpt = Excerpt::of(source.text(), at.bytes.clone());
    // A finding about something else than the text itself, such as a sheet's cell, has no such place.
    if finding.excerpt.as_ref() != Some(&excerpt) {
        return None;
    }
    let place = source.place(at.bytes.clone())?;
    let before = made.iter().find(|one| one.place == place);
    Some(before.cloned().unwrap_or_else(|| {
        Correction {
            place,
            text: source
                .text()
                .get(at.bytes.clone())
                .unwrap_or_default()
                .to_owned(),
        }
    }))
}

/// The answers with what the user corrected when these bytes were imported: the same bytes bring the same rows again.
pub(crate) fn remembered(read: Read<'_>, dropped: &Dropped, answers: Answers) -> Result<Answers> {
    let Some(document) = read.find_document(&dropped.digest().0)? else {
        return Ok(answers);
    };
    let readings = read.list_readings()?;
    let standing = readings
        .iter()
        .filter(|row| row.is_live && row.document == document.id);
    Ok(standing.fold(answers, |answers, row| answers.correcting(&row.profile)))
}
