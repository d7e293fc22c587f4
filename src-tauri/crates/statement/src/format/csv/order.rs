//! In which order the dates of a column stand: what all its cells say together, and what the rest of the document adds.

use chrono::Datelike;
use domain::NaiveDate;

use super::date::{DateCell, DateOrder};

/// What all cells of a column say about their order.
#[derive(Debug, Clone, Default)]
pub(super) struct DateEvidence {
    /// Cells that are dates in some order.
    pub(super) cells: usize,
    /// How many of them are valid in each order.
    valid: [usize; 3],
    /// How many have a form that only this order has.
    proven: [usize; 3],
    /// Distinct days met, in each order, capped; with the order of the rows kept.
    days: Vec<[Option<NaiveDate>; 3]>,
    /// How many are parted by points, which month-first dates never are.
    pointed: usize,
    /// How many are parted by hyphens.
    dashed: usize,
}

/// How an order was settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decided {
    /// Which.
    pub(super) order: DateOrder,
    /// Whether it needs no question.
    pub(super) certain: bool,
    /// Whether the cells leave no other order.
    pub(super) proven: bool,
    /// The other orders that fit too.
    pub(super) others: [Option<DateOrder>; 2],
}

/// What the rest of the document says about dates.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DateHints {
    /// Words of a language whose countries never write the month first, or a decimal comma.
    pub(super) never_month_first: bool,
    /// Dollars.
    pub(super) dollars: bool,
    /// What two dates of one row say, month first above zero.
    pub(super) lag: i32,
    /// A currency of a country that writes the day first (`GBP`, `EUR`, `AUD`…).
    pub(super) day_first_currency: bool,
}

/// How many days are kept to look at their sequence.
const KEPT_DAYS: usize = 4000;

impl DateEvidence {
    /// Takes a cell into account.
    pub(super) fn add(&mut self, cell: &DateCell) {
        self.cells += 1;
        self.pointed += usize::from(cell.separator == b'.');
        self.dashed += usize::from(cell.separator == b'-');
        let days = DateOrder::ALL.map(|order| cell.day(order));
        for (count, day) in self.valid.iter_mut().zip(&days) {
            *count += usize::from(day.is_some());
        }
        if let Some(order) = cell.proves() {
            for (count, each) in self.proven.iter_mut().zip(DateOrder::ALL) {
                *count += usize::from(each == order);
            }
        }
        if self.days.len() < KEPT_DAYS && self.days.last() != Some(&days) {
            self.days.push(days);
        }
    }

    /// Adds what another column of the same file says.
    pub(super) fn join(&mut self, other: &DateEvidence) {
        self.cells += other.cells;
        self.pointed += other.pointed;
        self.dashed += other.dashed;
        for (mine, theirs) in self.valid.iter_mut().zip(other.valid) {
            *mine += theirs;
        }
        for (mine, theirs) in self.proven.iter_mut().zip(other.proven) {
            *mine += theirs;
        }
    }

    /// Settles the order.
    pub(super) fn decide(&self, hints: DateHints) -> Option<Decided> {
        let most = self.valid.iter().copied().max().filter(|most| *most > 0)?;
        let settled = |order| Decided {
            order,
            certain: true,
            proven: true,
            others: [None, None],
        };
        let shape = DateOrder::ALL
            .into_iter()
            .zip(self.proven)
            .max_by_key(|(_, count)| *count)
            .filter(|(_, count)| *count * 2 > self.cells);
        if let Some((order, _)) = shape {
            return Some(settled(order));
        }
        let open: Vec<DateOrder> = DateOrder::ALL
            .into_iter()
            .zip(self.valid)
            .filter(|(_, count)| *count == most)
            .map(|(order, _)| order)
            .collect();
        if let [only] = open.as_slice() {
            return Some(settled(*only));
        }
        self.among(&open, hints)
    }

    /// Settles the order among several that fit every cell.
    fn among(&self, open: &[DateOrder], hints: DateHints) -> Option<Decided> {
        let settled = |order| Decided {
            order,
            certain: true,
            proven: false,
            others: [None, None],
        };
        let asked = |order, other| Decided {
            order,
            certain: false,
            proven: false,
            others: [Some(other), None],
        };
        let day_first = open
            .iter()
            .copied()
            .find(|order| *order != DateOrder::Ymd)?;
        // Years of two digits leave year-first open: nobody writes it with slashes or points, and with hyphens the days of a
        // statement lie close together under the right reading only.
        if open.contains(&DateOrder::Ymd) && self.dashed * 2 > self.cells {
            let (first, last) = (self.span(DateOrder::Ymd), self.span(day_first));
            if first * 4 < last {
                return Some(settled(DateOrder::Ymd));
            }
            if last * 4 >= first {
                return Some(asked(day_first, DateOrder::Ymd));
            }
        }
        if !open.contains(&DateOrder::Dmy) || !open.contains(&DateOrder::Mdy) {
            return Some(settled(day_first));
        }
        let never = self.pointed * 2 > self.cells || hints.never_month_first;
        if never || self.days.iter().all(|[dmy, mdy, _]| dmy == mdy) {
            return Some(settled(DateOrder::Dmy));
        }
        let leaning = self.leaning(hints);
        let (order, other) = if leaning > 0 {
            (DateOrder::Mdy, DateOrder::Dmy)
        } else {
            (DateOrder::Dmy, DateOrder::Mdy)
        };
        Some(if leaning.abs() >= CERTAIN {
            settled(order)
        } else {
            asked(order, other)
        })
    }

