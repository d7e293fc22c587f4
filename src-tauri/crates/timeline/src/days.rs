//! What is told besides entries (proofs, balances, imports) stands on a day; a conversation is read in pages of entries.
//! Each day belongs to exactly one page, also where a page ends in the middle of a day.

use domain::NaiveDate;

/// The days that one page of entries tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    from: Option<NaiveDate>,
    before: Option<NaiveDate>,
}

impl Days {
    /// From the day of the page's first entry (`None` where nothing is older) until before the day of the first entry
    /// after the page (`None` where nothing is newer).
    pub fn of_page(first: Option<NaiveDate>, next: Option<NaiveDate>) -> Self {
        Days {
            from: first,
            before: next,
        }
    }

    /// The first of them; `None` where nothing is older.
    pub fn from(self) -> Option<NaiveDate> {
        self.from
    }

    /// The day that they end before; `None` where nothing is newer.
    pub fn before(self) -> Option<NaiveDate> {
        self.before
    }

    /// Whether the page tells of this day.
    pub fn tell_of(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.before.is_none_or(|before| day < before)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, d).unwrap()
    }

    #[test]
    fn every_day_is_told_by_exactly_one_page_however_pages_cut() {
        // Entries on the 3rd, 3rd, 5th, 5th, 5th, 9th, cut into pages of two: the 5th is cut in its middle.
        let entries = [3, 3, 5, 5, 5, 9].map(day);
        let pages: Vec<&[NaiveDate]> = entries.chunks(2).collect();
        for d in 1..=31 {
            let telling = pages.iter().enumerate().filter(|(i, page)| {
                let first = page.first().copied().filter(|_| *i > 0);
                let next = pages.get(i + 1).and_then(|next| next.first()).copied();
                Days::of_page(first, next).tell_of(day(d))
            });
            assert_eq!(telling.count(), 1, "the {d}th");
        }
    }

    #[test]
    fn a_conversation_without_entries_tells_of_every_day() {
        assert!(Days::of_page(None, None).tell_of(day(1)));
    }
}
