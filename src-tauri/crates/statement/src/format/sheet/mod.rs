//! Workbooks: every worksheet that holds a table is read as a CSV of the same rows would be.
//!
//! True dates and numbers leave no question of order or decimal sign; cells that hold them as text are decided as those of a
//! CSV are. Which bytes are a workbook is told without opening it: what opens it may be exhausted by it ([`Risk::Hostile`]).

use source::sheet::{Sheet, SheetError, Workbook, sheets};
use source::{Diagnostic, Source};

use super::csv::Table;
use crate::{Answers, Format, Reading, Risk};

mod cells;
mod kind;

pub(super) const XLSX: Format = Format {
    id: "xlsx",
    title: "Excel (XLSX)",
    specification: "ECMA-376 part 1, SpreadsheetML",
    richness: 20,
    risk: Risk::Hostile,
    sniff: kind::xlsx,
    parse: |source, answers| parse(source, answers, Workbook::Xlsx),
};

pub(super) const XLS: Format = Format {
    id: "xls",
    title: "Excel 97–2003 (XLS)",
    specification: "[MS-XLS]",
    richness: 20,
    risk: Risk::Hostile,
    sniff: kind::xls,
    parse: |source, answers| parse(source, answers, Workbook::Xls),
};

pub(super) const ODS: Format = Format {
    id: "ods",
    title: "OpenDocument (ODS)",
    specification: "OpenDocument 1.3 part 3, spreadsheets",
    richness: 20,
    risk: Risk::Hostile,
    sniff: kind::ods,
    parse: |source, answers| parse(source, answers, Workbook::Ods),
};

/// Findings that say no more than that a sheet holds no table of entries.
const WITHOUT_TABLE: [&str; 3] = ["noDateColumn", "noAmountColumn", "notAStatement"];

fn parse<'a>(source: &'a Source<'a>, answers: &Answers, workbook: Workbook) -> Reading<'a> {
    let bytes = source.bytes();
    if kind::is_xml_of_2003(bytes) {
        return Reading::refused(Diagnostic::error("sheetXml2003"));
    }
    if workbook == Workbook::Xlsx && kind::is_compound(bytes) {
        return Reading::refused(Diagnostic::error("sheetEncrypted"));
    }
    let sheets = match sheets(bytes, workbook) {
        Ok(sheets) => sheets,
        Err(error) => return Reading::refused(refusal(error)),
    };
    let mut reading = Reading::default();
    for sheet in sheets {
        read_sheet(sheet, answers, &mut reading);
    }
    let read = !reading.statements.is_empty();
    if read {
        // One sheet of statements is enough: beside it, covers and summaries are to be expected.
        for finding in &mut reading.diagnostics {
            if WITHOUT_TABLE.contains(&finding.code) {
                let place = finding.at.as_ref().and_then(|at| at.record.as_deref());
                let sheet = place.and_then(|place| Some(place.rsplit_once('!')?.0));
                let sheet = sheet.unwrap_or_default().to_owned();
                *finding = Diagnostic::info("sheetWithoutTable").record(sheet);
            }
        }
    } else if reading.diagnostics.is_empty() {
        reading.diagnostics.push(Diagnostic::error("emptyFile"));
    }
    reading
}

fn read_sheet(sheet: Sheet, answers: &Answers, reading: &mut Reading<'_>) {
    if let Some(why) = &sheet.broken {
        let last = sheet.rows.last().map_or(0, |row| row.number);
        let finding = Diagnostic::error("sheetBroken").found(why);
        let finding = finding.expected(last).record(sheet.name.clone());
        reading.diagnostics.push(finding.costs_row());
    }
    if sheet.rows.is_empty() {
        return;
    }
    let table = cells::table(&sheet);
    // The table is a copy; a large sheet need not be held twice while it is read.
    let Sheet { name, rows, .. } = sheet;
    drop(rows);
    let mut read = table.read(answers).into_owned();
    for finding in &mut read.diagnostics {
        locate(finding, &name, &table);
    }
    for entry in read.statements.iter_mut().flat_map(|one| &mut one.entries) {
        entry.bytes = (0, 0);
    }
    reading.statements.append(&mut read.statements);
    reading.diagnostics.append(&mut read.diagnostics);
    for mapping in &mut read.mappings {
        mapping.sheet = Some(name.clone());
    }
    reading.mappings.append(&mut read.mappings);
    for question in read.questions {
        if reading
            .questions
            .iter()
            .all(|other| other.about != question.about)
        {
            reading.questions.push(question);
        }
    }
}

/// Gives a finding its cell as the spreadsheet names it: `Feuil1!B7`.
fn locate(finding: &mut Diagnostic, sheet: &str, table: &Table) {
    if finding.code == "csvLayout" {
        finding.code = "sheetLayout";
        finding
            .args
            .retain(|(name, _)| !matches!(*name, "encoding" | "delimiter"));
        finding.args.push(("sheet", sheet.to_owned()));
    }
    let Some(at) = finding.at.as_mut() else {
        finding.at.get_or_insert_default().record = Some(sheet.to_owned());
        return;
    };
    let Some(place) = table.place(&at.bytes) else {
        return;
    };
    let column = place.column.map(cells::column_name).unwrap_or_default();
    at.record = Some(format!("{sheet}!{column}{}", place.row));
    at.column = None;
    at.bytes = 0..0;
}

fn refusal(error: SheetError) -> Diagnostic {
    match error {
        SheetError::Encrypted => Diagnostic::error("sheetEncrypted"),
        SheetError::Damaged(why) => Diagnostic::error("sheetDamaged").found(why),
        SheetError::TooLarge { what, found, most } => Diagnostic::error("sheetTooLarge")
            .with("what", what)
            .found(found)
            .expected(most),
    }
}
