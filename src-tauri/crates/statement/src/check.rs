//! The balance proof: opening + Σ booked entries = closing, and the walk along a running balance.

use std::cmp::Ordering;

use domain::{Currency, Decimal, NaiveDate, Status};
use serde::{Deserialize, Serialize};
use source::{Diagnostic, Location};

use crate::{Entry, Statement};

/// Whether a statement adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// It does.
    Holds,
    /// It does not.
    Broken,
    /// It does not state what would prove it.
    Unstated,
}

/// The proof of one statement, in the statement's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// Whether it adds up.
    pub outcome: Outcome,
    /// Stated opening balance.
    pub opening: Option<Decimal>,
    /// Σ of booked money in.
    pub money_in: Decimal,
    /// Σ of booked money out, negative.
    pub money_out: Decimal,
    /// Booked entries.
    pub count: usize,
    /// Stated closing balance.
    pub closing: Option<Decimal>,
    /// closing − (opening + Σ), where that is not zero.
    pub difference: Option<Decimal>,
    /// The first line, in the order of time, at which a running balance breaks.
    pub broken_at_line: Option<u32>,
}

/// Proves a statement. Entries in another currency than the statement's are never added in, nor are lines that only
/// delete another.
pub fn prove(statement: &Statement<'_>) -> Proof {
    let currency = own_currency(statement);
    let mut money_in = Decimal::ZERO;
    let mut money_out = Decimal::ZERO;
    let mut count = 0;
    for entry in &statement.entries {
        if !counts(entry) || is_foreign(entry, currency) {
            continue;
        }
        count += 1;
        let side = if entry.amount.is_sign_negative() {
            &mut money_out
        } else {
            &mut money_in
        };
        *side = side.saturating_add(entry.amount);
    }
    let opening = statement.opening().map(|balance| balance.amount);
    let closing = statement.closing().map(|balance| balance.amount);
    let total = money_in.saturating_add(money_out);
    let difference = match (opening, closing) {
        (Some(opening), Some(closing)) => {
            Some(closing.saturating_sub(opening.saturating_add(total)))
        }
        _ => None,
    };
    let walked = walk(statement, currency);
    let outcome = match (difference, &walked) {
        (Some(gap), _) if !gap.is_zero() => Outcome::Broken,
        (
            _,
            Walked {
                broken: Some(_), ..
            },
        ) => Outcome::Broken,
        (Some(_), _) => Outcome::Holds,
        (None, Walked { agreed: 0, .. }) => Outcome::Unstated,
        (None, _) => Outcome::Holds,
    };
    Proof {
        outcome,
        opening,
        money_in,
        money_out,
        count,
        closing,
        difference: difference.filter(|gap| !gap.is_zero()),
        broken_at_line: walked.broken.map(|broken| broken.line),
    }
}

/// What a proof has to say: `balanceMismatch` and `runningBalanceBreak`, with what was computed (`found`) and what is
/// stated (`expected`). Empty where it holds or states nothing.
pub fn findings(statement: &Statement<'_>, proof: &Proof) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if let (Some(difference), Some(closing)) = (proof.difference, proof.closing) {
        let computed = closing.saturating_sub(difference);
        let finding = Diagnostic::warning("balanceMismatch");
        findings.push(finding.found(computed).expected(closing));
    }
    if proof.broken_at_line.is_some()
        && let Some(broken) = walk(statement, own_currency(statement)).broken
    {
        let mut finding = Diagnostic::warning("runningBalanceBreak")
            .found(broken.stated)
            .expected(broken.computed);
        let at = finding.at.get_or_insert_with(Location::default);
        at.line = Some(broken.line);
        at.bytes = broken.bytes.0..broken.bytes.1;
        findings.push(finding);
    }
    findings
}

