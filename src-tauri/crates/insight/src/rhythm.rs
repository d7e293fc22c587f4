//! How often something recurs, on which day, and when it is due again.

use chrono::{Datelike, Days, Months, Weekday};
use domain::NaiveDate;

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rhythm {
    /// Every seven days.
    Weekly,
    /// Every fourteen days.
    Fortnightly,
    /// Every month.
    Monthly,
    /// Every other month.
    TwoMonthly,
    /// Every three months.
    Quarterly,
    /// Every six months.
    HalfYearly,
    /// Every twelve months.
    Yearly,
}

/// The day on which something usually recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UsualDay {
    /// A day of the week.
    Weekday(Weekday),
    /// A day of the month, from 1; 31 is the last day of any month.
    DayOfMonth(u32),
}

enum Period {
    Days(u64),
    Months(u32),
}

impl Rhythm {
    /// Every rhythm, the shortest first.
    pub const ALL: [Rhythm; 7] = [
        Rhythm::Weekly,
        Rhythm::Fortnightly,
        Rhythm::Monthly,
        Rhythm::TwoMonthly,
        Rhythm::Quarterly,
        Rhythm::HalfYearly,
        Rhythm::Yearly,
    ];

    /// The word of SQL and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Rhythm::Weekly => "weekly",
            Rhythm::Fortnightly => "fortnightly",
            Rhythm::Monthly => "monthly",
            Rhythm::TwoMonthly => "twoMonthly",
            Rhythm::Quarterly => "quarterly",
            Rhythm::HalfYearly => "halfYearly",
            Rhythm::Yearly => "yearly",
        }
    }

    /// The rhythm of such a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// How often in a year.
    pub fn per_year(self) -> i64 {
        match self {
            Rhythm::Weekly => 52,
            Rhythm::Fortnightly => 26,
            Rhythm::Monthly => 12,
            Rhythm::TwoMonthly => 6,
            Rhythm::Quarterly => 4,
            Rhythm::HalfYearly => 2,
            Rhythm::Yearly => 1,
        }
    }

    /// Days after which what was due has not come: weekends, holidays and slow banks are over.
    pub fn patience(self) -> i64 {
        match self {
            Rhythm::Weekly => 4,
            Rhythm::Fortnightly => 6,
            Rhythm::Monthly => 10,
            Rhythm::TwoMonthly => 14,
            Rhythm::Quarterly => 20,
            Rhythm::HalfYearly => 30,
            Rhythm::Yearly => 45,
        }
    }

    /// The first day from a day on, on which something is due that is first due on another.
    pub fn due_from(self, day: NaiveDate, first: NaiveDate, usual: Option<UsualDay>) -> NaiveDate {
        let mut due = first;
        while due < day {
            let next = self.next(due, usual);
            if next <= due {
                break;
            }
            due = next;
        }
        due
    }

    fn period(self) -> Period {
        match self {
            Rhythm::Weekly => Period::Days(7),
            Rhythm::Fortnightly => Period::Days(14),
            Rhythm::Monthly => Period::Months(1),
            Rhythm::TwoMonthly => Period::Months(2),
            Rhythm::Quarterly => Period::Months(3),
            Rhythm::HalfYearly => Period::Months(6),
            Rhythm::Yearly => Period::Months(12),
        }
    }

    /// Days by which one step may be longer or shorter than the period.
    pub(crate) fn slack(self) -> i64 {
        match self {
            Rhythm::Weekly => 1,
            Rhythm::Fortnightly => 2,
            Rhythm::Monthly | Rhythm::TwoMonthly => 4,
            Rhythm::Quarterly => 5,
            Rhythm::HalfYearly | Rhythm::Yearly => 6,
        }
    }

    /// So many periods later; a day that a month lacks becomes its last.
    pub(crate) fn after(self, day: NaiveDate, times: u32) -> NaiveDate {
        let later = match self.period() {
            Period::Days(days) => day.checked_add_days(Days::new(days * u64::from(times))),
            Period::Months(months) => {
                day.checked_add_months(Months::new(months.saturating_mul(times)))
            }
        };
        later.unwrap_or(day)
    }

    /// So many periods earlier.
    pub(crate) fn before(self, day: NaiveDate, times: u32) -> NaiveDate {
        let earlier = match self.period() {
            Period::Days(days) => day.checked_sub_days(Days::new(days * u64::from(times))),
            Period::Months(months) => {
                day.checked_sub_months(Months::new(months.saturating_mul(times)))
            }
        };
        earlier.unwrap_or(day)
    }

    /// The usual day of these days and how far they stray from it in all, in days. A weekend that puts a day off is no straying.
    pub(crate) fn usual_day(self, days: &[NaiveDate]) -> Option<(UsualDay, i64)> {
        let mut candidates: Vec<UsualDay> = Vec::new();
        // The newest first: where two do equally well, what has become usual counts.
        for day in days.iter().rev() {
            let own = match self.period() {
                Period::Days(_) => UsualDay::Weekday(day.weekday()),
                Period::Months(_) => UsualDay::DayOfMonth(day.day()),
            };
            let last = (day.day() == days_of_month(*day) && day.day() < 31)
                .then_some(UsualDay::DayOfMonth(31))
                .filter(|_| matches!(self.period(), Period::Months(_)));
            for one in [Some(own), last].into_iter().flatten() {
                if !candidates.contains(&one) {
                    candidates.push(one);
                }
            }
        }
        let straying = |usual: UsualDay| -> i64 { days.iter().map(|day| usual.strays(*day)).sum() };
        let on_it = |usual: UsualDay| days.iter().filter(|day| usual.is_on(**day)).count();
        candidates
            .into_iter()
            .map(|usual| (usual, straying(usual)))
            .min_by_key(|(usual, strays)| (*strays, std::cmp::Reverse(on_it(*usual))))
    }

    /// When it is due after it came on a day: on its usual day a period later, else just a period later.
    pub(crate) fn next(self, last: NaiveDate, usual: Option<UsualDay>) -> NaiveDate {
        let due = usual.map_or(last, |usual| usual.nearest(last));
        let next = self.after(due, 1);
        usual.map_or(next, |usual| usual.nearest(next))
    }
}

