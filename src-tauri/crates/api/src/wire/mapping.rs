//! How tables were read.

use ledger::{By, Decision, LineKind, Mapping, Profile};

use crate::mapping::{ColumnDto, DecisionDto, LineDto, MappingDto};

/// The table of a file that the mapping step shows: the first that became entries, else the first.
pub(super) fn mapping(mappings: &[Mapping], profiles: &[String]) -> Option<MappingDto> {
    let has_rows = |one: &&Mapping| one.lines.iter().any(|line| line.kind == LineKind::Row);
    let shown = mappings.iter().find(has_rows).or(mappings.first())?;
    Some(MappingDto {
        sheet: shown.sheet.clone(),
        profile: shown.profile.clone(),
        profiles: profiles.to_vec(),
        usual_name: Profile::usual_name(shown),
        encoding: shown.encoding.clone(),
        delimiter: shown.delimiter.as_ref().map(decision),
        header: decision(&shown.header),
        skip_end: decision(&shown.skip_end),
        date_order: decision(&shown.date_order),
        decimal_sign: decision(&shown.decimal_sign),
        sign: decision(&shown.sign),
        out_words: decision(&shown.out_words),
        columns: shown
            .columns
            .iter()
            .map(|column| ColumnDto {
                header: column.header.clone(),
                role: column.role.clone(),
                in_doubt: column.in_doubt,
                is_filled: column.is_filled,
            })
            .collect(),
        steps: shown.steps,
        agreeing: shown.agreeing,
        lines: shown
            .lines
            .iter()
            .map(|line| LineDto {
                line: line.line,
                line_kind: kind(line.kind).to_owned(),
                cells: line.cells.clone(),
            })
            .collect(),
        more_lines: shown.more_lines,
    })
}

fn decision(decision: &Decision) -> DecisionDto {
    let by = match decision.by {
        By::Proof => "proof",
        By::Usual => "usual",
        By::Nothing => "nothing",
        By::Answer => "answer",
        By::Profile => "profile",
    };
    DecisionDto {
        value: decision.value.clone(),
        by: by.to_owned(),
    }
}

fn kind(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Around => "around",
        LineKind::Header => "header",
        LineKind::Row => "row",
        LineKind::Beside => "beside",
    }
}
