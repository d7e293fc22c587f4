//! Carrying out a plan, inside the transaction that made it.

use std::collections::{HashMap, HashSet};

use domain::{
    AccountId, Balance, BalanceKind, CounterpartyId, Currency, EntryId, Money, NaiveDate,
    ReadingId, SightingId, StatementId, Status,
};
use statement::{Proof, Statement};
use store::{
    NewBalance, NewCounterparty, NewOperation, NewStatement, OperationKind, Write, reading_of,
    sighting_id,
};

use super::plan::{Plan, covered_days};
use super::rows::{Place, Rows};
use super::{Imported, Job, Known, STEP};
use crate::examine::Destination;
use crate::history::ImportPayload;
use crate::prepare::Prepared;
use crate::project::{Bucket, BucketKey, Changes, Origin, Readings};
use crate::{Result, Stage, account, clock, profile, receipts, settle};

/// The stored reading of this document under this profile, not live yet.
pub(super) fn ensure_reading(write: Write<'_>, job: Job<'_>, known: &Known) -> Result<ReadingId> {
    if let Some(reading) = &known.reading {
        return Ok(reading.id);
    }
    let document = match &known.document {
        Some(document) => document.id,
        None => write.add_document(
            &job.digest.0,
            &job.dropped.name,
            &job.dropped.bytes,
            &clock::now(),
        )?,
    };
    let (id, richness) = job
        .examined
        .format
        .map_or(("", 0), |format| (format.id, format.richness));
    Ok(write.add_reading(document, &known.profile, id, richness)?)
}