impl UsualDay {
    /// The usual day that is nearest to a day.
    fn nearest(self, day: NaiveDate) -> NaiveDate {
        match self {
            UsualDay::Weekday(weekday) => {
                let ahead = u64::from(weekday.days_since(day.weekday()));
                let near = if ahead > 3 {
                    day.checked_sub_days(Days::new(7 - ahead))
                } else {
                    day.checked_add_days(Days::new(ahead))
                };
                near.unwrap_or(day)
            }
            UsualDay::DayOfMonth(of_month) => {
                let months = [
                    day.checked_sub_months(Months::new(1)),
                    Some(day),
                    day.checked_add_months(Months::new(1)),
                ];
                let days = months.into_iter().flatten();
                days.filter_map(|month| month.with_day(of_month.min(days_of_month(month))))
                    .min_by_key(|near| (*near - day).num_days().abs())
                    .unwrap_or(day)
            }
        }
    }

    fn is_on(self, day: NaiveDate) -> bool {
        self.nearest(day) == day
    }

    fn strays(self, day: NaiveDate) -> i64 {
        let due = self.nearest(day);
        let off = (day - due).num_days();
        let is_put_off = match (self, due.weekday()) {
            (UsualDay::Weekday(_), _) => false,
            (_, Weekday::Sat) => (-1..=2).contains(&off),
            (_, Weekday::Sun) => (-2..=1).contains(&off),
            _ => false,
        };
        if is_put_off { 0 } else { off.abs() }
    }
}

fn days_of_month(day: NaiveDate) -> u32 {
    (28..=31)
        .rev()
        .find(|last| day.with_day(*last).is_some())
        .unwrap_or(28)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn days(days: &[&str]) -> Vec<NaiveDate> {
        days.iter().map(|day| day.parse().unwrap()).collect()
    }

    #[test]
    fn the_usual_day_is_the_one_that_weekends_put_off() {
        // The 5th is a Sunday in July and a Saturday in September.
        let all = days(&[
            "2026-06-05",
            "2026-07-06",
            "2026-08-05",
            "2026-09-07",
            "2026-10-05",
        ]);
        let usual = Rhythm::Monthly.usual_day(&all);
        assert_eq!(usual, Some((UsualDay::DayOfMonth(5), 0)));
        assert_eq!(
            Rhythm::Monthly.next("2026-09-07".parse().unwrap(), usual.map(|one| one.0)),
            "2026-10-05".parse::<NaiveDate>().unwrap()
        );
    }

    #[test]
    fn the_last_day_of_any_month_is_one_usual_day() {
        let all = days(&["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
        let usual = Rhythm::Monthly.usual_day(&all);
        assert_eq!(usual, Some((UsualDay::DayOfMonth(31), 0)));
        let next = Rhythm::Monthly.next("2026-04-30".parse().unwrap(), usual.map(|one| one.0));
        assert_eq!(next, "2026-05-31".parse::<NaiveDate>().unwrap());
    }

    #[test]
    fn a_day_pushed_over_the_end_of_a_month_still_belongs_to_the_month_before() {
        let usual = Some(UsualDay::DayOfMonth(31));
        for (came, next) in [("2026-06-01", "2026-06-30"), ("2026-07-31", "2026-08-31")] {
            let due = Rhythm::Monthly.next(came.parse().unwrap(), usual);
            assert_eq!(due, next.parse::<NaiveDate>().unwrap(), "{came}");
        }
    }

    #[test]
    fn what_is_due_from_a_day_on_skips_what_is_past() {
        let first = "2026-05-31".parse().unwrap();
        let usual = Some(UsualDay::DayOfMonth(31));
        let due = |day: &str| Rhythm::Monthly.due_from(day.parse().unwrap(), first, usual);
        assert_eq!(due("2026-08-02"), "2026-08-31".parse().unwrap());
        assert_eq!(due("2026-01-01"), first);
    }

    #[test]
    fn a_week_goes_by_its_weekday() {
        let all = days(&["2026-10-05", "2026-10-12", "2026-10-20", "2026-10-26"]);
        let usual = Rhythm::Weekly.usual_day(&all);
        assert_eq!(usual, Some((UsualDay::Weekday(Weekday::Mon), 1)));
        let next = Rhythm::Weekly.next("2026-10-20".parse().unwrap(), usual.map(|one| one.0));
        assert_eq!(next, "2026-10-26".parse::<NaiveDate>().unwrap());
    }

    #[test]
    fn words_lead_back_to_their_rhythm() {
        for rhythm in Rhythm::ALL {
            assert_eq!(Rhythm::from_word(rhythm.as_str()), Some(rhythm));
        }
        assert_eq!(Rhythm::from_word("daily"), None);
    }
}
