//! Rows that a container other than a text file gives, read as the records of a CSV are.
//!
//! They are written down as such records, with tabs between the cells, so that every decision about columns, dates, amounts
//! and signs is one and the same. Findings get their cells back by [`Table::place`].

use std::ops::Range;

use super::frame::shortened;
use super::number::{DecimalSign, Evidence, printed};
use super::picture::Frame;
use super::read_sections;
use super::split::Records;
use crate::{Answers, Reading};

/// Rows of cells, and the number that each row has in its container.
#[derive(Debug, Default)]
pub(in crate::format) struct Table {
    text: String,
    /// Where each row starts in `text`, and its number.
    rows: Vec<(usize, u32)>,
}

/// Which cells a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) struct Place {
    /// As the container numbers it.
    pub(in crate::format) row: u32,
    /// From 0; `None` where it is about more than one cell.
    pub(in crate::format) column: Option<usize>,
}

impl Table {
    /// Adds a row. Breaks inside a cell are kept, tabs inside it become spaces.
    pub(in crate::format) fn push<'c>(&mut self, row: u32, cells: impl Iterator<Item = &'c str>) {
        if !self.rows.is_empty() {
            self.text.push('\n');
        }
        self.rows.push((self.text.len(), row));
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.text.push('\t');
            }
            let quoted = cell.contains(['"', '\n', '\r']);
            if quoted {
                self.text.push('"');
            }
            for sign in cell.chars() {
                match sign {
                    '\t' => self.text.push(' '),
                    '"' => self.text.push_str("\"\""),
                    other => self.text.push(other),
                }
            }
            if quoted {
                self.text.push('"');
            }
        }
    }

    /// Reads the rows; nothing but the rows decides how.
    pub(in crate::format) fn read(&self, answers: &Answers) -> Reading<'_> {
        let (text, skip_end) = shortened(&self.text, answers);
        let mut records = Records::cut(text, b'\t', usize::MAX);
        for (record, (_, row)) in records.starts.iter_mut().zip(&self.rows) {
            record.line = *row;
        }
        let mut reading = Reading::default();
        let frame = Frame {
            skip_end,
            ..Frame::default()
        };
        read_sections(&records, frame, answers, &mut reading);
        reading
    }

    /// The cell that stands at these bytes of a finding.
    pub(in crate::format) fn place(&self, bytes: &Range<usize>) -> Option<Place> {
        let after = self
            .rows
            .partition_point(|(start, _)| *start <= bytes.start);
        let (start, row) = self.rows.get(after.checked_sub(1)?)?;
        let tabs = |range: Range<usize>| {
            let cut = self.text.as_bytes().get(range).unwrap_or_default();
            cut.iter().filter(|byte| **byte == b'\t').count()
        };
        let one = tabs(bytes.start..bytes.end) == 0;
        Some(Place {
            row: *row,
            column: one.then(|| tabs(*start..bytes.start)),
        })
    }
}

/// Whether a cell can only be an amount with a decimal comma.
pub(in crate::format) fn writes_comma(cell: &str) -> bool {
    printed(cell).is_some_and(|amount| amount.evidence() == Evidence::Proves(DecimalSign::Comma))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn table(rows: &[(u32, &[&str])]) -> Table {
        let mut table = Table::default();
        for (row, cells) in rows {
            table.push(*row, cells.iter().copied());
        }
        table
    }

    #[test]
    fn quotes_breaks_and_tabs_in_cells_move_nothing() {
        let odd = "say \"hi\"\nto\tall \"";
        let table = table(&[
            (3, &["Date", "Label", "Amount"]),
            (9, &["2026-01-31", odd, "-1.50"]),
            (10, &["2026-02-01", "\"", "2.00"]),
        ]);
        let reading = table.read(&Answers::none());
        let entries = &reading.statements.first().unwrap().entries;
        let lines: Vec<u32> = entries.iter().map(|entry| entry.line).collect();
        assert_eq!(lines, [9, 10]);
        let text = &entries.first().unwrap().texts.first().unwrap().text;
        assert_eq!(text, &odd.replace('\t', " "));
    }

    #[test]
    fn a_finding_is_told_by_its_cell() {
        let table = table(&[(1, &["a", "b"]), (7, &["c", "dd", "e"])]);
        let at = table.text.find("dd").unwrap();
        let cell = table.place(&(at..at + 2)).unwrap();
        assert_eq!((cell.row, cell.column), (7, Some(1)));
        let row = table.place(&(at - 2..at + 4)).unwrap();
        assert_eq!((row.row, row.column), (7, None));
    }
}
