//! Entries counted: how much, how many, which ones.

use std::collections::BTreeMap;

use ask::Period;
use ask::question::{Flow, Noun, Per, What};
use domain::{CounterpartyId, Currency, EntryId, Money, NaiveDate};
use store::{EntryCondition, EntryTrait, MonthRow, SumBy, SumRow};

use super::mean::{before, mean};
use super::stretch::{is_whole_months, start_of, stretches, twelve_months};
use super::wanted::Wanted;
use super::{Answerer, Bar, Counted, Meant, Proven, ends};
use crate::Result;
use crate::page::entry_item;
use crate::project::month_of;

/// More bars are not told apart.
const BARS: usize = 53;
/// Of more counterparties only the largest are listed.
const BY_WHOM: usize = 8;

/// What entries of one day or month come to, in one currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    /// The day, or the first of the month.
    pub(super) day: NaiveDate,
    pub(super) currency: Currency,
    out_minor: i64,
    in_minor: i64,
    out_count: i64,
    in_count: i64,
    /// All of them, known also where they are not parted.
    all_count: i64,
}

impl Sum {
    /// As figures have it: without a sign, but what came in less what went out.
    pub(super) fn minor(&self, flow: Option<Flow>) -> i64 {
        match flow {
            Some(Flow::Out) => -self.out_minor,
            Some(Flow::In) => self.in_minor,
            Some(Flow::Net) | None => self.in_minor + self.out_minor,
        }
    }

    fn count(&self, flow: Option<Flow>) -> i64 {
        match flow {
            Some(Flow::Out) => self.out_count,
            Some(Flow::In) => self.in_count,
            Some(Flow::Net) | None => self.all_count,
        }
    }

    /// How much it says of its currency: of a month that is not parted all that moved.
    fn weight(&self, flow: Option<Flow>) -> i64 {
        let is_parted = self.out_count >= 0;
        let count = if is_parted {
            self.count(flow)
        } else {
            self.all_count
        };
        count.max(1)
    }
}

