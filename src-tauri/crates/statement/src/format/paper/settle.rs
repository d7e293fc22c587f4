//! Rows and balances to a statement that adds up, or to the difference by which it does not.

use domain::{Balance, BalanceKind, Currency, Decimal};

use super::day::Year;
use super::facts::Facts;
use super::row::{Event, Row, Seen};
use super::words::Said;
use crate::check::{Outcome, is_newest_first, prove};
use crate::{Entry, Statement, TextField};

/// What came of one way to look at the lines.
pub(super) struct Attempt {
    pub(super) statement: Statement<'static>,
    pub(super) outcome: Outcome,
    pub(super) difference: Option<Decimal>,
}

/// Balances that are tried for one end of a statement.
const MOST_TRIED: usize = 6;

/// Tries the balances that may open and close these rows, the surest first, until a pair of them proves the rows.
pub(super) fn settle(events: &[Event], facts: &Facts, year: Year) -> Option<Attempt> {
    let first = events
        .iter()
        .position(|event| matches!(event, Event::Row(_)))?;
    let last = events
        .iter()
        .rposition(|event| matches!(event, Event::Row(_)))?;
    let rows: Vec<&Row> = events
        .iter()
        .filter_map(|event| match event {
            Event::Row(row) => Some(row),
            Event::Balance(_) => None,
        })
        .collect();
    let openings = candidates(events.get(..first)?, events, Said::Opening);
    let after = events.get(last + 1..)?;
    let closings = candidates(after, events, Said::Closing);
    let entries: Vec<Entry<'static>> = rows
        .iter()
        .filter_map(|row| entry(row, facts, year))
        .collect();
    if entries.len() != rows.len() {
        return None;
    }
    let mut best: Option<Attempt> = None;
    for opening in ends(&openings) {
        for closing in ends(&closings) {
            let statement = statement(&entries, facts, year, opening, closing);
            let proof = prove(&statement);
            let attempt = Attempt {
                statement,
                outcome: proof.outcome,
                difference: proof.difference,
            };
            if attempt.outcome == Outcome::Holds {
                return Some(attempt);
            }
            if best.as_ref().is_none_or(|best| attempt.is_nearer(best)) {
                best = Some(attempt);
            }
        }
    }
    best
}

impl Attempt {
    /// Whether it says more of what is amiss: a difference, and a small one.
    pub(super) fn is_nearer(&self, other: &Attempt) -> bool {
        let size = |attempt: &Attempt| attempt.difference.map(|difference| difference.abs());
        match (size(self), size(other)) {
            (Some(one), Some(other)) => one < other,
            (one, other) => one.is_some() && other.is_none(),
        }
    }
}

/// Each candidate, and none where there is none.
fn ends<'s>(seen: &[&'s Seen]) -> Vec<Option<&'s Seen>> {
    if seen.is_empty() {
        return vec![None];
    }
    seen.iter().map(|seen| Some(*seen)).collect()
}

/// The balances that may stand at one end of the rows: those that say so wherever they stand, then those whose place
/// (`beside`, before the first row or after the last) says so.
fn candidates<'e>(beside: &'e [Event], all: &'e [Event], end: Said) -> Vec<&'e Seen> {
    let mut found: Vec<&Seen> = Vec::new();
    let mut add = |seen: &'e Seen| {
        let known = found.iter().any(|other| {
            other.amount.size == seen.amount.size && other.amount.way == seen.amount.way
        });
        if !known && found.len() < MOST_TRIED {
            found.push(seen);
        }
    };
    for event in all {
        if let Event::Balance(seen) = event
            && seen.said == end
        {
            add(seen);
        }
    }
    let placed = beside.iter().filter_map(|event| match event {
        Event::Balance(seen) if matches!(seen.said, Said::Balance | Said::Carried) => Some(seen),
        _ => None,
    });
    match end {
        Said::Opening => placed.for_each(&mut add),
        _ => placed.rev().for_each(&mut add),
    }
    found
}

fn statement(
    entries: &[Entry<'static>],
    facts: &Facts,
    year: Year,
    opening: Option<&Seen>,
    closing: Option<&Seen>,
) -> Statement<'static> {
    let mut balances = Vec::new();
    for (kind, seen) in [
        (BalanceKind::Opening, opening),
        (BalanceKind::Closing, closing),
    ] {
        if let Some(seen) = seen {
            balances.push(Balance {
                kind,
                amount: seen.signed(facts.is_of_card),
                as_of: seen.day.and_then(|day| day.day(year)),
            });
        }
    }
    Statement {
        account: facts.account.clone(),
        currency: facts.currency.or_else(|| usual(entries)),
        from: facts.from,
        until: facts.until,
        newest_first: is_newest_first(entries),
        entries: entries.to_vec(),
        balances,
        ..Statement::default()
    }
}

impl Seen {
    fn signed(&self, is_of_card: bool) -> Decimal {
        match self.is_owed {
            Some(true) => -self.amount.size,
            Some(false) => self.amount.size,
            None => self.amount.signed(is_of_card, None),
        }
    }
}

/// The currency that the amounts themselves state.
fn usual(entries: &[Entry<'static>]) -> Option<Currency> {
    let stated = entries.iter().find_map(|entry| entry.currency)?;
    entries
        .iter()
        .all(|entry| entry.currency.is_none_or(|one| one == stated))
        .then_some(stated)
}

fn entry(row: &Row, facts: &Facts, year: Year) -> Option<Entry<'static>> {
    let (amount, balance_after) = row.money(facts.is_of_card)?;
    let day = |printed: Option<super::day::Printed>| printed.map(|printed| printed.day(year));
    // A day that cannot be read is no reason to leave a row out: the attempt fails as a whole.
    let (booking, value, done) = (day(row.booking), day(row.value), day(row.done));
    if [booking, value, done].contains(&Some(None)) {
        return None;
    }
    let done = done.flatten();
    Some(Entry {
        line: u32::try_from(row.at).ok()?,
        booking_date: booking.flatten().or(done.filter(|_| value.is_none())),
        value_date: value.flatten(),
        transaction_date: done,
        amount,
        currency: row.currency(),
        texts: row
            .text
            .iter()
            .map(|text| TextField {
                label: "text".into(),
                text: text.clone().into(),
            })
            .collect(),
        balance_after,
        ..Entry::default()
    })
}
