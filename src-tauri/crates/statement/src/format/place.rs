//! Where a finding stands, also in documents whose lines are as long as the document.

use std::ops::Range;

use source::Diagnostic;

/// How far around a finding its line is looked at, in bytes.
const REACH: usize = 800;

/// Says where, like [`Diagnostic::at`], at a cost that does not grow with the line: many findings on one line of
/// megabytes (XML without line breaks, records without any) must not take quadratic time. The column is left out where
/// the line starts out of reach.
pub(crate) fn at(finding: Diagnostic, text: &str, line: u32, bytes: Range<usize>) -> Diagnostic {
    let from = text.floor_char_boundary(bytes.start.saturating_sub(REACH));
    let until = text.floor_char_boundary(bytes.end.min(bytes.start + REACH).saturating_add(REACH));
    let window = text.get(from..until).unwrap_or("");
    let lead = bytes.start.saturating_sub(from);
    let len = bytes.end.saturating_sub(bytes.start).min(REACH);
    let mut finding = finding.at(window, line, lead..lead.saturating_add(len));
    let reached = from == 0
        || window
            .get(..lead)
            .is_some_and(|before| before.contains(['\n', '\r']));
    if let Some(at) = finding.at.as_mut() {
        at.bytes = bytes;
        at.column = at.column.filter(|_| reached);
    }
    finding
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_finding_far_into_a_line_has_an_excerpt_but_no_column() {
        let text = format!("{}X{}", "a".repeat(5_000), "b".repeat(5_000));
        let finding = at(Diagnostic::error("badAmount"), &text, 1, 5_000..5_001);
        let excerpt = finding.excerpt.unwrap();
        assert_eq!(excerpt.text.chars().nth(excerpt.carets.start), Some('X'));
        let place = finding.at.unwrap();
        assert_eq!((place.line, place.column), (Some(1), None));
        assert_eq!(place.bytes, 5_000..5_001);
    }

    #[test]
    fn a_finding_near_the_start_of_its_line_has_both() {
        let finding = at(Diagnostic::error("badAmount"), "é\nab;cd", 2, 6..8);
        assert_eq!(finding.at.unwrap().column, Some(4));
        assert_eq!(finding.excerpt.unwrap().caret_line(), "   ^^");
    }

    #[test]
    fn offsets_past_the_end_do_not_panic() {
        let _ = at(Diagnostic::error("badAmount"), "é", 1, 1..usize::MAX);
        let _ = at(Diagnostic::error("badAmount"), "", 1, 9..12);
    }
}