impl Answerer<'_> {
    pub(super) fn counted(&self, meant: &mut Meant, listed: u32) -> Result<Counted> {
        let mut wanted = self.wanted(meant)?;
        if meant.what == What::Refund {
            meant.asked.flow = Some(Flow::In);
            if wanted.counterparties.is_none() {
                wanted.add(EntryTrait::IsRefund);
            }
        }
        let period = meant.asked.period;
        let by = match meant.asked.per {
            Some(Per::Week) => SumBy::Day,
            _ => SumBy::Month,
        };
        let is_summed = matches!(meant.what, What::Sum | What::Average);
        // The last one is the newest: nothing has to be counted to find it.
        let sums = match meant.what {
            What::Last => Vec::new(),
            _ => self.sums(&wanted, period, by, is_summed)?,
        };
        if meant.asked.flow.is_none() && (is_summed || is_one_way(meant)) {
            let is_pay = meant
                .asked
                .about
                .contains(&Noun::Payment("salary".to_owned()));
            meant.asked.flow = Some(if is_pay { Flow::In } else { likely(&sums) });
        }
        let flow = meant.asked.flow;
        let cover = self.cover(&wanted, period)?;
        let mut counted = Counted {
            count: self.count(&wanted, period, flow, &sums)?,
            currency: currencies(&sums, flow).first().copied(),
            cover,
            ..Counted::default()
        };
        counted.figures = figures(&sums, flow);
        self.list(meant, &wanted, &sums, listed, &mut counted)?;
        if is_summed {
            self.draw(meant, &wanted, &sums, &mut counted)?;
            let is_of_one = matches!(wanted.counterparties.as_deref(), Some([_]));
            if flow == Some(Flow::Out) && is_of_one {
                counted.back = figures(&sums, Some(Flow::In));
                counted.back.retain(|money| !money.amount.is_zero());
            }
        }
        if meant.what == What::Average {
            self.average(meant, &wanted, &sums, &mut counted)?;
        }
        if meant.asked.per == Some(Per::Counterparty) {
            self.by_whom(&wanted, period, flow, &mut counted)?;
        }
        Ok(counted)
    }

    /// Sums of a period: the stored ones where they say it.
    fn sums(
        &self,
        wanted: &Wanted,
        period: Option<Period>,
        by: SumBy,
        is_summed: bool,
    ) -> Result<Vec<Sum>> {
        let is_stored =
            is_summed && by == SumBy::Month && wanted.is_plain && is_whole_months(period);
        if is_stored {
            let bound = |day: Option<NaiveDate>, open: &str| day.map_or(open.to_owned(), month_of);
            let from = bound(period.and_then(|period| period.from), "0000");
            let until = bound(period.and_then(|period| period.until), "9999");
            let rows = match wanted.counterparties.as_deref() {
                Some([id]) => self.read.list_counterparty_months(*id, &from, &until)?,
                _ => self.read.list_all_months(&from, &until)?,
            };
            return Ok(rows.iter().filter_map(stored).collect());
        }
        let conditions = wanted.on(self, period, None)?;
        let rows = self.read.sum_entries(&conditions, by)?;
        Ok(rows.iter().filter_map(summed).collect())
    }

    /// How many entries: stored sums do not part those that went out from those that came in.
    fn count(
        &self,
        wanted: &Wanted,
        period: Option<Period>,
        flow: Option<Flow>,
        sums: &[Sum],
    ) -> Result<i64> {
        let is_parted = sums.iter().all(|sum| sum.out_count >= 0);
        if is_parted {
            return Ok(sums.iter().map(|sum| sum.count(flow)).sum());
        }
        let conditions = wanted.on(self, period, None)?;
        let rows = self.read.sum_entries(&conditions, SumBy::Month)?;
        let exact: Vec<Sum> = rows.iter().filter_map(summed).collect();
        Ok(exact.iter().map(|sum| sum.count(flow)).sum())
    }

    /// The entries that are listed, and what is said of the one that is asked for.
    fn list(
        &self,
        meant: &Meant,
        wanted: &Wanted,
        sums: &[Sum],
        listed: u32,
        counted: &mut Counted,
    ) -> Result<()> {
        let limit = meant.asked.limit.unwrap_or(listed).max(1);
        let conditions = wanted.on(self, meant.asked.period, meant.asked.flow)?;
        let ids = match meant.what {
            What::Largest | What::Smallest => {
                self.ranked(meant, &conditions, sums, limit, counted)?
            }
            What::First => self.earliest(&conditions, limit)?,
            _ => {
                let mut newest: Vec<EntryId> = self
                    .read
                    .find_entries(&conditions, limit)?
                    .iter()
                    .map(|state| state.entry.id)
                    .collect();
                newest.reverse();
                newest
            }
        };
        for id in &ids {
            let row = self.read.get_entry(*id)?;
            counted.entries.push(entry_item(self.read, row, false)?);
        }
        let days = counted.entries.iter().map(|item| item.date);
        counted.days = days.clone().min().zip(days.max());
        let listed = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        counted.count = counted.count.max(listed);
        counted.more = counted.count - listed;
        counted.ids = ids;
        let one = match meant.what {
            What::Last => counted.ids.last(),
            What::First => counted.ids.first(),
            _ => None,
        };
        if let Some(id) = one {
            let entry = self.read.get_entry_state(*id)?.entry;
            let minor = entry.amount_minor.saturating_abs();
            counted.figures = vec![Money::from_minor(minor, entry.currency)];
            counted.days = Some((entry.order_date, entry.order_date));
        }
        Ok(())
    }

    /// The largest or the smallest: of each currency its own, for no two are compared.
    fn ranked(
        &self,
        meant: &Meant,
        conditions: &[EntryCondition],
        sums: &[Sum],
        limit: u32,
        counted: &mut Counted,
    ) -> Result<Vec<EntryId>> {
        let is_largest = meant.what == What::Largest;
        let (mut ids, mut figures) = (Vec::new(), Vec::new());
        for currency in currencies(sums, meant.asked.flow) {
            let own = Wanted::in_currency(conditions.to_vec(), currency);
            let limit = if ids.is_empty() { limit } else { 1 };
            let ranked = self.read.rank_entries(&own, currency, is_largest, limit)?;
            if let Some(first) = ranked.first() {
                let entry = self.read.get_entry_state(*first)?.entry;
                let minor = entry.amount_minor.saturating_abs();
                figures.push(Money::from_minor(minor, currency));
            }
            ids.extend(ranked);
        }
        counted.figures = figures;
        Ok(ids)
    }

    /// The first entries, oldest first.
    fn earliest(&self, conditions: &[EntryCondition], limit: u32) -> Result<Vec<EntryId>> {
        let rows = self.read.sum_entries(conditions, SumBy::Day)?;
        let mut days: Vec<NaiveDate> = rows.iter().filter_map(|row| row.first).collect();
        days.sort_unstable();
        days.dedup();
        let last = days.get((limit as usize).min(days.len()).saturating_sub(1));
        let Some(last) = last else {
            return Ok(Vec::new());
        };
        let mut until = conditions.to_vec();
        until.push(EntryCondition {
            is: EntryTrait::Days(None, Some(*last)),
            is_excluded: false,
        });
        /// A day with more entries than this is read in part.
        const MOST: u32 = 10_000;
        let found = self.read.find_entries(&until, MOST)?;
        let oldest = found.iter().rev().take(limit as usize);
        Ok(oldest.map(|state| state.entry.id).collect())
    }

    /// Draws months, or what it is parted by.
    fn draw(
        &self,
        meant: &Meant,
        wanted: &Wanted,
        sums: &[Sum],
        counted: &mut Counted,
    ) -> Result<()> {
        let Some(currency) = counted.currency.or_else(|| self.likely_currency(wanted)) else {
            return Ok(());
        };
        counted.currency = Some(currency);
        let period = meant.asked.period;
        let per = match meant.asked.per {
            Some(Per::Counterparty) | None => None,
            Some(per) => Some(per),
        };
        let own;
        let (per, shown, drawn) = match per {
            Some(per) => {
                let (from, until) = ends(period, self.today);
                let first = sums.iter().map(|sum| sum.day).min();
                let from = from.or(first).unwrap_or(until);
                let shown = stretches(per, from, until.min(self.today), BARS);
                (per, shown, sums)
            }
            None => {
                let Some((from, until)) = twelve_months(period, self.today) else {
                    return Ok(());
                };
                let window = Period {
                    from: Some(from),
                    until: Some(until),
                };
                own = self.sums(wanted, Some(window), SumBy::Month, true)?;
                let shown = stretches(Per::Month, from, until, BARS);
                (Per::Month, shown, own.as_slice())
            }
        };
        let cover = self.cover_of(wanted, &shown)?;
        counted.bars = self.bars((per, &shown), drawn, meant, currency, &cover);
        counted.average = mean(&counted.bars, currency);
        counted.before = before(meant, drawn, currency, self.today, &cover);
        Ok(())
    }

    fn cover_of(&self, wanted: &Wanted, shown: &[(NaiveDate, NaiveDate)]) -> Result<Proven> {
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
            return Ok(Proven::default());
        };
        let period = Period {
            from: Some(first.0),
            until: Some(last.1),
        };
        self.cover(wanted, Some(period))
    }

    fn bars(
        &self,
        (per, shown): (Per, &[(NaiveDate, NaiveDate)]),
        sums: &[Sum],
        meant: &Meant,
        currency: Currency,
        cover: &Proven,
    ) -> Vec<Bar> {
        let flow = meant.asked.flow;
        let mut by_start: BTreeMap<NaiveDate, i64> = BTreeMap::new();
        for sum in sums.iter().filter(|sum| sum.currency == currency) {
            if let Some(start) = start_of(per, sum.day) {
                *by_start.entry(start).or_default() += sum.minor(flow);
            }
        }
        let is_asked = |from: NaiveDate, until: NaiveDate| {
            meant.asked.period.is_some_and(|period| {
                period.from.is_none_or(|first| first <= until)
                    && period.until.is_none_or(|last| last >= from)
            })
        };
        let bars = shown.iter().map(|(from, until)| Bar {
            from: *from,
            until: *until,
            money: Money::from_minor(by_start.get(from).copied().unwrap_or_default(), currency),
            is_asked: is_asked(*from, *until),
            is_partial: *until >= self.today || cover.misses(*from, *until, currency),
        });
        bars.collect()
    }

    fn by_whom(
        &self,
        wanted: &Wanted,
        period: Option<Period>,
        flow: Option<Flow>,
        counted: &mut Counted,
    ) -> Result<()> {
        let Some(currency) = counted.currency else {
            return Ok(());
        };
        let conditions = wanted.on(self, period, None)?;
        let rows = self.read.sum_entries(&conditions, SumBy::Counterparty)?;
        let mut by_id: BTreeMap<CounterpartyId, (i64, i64)> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.currency == currency) {
            let Ok(id) = row.key.parse() else { continue };
            let sum = of_row(NaiveDate::MIN, row);
            let total = by_id.entry(CounterpartyId(id)).or_default();
            total.0 += sum.minor(flow);
            total.1 += sum.count(flow);
        }
        let mut ranked: Vec<(CounterpartyId, (i64, i64))> = by_id
            .into_iter()
            .filter(|(_, (minor, _))| *minor != 0)
            .collect();
        ranked.sort_by_key(|(id, (minor, _))| (std::cmp::Reverse(minor.abs()), *id));
        let more = ranked.split_off(ranked.len().min(BY_WHOM));
        counted.more_by_whom = i64::try_from(more.len()).unwrap_or(i64::MAX);
        for (id, (minor, count)) in ranked {
            let row = self.read.get_counterparty(id)?;
            counted
                .by_whom
                .push((row, Money::from_minor(minor, currency), count));
        }
        Ok(())
    }

    /// The currency of what nothing is known of: that of the first account that is asked.
    fn likely_currency(&self, wanted: &Wanted) -> Option<Currency> {
        let rows = self.read.list_live_accounts().ok()?;
        let own = rows.iter().find(|row| wanted.accounts.contains(&row.id));
        own.or(rows.first()).map(|row| row.currency)
    }
}

