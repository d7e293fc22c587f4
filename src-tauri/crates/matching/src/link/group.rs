//! What no single pair explains: several charges of one receipt, several receipts of one charge. Only where one solution fits.

use std::collections::{HashMap, HashSet};

use chrono::{Days, Duration};
use domain::{EntryId, NaiveDate};
use text::PaymentType;

use super::evidence::Scorer;
use super::index::{Index, exact};
use super::{LinkReceipt, Reason, SURE, State};

/// Days within which an order is charged parcel by parcel.
const PARCELS: i64 = 14;
/// Days within which an invoice is paid by several transfers.
pub(super) const DEPOSITS: u64 = 62;
/// More charges of one merchant than this within the days of one order are too many to choose among.
const MOST: usize = 12;
/// And more open receipts of one merchant and day than this.
const MOST_RECEIPTS: usize = 6;

/// Entries and receipts that explain one another.
struct Proposal {
    receipts: Vec<usize>,
    entries: Vec<usize>,
    reason: Reason,
}

/// Links groups: those that share nothing with another, until none is left. So it does not matter who is looked at first.
pub(super) fn settle(
    index: &Index,
    scorer: &Scorer<'_>,
    refused: &HashSet<(i64, EntryId)>,
    first_of: &HashMap<usize, usize>,
    state: &mut State<'_>,
) {
    loop {
        let mut proposals = of_one(index, scorer, refused, first_of, state);
        proposals.extend(shared(index, scorer, refused, first_of, state));
        let mut claims: HashMap<(bool, usize), usize> = HashMap::new();
        for claimed in proposals.iter().flat_map(Proposal::claims) {
            let count = claims.entry(claimed).or_default();
            *count = count.saturating_add(1);
        }
        let is_alone =
            |one: &&Proposal| one.claims().all(|claimed| claims.get(&claimed) == Some(&1));
        let alone: Vec<&Proposal> = proposals.iter().filter(is_alone).collect();
        if alone.is_empty() {
            return;
        }
        for one in alone {
            for r in &one.receipts {
                let reasons = vec![one.reason, Reason::Merchant, Reason::Day];
                state.take(*r, &one.entries, SURE, reasons);
            }
        }
    }
}

impl Proposal {
    fn claims(&self) -> impl Iterator<Item = (bool, usize)> {
        let receipts = self.receipts.iter().map(|r| (true, *r));
        receipts.chain(self.entries.iter().map(|e| (false, *e)))
    }
}

/// Several charges of one receipt.
fn of_one(
    index: &Index,
    scorer: &Scorer<'_>,
    refused: &HashSet<(i64, EntryId)>,
    first_of: &HashMap<usize, usize>,
    state: &State<'_>,
) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (r, receipt) in state.receipts.iter().enumerate() {
        if receipt.total <= 0 || state.is_decided(r) || first_of.contains_key(&r) {
            continue;
        }
        let own = |e: usize, state: &State<'_>| {
            !state.is_taken(e)
                && state.entries.get(e).is_some_and(|entry| {
                    entry.amount < 0
                        && entry.currency == receipt.currency
                        && !refused.contains(&(receipt.id, entry.id))
                })
                && scorer.is_merchant(r, e)
        };
        let has_single = exact(receipt).into_iter().any(|amount| {
            index
                .of_amount(receipt.currency, -amount, soon(receipt))
                .any(|e| own(e, state))
        });
        if has_single {
            continue;
        }
        let found = in_parts(receipt, index, state, &own)
            .map(|parts| (parts, Reason::Instalment))
            .or_else(|| {
                let parcels = by_parcel((r, receipt), index, scorer, state, &own)?;
                Some((parcels, Reason::Charges))
            });
        proposals.extend(found.map(|(entries, reason)| Proposal {
            receipts: vec![r],
            entries,
            reason,
        }));
    }
    proposals
}

/// The days around a receipt within which one charge would be its own.
fn soon(receipt: &LinkReceipt) -> (NaiveDate, NaiveDate) {
    let days = (Days::new(4), Days::new(14));
    (receipt.issued - days.0, receipt.issued + days.1)
}

