//! Places in a document.

use std::ops::Range;

use memchr::memchr_iter;
use serde::Serialize;

/// How much of a line is shown around a finding, in characters.
const SHOWN: usize = 160;

/// Where something stands. Lines and columns count from 1; bytes are offsets into the decoded text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// Line, when the document has lines.
    pub line: Option<u32>,
    /// Column in characters.
    pub column: Option<u32>,
    /// Bytes of the decoded text.
    #[serde(skip)]
    pub bytes: Range<usize>,
    /// The record, in the words of the format: `:61:`, `Ntry[12]`, `STMTTRN[3]`, `Feuil1!B7`.
    pub record: Option<String>,
    /// The field of the record: `TRNAMT`, `Amt`, a column's header.
    pub field: Option<String>,
}

/// The line (or record) that a finding is about, and where its carets go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Excerpt {
    /// One line of the document, shortened around the finding.
    pub text: String,
    /// Characters of `text` to point at.
    #[serde(skip)]
    pub carets: Range<usize>,
    /// The finding's column in the whole line, in characters from 1.
    #[serde(skip)]
    pub column: u32,
}

impl Excerpt {
    /// The line of `text` that holds `bytes`, with carets below it.
    pub fn of(text: &str, bytes: Range<usize>) -> Self {
        let start = floor_boundary(text, bytes.start);
        let end = floor_boundary(text, bytes.end.max(start));
        let before = text.get(..start).unwrap_or("");
        let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let rest = text.get(line_start..).unwrap_or("");
        let line = rest.split(['\n', '\r']).next().unwrap_or("");
        let lead = text.get(line_start..start).unwrap_or("").chars().count();
        let len = text
            .get(start..end)
            .unwrap_or("")
            .chars()
            .take_while(|c| *c != '\n' && *c != '\r')
            .count();
        let skip = lead.saturating_sub(SHOWN / 2);
        let shown: String = line
            .chars()
            .skip(skip)
            .take(SHOWN)
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let from = lead - skip;
        let until = (from + len.max(1)).min(shown.chars().count().max(from + 1));
        Excerpt {
            text: shown,
            carets: from..until,
            column: u32::try_from(lead + 1).unwrap_or(u32::MAX),
        }
    }

    /// The carets as a line of their own.
    pub fn caret_line(&self) -> String {
        let mut line = " ".repeat(self.carets.start);
        line.push_str(&"^".repeat(self.carets.len()));
        line
    }
}

/// Turns byte offsets into lines, for documents whose parsers do not count lines themselves.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Notes where the lines of `text` start.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        LineIndex { starts }
    }

    /// The line that holds a byte offset, from 1.
    pub fn line(&self, at: usize) -> u32 {
        let line = self.starts.partition_point(|start| *start <= at);
        u32::try_from(line).unwrap_or(u32::MAX)
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_the_line_with_carets_below_the_finding() {
        let text = "a;b\n12/13/2026;Café;4,20\nc;d\n";
        let excerpt = Excerpt::of(text, 4..14);
        assert_eq!(excerpt.text, "12/13/2026;Café;4,20");
        assert_eq!(excerpt.caret_line(), "^^^^^^^^^^");
    }

    #[test]
    fn a_line_of_ten_megabytes_is_shown_around_the_finding_only() {
        let text = format!("{}X{}", "a".repeat(5_000_000), "b".repeat(5_000_000));
        let excerpt = Excerpt::of(&text, 5_000_000..5_000_001);
        assert!(excerpt.text.chars().count() <= SHOWN);
        assert_eq!(excerpt.column, 5_000_001);
        assert_eq!(excerpt.text.chars().nth(excerpt.carets.start), Some('X'));
    }

    #[test]
    fn offsets_past_the_end_or_inside_a_character_do_not_panic() {
        let _ = Excerpt::of("é", 1..99);
        let _ = Excerpt::of("", Range { start: 7, end: 3 });
    }

    #[test]
    fn lines_count_from_one() {
        let index = LineIndex::new("a\nb\n\nd");
        let lines: Vec<u32> = [0, 1, 2, 4, 5, 99].map(|at| index.line(at)).to_vec();
        assert_eq!(lines, [1, 1, 2, 3, 4, 4]);
    }
}