/// The account of each statement; new ones are made.
pub(super) fn ensure_accounts(
    write: Write<'_>,
    statements: &[Statement<'_>],
    destinations: &[Destination],
) -> Result<Vec<AccountId>> {
    let mut made: HashMap<usize, AccountId> = HashMap::new();
    let mut out = Vec::with_capacity(statements.len());
    for (statement, to) in statements.iter().zip(destinations) {
        let id = match (to.account, made.get(&to.group)) {
            (Some(id), _) => id,
            (None, Some(id)) => *id,
            (None, None) => write.add_account(&statement.account, to.currency)?,
        };
        made.insert(to.group, id);
        out.push(id);
    }
    Ok(out)
}

/// Switches off what this import takes the place of, so that the file is compared with what is left. Counts the links that
/// stood before.
pub(super) fn step_aside(
    write: Write<'_>,
    known: &Known,
    changes: &mut Changes<'_>,
) -> Result<u64> {
    let linked_before = linked(write)?;
    let replaced: Vec<ReadingId> = known.replaced.iter().map(|row| row.id).collect();
    if known.stands() || replaced.is_empty() {
        return Ok(linked_before);
    }
    for reading in &replaced {
        write.set_reading_live(*reading, false)?;
    }
    let accounts = crate::history::reproject(write, &replaced, changes)?;
    changes.accounts.extend(accounts);
    for reading in replaced {
        receipts::reproject(write, reading)?;
    }
    Ok(linked_before)
}

/// Writes what the plan says.
pub(super) fn carry_out(
    mut changes: Changes<'_>,
    job: Job<'_>,
    plan: Plan<'_>,
    reading: ReadingId,
    known: &Known,
    linked_before: u64,
) -> Result<Imported> {
    let write = changes.write;
    write.set_reading_live(reading, true)?;
    let accounts: HashSet<AccountId> = if known.reading.is_some() {
        crate::history::reproject(write, &[reading], &mut changes)?
    } else {
        store_rows(write, job, &plan, reading, &mut changes)?
    };
    receipts::keep(write, reading, &job.examined.receipts)?;
    for account in accounts.iter().chain(&changes.accounts.clone()) {
        settle::supersede(write, *account, &mut changes)?;
        account::identify(write, *account, &mut changes)?;
    }
    changes.finish()?;
    profile::remember(write, job.answers, job.examined, sole_owner(job, &plan))?;
    let replaces = replaced_operations(write, known)?;
    for operation in &replaces {
        write.set_undone(*operation, true)?;
    }
    let payload = ImportPayload {
        counts: plan.review.counts,
        proof: plan.review.proof(),
        receipts: plan.review.receipts.len() as u64,
        replaces: replaces.iter().map(|id| id.0).collect(),
    };
    let operation = write.add_operation(&NewOperation {
        kind: OperationKind::ImportStatement,
        at: clock::now(),
        reading: Some(reading),
        account: None,
        entry: None,
        counterparty: None,
        payload: serde_json::to_string(&payload)?,
    })?;
    Ok(Imported {
        operation: Some(operation),
        links: linked(write)?.saturating_sub(linked_before),
        review: plan.review,
    })
}

/// The account of a document that does not say whose it is.
fn sole_owner(job: Job<'_>, plan: &Plan<'_>) -> Option<AccountId> {
    match (job.statements(), plan.accounts.as_slice()) {
        ([statement], [account]) if !statement.account.is_identified() => Some(*account),
        _ => None,
    }
}

/// Links that stand, candidates not counted.
fn linked(write: Write<'_>) -> Result<u64> {
    let links = write.read().list_links()?;
    Ok(links.iter().filter(|link| link.is_linked).count() as u64)
}

fn replaced_operations(write: Write<'_>, known: &Known) -> Result<Vec<domain::OperationId>> {
    let mut out = Vec::new();
    for reading in &known.replaced {
        let imports = write.read().list_imports_of(reading.id)?;
        out.extend(
            imports
                .iter()
                .filter(|row| !row.is_undone)
                .map(|row| row.id),
        );
    }
    Ok(out)
}

fn store_rows(
    write: Write<'_>,
    job: Job<'_>,
    plan: &Plan<'_>,
    reading: ReadingId,
    changes: &mut Changes<'_>,
) -> Result<HashSet<AccountId>> {
    let statements = store_statements(write, job, plan, reading)?;
    let counterparties = ensure_counterparties(write, &plan.rows)?;
    let readings = Readings::load(write.read(), None)?;
    // What may count elsewhere one day is written out, and so is what would repeat it.
    let may_move =
        |id: SightingId| readings.may_move(reading) || readings.may_move(reading_of(id).0);
    let mut rows = Rows::new(plan, &counterparties);
    let total = plan.rows.len();
    let mut done = 0;
    for (account, buckets) in &plan.buckets {
        let mut touched: Vec<(usize, BucketKey, &Bucket)> = buckets
            .iter()
            .filter_map(|(key, bucket)| Some((first_incoming(&bucket.origins)?, *key, bucket)))
            .collect();
        // In the order of the file, so that entries and their index pages are written one after the other.
        touched.sort_unstable_by_key(|(first, ..)| *first);
        for some in touched.chunks(STEP) {
            let some = some.iter().map(|(_, key, bucket)| (*key, *bucket));
            rows.project(*account, some, may_move, changes)?;
            done += STEP;
            job.watch.at(Stage::Writing, done.min(total), total * 2)?;
        }
    }
    let mut repeats = Vec::new();
    for (index, row) in plan.rows.iter().enumerate() {
        let place = Place {
            id: sighting_id(reading, row.row),
            statement: statements
                .get(row.statement)
                .copied()
                .unwrap_or(StatementId(0)),
            entry: rows.entries.get(index).copied().unwrap_or(EntryId(0)),
            counterparty: counterparties
                .get(index)
                .copied()
                .unwrap_or(CounterpartyId(0)),
        };
        rows.store(write, index, &place, &mut repeats)?;
        if index % STEP == 0 {
            job.watch.at(Stage::Writing, total + index, total * 2)?;
        }
    }
    write.add_repeats(&repeats)?;
    Ok(plan
        .buckets
        .keys()
        .copied()
        .chain(statement_accounts(write, reading)?)
        .collect())
}

fn statement_accounts(write: Write<'_>, reading: ReadingId) -> Result<Vec<AccountId>> {
    let rows = write.read().list_statements_of_reading(reading)?;
    Ok(rows.into_iter().map(|row| row.statement.account).collect())
}

fn first_incoming(origins: &[Origin]) -> Option<usize> {
    origins.iter().find_map(|origin| match origin {
        Origin::Incoming(index) => Some(*index),
        Origin::Stored(_) => None,
    })
}

fn ensure_counterparties(write: Write<'_>, rows: &[Prepared<'_>]) -> Result<Vec<CounterpartyId>> {
    let mut known = write.read().list_counterparty_keys()?;
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(id) = row.counterparty {
            out.push(id);
            continue;
        }
        let cleaned = &row.told().cleaned;
        let id = match known.get(&cleaned.key) {
            Some(id) => *id,
            None => {
                let id = write.add_counterparty(&NewCounterparty {
                    key: cleaned.key.clone(),
                    name: cleaned.counterparty.clone(),
                    kind: cleaned.kind.as_str().to_owned(),
                })?;
                known.insert(cleaned.key.clone(), id);
                id
            }
        };
        out.push(id);
    }
    Ok(out)
}

