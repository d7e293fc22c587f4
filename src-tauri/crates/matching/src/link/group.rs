//! What no single pair explains: several charges of one receipt, several receipts of one charge. Only where one solution fits.

use std::collections::{HashMap, HashSet};

use chrono::Days;
use domain::{EntryId, NaiveDate};
use text::PaymentType;

use super::evidence::Scorer;
use super::index::{Index, exact};
use super::{LinkReceipt, Reason, SURE, State};

/// Days within which an order is charged parcel by parcel.
const PARCELS: i64 = 14;
/// Days within which an invoice is paid by several transfers.
const DEPOSITS: u64 = 62;
/// More charges of one merchant than this within the days of one order are too many to choose among.
const MOST: usize = 12;
/// And more open receipts of one merchant and day than this.
const MOST_RECEIPTS: usize = 6;

/// Links groups.
pub(super) fn settle(
    index: &Index<'_>,
    scorer: &Scorer<'_>,
    refused: &HashSet<(i64, EntryId)>,
    first_of: &HashMap<usize, usize>,
    state: &mut State<'_>,
) {
    for r in 0..state.receipts.len() {
        let Some(receipt) = state.receipts.get(r).filter(|receipt| {
            receipt.total > 0 && !state.is_decided(r) && !first_of.contains_key(&r)
        }) else {
            continue;
        };
        let own = |e: usize, state: &State<'_>| {
            !state.is_taken(e)
                && state.entries.get(e).is_some_and(|entry| {
                    entry.amount < 0
                        && entry.currency == receipt.currency
                        && !refused.contains(&(receipt.id, entry.id))
                })
                && scorer.is_merchant(receipt, e)
        };
        let has_single = exact(receipt).into_iter().any(|amount| {
            index
                .of_amount(receipt.currency, -amount)
                .any(|e| own(e, state) && is_soon(receipt, state, e))
        });
        if has_single {
            continue;
        }
        if let Some(parts) = in_parts(receipt, index, state, &own) {
            state.take(
                r,
                &parts,
                SURE,
                vec![Reason::Instalment, Reason::Merchant, Reason::Day],
            );
        } else if let Some(parts) = by_parcel(receipt, index, scorer, state, &own) {
            state.take(
                r,
                &parts,
                SURE,
                vec![Reason::Charges, Reason::Merchant, Reason::Day],
            );
        }
    }
    shared(index, scorer, refused, first_of, state);
}

fn is_soon(receipt: &LinkReceipt, state: &State<'_>, e: usize) -> bool {
    state
        .entries
        .get(e)
        .is_some_and(|entry| (-4..=14).contains(&(entry.booked - receipt.issued).num_days()))
}