/// The parts that the receipt announces, or three or four equal ones, a month apart.
fn in_parts(
    receipt: &LinkReceipt,
    index: &Index,
    state: &State<'_>,
    own: &dyn Fn(usize, &State<'_>) -> bool,
) -> Option<Vec<usize>> {
    if !receipt.instalments.is_empty() {
        return monthly(receipt, &receipt.instalments, index, state, own);
    }
    let plans = equal_parts(receipt);
    let found: Vec<Vec<usize>> = [3, 4]
        .into_iter()
        .filter_map(|count| {
            let mut plans = plans.iter().filter(|plan| plan.len() == count);
            plans.find_map(|plan| monthly(receipt, plan, index, state, own))
        })
        .collect();
    match <[Vec<usize>; 1]>::try_from(found) {
        Ok([only]) => Some(only),
        Err(_) => None,
    }
}

/// The total in three or four equal parts; what does not divide stands with the first or the last.
pub(super) fn equal_parts(receipt: &LinkReceipt) -> Vec<Vec<i64>> {
    let mut plans: Vec<Vec<i64>> = Vec::new();
    if receipt.total <= 0 {
        return plans;
    }
    for count in [3, 4] {
        let part = receipt.total / count;
        let rest = receipt.total - part * (count - 1);
        for first in part..=rest {
            let left = receipt.total - first;
            for second in part..=part.saturating_add(1) {
                let last = left - second * (count - 2);
                let mut plan = vec![first];
                plan.extend((2..count).map(|_| second));
                plan.push(last);
                if (part..=rest).contains(&last) && !plans.contains(&plan) {
                    plans.push(plan);
                }
            }
        }
    }
    plans
}

/// One entry for each part, each the only one of its month.
fn monthly(
    receipt: &LinkReceipt,
    plan: &[i64],
    index: &Index,
    state: &State<'_>,
    own: &dyn Fn(usize, &State<'_>) -> bool,
) -> Option<Vec<usize>> {
    let mut parts: Vec<usize> = Vec::with_capacity(plan.len());
    for (month, amount) in (0i64..).zip(plan) {
        let due = month.saturating_mul(30);
        let slack = if month == 0 { 8 } else { 10 };
        let from = receipt.issued + Duration::days(due - 4);
        let until = receipt.issued + Duration::days(due + slack);
        let fits = |e: &usize| !parts.contains(e) && own(*e, state);
        let mut found = index
            .of_amount(receipt.currency, -*amount, (from, until))
            .filter(fits);
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
    (r, receipt): (usize, &LinkReceipt),
    index: &Index,
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
        .named(r, days, scorer)
        .into_iter()
        .filter(is_part)
        .filter_map(|e| Some((e, -state.entries.get(e)?.amount)))
        .take(MOST + 1)
        .collect();
    if charges.len() < 2 || charges.len() > MOST {
        return None;
    }
    let mut found = Vec::new();
    for amount in exact(receipt) {
        let sums = Sums::of(&charges, amount);
        if !sums.is_telling() {
            return None;
        }
        found.extend(sums.exact);
    }
    match <[Vec<usize>; 1]>::try_from(found) {
        Ok([only]) => Some(only),
        _ => None,
    }
}

/// Every choice of two to four charges, beside an amount.
struct Sums {
    amount: i64,
    /// What all charges are a multiple of: prices are often round.
    step: i64,
    exact: Vec<Vec<usize>>,
    /// How many come near without being equal.
    near: i64,
}

impl Sums {
    /// A sum this near to an amount, in hundredths of it, tells how likely it was to meet it by chance.
    const NEAR: i64 = 5;

    fn of(charges: &[(usize, i64)], amount: i64) -> Self {
        let steps = charges.iter().map(|(_, charge)| *charge);
        let mut sums = Sums {
            amount,
            step: steps.fold(amount, gcd),
            exact: Vec::new(),
            near: 0,
        };
        sums.choose(charges, amount, 4, &mut Vec::new());
        sums
    }

    /// Whether so few sums come near that one equal to the cent is no chance: less than one in fifty.
    fn is_telling(&self) -> bool {
        let width = self.amount.saturating_mul(2 * Self::NEAR) / 100;
        self.near.saturating_mul(self.step).saturating_mul(50) <= width
    }

    fn choose(
        &mut self,
        charges: &[(usize, i64)],
        left: i64,
        most: usize,
        chosen: &mut Vec<usize>,
    ) {
        if chosen.len() >= 2 {
            let off = left.saturating_abs().saturating_mul(100);
            if left == 0 {
                self.exact.push(chosen.clone());
            } else if off <= self.amount.saturating_mul(Self::NEAR) {
                self.near = self.near.saturating_add(1);
            }
        }
        let slack = self.amount.saturating_mul(Self::NEAR) / 100;
        if most == 0 || left < -slack {
            return;
        }
        let mut rest = charges;
        while let Some(((e, charge), after)) = rest.split_first() {
            chosen.push(*e);
            self.choose(
                after,
                left.saturating_sub(*charge),
                most.saturating_sub(1),
                chosen,
            );
            chosen.pop();
            rest = after;
        }
    }
}

/// The greatest amount that both are a multiple of.
fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.saturating_abs(), b.saturating_abs());
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or_default());
    }
    a
}

/// Two or three receipts of one merchant and day that one charge pays.
fn shared(
    index: &Index,
    scorer: &Scorer<'_>,
    refused: &HashSet<(i64, EntryId)>,
    first_of: &HashMap<usize, usize>,
    state: &State<'_>,
) -> Vec<Proposal> {
    let mut proposals = Vec::new();
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
        let Some((first_r, first)) = amounts
            .first()
            .and_then(|(r, _)| Some((*r, state.receipts.get(*r)?)))
        else {
            continue;
        };
        let fits = |e: &usize| {
            !state.is_taken(*e)
                && scorer.is_merchant(first_r, *e)
                && state.entries.get(*e).is_some_and(|entry| {
                    amounts.iter().all(|(r, _)| {
                        state.receipts.get(*r).is_some_and(|receipt| {
                            receipt.currency == first.currency
                                && !refused.contains(&(receipt.id, entry.id))
                        })
                    })
                })
        };
        for (chosen, total) in some(&amounts) {
            let mut found = index
                .of_amount(first.currency, -total, soon(first))
                .filter(&fits);
            if let (Some(only), None) = (found.next(), found.next()) {
                proposals.push(Proposal {
                    receipts: chosen,
                    entries: vec![only],
                    reason: Reason::SharedCharge,
                });
            }
        }
    }
    proposals
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
