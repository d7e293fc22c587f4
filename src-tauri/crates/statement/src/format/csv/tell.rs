//! What is told of a table, or of a document, as a whole.

use source::Diagnostic;

use super::column::Column;
use super::date::date_cell;
use super::finish;
use super::rows::Rows;
use super::section::Section;
use super::split::Records;
use crate::{By, Mapping, Reading};

/// Says what a document without a single row lacks.
pub(super) fn without_table(records: &Records<'_>) -> Diagnostic {
    let mut fields = Vec::new();
    let mut dated = false;
    for record in 0..records.len().min(50) {
        records.fields(record, &mut fields);
        dated |= fields
            .iter()
            .any(|field| date_cell(field.raw(records.text)).is_some());
    }
    let code = if dated {
        "noAmountColumn"
    } else {
        "noDateColumn"
    };
    let (start, end) = records.span(0);
    Diagnostic::error(code).at(records.text, 1, start..end)
}

pub(super) fn header_only(records: &Records<'_>, section: &Section) -> Diagnostic {
    let record = section.header.unwrap_or(0);
    let (start, end) = records.span(record);
    Diagnostic::warning("nothingToImport").at(records.text, records.line(record), start..end)
}

/// Tells what was left out or is doubtful in a table.
pub(super) fn told_about(
    records: &Records<'_>,
    rows: &Rows<'_>,
    columns: &[Column<'_>],
    signs: &finish::Signs,
    reading: &mut Reading<'_>,
) {
    if let Some(record) = rows.wider {
        let mut fields = Vec::new();
        records.fields(record, &mut fields);
        let (start, end) = records.span(record);
        reading.diagnostics.push(
            Diagnostic::warning("tooManyFields")
                .found(fields.len())
                .expected(columns.len())
                .at(records.text, records.line(record), start..end),
        );
    }
    if let Some(first) = rows.around.first() {
        let (start, end) = records.span(*first);
        reading.diagnostics.push(
            Diagnostic::info("csvLinesBeside")
                .with("count", rows.around.len())
                .at(records.text, records.line(*first), start..end),
        );
    }
    if signs.fee_outside {
        let fees = rows.raws.iter().fold(domain::Decimal::ZERO, |sum, raw| {
            sum.saturating_add(raw.fee)
        });
        reading
            .diagnostics
            .push(Diagnostic::warning("csvFeeOutsideAmount").found(fees));
    }
}

/// A table without a single entry is no statement: says so once.
pub(super) fn finish_reading(records: &Records<'_>, reading: &mut Reading<'_>) {
    let mut accounts: Vec<_> = reading
        .statements
        .iter()
        .map(|statement| &statement.account)
        .collect();
    accounts.dedup();
    if accounts.len() > 1 {
        reading
            .diagnostics
            .push(Diagnostic::warning("severalAccounts").found(accounts.len()));
    }
    reading
        .statements
        .retain(|statement| !statement.entries.is_empty());
    let said = reading
        .diagnostics
        .iter()
        .any(|finding| finding.severity != source::Severity::Info);
    if reading.statements.is_empty() && !said {
        let (start, end) = records.span(0);
        reading
            .diagnostics
            .push(Diagnostic::warning("nothingToImport").at(records.text, 1, start..end));
    }
}

/// Says that a profile answered what the document leaves open, or changed what it says.
pub(super) fn remembered(mapping: &Mapping) -> Option<Diagnostic> {
    let name = mapping.profile.as_ref()?;
    let decided = mapping
        .decisions()
        .iter()
        .any(|(_, decision)| decision.by == By::Profile);
    let mapped = mapping.columns.iter().any(|one| one.role != one.alone);
    (decided || mapped).then(|| Diagnostic::info("profileApplied").with("name", name))
}
