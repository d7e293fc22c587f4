//! Days between two dates of one row: a movement is booked within days, so the order of dates that keeps them close is theirs.

use super::date::{DateCell, DateOrder};

/// Days between the two dates of each row, added up, where both are read day first and where both are read month first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lag {
    day_first: i64,
    month_first: i64,
    /// Rows in which the order makes a difference.
    rows: i64,
}

/// Days apart, on average, that are too many for two dates of one movement, and how many times as many as in the other order.
const APART: i64 = 20;
const TIMES: i64 = 4;

impl Lag {
    /// Takes a row into account.
    pub(super) fn add(&mut self, first: &DateCell, second: &DateCell) {
        let between = |order| {
            let days = second.day(order)? - first.day(order)?;
            Some(days.num_days().abs())
        };
        let (Some(day_first), Some(month_first)) =
            (between(DateOrder::Dmy), between(DateOrder::Mdy))
        else {
            return;
        };
        self.day_first += day_first;
        self.month_first += month_first;
        self.rows += i64::from(day_first != month_first);
    }

    /// Which order it speaks for, month first above zero: natural logarithms of the odds.
    pub(super) fn leaning(&self) -> i32 {
        let odds = if self.rows > 1 { 5 } else { 3 };
        let far =
            |far: i64, near: i64| self.rows > 0 && far >= APART * self.rows && far >= TIMES * near;
        if far(self.day_first, self.month_first) {
            odds
        } else if far(self.month_first, self.day_first) {
            -odds
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::date::date_cell;
    use super::*;

    fn leaning(rows: &[(&str, &str)]) -> i32 {
        let mut lag = Lag::default();
        for (first, second) in rows {
            lag.add(&date_cell(first).unwrap(), &date_cell(second).unwrap());
        }
        lag.leaning()
    }

    #[test]
    fn two_dates_of_a_row_lie_close_together_in_the_right_order_only() {
        assert_eq!(
            leaning(&[("12/10/2026", "12/11/2026"), ("12/07/2026", "12/08/2026")]),
            5
        );
        assert_eq!(
            leaning(&[("10/12/2026", "11/12/2026"), ("07/12/2026", "08/12/2026")]),
            -5
        );
        assert_eq!(
            leaning(&[("12/10/2026", "12/11/2026")]),
            3,
            "one row may be late"
        );
        assert_eq!(leaning(&[("10/10/2026", "10/10/2026")]), 0);
    }
}