/// A stored month: it does not part its count, but where all went one way.
fn stored(row: &MonthRow) -> Option<Sum> {
    let movement = &row.movement;
    let (out_count, in_count) = match (movement.out_minor, movement.in_minor) {
        (_, 0) => (movement.count, 0),
        (0, _) => (0, movement.count),
        _ => (-1, -1),
    };
    Some(Sum {
        day: format!("{}-01", row.month).parse().ok()?,
        currency: row.currency,
        out_minor: movement.out_minor,
        in_minor: movement.in_minor,
        out_count,
        in_count,
        all_count: movement.count,
    })
}

fn summed(row: &SumRow) -> Option<Sum> {
    let day = row.key.parse();
    let day = day.or_else(|_| format!("{}-01", row.key).parse()).ok()?;
    Some(of_row(day, row))
}

fn of_row(day: NaiveDate, row: &SumRow) -> Sum {
    Sum {
        day,
        currency: row.currency,
        out_minor: row.out_minor,
        in_minor: row.in_minor,
        out_count: row.out_count,
        in_count: row.in_count,
        all_count: row.out_count + row.in_count,
    }
}

/// Whether how often is asked of what goes one way: what came back from a merchant is no time that one was there. Transfers,
/// cheques and the like go both ways.
fn is_one_way(meant: &Meant) -> bool {
    let is_payment =
        |noun: &Noun| matches!(noun, Noun::Payment(word) if word != "card" && word != "salary");
    meant.what == What::Count && !meant.asked.about.iter().any(is_payment)
}

