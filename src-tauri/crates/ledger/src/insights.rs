//! What the history says, as projections: charges that recur, prices that changed, equal debits of one day. Whatever a transaction
//! changes is looked at again inside it, conversation by conversation and bucket by bucket; what deserves a question is decided on
//! reading, as receipts, refunds and statements of other days have their say in it.

mod alert;
mod charges;
mod doubles;
mod words;

pub use alert::{Alert, AlertAnswer, AlertKind, Expected};
pub use charges::Charge;

pub(crate) use alert::{beside, to_check, told};
pub(crate) use words::apply;

use std::collections::{BTreeSet, HashSet};

use domain::CounterpartyId;
use store::{DebitBucket, Read, Write};

use crate::{Ledger, Result};

/// The rules that all of this is found by. A change of them counts up, and all is found anew.
const VERSION: i64 = 1;

/// Finds anew what changed entries may have changed.
pub(crate) fn settle(
    write: Write<'_>,
    crowded: &HashSet<DebitBucket>,
    touched: &BTreeSet<CounterpartyId>,
) -> Result<()> {
    for bucket in crowded {
        write.put_double_debits(*bucket, &doubles::find(write.read(), *bucket)?)?;
    }
    for id in touched {
        let (rows, changes) = charges::find(write.read(), *id)?;
        write.put_recurrings(*id, &rows, &changes)?;
    }
    Ok(())
}

/// Finds all anew where it was found by older rules.
pub(crate) fn renew(ledger: &Ledger) -> Result<()> {
    if ledger.store.read(|read| read.insight_version())? == VERSION {
        return Ok(());
    }
    ledger.store.write(|write| {
        let read = write.read();
        let mut crowded: HashSet<DebitBucket> = read.list_crowded_buckets()?.into_iter().collect();
        crowded.extend(read.list_double_debits()?.into_iter().map(|row| row.bucket));
        settle(
            write,
            &crowded,
            &read.list_conversing()?.into_iter().collect(),
        )?;
        Ok(write.set_insight_version(VERSION)?)
    })
}

/// What is stored otherwise than it is found from nothing.
pub(crate) fn findings(read: Read<'_>) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    let mut doubles = Vec::new();
    for bucket in read.list_crowded_buckets()? {
        doubles.extend(doubles::find(read, bucket)?);
    }
    let mut stored = read.list_double_debits()?;
    doubles.sort_unstable();
    stored.sort_unstable();
    if doubles != stored {
        findings.push("double debits: not what the rules find".to_owned());
    }
    let mut conversing = read.list_conversing()?;
    conversing.sort_unstable();
    let (mut rows, mut changes) = (Vec::new(), Vec::new());
    for id in conversing {
        let (own, own_changes) = charges::find(read, id)?;
        rows.extend(own);
        changes.extend(own_changes);
    }
    rows.sort_by_key(|row| (row.counterparty, row.entry));
    if rows != read.list_recurrings()? {
        findings.push("recurring charges: not what the rules find".to_owned());
    }
    changes.sort_by_key(|row| (row.counterparty, row.day, row.entry));
    if changes != read.list_price_changes()? {
        findings.push("price changes: not what the rules find".to_owned());
    }
    Ok(findings)
}