/// The parts that the receipt announces, or three or four equal ones, a month apart.
fn in_parts(
    receipt: &LinkReceipt,
    index: &Index<'_>,
    state: &State<'_>,
    own: &dyn Fn(usize, &State<'_>) -> bool,
) -> Option<Vec<usize>> {
    if !receipt.instalments.is_empty() {
        return monthly(receipt, &receipt.instalments, index, state, own);
    }
    let found: Vec<Vec<usize>> = [3, 4]
        .into_iter()
        .filter_map(|count| {
            let part = receipt.total / count;
            let rest = receipt.total - part * (count - 1);
            let mut plans: Vec<Vec<i64>> = Vec::new();
            for first in part..=rest {
                let left = receipt.total - first;
                for second in part..=part.saturating_add(1) {
                    let mut plan = vec![first];
                    let last = left - second * (count - 2);
                    plan.extend((2..count).map(|_| second));
                    plan.push(last);
                    if (part..=rest).contains(&last) && !plans.contains(&plan) {
                        plans.push(plan);
                    }
                }
            }
            plans
                .iter()
                .find_map(|plan| monthly(receipt, plan, index, state, own))
        })
        .collect();
    match <[Vec<usize>; 1]>::try_from(found) {
        Ok([only]) => Some(only),
        Err(_) => None,
    }
}

/// One entry for each part, each the only one of its month.
fn monthly(
    receipt: &LinkReceipt,
    plan: &[i64],
    index: &Index<'_>,
    state: &State<'_>,
    own: &dyn Fn(usize, &State<'_>) -> bool,
) -> Option<Vec<usize>> {
    let mut parts: Vec<usize> = Vec::with_capacity(plan.len());
    for (month, amount) in (0i64..).zip(plan) {
        let due = month.saturating_mul(30);
        let slack = if month == 0 { 8 } else { 10 };
        let days = (due - 4)..=(due + slack);
        let fits = |e: &usize| {
            !parts.contains(e)
                && state
                    .entries
                    .get(*e)
                    .is_some_and(|entry| days.contains(&(entry.booked - receipt.issued).num_days()))
                && own(*e, state)
        };
        let mut found = index.of_amount(receipt.currency, -*amount).filter(fits);
        let only = found.next()?;
        if found.next().is_some() {
            return None;
        }
        drop(found);
        parts.push(only);
    }
    (parts.len() >= 2).then_some(parts)
}

/// Two to four charges of one merchant within two weeks that add up.
fn by_parcel(
    receipt: &LinkReceipt,
    index: &Index<'_>,
    scorer: &Scorer<'_>,
    state: &State<'_>,
    own: &dyn Fn(usize, &State<'_>) -> bool,
) -> Option<Vec<usize>> {
    let days = (receipt.issued, receipt.issued + Days::new(DEPOSITS));
    let is_part = |e: &usize| {
        state.entries.get(*e).is_some_and(|entry| {
            let is_paid_so = match entry.payment {
                PaymentType::Card | PaymentType::Other => {
                    (entry.booked - receipt.issued).num_days() <= PARCELS
                }
                PaymentType::Transfer => true,
                _ => false,
            };
            is_paid_so
                && scorer.day_of(*e, entry) >= receipt.issued
                && -entry.amount < receipt.total
        }) && own(*e, state)
    };
    let charges: Vec<(usize, i64)> = index
        .named(receipt, days)
        .into_iter()
        .filter(is_part)
        .filter_map(|e| Some((e, -state.entries.get(e)?.amount)))
        .collect();
    if charges.len() < 2 || charges.len() > MOST {
        return None;
    }
    let mut found = Vec::new();
    for amount in exact(receipt) {
        sums(&charges, amount, 4, &mut Vec::new(), &mut found);
    }
    match <[Vec<usize>; 1]>::try_from(found) {
        Ok([only]) if only.len() >= 2 => Some(only),
        _ => None,
    }
}

/// Every choice of up to `most` charges that adds up to `amount`.
fn sums(
    charges: &[(usize, i64)],
    amount: i64,
    most: usize,
    chosen: &mut Vec<usize>,
    found: &mut Vec<Vec<usize>>,
) {
    if amount == 0 {
        found.push(chosen.clone());
        return;
    }
    if amount < 0 || most == 0 {
        return;
    }
    let mut rest = charges;
    while let Some(((e, charge), after)) = rest.split_first() {
        chosen.push(*e);
        sums(after, amount - charge, most - 1, chosen, found);
        chosen.pop();
        rest = after;
    }
}

/// Two or three receipts of one merchant and day that one charge pays.
fn shared(
    index: &Index<'_>,
    scorer: &Scorer<'_>,
    refused: &HashSet<(i64, EntryId)>,
    first_of: &HashMap<usize, usize>,
    state: &mut State<'_>,
) {
    let mut open: Vec<(String, NaiveDate, usize)> = Vec::new();
    for (r, receipt) in state.receipts.iter().enumerate() {
        if !state.is_decided(r) && !first_of.contains_key(&r) && receipt.total > 0 {
            let name = receipt
                .names
                .iter()
                .flat_map(|name| text::fold(name).split([' ', '.']).next().map(str::to_owned))
                .next();
            open.push((name.unwrap_or_default(), receipt.issued, r));
        }
    }
    open.sort();
    for day in open.chunk_by(|a, b| a.0 == b.0 && a.1 == b.1) {
        let amounts: Vec<(usize, i64)> = day
            .iter()
            .filter_map(|(_, _, r)| Some((*r, state.receipts.get(*r)?.total)))
            .collect();
        if !(2..=MOST_RECEIPTS).contains(&amounts.len()) {
            continue;
        }
        let Some(first) = amounts.first().and_then(|(r, _)| state.receipts.get(*r)) else {
            continue;
        };
        let fits = |e: &usize| {
            !state.is_taken(*e)
                && is_soon(first, state, *e)
                && scorer.is_merchant(first, *e)
                && state.entries.get(*e).is_some_and(|entry| {
                    amounts.iter().all(|(r, _)| {
                        state.receipts.get(*r).is_some_and(|receipt| {
                            receipt.currency == first.currency
                                && !refused.contains(&(receipt.id, entry.id))
                        })
                    })
                })
        };
        let found: Vec<(Vec<usize>, usize)> = some(&amounts)
            .into_iter()
            .filter_map(|(chosen, total)| {
                let mut found = index.of_amount(first.currency, -total).filter(&fits);
                let only = found.next()?;
                found.next().is_none().then_some((chosen, only))
            })
            .collect();
        let is_alone = |chosen: &[usize], e: usize| {
            let mut others = found.iter().filter(|(other, _)| other.as_slice() != chosen);
            others.all(|(other, entry)| *entry != e && other.iter().all(|r| !chosen.contains(r)))
        };
        for (chosen, only) in found.iter().filter(|(chosen, e)| is_alone(chosen, *e)) {
            for r in chosen {
                state.take(
                    *r,
                    &[*only],
                    SURE,
                    vec![Reason::SharedCharge, Reason::Merchant, Reason::Day],
                );
            }
        }
    }
}

/// Every two or three of them, with their sum.
fn some(amounts: &[(usize, i64)]) -> Vec<(Vec<usize>, i64)> {
    let mut found = Vec::new();
    for (i, (a, first)) in amounts.iter().enumerate() {
        for (j, (b, second)) in amounts.iter().enumerate().skip(i.saturating_add(1)) {
            found.push((vec![*a, *b], first + second));
            for (c, third) in amounts.iter().skip(j.saturating_add(1)) {
                found.push((vec![*a, *b, *c], first + second + third));
            }
        }
    }
    found
}
