//! Runs of entries that stand as something that recurs, and what is told of them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::Days;
use domain::NaiveDate;
use text::PaymentType;

use super::chain::{self, Amounts, Chain, NEW_PRICE, Placed, is_like};
use super::{PriceChange, Recurring, RecurringEntry};
use crate::rhythm::{Rhythm, UsualDay};

/// More charges of one amount and rhythm at one merchant than this are shopping.
const PARALLEL: usize = 3;
/// Runs that do not stand, after which no other is looked for.
const TRIES: usize = 12;

/// A run of entries, oldest first.
pub(super) struct Series<'a> {
    rhythm: Rhythm,
    is_steady: bool,
    entries: Vec<Placed<'a>>,
}

/// What recurs among entries of one account, one currency and one direction.
pub(super) fn in_group<'a>(group: &[&'a RecurringEntry]) -> Vec<Series<'a>> {
    let mut search = Search {
        group,
        taken: HashSet::new(),
        passed: HashSet::new(),
    };
    let mut found = search.all(Amounts::Equal);
    search.drop_shopping(&mut found);
    for series in &mut found {
        search.fill(series);
        search.follow(series);
    }
    found.extend(search.all(Amounts::Like));
    found
}

struct Search<'a, 'g> {
    group: &'g [&'a RecurringEntry],
    /// Places that belong to a series.
    taken: HashSet<usize>,
    /// Places that stood in a run at a rhythm that was nothing.
    passed: HashSet<(Rhythm, usize)>,
}

impl<'a> Search<'a, '_> {
    fn all(&mut self, amounts: Amounts) -> Vec<Series<'a>> {
        self.passed.clear();
        let mut found = Vec::new();
        let mut tries = 0;
        while let Some(chain) = self.best(amounts).filter(|_| tries < TRIES) {
            let series = self.series(&chain, amounts == Amounts::Equal);
            let is_charge = match amounts {
                Amounts::Equal => series.is_equal_charge(&chain, self.group.len()),
                Amounts::Like => series.is_like_charge(&chain, &self.left()),
            };
            if is_charge {
                self.taken.extend(chain.places);
                found.push(series);
            } else {
                let places = chain.places.into_iter();
                self.passed
                    .extend(places.map(|place| (chain.rhythm, place)));
                tries += 1;
            }
        }
        found
    }

    /// The best run at any rhythm. Of those that are worth the same, the one of the shortest rhythm.
    fn best(&self, amounts: Amounts) -> Option<Chain> {
        let left = self.left();
        let mut best: Option<Chain> = None;
        for rhythm in Rhythm::ALL {
            if amounts == Amounts::Like && rhythm < Rhythm::Monthly {
                continue;
            }
            let mut pool = left.clone();
            pool.retain(|(place, _)| !self.passed.contains(&(rhythm, *place)));
            match amounts {
                Amounts::Equal => keep_repeated(&mut pool, rhythm),
                Amounts::Like if is_crowded(&pool, rhythm) => continue,
                Amounts::Like => {}
            }
            let chain = chain::best(&pool, rhythm, amounts);
            if let Some(chain) = chain.filter(|chain| chain.places.len() > 1)
                && best.as_ref().is_none_or(|best| chain.worth > best.worth)
            {
                best = Some(chain);
            }
        }
        best
    }

    fn left(&self) -> Vec<Placed<'a>> {
        let all = self.group.iter().copied().enumerate();
        all.filter(|(place, _)| !self.taken.contains(place))
            .collect()
    }

    fn series(&self, chain: &Chain, is_steady: bool) -> Series<'a> {
        let own = chain.places.iter();
        Series {
            rhythm: chain.rhythm,
            is_steady,
            entries: own
                .filter_map(|place| Some((*place, *self.group.get(*place)?)))
                .collect(),
        }
    }

    /// Drops what only looks like charges because the same amount is paid so often.
    fn drop_shopping(&mut self, found: &mut Vec<Series<'a>>) {
        loop {
            let left = self.left();
            let is_shopping = |series: &Series<'_>| {
                let beside = left.iter().filter(|(_, one)| series.has_beside(one));
                let others = found.iter().filter(|other| series.is_beside(other));
                beside.count() > (series.entries.len() / 3).max(1) || others.count() > PARALLEL
            };
            let Some(at) = found.iter().position(is_shopping) else {
                return;
            };
            let dropped = found.swap_remove(at);
            for (place, _) in dropped.entries {
                self.taken.remove(&place);
            }
        }
    }

    /// Takes in what stands where a period was left out, at an amount that was asked for only then.
    fn fill(&mut self, series: &mut Series<'a>) {
        let left = self.left();
        let mut filled = Vec::new();
        for pair in series.entries.windows(2) {
            let [(_, from), (_, to)] = pair else { continue };
            let due = series.rhythm.after(from.day, 1);
            let slack = series.rhythm.slack();
            if (to.day - due).num_days() <= slack {
                continue;
            }
            let fits = left.iter().filter(|(_, one)| {
                (one.day - due).num_days().abs() <= slack
                    && is_like(one.amount, from.amount, NEW_PRICE)
            });
            let nearest = fits.min_by_key(|(_, one)| one.amount.saturating_sub(from.amount).abs());
            filled.extend(nearest.copied());
        }
        self.taken.extend(filled.iter().map(|(place, _)| *place));
        series.entries.extend(filled);
        series.entries.sort_by_key(|(place, _)| *place);
    }

    /// Takes in the newest charge, where it is the first at a new price, and nothing of such an amount was bought beside the
    /// last charges.
    fn follow(&mut self, series: &mut Series<'a>) {
        let Some((_, last)) = series.entries.last().copied() else {
            return;
        };
        let due = series.rhythm.after(last.day, 1);
        let slack = series.rhythm.slack();
        let since = series.rhythm.before(last.day, 1);
        let left = self.left();
        let like: Vec<&Placed<'_>> = left
            .iter()
            .filter(|(_, one)| {
                one.day > since
                    && (one.day - due).num_days() <= slack
                    && is_like(one.amount, last.amount, NEW_PRICE)
            })
            .collect();
        let [(place, next)] = like.as_slice() else {
            return;
        };
        let is_due = (next.day - due).num_days().abs() <= slack;
        if is_due && next.payment == last.payment && series.entries.len() > 2 {
            self.taken.insert(*place);
            series.entries.push((*place, next));
        }
    }
}

