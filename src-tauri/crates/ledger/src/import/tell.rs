//! The picture of a plan: counts, rows, proofs, doubts.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::{CounterpartyId, Money, NaiveDate};
use matching::{Neighbour, RowState};
use source::{Correction, Diagnostic, Severity, Source};
use statement::{Outcome, Statement, prove};
use store::{CounterpartyRow, Read, reading_of};

use super::plan::{Plan, covered_days};
use super::{Job, Known};
use crate::Result;
use crate::examine::{Asked, Destination};
use crate::prepare::Prepared;
use crate::review::{Counts, Doubts, NearRow, ProofView, Review, ReviewAccount, ReviewRow};

pub(super) fn review(
    job: Job<'_>,
    destinations: &[Destination],
    states: &[RowState],
    findings: Vec<Diagnostic>,
) -> Review {
    let mut diagnostics = job.examined.diagnostics.clone();
    diagnostics.extend(findings);
    let proofs = proofs(job.statements(), destinations);
    for (statement, view) in job.statements().iter().zip(&proofs) {
        diagnostics.extend(statement::findings(statement, &view.proof));
    }
    let mut counts = Counts::default();
    for state in states {
        counts.add(*state);
    }
    for _ in diagnostics.iter().filter(|finding| finding.unreadable_row) {
        counts.add(RowState::Unreadable);
    }
    let spans: Vec<(NaiveDate, NaiveDate)> =
        job.statements().iter().filter_map(covered_days).collect();
    let period = spans
        .iter()
        .map(|span| span.0)
        .min()
        .zip(spans.iter().map(|span| span.1).max());
    Review {
        name: job.dropped.name.clone(),
        sha256: job.digest.to_hex(),
        format: job.examined.format.map(|format| format.id),
        evidence: job.examined.format.map(|format| format.evidence),
        already: None,
        accounts: Vec::new(),
        period,
        counts,
        proofs,
        receipts: job.examined.receipts.clone(),
        questions: Vec::new(),
        switches: Vec::new(),
        diagnostics,
        correctable: Vec::new(),
        corrected: job.answers.corrections(),
        mappings: job.examined.mappings.clone(),
        profiles: Vec::new(),
        rows: Vec::new(),
        doubts: Doubts::default(),
    }
}

/// Which findings are about words that may be corrected, and what stands there.
pub(super) fn correctable(source: &Source<'_>, review: &Review) -> Vec<(usize, Correction)> {
    let findings = review.diagnostics.iter().enumerate();
    findings
        .filter_map(|(index, finding)| {
            let stands = crate::correct::correctable(source, finding, &review.corrected)?;
            Some((index, stands))
        })
        .collect()
}

/// The rows as the review sheet shows them. An import that goes straight on never needs them.
pub(super) fn rows(read: Read<'_>, plan: &Plan<'_>) -> Result<Vec<ReviewRow>> {
    let joined = joined(read, plan)?;
    let rows = plan.rows.iter().zip(&plan.states).zip(joined);
    let mut rows: Vec<ReviewRow> = rows
        .map(|((row, state), joins)| review_row(row, *state, joins))
        .collect();
    for (index, neighbour) in &plan.shifted {
        if let (Some(shown), Some(row)) = (rows.get_mut(*index), plan.rows.get(*index)) {
            shown.near = Some(near_row(read, row, neighbour)?);
        }
    }
    Ok(rows)
}

/// The conversation that each row would join, where there is one already: under the name and within the one that the user gave it.
fn joined(read: Read<'_>, plan: &Plan<'_>) -> Result<Vec<Option<CounterpartyRow>>> {
    let known = read.list_counterparty_keys()?;
    let mut found: HashMap<CounterpartyId, CounterpartyRow> = HashMap::new();
    let mut joined = Vec::with_capacity(plan.rows.len());
    for row in &plan.rows {
        let cleaned = &row.told().cleaned;
        let id = known.get(&cleaned.key).copied();
        // What the bank does by itself is under no name.
        let Some(id) = id.filter(|_| !cleaned.counterparty.is_empty()) else {
            joined.push(None);
            continue;
        };
        if let Entry::Vacant(place) = found.entry(id) {
            place.insert(read.get_counterparty(read.root_of(id)?)?);
        }
        joined.push(found.get(&id).cloned());
    }
    Ok(joined)
}

