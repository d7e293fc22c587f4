//! Spreadsheets as rows of cells: XLSX (ECMA-376), XLS (MS-XLS) and ODS (OpenDocument 1.3), by calamine.
//!
//! This is the only place where a spreadsheet's binary number becomes decimal digits ([`number`]) and its day count a
//! calendar day ([`moment`]); nobody above sees either. What a hostile workbook can make us hold is bounded here: the limits
//! are the constants below, and what is beyond them is refused, never cut short.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType};
use calamine::{Xls, XlsError, Xlsx, XlsxError};

mod compound;
mod container;
mod moment;
mod number;

/// Bytes that the parts of a workbook may inflate to, together.
pub const MOST_INFLATED: u64 = 64 << 20;
/// How many times its compressed size a part of more than a megabyte may inflate to.
pub const MOST_RATIO: u64 = 200;
/// Worksheets in one workbook.
pub const MOST_SHEETS: usize = 64;
/// Columns in one worksheet.
pub const MOST_COLUMNS: usize = 1000;
/// Cells in one workbook, empty ones not counted.
pub const MOST_CELLS: usize = 1_000_000;
/// Texts that cells share (`sst` of XLSX).
pub const MOST_SHARED: usize = 1_000_000;
/// Bytes of text in all cells of one workbook.
pub const MOST_TEXT: usize = 48 << 20;

/// How a workbook is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workbook {
    /// Office Open XML: a zip that holds `xl/workbook.xml`.
    Xlsx,
    /// Excel 97 to 2003: a compound file that holds the stream `Workbook`.
    Xls,
    /// OpenDocument: a zip that holds `content.xml`.
    Ods,
}

/// One worksheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// As its tab says.
    pub name: String,
    /// Rows that hold at least one cell, from the top.
    pub rows: Vec<Row>,
    /// Why the rest of it could not be read, where that is so.
    pub broken: Option<String>,
}

/// One row of a worksheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet numbers it, from 1.
    pub number: u32,
    /// From column A on; gaps are [`Cell::Empty`].
    pub cells: Vec<Cell>,
}

/// The value of a cell; a formula's is the one that was last computed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// As typed.
    Text(Box<str>),
    /// Decimal digits with a point, no exponent, at most 15 significant ones (whole numbers that a double holds exactly
    /// keep all theirs).
    Number(Box<str>),
    /// A day and, where it is not midnight, a time: `2026-01-31`, `2026-01-31 14:05:00`.
    Moment(Box<str>),
}

/// Why a workbook was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A password is needed.
    #[error("the workbook is encrypted")]
    Encrypted,
    /// It is none, or it is damaged.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// It is beyond a limit.
    #[error("{found} {what} are more than {most}")]
    TooLarge {
        /// Of which limit: `bytes`, `ratio`, `sheets`, `columns`, `cells`, `texts`.
        what: &'static str,
        /// How much there is, at least.
        found: u64,
        /// How much is allowed.
        most: u64,
    },
}

/// Reads the worksheets of a workbook, in the order of their tabs.
///
/// # Errors
/// Where it is encrypted, damaged or beyond a limit as a whole. A worksheet that is damaged part of the way is given as far
/// as it goes ([`Sheet::broken`]).
pub fn sheets(bytes: &[u8], workbook: Workbook) -> Result<Vec<Sheet>, SheetError> {
    match workbook {
        Workbook::Xlsx => xlsx(bytes),
        Workbook::Xls => {
            // A compound file is made of numbers of four bytes ([MS-CFB], section 2.3); calamine panics over one that is cut.
            let whole = bytes.get(..bytes.len() - bytes.len() % 4).unwrap_or(bytes);
            compound::check(whole)?;
            let book = Xls::new(Cursor::new(whole)).map_err(|error| match error {
                XlsError::Password => SheetError::Encrypted,
                other => SheetError::Damaged(other.to_string()),
            })?;
            ranges(book)
        }
        Workbook::Ods => {
            container::check(bytes)?;
            let book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
                OdsError::Password => SheetError::Encrypted,
                other => SheetError::Damaged(other.to_string()),
            })?;
            ranges(book)
        }
    }
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    container::check(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetError::Encrypted,
        other => SheetError::Damaged(other.to_string()),
    })?;
    let names = worksheets(&book)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let mut sheet = Sheet::default();
        match book.worksheet_cells_reader(&name) {
            Ok(mut cells) => loop {
                match cells.next_cell() {
                    Ok(Some(cell)) => {
                        let (row, column) = cell.get_position();
                        sheet.put(row, column, of_reference(cell.get_value()), &mut budget)?;
                    }
                    Ok(None) => break,
                    Err(error) => {
                        sheet.broken = Some(error.to_string());
                        break;
                    }
                }
            },
            Err(error) => sheet.broken = Some(error.to_string()),
        }
        sheet.name = name;
        sheets.push(sheet.finished());
    }
    Ok(sheets)
}

fn ranges<'a, R>(mut book: R) -> Result<Vec<Sheet>, SheetError>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    let names = worksheets(&book)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let mut sheet = Sheet::default();
        match book.worksheet_range(&name) {
            Ok(range) => sheet.fill(&range, &mut budget)?,
            Err(error) => sheet.broken = Some(error.to_string()),
        }
        sheet.name = name;
        sheets.push(sheet.finished());
    }
    Ok(sheets)
}