fn store_statements(
    write: Write<'_>,
    job: Job<'_>,
    plan: &Plan<'_>,
    reading: ReadingId,
) -> Result<Vec<StatementId>> {
    let mut out = Vec::new();
    for (index, statement) in job.statements().iter().enumerate() {
        let (Some(to), Some(view)) = (plan.destinations.get(index), plan.review.proofs.get(index))
        else {
            continue;
        };
        let account = plan.accounts.get(index).copied().unwrap_or(AccountId(0));
        let new = new_statement(
            statement,
            to.currency,
            &view.proof,
            (reading, account, index),
        )?;
        let id = write.add_statement(&new)?;
        for balance in &statement.balances {
            store_balance(write, statement, balance, to.currency, (account, id))?;
        }
        out.push(id);
    }
    Ok(out)
}

fn new_statement(
    statement: &Statement<'_>,
    currency: Currency,
    proof: &Proof,
    (reading, account, index): (ReadingId, AccountId, usize),
) -> Result<NewStatement> {
    let minor = |amount| Money::new(amount, currency).rounded().0.to_minor().ok();
    let days = covered_days(statement);
    let closing_date = statement.closing().and_then(|balance| balance.as_of);
    let pending = statement
        .entries
        .iter()
        .any(|entry| entry.status == Status::Pending);
    Ok(NewStatement {
        reading,
        account,
        ordinal: i64::try_from(index).unwrap_or(i64::MAX),
        account_stated: serde_json::to_string(&statement.account)?,
        reference: statement.reference.as_deref().map(str::to_owned),
        currency,
        from: days.map(|days| days.0),
        until: days.map(|days| days.1),
        as_of: statement
            .created
            .or(closing_date)
            .or(days.map(|days| days.1)),
        has_pending: pending,
        proof: outcome_word(proof.outcome).to_owned(),
        opening_minor: proof.opening.and_then(minor),
        opening_date: statement.opening().and_then(|balance| balance.as_of),
        in_minor: minor(proof.money_in).unwrap_or_default(),
        out_minor: minor(proof.money_out).unwrap_or_default(),
        entry_count: i64::try_from(proof.count).unwrap_or(i64::MAX),
        closing_minor: proof.closing.and_then(minor),
        closing_date,
        difference_minor: proof.difference.and_then(minor),
        broken_at_line: proof.broken_at_line.map(i64::from),
    })
}

pub(crate) fn outcome_word(outcome: statement::Outcome) -> &'static str {
    match outcome {
        statement::Outcome::Holds => "holds",
        statement::Outcome::Broken => "broken",
        statement::Outcome::Unstated => "unstated",
    }
}

/// Stores a stated balance as what the account held at the end of a day: an opening balance at the end of the day before
/// the statement's first.
fn store_balance(
    write: Write<'_>,
    statement: &Statement<'_>,
    balance: &Balance,
    currency: Currency,
    (account, id): (AccountId, StatementId),
) -> Result<()> {
    let days = covered_days(statement);
    let as_of: Option<NaiveDate> = match balance.kind {
        BalanceKind::Opening => {
            let eve = days.and_then(|days| days.0.pred_opt());
            match (balance.as_of, eve) {
                (Some(stated), Some(eve)) => Some(stated.min(eve)),
                (stated, eve) => stated.or(eve),
            }
        }
        _ => balance.as_of.or(days.map(|days| days.1)),
    };
    let minor = Money::new(balance.amount, currency).rounded().0.to_minor();
    let (Some(as_of), Ok(amount_minor)) = (as_of, minor) else {
        return Ok(());
    };
    write.add_balance(&NewBalance {
        account,
        statement: Some(id),
        operation: None,
        kind: balance.kind.as_str().to_owned(),
        as_of,
        amount_minor,
        currency,
    })?;
    Ok(())
}