/// Which way is meant where it is not said: out, but of whom there is only money in.
fn likely(sums: &[Sum]) -> Flow {
    let is_only_in =
        sums.iter().all(|sum| sum.out_minor == 0) && sums.iter().any(|sum| sum.in_minor != 0);
    if is_only_in { Flow::In } else { Flow::Out }
}

/// The currencies in which anything moved that way, that of the largest number of entries first.
fn currencies(sums: &[Sum], flow: Option<Flow>) -> Vec<Currency> {
    let mut moved: BTreeMap<Currency, i64> = BTreeMap::new();
    for sum in sums {
        let is_moved = match flow {
            Some(Flow::Out) => sum.out_minor != 0,
            Some(Flow::In) => sum.in_minor != 0,
            Some(Flow::Net) | None => true,
        };
        if is_moved {
            *moved.entry(sum.currency).or_default() += sum.weight(flow);
        }
    }
    let mut ordered: Vec<(Currency, i64)> = moved.into_iter().collect();
    ordered.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ordered.into_iter().map(|(currency, _)| currency).collect()
}

fn figures(sums: &[Sum], flow: Option<Flow>) -> Vec<Money> {
    let total = |currency: Currency| -> i64 {
        let own = sums.iter().filter(|sum| sum.currency == currency);
        own.map(|sum| sum.minor(flow)).sum()
    };
    let currencies = currencies(sums, flow).into_iter();
    currencies
        .map(|currency| Money::from_minor(total(currency), currency))
        .collect()
}
