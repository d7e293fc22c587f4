//! Comma-separated values as RFC 4180 has them: fields in quotes may hold commas, quotes and line ends.

use std::ops::Range;

/// The records of a document, one after the other, each with the line that it starts on.
pub(super) struct Records<'a> {
    rest: &'a str,
    line: u32,
    start: usize,
}

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) line: u32,
    /// Where it stands in the document.
    pub(super) bytes: Range<usize>,
    pub(super) fields: Vec<String>,
}

/// Fields of one record that are kept.
const MOST_FIELDS: usize = 200;

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let rest = text.trim_start_matches('\u{feff}');
        Records {
            rest,
            line: 1,
            start: text.len() - rest.len(),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Record {
            line: self.line,
            bytes: self.start..self.start,
            fields: Vec::new(),
        };
        let mut field = String::new();
        let mut is_quoted = false;
        let mut signs = self.rest.char_indices().peekable();
        let mut end = self.rest.len();
        while let Some((at, sign)) = signs.next() {
            if sign == '\n' {
                self.line += 1;
            }
            match sign {
                '"' if is_quoted && signs.peek().is_some_and(|(_, next)| *next == '"') => {
                    signs.next();
                    field.push('"');
                }
                '"' if is_quoted || field.trim().is_empty() => is_quoted = !is_quoted,
                ',' if !is_quoted => record.add(std::mem::take(&mut field)),
                '\n' if !is_quoted => {
                    end = at + 1;
                    break;
                }
                other => field.push(other),
            }
        }
        record.add(field);
        self.rest = self.rest.get(end..).unwrap_or_default();
        self.start += end;
        record.bytes.end = self.start;
        Some(record)
    }
}

impl Record {
    fn add(&mut self, field: String) {
        if self.fields.len() < MOST_FIELDS {
            self.fields.push(field.trim().to_owned());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.fields.iter().all(String::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_keep_their_commas_quotes_and_line_ends() {
        let text = "\u{feff}a,\"b,\"\"c\"\"\",d\r\n\"1\n2\",,3\n";
        let records: Vec<Record> = Records::new(text).collect();
        let fields: Vec<&[String]> = records.iter().map(|one| one.fields.as_slice()).collect();
        assert_eq!(fields, [&["a", "b,\"c\"", "d"][..], &["1\n2", "", "3"][..]]);
        let lines: Vec<u32> = records.iter().map(|one| one.line).collect();
        assert_eq!(lines, [1, 2]);
    }
}