fn near_row(read: Read<'_>, row: &Prepared<'_>, neighbour: &Neighbour) -> Result<NearRow> {
    let sighting = read.get_sighting(neighbour.sighting)?;
    let entry = read.get_entry_state(sighting.entry)?.entry;
    let reading = read.get_reading(reading_of(neighbour.sighting).0)?;
    Ok(NearRow {
        entry: entry.id,
        days_before: (row.printed_day() - neighbour.day).num_days(),
        date: sighting.order_date,
        text: neighbour.words.clone(),
        counterparty: read.get_counterparty(entry.counterparty)?,
        money: Money::from_minor(sighting.amount_minor, sighting.currency),
        document: read.get_document(reading.document)?.name,
        line: u32::try_from(sighting.line).unwrap_or_default(),
    })
}

fn review_row(row: &Prepared<'_>, state: RowState, joins: Option<CounterpartyRow>) -> ReviewRow {
    let texts: Vec<&str> = row
        .entry
        .texts
        .iter()
        .map(|field| field.text.as_ref())
        .collect();
    ReviewRow {
        state,
        row: row.row,
        line: row.entry.line,
        date: row.told().order_date,
        text: texts.join(" "),
        counterparty: row.told().cleaned.counterparty.clone(),
        joins,
        amount: row.entry.amount,
        currency: row.currency,
        near: None,
    }
}

fn proofs(statements: &[Statement<'_>], destinations: &[Destination]) -> Vec<ProofView> {
    statements
        .iter()
        .zip(destinations)
        .map(|(statement, to)| ProofView {
            account: to.group,
            currency: to.currency,
            proof: prove(statement),
            opening_date: statement.opening().and_then(|balance| balance.as_of),
            closing_date: statement.closing().and_then(|balance| balance.as_of),
        })
        .collect()
}

/// Adds what only the ledger can say: whose accounts, what stands already, what is in doubt.
pub(super) fn finish_review(
    read: Read<'_>,
    job: Job<'_>,
    known: &Known,
    plan: &mut Plan<'_>,
    asked: Asked,
) -> Result<()> {
    let Asked {
        mut questions,
        switches,
    } = asked;
    let stored = read.list_accounts()?;
    let mut accounts: Vec<ReviewAccount> = Vec::new();
    for (statement, to) in job.statements().iter().zip(&plan.destinations) {
        if accounts.len() > to.group {
            continue;
        }
        let row = to
            .account
            .and_then(|id| stored.iter().find(|account| account.id == id));
        accounts.push(ReviewAccount {
            id: to.account,
            name: row
                .and_then(crate::account::shown_name)
                .or_else(|| crate::account::stated_name(&statement.account)),
            currency: to.currency,
        });
    }
    let conflicts = plan
        .states
        .iter()
        .filter(|state| **state == RowState::Conflict)
        .count();
    if conflicts > 0 {
        questions.push(statement::Question {
            about: "conflict",
            choices: ["different", "same"]
                .map(|value| statement::Choice {
                    value: value.to_owned(),
                    example: None,
                })
                .to_vec(),
            assumed: Some("different".to_owned()),
        });
    }
    // Whose it is and in which currency is asked only where the answer, if there was one, made no sense.
    let open = |question: &statement::Question| match question.about {
        "conflict" => false,
        "account" | "currency" => true,
        about => job.answers.get(about).is_none(),
    };
    let review = &mut plan.review;
    review.doubts = Doubts {
        questions: questions.iter().filter(|question| open(question)).count(),
        errors: review
            .diagnostics
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count(),
        conflicts,
        broken: review
            .proofs
            .iter()
            .filter(|view| view.proof.outcome == Outcome::Broken)
            .count(),
        new_accounts: accounts
            .iter()
            .filter(|account| account.id.is_none())
            .count(),
    };
    if !review.mappings.is_empty() {
        let kept = read.list_profiles()?;
        review.profiles = kept.into_iter().map(|row| row.name).collect();
    }
    review.accounts = accounts;
    review.questions = questions;
    review.switches = switches;
    review.already = known.standing(read)?;
    Ok(())
}
