//! Operations of the log.

use ledger::{Operation, OperationKind};

use super::import::{counts, outcome};
use super::{counterparty_name, day, minor};
use crate::Words;
use crate::history::HistoryRow;

/// One operation. `accounts` are the names of those that an import speaks of.
pub(crate) fn history_row(
    operation: &Operation,
    accounts: Vec<String>,
    words: &Words,
) -> HistoryRow {
    let row = &operation.row;
    let period = operation.period();
    let document = operation.document.as_ref();
    let import = operation.import.as_ref();
    let said = operation.said.as_ref();
    let cash = said.and_then(|said| said.cash.as_ref());
    HistoryRow {
        operation: row.id.0,
        operation_kind: kind(operation).to_owned(),
        at: row.operation.at.clone(),
        undone: row.is_undone,
        file: document.map(|document| document.0.clone()),
        format: document.map(|document| document.2.clone()),
        accounts,
        from: period.map(|(from, _)| day(from)),
        until: period.map(|(_, until)| day(until)),
        counts: import.map(|import| counts(import.counts)),
        proof: operation.proof().map(|proof| outcome(proof).to_owned()),
        sha256: document.map(|document| hex(&document.1)),
        entry: row.operation.entry.map(|id| id.0),
        subject: subject(operation, words),
        object: object(operation, words),
        money: cash.map(|cash| minor(cash.amount_minor, cash.currency)),
        category: said.and_then(|said| said.category.clone()),
    }
}

/// Its kind in the log; a question is changed and taken away by one, a note too.
fn kind(operation: &Operation) -> &'static str {
    let kind = operation.row.operation.kind;
    match (kind, operation.said.as_ref()) {
        (OperationKind::EditQuestion, Some(said)) if said.question.is_none() => "dropQuestion",
        (OperationKind::EditNote, Some(said)) if said.text.is_none() && said.is_done.is_none() => {
            "dropNote"
        }
        _ => kind.as_str(),
    }
}

fn subject(operation: &Operation, words: &Words) -> Option<String> {
    let before = operation.said.as_ref().and_then(|said| said.before.clone());
    let about = operation.counterparty.as_ref();
    let before = before.or_else(|| operation.profile.clone());
    before.or_else(|| about.map(|row| counterparty_name(row, words)))
}

fn object(operation: &Operation, words: &Words) -> Option<String> {
    let said = operation.said.as_ref()?;
    let back = operation.counterparty.as_ref();
    let back = back.filter(|_| operation.row.operation.kind == OperationKind::MoveEntry);
    if let Some(other) = operation.other.as_ref().or(back) {
        return Some(counterparty_name(other, words));
    }
    let added = said.add.iter().cloned();
    let removed = said.remove.iter().map(|tag| format!("−{tag}"));
    let tags: Vec<String> = added.chain(removed).collect();
    said.text
        .clone()
        .or_else(|| operation.question.clone())
        .or_else(|| Some(tags.join(", ")).filter(|tags| !tags.is_empty()))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
