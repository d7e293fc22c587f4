//! The longest run of entries that follow one another at a rhythm.

use domain::NaiveDate;

use super::RecurringEntry;
use crate::rhythm::Rhythm;

/// What a step to an equal amount is worth.
const STEP: i64 = 1000;
/// What each day off costs.
const DAY_OFF: i64 = 30;
/// What each period costs that a step leaves out.
const LEFT_OUT: i64 = 400;
/// So many periods at most lie between two entries: statements are missing, or a month was free.
const FARTHEST: u32 = 4;
/// What a step to another amount costs where amounts are equal.
const OTHER_PRICE: i64 = -500;

/// How many hundredths of the old price a new one may be at most, and the old one of the new.
pub(super) const NEW_PRICE: u32 = 170;

/// Which amounts may follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amounts {
    /// Equal ones, seldom another price.
    Equal,
    /// Like ones.
    Like,
}

/// An entry, and its place in its group.
pub(super) type Placed<'a> = (usize, &'a RecurringEntry);

/// A run of entries, by their places in their group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    pub rhythm: Rhythm,
    pub places: Vec<usize>,
    /// Periods left out.
    pub gaps: usize,
    /// What it is worth beside others.
    pub worth: i64,
}

/// The best run that goes at a rhythm through entries in the order of their days.
pub(super) fn best(entries: &[Placed<'_>], rhythm: Rhythm, amounts: Amounts) -> Option<Chain> {
    let mut best: Vec<Link> = Vec::with_capacity(entries.len());
    for (_, entry) in entries {
        let mut link = Link::default();
        for periods in 1..=FARTHEST {
            for (from, off) in before(entries, entry.day, rhythm, periods) {
                let (Some((_, other)), Some(so_far)) = (entries.get(from), best.get(from)) else {
                    continue;
                };
                let Some(step) = step(other, entry, amounts, off, periods) else {
                    continue;
                };
                let worth = so_far.worth.saturating_add(step);
                if worth > link.worth {
                    let left_out = usize::try_from(periods).unwrap_or(usize::MAX) - 1;
                    let gaps = so_far.gaps.saturating_add(left_out);
                    let from = Some(from);
                    link = Link { worth, from, gaps };
                }
            }
        }
        best.push(link);
    }
    let (last, end) = best
        .iter()
        .enumerate()
        .max_by_key(|(at, link)| (link.worth, *at))?;
    let mut places = vec![last];
    while let Some(from) = places
        .last()
        .and_then(|at| best.get(*at))
        .and_then(|link| link.from)
    {
        places.push(from);
    }
    places.reverse();
    let own = places.iter().filter_map(|at| entries.get(*at));
    Some(Chain {
        rhythm,
        places: own.map(|(place, _)| *place).collect(),
        gaps: end.gaps,
        worth: end.worth,
    })
}

#[derive(Debug, Clone, Copy, Default)]
struct Link {
    worth: i64,
    from: Option<usize>,
    gaps: usize,
}

/// The entries from which a day is so many periods away, with how many days off.
fn before<'a>(
    entries: &'a [Placed<'_>],
    day: NaiveDate,
    rhythm: Rhythm,
    periods: u32,
) -> impl Iterator<Item = (usize, i64)> + 'a {
    let slack = rhythm.slack();
    // Months differ by up to three days, depending on where one begins to count.
    let around = rhythm.before(day, periods);
    let near = move |one: &RecurringEntry| (one.day - around).num_days();
    let start = entries.partition_point(|(_, one)| near(one) < -slack - 3);
    let nearby = entries.iter().enumerate().skip(start);
    nearby
        .map(|(at, (_, one))| (at, *one))
        .take_while(move |(_, one)| near(one) <= slack + 3)
        .map(move |(at, one)| (at, (day - rhythm.after(one.day, periods)).num_days().abs()))
        .filter(move |(_, off)| *off <= slack)
}

fn step(
    from: &RecurringEntry,
    to: &RecurringEntry,
    amounts: Amounts,
    off: i64,
    periods: u32,
) -> Option<i64> {
    let is_equal = from.amount == to.amount;
    let (worth, hundredths) = match amounts {
        Amounts::Equal if !is_equal => (OTHER_PRICE, NEW_PRICE),
        Amounts::Equal | Amounts::Like => (STEP, to.variance()),
    };
    if !is_equal && !is_like(from.amount, to.amount, hundredths) {
        return None;
    }
    let left_out = i64::from(periods) - 1;
    Some(worth - off * DAY_OFF - left_out * LEFT_OUT)
}

/// Whether each of two amounts is at most so many hundredths of the other.
pub(super) fn is_like(a: i64, b: i64, hundredths: u32) -> bool {
    let (a, b) = (i128::from(a).abs(), i128::from(b).abs());
    a.max(b) * 100 <= a.min(b) * i128::from(hundredths)
}
