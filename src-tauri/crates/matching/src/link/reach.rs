//! Which entries any receipt could look at, told from little: so that a ledger of a million entries reads the words of few.

use std::collections::HashMap;

use chrono::{Days, Duration};
use domain::{Currency, NaiveDate};

use super::group::{DEPOSITS, equal_parts};
use super::index::{AFTER, BEFORE, NEAR, exact};
use super::rate::Rates;
use super::{LinkEntry, LinkReceipt, names};

/// The days from one to another, both included.
type Span = (NaiveDate, NaiveDate);

/// What receipts could be paid by.
#[derive(Default)]
pub struct Reach {
    /// By currency and amount without sign: the days on which such an entry counts.
    amounts: HashMap<(Currency, i64), Vec<Span>>,
    /// By the beginning of a name.
    names: HashMap<[u8; 4], Vec<Span>>,
    /// By day: between which amounts a charge in another currency may lie.
    converted: HashMap<(Currency, NaiveDate), Vec<(i64, i64)>>,
}

impl Reach {
    /// Of these receipts, at the rates that these entries state.
    pub fn new(receipts: &[LinkReceipt], foreign: &[LinkEntry]) -> Self {
        let rates = Rates::new(foreign);
        let mut reach = Reach::default();
        for receipt in receipts {
            let (issued, currency) = (receipt.issued, receipt.currency);
            let days = (issued - Days::new(BEFORE), issued + Days::new(AFTER));
            let mut amounts = exact(receipt);
            amounts.extend(&receipt.instalments);
            amounts.extend(equal_parts(receipt).into_iter().flatten());
            for amount in amounts {
                reach.want(currency, amount, days);
            }
            let named = (issued - Days::new(BEFORE), issued + Days::new(DEPOSITS));
            for stem in receipt.names.iter().flat_map(|name| names::stems(name)) {
                reach.names.entry(stem).or_default().push(named);
            }
            let last = issued + Days::new(NEAR);
            for day in days.0.iter_days().take_while(|day| *day <= last) {
                for (currency, least, most) in rates.bounds(receipt, day) {
                    let key = (currency, day);
                    reach.converted.entry(key).or_default().push((least, most));
                }
            }
        }
        for spans in reach.amounts.values_mut().chain(reach.names.values_mut()) {
            merge(spans);
        }
        reach
    }

    fn want(&mut self, currency: Currency, amount: i64, days: Span) {
        let key = (currency, amount.saturating_abs());
        self.amounts.entry(key).or_default().push(days);
    }

    /// The days that entries are looked for on: parts of time that do not touch.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.amounts.values().flatten().copied().collect();
        merge(&mut spans);
        spans
    }

    /// Whether an entry without an original amount could be looked at. `stems` are [`stems`] of its other party's name.
    pub fn reaches(
        &self,
        day: NaiveDate,
        amount: i64,
        currency: Currency,
        stems: &[[u8; 4]],
    ) -> bool {
        let is_in = |spans: Option<&Vec<Span>>| spans.is_some_and(|spans| holds(spans, day));
        is_in(self.amounts.get(&(currency, amount.saturating_abs())))
            || stems.iter().any(|stem| is_in(self.names.get(stem)))
            || self.converted.get(&(currency, day)).is_some_and(|bounds| {
                bounds
                    .iter()
                    .any(|(least, most)| (*least..=*most).contains(&amount))
            })
    }
}

/// The beginnings of a name, for [`Reach::reaches`].
pub fn stems(name: &str) -> Vec<[u8; 4]> {
    names::stems(name)
}

/// Sorts spans, and makes one of those that touch.
fn merge(spans: &mut Vec<Span>) {
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let touches = next.0 <= last.1 + Duration::days(1);
        if touches {
            last.1 = last.1.max(next.1);
        }
        touches
    });
}

fn holds(spans: &[Span], day: NaiveDate) -> bool {
    let at = spans.partition_point(|span| span.0 <= day);
    let last = at.checked_sub(1).and_then(|last| spans.get(last));
    last.is_some_and(|span| day <= span.1)
}