/// Whether the lines of a statement run from newest to oldest: by their days, and where these do not tell, by the
/// direction in which the running balance holds.
pub fn is_newest_first(entries: &[Entry<'_>]) -> bool {
    let days = || entries.iter().filter_map(day);
    let (mut rises, mut falls) = (0usize, 0usize);
    for (day, next) in days().zip(days().skip(1)) {
        match day.cmp(&next) {
            Ordering::Less => rises += 1,
            Ordering::Greater => falls += 1,
            Ordering::Equal => {}
        }
    }
    if rises != falls {
        return falls > rises;
    }
    let (mut forwards, mut backwards) = (0usize, 0usize);
    for (upper, lower) in entries.iter().zip(entries.iter().skip(1)) {
        let (Some(above), Some(below)) = (upper.balance_after, lower.balance_after) else {
            continue;
        };
        forwards += usize::from(above.checked_add(lower.amount) == Some(below));
        backwards += usize::from(below.checked_add(upper.amount) == Some(above));
    }
    backwards > forwards
}

/// The day that orders an entry.
fn day(entry: &Entry<'_>) -> Option<NaiveDate> {
    entry
        .booking_date
        .or(entry.value_date)
        .or(entry.transaction_date)
}

fn counts(entry: &Entry<'_>) -> bool {
    entry.status == Status::Booked && !entry.deletes
}

/// The statement's currency; where it states none, that of its first entry that states one.
fn own_currency(statement: &Statement<'_>) -> Option<Currency> {
    statement
        .currency
        .or_else(|| statement.entries.iter().find_map(|entry| entry.currency))
}

fn is_foreign(entry: &Entry<'_>, own: Option<Currency>) -> bool {
    entry.currency.is_some() && entry.currency != own
}

/// What a walk along the running balance found.
#[derive(Default)]
struct Walked {
    /// Stated balances that were the one before plus what moved since.
    agreed: usize,
    /// The first that was not.
    broken: Option<Broken>,
}

struct Broken {
    line: u32,
    bytes: (usize, usize),
    stated: Decimal,
    computed: Decimal,
}

/// Where a walk stands.
#[derive(Clone, Copy)]
struct Balance {
    /// The last balance known for certain.
    known: Option<Decimal>,
    /// What moved since.
    moved: Decimal,
}

/// Days with more lines than this are walked in the file's order and against it only.
const REORDERED: usize = 200;

/// Walks the running balance in the order of time: each stated balance must be the one before plus what moved since. The
/// lines of one day may stand in any order.
fn walk(statement: &Statement<'_>, currency: Option<Currency>) -> Walked {
    let mut walked = Walked::default();
    if !statement
        .entries
        .iter()
        .any(|entry| entry.balance_after.is_some())
    {
        return walked;
    }
    let mut lines: Vec<&Entry<'_>> = statement.entries.iter().filter(|e| counts(e)).collect();
    if statement.newest_first {
        lines.reverse();
    }
    let mut balance = Balance {
        known: statement.opening().map(|balance| balance.amount),
        moved: Decimal::ZERO,
    };
    for group in lines.chunk_by(|entry, next| day(entry) == day(next)) {
        let as_printed = step(group.iter().copied(), balance, currency);
        let taken = match as_printed {
            Ok(taken) => Ok(taken),
            Err(broken) => step(group.iter().rev().copied(), balance, currency)
                .ok()
                .or_else(|| reordered(group, balance, currency))
                .ok_or(broken),
        };
        match taken {
            Ok((after, agreed)) => {
                balance = after;
                walked.agreed += agreed;
            }
            Err(broken) => {
                walked.broken = Some(broken);
                return walked;
            }
        }
    }
    walked
}

/// Walks along these lines: the balance after them and how many stated balances agreed, or the first that did not.
fn step<'a>(
    lines: impl Iterator<Item = &'a Entry<'a>>,
    mut balance: Balance,
    currency: Option<Currency>,
) -> Result<(Balance, usize), Broken> {
    let mut agreed = 0;
    for entry in lines {
        if is_foreign(entry, currency) {
            // What it moved in the account's currency is not stated: the next balance is taken as it stands.
            balance.known = entry.balance_after;
            balance.moved = Decimal::ZERO;
            continue;
        }
        balance.moved = balance.moved.saturating_add(entry.amount);
        let Some(stated) = entry.balance_after else {
            continue;
        };
        if let Some(known) = balance.known {
            let computed = known.saturating_add(balance.moved);
            if computed != stated {
                return Err(Broken {
                    line: entry.line,
                    bytes: entry.bytes,
                    stated,
                    computed,
                });
            }
            agreed += 1;
        }
        balance.known = Some(stated);
        balance.moved = Decimal::ZERO;
    }
    Ok((balance, agreed))
}

/// Orders the lines of a day by their balances, each following from the one before, where that is possible.
fn reordered(
    group: &[&Entry<'_>],
    start: Balance,
    currency: Option<Currency>,
) -> Option<(Balance, usize)> {
    let mut known = start.known?.checked_add(start.moved)?;
    if group.len() > REORDERED || group.iter().any(|entry| is_foreign(entry, currency)) {
        return None;
    }
    let mut left: Vec<&Entry<'_>> = group.to_vec();
    while !left.is_empty() {
        let next = left.iter().position(|entry| {
            entry.balance_after.is_some() && known.checked_add(entry.amount) == entry.balance_after
        })?;
        known = left.swap_remove(next).balance_after?;
    }
    let balance = Balance {
        known: Some(known),
        moved: Decimal::ZERO,
    };
    Some((balance, group.len()))
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
