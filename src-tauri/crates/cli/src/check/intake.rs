//! Whether a document is a statement or a receipt, and its reading.

use std::path::Path;

use source::{Sniff, Source};
use statement::{Answers, Choice, Proof, Question, Reading, Risk};
use worker::Worker;

use super::{Checked, Known};

/// Reads a document: as what the user told, as what has a sign that nothing else has, else as what it may be. What may be both is
/// read as a statement, and asked.
pub(super) fn read<'a>(file: &'a Path, source: &'a Source<'a>, answers: &Answers) -> Checked<'a> {
    let statements = statement::recognise(source);
    let receipts = receipt::recognise(source);
    let is_statement = statements
        .iter()
        .any(|one| matches!((one.format.sniff)(source), Sniff::Certain(_)));
    let told = answers.get("kind");
    if told.is_some_and(|kind| statement::format_named(kind).is_some()) {
        return statement_of(file, source, answers, statements);
    }
    if let Some(format) = told.and_then(receipt::format_named) {
        let known = Known {
            id: format.id,
            title: format.title,
            evidence: "evidence-told",
        };
        return receipts_of(file, source, answers, format, known);
    }
    let Some(first) = receipts.first() else {
        return statement_of(file, source, answers, statements);
    };
    if statements.is_empty() || (first.is_certain && !is_statement) {
        let known = Known {
            id: first.format.id,
            title: first.format.title,
            evidence: first.evidence,
        };
        return receipts_of(file, source, answers, first.format, known);
    }
    let is_doubtful = first.is_certain == is_statement;
    let choices = statements.iter().map(|one| one.format.id);
    let choices: Vec<Choice> = choices
        .chain([first.format.id])
        .map(|id| Choice {
            value: id.to_owned(),
            example: None,
        })
        .collect();
    let mut checked = statement_of(file, source, answers, statements);
    if is_doubtful {
        let asked = &mut checked.reading.questions;
        asked.retain(|one| one.about != "kind");
        asked.push(Question {
            about: "kind",
            assumed: choices.first().map(|one| one.value.clone()),
            choices,
        });
    }
    checked
}

fn statement_of<'a>(
    file: &'a Path,
    source: &'a Source<'a>,
    answers: &Answers,
    recognised: Vec<statement::Recognised>,
) -> Checked<'a> {
    let (format, mut reading) = Worker::beside().read_as(&recognised, source, answers);
    let known = format.map(|format| {
        let found = recognised.iter().find(|one| one.format.id == format.id);
        Known {
            id: format.id,
            title: format.title,
            evidence: found.map_or("evidence-told", |found| found.evidence),
        }
    });
    let proofs: Vec<Proof> = reading.statements.iter().map(statement::prove).collect();
    for (statement, proof) in reading.statements.iter().zip(&proofs) {
        let findings = statement::findings(statement, proof);
        reading.diagnostics.extend(findings);
    }
    Checked {
        file,
        recognised: known,
        encoding: format
            .is_none_or(|format| format.risk == Risk::Bounded)
            .then(|| source.charset().encoding.name()),
        reading,
        proofs,
        receipts: Vec::new(),
    }
}

fn receipts_of<'a>(
    file: &'a Path,
    source: &'a Source<'a>,
    answers: &Answers,
    format: &receipt::Format,
    known: Known,
) -> Checked<'a> {
    let read = Worker::beside().read_receipts(format, source, answers);
    let asked = read.asks_password.then(|| Question {
        about: "password",
        choices: Vec::new(),
        assumed: None,
    });
    Checked {
        file,
        recognised: Some(known),
        encoding: None,
        reading: Reading {
            statements: Vec::new(),
            questions: asked.into_iter().collect(),
            diagnostics: read.diagnostics,
        },
        proofs: Vec::new(),
        receipts: read.receipts,
    }
}