    /// Days between the first and the last, in this order of reading.
    fn span(&self, order: DateOrder) -> i64 {
        let at = DateOrder::ALL.iter().position(|each| *each == order);
        let days = self
            .days
            .iter()
            .filter_map(|days| days.get(at?).copied().flatten());
        match (days.clone().min(), days.max()) {
            (Some(first), Some(last)) => (last - first).num_days(),
            _ => 0,
        }
    }

    /// Which way the sequence of the days leans, month first above zero: natural logarithms of the odds, added up.
    fn leaning(&self, hints: DateHints) -> i32 {
        let mut leaning = hints.lag;
        if hints.dollars {
            leaning += 2;
        }
        if hints.day_first_currency {
            leaning -= 2;
        }
        let column = |at: usize| -> Vec<NaiveDate> {
            self.days
                .iter()
                .filter_map(|days| days.get(at).copied().flatten())
                .collect()
        };
        let (dmy, mdy) = (column(0), column(1));
        let distinct = {
            let mut days = dmy.clone();
            days.sort_unstable();
            days.dedup();
            days.len()
        };
        if distinct >= 5 {
            leaning += 4 * (i32::from(is_sorted(&mdy)) - i32::from(is_sorted(&dmy)));
        }
        // One month seen from day to day is likelier than one day of the month seen from month to month.
        if distinct >= 4 {
            let within = |days: &[NaiveDate]| {
                days.windows(2).all(
                    |pair| matches!(pair, [a, b] if (a.year(), a.month()) == (b.year(), b.month())),
                )
            };
            leaning += 2 * (i32::from(within(&mdy)) - i32::from(within(&dmy)));
        }
        leaning
    }
}

/// From which sum of logarithms on nothing is asked: odds of about fifty to one.
const CERTAIN: i32 = 4;

fn is_sorted(days: &[NaiveDate]) -> bool {
    days.is_sorted() || days.iter().rev().is_sorted()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::date::date_cell;
    use super::*;

    fn decide(cells: &[&str], hints: DateHints) -> Option<Decided> {
        let mut evidence = DateEvidence::default();
        for cell in cells {
            evidence.add(&date_cell(cell).unwrap());
        }
        evidence.decide(hints)
    }

    #[test]
    fn one_day_above_twelve_settles_the_order_of_all() {
        let found = decide(
            &["01/02/2026", "02/25/2026", "03/01/2026"],
            DateHints::default(),
        );
        assert_eq!(
            found.map(|f| (f.order, f.certain)),
            Some((DateOrder::Mdy, true))
        );
    }

    #[test]
    fn nothing_above_twelve_is_a_question_unless_the_language_answers_it() {
        let cells = ["01/02/2026", "03/04/2026"];
        let open = decide(&cells, DateHints::default()).unwrap();
        assert!(!open.certain);
        assert_eq!(open.others, [Some(DateOrder::Mdy), None]);
        let hints = DateHints {
            never_month_first: true,
            ..DateHints::default()
        };
        assert!(decide(&cells, hints).unwrap().certain);
        assert!(
            decide(&["01.02.2026", "03.04.2026"], DateHints::default())
                .unwrap()
                .certain
        );
    }

    #[test]
    fn years_of_two_digits_in_front_are_told_by_days_that_lie_close_together() {
        let found = decide(&["26-02-05", "26-02-09", "26-02-11"], DateHints::default()).unwrap();
        assert_eq!((found.order, found.certain), (DateOrder::Ymd, true));
        let found = decide(&["26-02-05"], DateHints::default()).unwrap();
        assert!(!found.certain, "one day alone says nothing");
        let found = decide(&["05/02/26", "09/02/26", "25/02/26"], DateHints::default()).unwrap();
        assert_eq!((found.order, found.certain), (DateOrder::Dmy, true));
    }

    #[test]
    fn rows_in_the_order_of_time_under_one_reading_only_settle_it() {
        let cells = [
            "01/02/2026",
            "01/05/2026",
            "01/09/2026",
            "02/03/2026",
            "02/07/2026",
            "03/01/2026",
        ];
        let found = decide(&cells, DateHints::default()).unwrap();
        assert_eq!((found.order, found.certain), (DateOrder::Mdy, true));
    }
}