/// The tabs that hold cells.
fn worksheets<'a, R: Reader<Cursor<&'a [u8]>>>(book: &R) -> Result<Vec<String>, SheetError> {
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    within("sheets", names.len(), MOST_SHEETS)?;
    Ok(names)
}

/// What all cells of a workbook have used up of its limits.
#[derive(Debug, Default)]
struct Budget {
    cells: usize,
    text: usize,
}

fn within(what: &'static str, found: usize, most: usize) -> Result<(), SheetError> {
    if found > most {
        let (found, most) = (found as u64, most as u64);
        return Err(SheetError::TooLarge { what, found, most });
    }
    Ok(())
}

impl Sheet {
    fn fill(&mut self, range: &Range<Data>, budget: &mut Budget) -> Result<(), SheetError> {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            self.put(row, column, of_data(value), budget)?;
        }
        Ok(())
    }

    /// Sets a cell; rows and columns count from 0. Cells mostly come in order, but need not.
    fn put(
        &mut self,
        row: u32,
        column: u32,
        cell: Cell,
        budget: &mut Budget,
    ) -> Result<(), SheetError> {
        let (Cell::Text(text) | Cell::Number(text) | Cell::Moment(text)) = &cell else {
            return Ok(());
        };
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        budget.cells += 1;
        budget.text = budget.text.saturating_add(text.len());
        within("columns", column.saturating_add(1), MOST_COLUMNS)?;
        within("cells", budget.cells, MOST_CELLS)?;
        within("texts", budget.text, MOST_TEXT)?;
        let number = row.saturating_add(1);
        if self.rows.last().is_none_or(|last| last.number != number) {
            self.rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(row) = self.rows.last_mut() {
            // Gaps are cells too as far as memory goes.
            let gap = column.saturating_sub(row.cells.len());
            budget.cells += gap;
            within("cells", budget.cells, MOST_CELLS)?;
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = row.cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// Puts rows that were stored out of order in theirs.
    fn finished(mut self) -> Self {
        if !self.rows.is_sorted_by_key(|row| row.number) {
            self.rows.sort_by_key(|row| row.number);
        }
        self
    }
}

fn of_reference(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(whole) => Cell::Number(whole.to_string().into()),
        DataRef::Float(double) => Cell::Number(number::decimal(*double).into()),
        DataRef::String(text) => of_text(text),
        DataRef::SharedString(text) => of_text(text),
        DataRef::Bool(is) => Cell::Text(is.to_string().into()),
        DataRef::DateTime(serial) => of_serial(*serial),
        DataRef::DateTimeIso(iso) => Cell::Moment(moment::of_iso(iso).into()),
        DataRef::DurationIso(iso) => of_text(iso),
        DataRef::Error(error) => of_text(&error.to_string()),
    }
}

fn of_data(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(whole) => Cell::Number(whole.to_string().into()),
        Data::Float(double) => Cell::Number(number::decimal(*double).into()),
        Data::String(text) | Data::DurationIso(text) => of_text(text),
        Data::Bool(is) => Cell::Text(is.to_string().into()),
        Data::DateTime(serial) => of_serial(*serial),
        Data::DateTimeIso(iso) => Cell::Moment(moment::of_iso(iso).into()),
        Data::Error(error) => of_text(&error.to_string()),
    }
}

fn of_text(text: &str) -> Cell {
    if text.trim().is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.into())
    }
}

fn of_serial(serial: ExcelDateTime) -> Cell {
    match moment::of_serial(serial) {
        Some(moment) => Cell::Moment(moment.into()),
        None => Cell::Number(number::decimal(serial.as_f64()).into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cell_far_to_the_right_is_refused_before_it_costs_memory() {
        let mut sheet = Sheet::default();
        let far = sheet.put(0, 16_383, of_text("x"), &mut Budget::default());
        assert!(matches!(
            far,
            Err(SheetError::TooLarge {
                what: "columns",
                ..
            })
        ));
    }

    #[test]
    fn gaps_before_a_cell_count_as_cells() {
        let mut sheet = Sheet::default();
        let mut budget = Budget::default();
        let refused =
            (0..2000).find_map(|row| sheet.put(row, 999, of_text("x"), &mut budget).err());
        assert!(matches!(
            refused,
            Some(SheetError::TooLarge { what: "cells", .. })
        ));
    }

    #[test]
    fn rows_stored_out_of_order_come_in_theirs() {
        let mut sheet = Sheet::default();
        let mut budget = Budget::default();
        for row in [4, 1, 9] {
            sheet.put(row, 0, of_text("x"), &mut budget).unwrap();
        }
        let numbers: Vec<u32> = sheet.finished().rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 5, 10]);
    }

    #[test]
    fn bytes_that_are_no_workbook_are_damaged_whatever_they_claim() {
        for kind in [Workbook::Xlsx, Workbook::Xls, Workbook::Ods] {
            for bytes in [
                &b""[..],
                b"PK\x03\x04",
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                b"abc",
            ] {
                assert!(matches!(sheets(bytes, kind), Err(SheetError::Damaged(_))));
            }
        }
    }
}
