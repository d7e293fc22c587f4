//! Reviews and reports of imports.

use ledger::{CORRECTION, Imported, Outcome, ProofView, Review, Stage};
use source::{Correction, Diagnostic};

use super::mapping::mapping;
use super::{counterparty_name, day, money, stated};
use crate::Words;
use crate::imports::{
    AlreadyImported, ChoiceDto, CorrectionDto, Counts, DiagnosticDto, FileAccount, FileDone,
    FileReview, NearRow, QuestionDto, ReviewProof, ReviewRow,
};

/// One file of a drop, as the review sheet shows it.
pub(crate) fn file_review(review: &Review, words: &Words) -> FileReview {
    FileReview {
        name: review.name.clone(),
        format: review.format.map(str::to_owned),
        already: review
            .already
            .as_ref()
            .map(|(operation, at)| AlreadyImported {
                operation: operation.0,
                date: day_of(at),
            }),
        accounts: review
            .accounts
            .iter()
            .map(|account| FileAccount {
                id: account.id.map(|id| id.0),
                name: account.name.clone().unwrap_or_default(),
                currency: Some(account.currency.code().to_owned()),
            })
            .collect(),
        from: review.period.map(|(from, _)| day(from)),
        until: review.period.map(|(_, until)| day(until)),
        counts: counts(review.counts),
        proofs: review
            .proofs
            .iter()
            .map(|view| proof(view, review))
            .collect(),
        receipts: review.receipts.len() as u64,
        questions: review.questions.iter().map(question).collect(),
        switches: review.switches.iter().map(question).collect(),
        diagnostics: findings(review, words),
        rows: review
            .rows
            .iter()
            .map(|row| ReviewRow {
                state: row.state.as_str().to_owned(),
                line: Some(u64::from(row.line)).filter(|line| *line > 0),
                date: Some(day(row.date)),
                text: row.text.clone(),
                counterparty: counterparty(row, words),
                newcomer: row.joins.is_none() && !row.counterparty.is_empty(),
                money: Some(stated(row.amount, row.currency)),
                corrected: corrected(review, row.line),
                near: row.near.as_ref().map(|near| near_row(near, words)),
            })
            .chain(review.diagnostics.iter().filter_map(unreadable))
            .collect(),
        mapping: mapping(&review.mappings, &review.profiles),
    }
}

/// The conversation that a row would join, as it is called there or would be.
fn counterparty(row: &ledger::ReviewRow, words: &Words) -> Option<String> {
    let joined = row
        .joins
        .as_ref()
        .map(|joins| counterparty_name(joins, words));
    joined.or_else(|| Some(row.counterparty.clone()).filter(|name| !name.is_empty()))
}

/// A row that could not be read, by the finding that says so.
fn unreadable(finding: &Diagnostic) -> Option<ReviewRow> {
    finding.unreadable_row.then(|| ReviewRow {
        state: "unreadable".to_owned(),
        line: finding.line().map(u64::from),
        date: None,
        text: finding
            .excerpt
            .as_ref()
            .map(|excerpt| excerpt.text.clone())
            .unwrap_or_default(),
        counterparty: None,
        newcomer: false,
        money: None,
        corrected: None,
        near: None,
    })
}

fn findings(review: &Review, words: &Words) -> Vec<DiagnosticDto> {
    let findings = review.diagnostics.iter().enumerate();
    findings
        .map(|(index, finding)| {
            let stands = review.correctable.iter().find(|(of, _)| *of == index);
            DiagnosticDto {
                correction: stands.map(|(_, stands)| correction(stands)),
                ..words.diagnostic(finding)
            }
        })
        .collect()
}

fn corrected(review: &Review, line: u32) -> Option<CorrectionDto> {
    let mut made = review.corrected.iter();
    made.find(|one| one.place.line == line).map(correction)
}

fn correction(made: &Correction) -> CorrectionDto {
    CorrectionDto {
        about: format!("{CORRECTION}{}", made.place),
        text: made.text.clone(),
    }
}

fn near_row(near: &ledger::NearRow, words: &Words) -> NearRow {
    NearRow {
        days_before: near.days_before,
        date: day(near.date),
        text: near.text.clone(),
        counterparty: Some(counterparty_name(&near.counterparty, words)),
        money: money(near.money),
        file: near.document.clone(),
        line: Some(u64::from(near.line)).filter(|line| *line > 0),
    }
}

/// A file that could not be opened.
pub(crate) fn refused_file(name: &str, finding: &Diagnostic, words: &Words) -> FileReview {
    FileReview {
        name: name.to_owned(),
        format: None,
        already: None,
        accounts: Vec::new(),
        from: None,
        until: None,
        counts: Counts::default(),
        proofs: Vec::new(),
        receipts: 0,
        questions: Vec::new(),
        switches: Vec::new(),
        diagnostics: vec![words.diagnostic(finding)],
        rows: Vec::new(),
        mapping: None,
    }
}

/// What one file brought.
pub(crate) fn file_done(imported: &Imported) -> FileDone {
    FileDone {
        name: imported.review.name.clone(),
        operation: imported.operation.map(|id| id.0),
        counts: counts(imported.review.counts),
        proof: outcome(imported.review.proof()).to_owned(),
        proved: false,
        receipts: if imported.operation.is_some() {
            imported.review.receipts.len() as u64
        } else {
            0
        },
        links: imported.links,
        deletions: Vec::new(),
    }
}

pub(crate) fn counts(counts: ledger::Counts) -> Counts {
    Counts {
        new: counts.new,
        known: counts.known,
        updated: counts.updated,
        conflict: counts.conflict,
        unreadable: counts.unreadable,
    }
}

/// `holds broken unstated`.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "holds",
        Outcome::Broken => "broken",
        Outcome::Unstated => "unstated",
    }
}

/// `reading planning writing`.
pub(crate) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "reading",
        Stage::Planning => "planning",
        Stage::Writing => "writing",
    }
}

fn proof(view: &ProofView, review: &Review) -> ReviewProof {
    let account = review.accounts.get(view.account);
    let currency = view.currency;
    let moved = view.proof.money_in.saturating_add(view.proof.money_out);
    ReviewProof {
        account: account
            .and_then(|account| account.name.clone())
            .unwrap_or_default(),
        proof: outcome(view.proof.outcome).to_owned(),
        opening: view.proof.opening.map(|amount| stated(amount, currency)),
        movement: stated(moved, currency),
        count: u64::try_from(view.proof.count).unwrap_or(u64::MAX),
        closing: view.proof.closing.map(|amount| stated(amount, currency)),
        difference: view.proof.difference.map(|amount| stated(amount, currency)),
        opening_date: view.opening_date.map(day),
        closing_date: view.closing_date.map(day),
        broken_at_line: view.proof.broken_at_line.map(u64::from),
    }
}

fn question(question: &ledger::Question) -> QuestionDto {
    QuestionDto {
        about: question.about.to_owned(),
        choices: question
            .choices
            .iter()
            .map(|choice| ChoiceDto {
                value: choice.value.clone(),
                example: choice.example.clone(),
            })
            .collect(),
        assumed: question.assumed.clone(),
    }
}

/// The calendar day of an instant, in UTC.
fn day_of(instant: &str) -> String {
    instant.get(..10).unwrap_or(instant).to_owned()
}
