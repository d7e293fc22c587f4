//! Operations of the log.

use ledger::Operation;

use super::day;
use super::import::{counts, outcome};
use crate::history::HistoryRow;

/// One operation. `accounts` are the names of those that an import speaks of.
pub(crate) fn history_row(operation: &Operation, accounts: Vec<String>) -> HistoryRow {
    let row = &operation.row;
    let period = operation.period();
    let document = operation.document.as_ref();
    let import = operation.import.as_ref();
    HistoryRow {
        operation: row.id.0,
        operation_kind: row.operation.kind.as_str().to_owned(),
        at: row.operation.at.clone(),
        undone: row.is_undone,
        file: document.map(|document| document.0.clone()),
        format: document.map(|document| document.2.clone()),
        accounts,
        from: period.map(|(from, _)| day(from)),
        until: period.map(|(_, until)| day(until)),
        counts: import.map(|import| counts(import.counts)),
        proof: import.map(|import| outcome(import.proof).to_owned()),
        sha256: document.map(|document| hex(&document.1)),
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
