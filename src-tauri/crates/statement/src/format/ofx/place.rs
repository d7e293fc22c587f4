//! Where a reader stands in a text that may be one line of many megabytes: lines and columns are counted forward, once.

use std::ops::Range;

use memchr::{memchr_iter, memrchr};
use source::Diagnostic;

use crate::format::place;

/// A place in a text. Lines and columns count from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    at: usize,
    line: u32,
    column: u32,
}

impl Place {
    /// The text's beginning.
    pub(super) fn start() -> Self {
        Place {
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// Offset in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Line.
    pub(super) fn line(&self) -> u32 {
        self.line
    }

    /// The place at `to`; this one where `to` is not after it.
    pub(super) fn forward(self, text: &str, to: usize) -> Self {
        if to <= self.at {
            return self;
        }
        let passed = text.get(self.at..to).unwrap_or("");
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let lines = memchr_iter(b'\n', passed.as_bytes()).count();
        let (column, rest) = match memrchr(b'\n', passed.as_bytes()) {
            Some(end) => (1, passed.get(end + 1..).unwrap_or("")),
            None => (self.column, passed),
        };
        Place {
            at: to,
            line: self.line.saturating_add(count(lines)),
            column: column.saturating_add(count(rest.chars().count())),
        }
    }

    /// Says that `finding` is about `bytes`, which do not start before this place.
    pub(super) fn point(&self, finding: Diagnostic, text: &str, bytes: Range<usize>) -> Diagnostic {
        let here = self.forward(text, bytes.start);
        let mut finding = place::at(finding, text, here.line, bytes);
        if let Some(at) = &mut finding.at {
            at.column = Some(here.column);
        }
        finding
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_finding_far_along_one_line_has_its_own_column_and_a_short_excerpt() {
        let text = format!("é\n{}X{}", "é".repeat(100_000), "b".repeat(100_000));
        let x = text.find('X').unwrap();
        let place = Place::start().forward(&text, 3);
        let finding = place.point(Diagnostic::error("badDate"), &text, x..x + 1);
        let at = finding.at.unwrap();
        assert_eq!((at.line, at.column), (Some(2), Some(100_001)));
        let excerpt = finding.excerpt.unwrap();
        assert_eq!(excerpt.text.chars().nth(excerpt.carets.start), Some('X'));
    }
}