/// Keeps amounts that come at least twice, and not so often that a rhythm would be found among them by chance.
fn keep_repeated(pool: &mut Vec<Placed<'_>>, rhythm: Rhythm) {
    let mut days: HashMap<i64, (usize, NaiveDate, NaiveDate)> = HashMap::new();
    for (_, one) in pool.iter() {
        let seen = days.entry(one.amount).or_insert((0, one.day, one.day));
        seen.0 += 1;
        seen.2 = one.day;
    }
    pool.retain(|(_, one)| {
        days.get(&one.amount).is_some_and(|(count, first, last)| {
            let span = (*last - *first).num_days().unsigned_abs();
            let periods = span * rhythm.per_year().unsigned_abs() / 365;
            let most = usize::try_from(periods).unwrap_or(usize::MAX);
            *count > 1 && *count <= most.saturating_add(2).saturating_mul(PARALLEL)
        })
    });
}

/// Whether there is so much that like amounts would be found at a rhythm by chance.
fn is_crowded(pool: &[Placed<'_>], rhythm: Rhythm) -> bool {
    let (Some((_, first)), Some((_, last))) = (pool.first(), pool.last()) else {
        return false;
    };
    let span = (last.day - first.day).num_days();
    let count = i64::try_from(pool.len()).unwrap_or(i64::MAX);
    count > (span * rhythm.per_year() / 365 + 2) * 3
}

impl Series<'_> {
    fn days(&self) -> Vec<NaiveDate> {
        self.entries.iter().map(|(_, one)| one.day).collect()
    }

    /// Whether equal amounts recur: often enough, on their day, with hardly a period left out.
    fn is_equal_charge(&self, chain: &Chain, among: usize) -> bool {
        let count = self.entries.len();
        let least = match self.rhythm {
            // A loaf at the same price each Saturday is shopping until it has become a habit.
            Rhythm::Weekly | Rhythm::Fortnightly if self.is_drawn() => 4,
            Rhythm::Weekly | Rhythm::Fortnightly => 8,
            Rhythm::Yearly => 2,
            _ => 3,
        };
        let steps = count.saturating_sub(1);
        let changes = self.changed_amounts();
        let is_whole = chain.gaps * 4 <= steps && changes * 3 <= steps;
        // Two equal amounts a year apart are little: nothing else may speak against them.
        let is_enough = count > 2 || (changes == 0 && (self.is_drawn() || among < 6));
        count >= least && is_whole && is_enough && self.keeps_its_day()
    }

    /// Whether like amounts recur, with hardly anything else beside them.
    fn is_like_charge(&self, chain: &Chain, left: &[Placed<'_>]) -> bool {
        let count = self.entries.len();
        let least = match (self.rhythm < Rhythm::Quarterly, self.is_drawn()) {
            (true, true) => 4,
            (false, true) => 3,
            (_, false) => 6,
        };
        let (Some((first, _)), Some((last, _))) = (self.entries.first(), self.entries.last())
        else {
            return false;
        };
        let within = left
            .iter()
            .filter(|(place, _)| (first..=last).contains(&place));
        let beside = within.count().saturating_sub(count);
        count >= least && chain.gaps * 4 < count && beside * 6 <= count && self.keeps_its_day()
    }

    fn is_drawn(&self) -> bool {
        self.entries.iter().all(|(_, one)| {
            !matches!(
                one.payment,
                PaymentType::Card | PaymentType::Cash | PaymentType::Other
            )
        })
    }

    fn changed_amounts(&self) -> usize {
        let pairs = self.entries.windows(2);
        pairs
            .filter(|pair| matches!(pair, [(_, a), (_, b)] if a.amount != b.amount))
            .count()
    }

    /// Its usual day, where its days keep to one, weekends aside.
    fn usual_day(&self) -> Option<UsualDay> {
        let days = self.days();
        let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
        let (usual, strays) = self.rhythm.usual_day(&days)?;
        let is_kept = if count < 5 {
            strays <= count
        } else {
            strays * 2 <= count * 3
        };
        is_kept.then_some(usual)
    }

    /// Whether it keeps to a day, or its days lie equally far apart.
    fn keeps_its_day(&self) -> bool {
        let days = self.days();
        self.usual_day().is_some() || (days.len() > 3 && is_even(&days))
    }

    /// Whether an entry that is in no series is of this one's amount, and of its time.
    fn has_beside(&self, one: &RecurringEntry) -> bool {
        let mut of_amount = self
            .entries
            .iter()
            .filter(|(_, own)| own.amount == one.amount);
        let Some((_, first)) = of_amount.next() else {
            return false;
        };
        let last = of_amount.next_back().map_or(first, |(_, last)| last);
        let from = self.rhythm.before(first.day, 1);
        from < one.day && one.day < self.rhythm.after(last.day, 1)
    }

    /// Whether another series has an amount of this one at the same time.
    fn is_beside(&self, other: &Series<'_>) -> bool {
        other.entries.iter().any(|(_, one)| self.has_beside(one))
    }

    /// What is told of it.
    pub(super) fn told(&self) -> Option<Recurring> {
        let (_, last) = self.entries.last()?;
        let usual_day = self.usual_day();
        let next_day = match usual_day {
            Some(_) => self.rhythm.next(last.day, usual_day),
            None => last
                .day
                .checked_add_days(Days::new(middle_pause(&self.days()).unsigned_abs()))?,
        };
        Some(Recurring {
            account: last.account,
            currency: last.currency,
            rhythm: self.rhythm,
            usual_day,
            is_steady: self.is_steady,
            last_amount: last.amount,
            expected_amount: self.expected(last),
            last_day: last.day,
            next_day,
            price_changes: if self.is_steady {
                self.price_changes()
            } else {
                Vec::new()
            },
            entries: self.entries.iter().map(|(_, one)| one.id).collect(),
        })
    }

    fn expected(&self, last: &RecurringEntry) -> i64 {
        if self.is_steady {
            return last.amount;
        }
        let newest = self.entries.iter().rev().take(3);
        let mut amounts: Vec<i64> = newest.map(|(_, one)| one.amount).collect();
        amounts.sort_unstable_by_key(|amount| Reverse(amount.saturating_abs()));
        amounts
            .get(amounts.len() / 2)
            .copied()
            .unwrap_or(last.amount)
    }

    /// The prices that stayed, or are the newest. What was asked for once and never again is no price.
    fn price_changes(&self) -> Vec<PriceChange> {
        let mut runs: Vec<(&RecurringEntry, usize)> = Vec::new();
        for (_, one) in &self.entries {
            match runs.last_mut() {
                Some((first, count)) if first.amount == one.amount => *count += 1,
                _ => runs.push((one, 1)),
            }
        }
        let newest = runs.len().saturating_sub(1);
        let mut at = 0;
        runs.retain(|(_, count)| {
            at += 1;
            *count > 1 || at == newest + 1
        });
        let pairs = runs.windows(2).filter_map(|pair| match pair {
            [(from, _), (to, _)] if from.amount != to.amount => Some((from, to)),
            _ => None,
        });
        pairs
            .map(|(from, to)| PriceChange {
                entry: to.id,
                day: to.day,
                from: from.amount,
                to: to.amount,
            })
            .collect()
    }
}

/// Whether days lie equally far apart, give or take one.
fn is_even(days: &[NaiveDate]) -> bool {
    let middle = middle_pause(days);
    pauses(days).all(|one| (one - middle).abs() <= 1)
}

/// The middle one of the pauses between days.
fn middle_pause(days: &[NaiveDate]) -> i64 {
    let mut pauses: Vec<i64> = pauses(days).collect();
    pauses.sort_unstable();
    pauses.get(pauses.len() / 2).copied().unwrap_or_default()
}

fn pauses(days: &[NaiveDate]) -> impl Iterator<Item = i64> + '_ {
    days.windows(2).filter_map(|pair| match pair {
        [from, to] => Some((*to - *from).num_days()),
        _ => None,
    })
}
