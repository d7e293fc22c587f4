//! How a table was read, drawn up for the mapping step and for a profile.

use super::Given;
use super::attempt::Attempt;
use super::column::Column;
use super::date::DateOrder;
use super::delimiter;
use super::number::DecimalSign;
use super::role::Role;
use super::section::Section;
use super::split::Records;
use crate::{By, Decision, LineKind, MappedColumn, MappedLine, Mapping, Question};

/// Lines before the rows, and rows, that are shown.
const BEFORE: usize = 8;
const ROWS: usize = 24;
/// Cells of a line, and signs of a cell, that are shown.
const CELLS: usize = 60;
const SIGNS: usize = 120;

/// What was decided about the document before its tables were looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    pub(super) encoding: Option<String>,
    pub(super) delimiter: Option<Decision>,
    /// The line of the header, where somebody said it, and who.
    pub(super) header: Option<By>,
    /// The line of the first table's header if nobody had.
    pub(super) header_alone: String,
    pub(super) skip_end: Decision,
}

/// A table and everything that is known of it.
pub(super) struct Seen<'s, 'a> {
    pub(super) records: &'s Records<'a>,
    pub(super) section: &'s Section,
    pub(super) alone: &'s [Column<'a>],
    pub(super) given: Given<'s>,
    pub(super) questions: &'s [Question],
    pub(super) fingerprint: String,
}

/// How a table was read; without `read`, how its columns look so far.
pub(super) fn mapping(seen: &Seen<'_, '_>, frame: &Frame, read: Option<&Attempt<'_>>) -> Mapping {
    let Seen { section, given, .. } = seen;
    let mut columns = seen.alone.to_vec();
    if read.is_none() {
        given.apply_columns(&mut columns);
    }
    let columns = read.map_or(columns.as_slice(), |read| read.columns.as_slice());
    let header = section.header.map_or_else(
        || "none".to_owned(),
        |header| seen.records.line(header).to_string(),
    );
    let mut made = Mapping {
        fingerprint: seen.fingerprint.clone(),
        encoding: frame.encoding.clone(),
        delimiter: frame.delimiter.clone(),
        header: match frame.header {
            Some(by) => Decision::told(header, &frame.header_alone, by),
            None => Decision::alone(header, By::Usual),
        },
        skip_end: frame.skip_end.clone(),
        columns: mapped(seen, columns),
        out_words: given.out_words_decision(),
        profile: given.profile.map(|profile| profile.name.clone()),
        ..Mapping::default()
    };
    if let Some(read) = read {
        decide(&mut made, read, *given);
        made.steps = read.signs.walk.steps;
        made.agreeing = read.signs.walk.agreeing();
    }
    lines(&mut made, seen, read);
    made
}

fn decide(made: &mut Mapping, read: &Attempt<'_>, given: Given<'_>) {
    let alone = &read.layout.alone;
    let by = |is_open: bool, is_proven: bool| match (is_open, is_proven) {
        (true, _) => By::Nothing,
        (false, true) => By::Proof,
        (false, false) => By::Usual,
    };
    let order = given.say("dateOrder", DateOrder::from_word);
    made.date_order = Decision::told(
        read.layout.main.order.as_str(),
        alone.main.order.as_str(),
        order.by(by(alone.open.0, alone.proven.0.is_some())),
    );
    let decimal = given.say("decimalSign", DecimalSign::from_word);
    made.decimal_sign = Decision::told(
        read.layout.main.decimal.as_str(),
        alone.main.decimal.as_str(),
        decimal.by(by(alone.open.1, alone.proven.1.is_some())),
    );
    let word = |inverted: bool| if inverted { "inverted" } else { "asPrinted" };
    let by = match read.signs.why {
        "answer" => By::Answer,
        "profile" => By::Profile,
        _ => read.signs.alone.1,
    };
    made.sign = Decision::told(
        word(read.signs.convention.inverted),
        word(read.signs.alone.0),
        by,
    );
}

fn mapped(seen: &Seen<'_, '_>, columns: &[Column<'_>]) -> Vec<MappedColumn> {
    let asked = seen.questions.iter().find(|one| one.about == "columns");
    let is_asked = |at: usize| {
        asked.is_some_and(|question| {
            question.choices.iter().any(|choice| {
                choice
                    .value
                    .rsplit_once(':')
                    .is_some_and(|(_, index)| index == at.to_string())
            })
        })
    };
    columns
        .iter()
        .enumerate()
        .map(|(at, column)| MappedColumn {
            header: column.header.clone().into_owned(),
            role: column.role.as_str().to_owned(),
            alone: seen
                .alone
                .get(at)
                .map_or(Role::Other, |column| column.role)
                .as_str()
                .to_owned(),
            is_filled: column.look.filled > 0,
            in_doubt: is_asked(at),
        })
        .collect()
}

fn lines(made: &mut Mapping, seen: &Seen<'_, '_>, read: Option<&Attempt<'_>>) {
    let Seen {
        records, section, ..
    } = seen;
    let mut add = |record: usize, kind: LineKind| {
        let mut fields = Vec::new();
        records.fields(record, &mut fields);
        let cells: Vec<String> = fields
            .iter()
            .take(CELLS)
            .map(|field| field.value(records.text).chars().take(SIGNS).collect())
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            made.lines.push(MappedLine {
                line: records.line(record),
                kind,
                cells,
            });
        }
    };
    let before = section.preamble.clone();
    let first = before.start.max(before.end.saturating_sub(BEFORE));
    for record in first..before.end {
        add(record, LineKind::Around);
    }
    if let Some(header) = section.header {
        add(header, LineKind::Header);
    }
    let entries: Vec<u32> = read.map_or(Vec::new(), |read| {
        let entries = read.rows.entries.iter().take(ROWS);
        entries.map(|entry| entry.line).collect()
    });
    for record in section.body.clone().take(ROWS) {
        let kind = if entries.contains(&records.line(record)) {
            LineKind::Row
        } else {
            LineKind::Beside
        };
        add(record, kind);
    }
    made.more_lines = section.body.len().saturating_sub(ROWS);
}

/// The decision about the delimiter.
pub(super) fn delimiter_decision(sign: u8, alone: Option<u8>, by: Option<By>) -> Decision {
    let alone = alone.map(delimiter::word).unwrap_or_default();
    match by {
        Some(by) => Decision::told(delimiter::word(sign), alone, by),
        None => Decision::alone(delimiter::word(sign), By::Usual),
    }
}
