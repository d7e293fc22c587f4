//! Days that no calendar has, and the month that is too short for them.

use domain::NaiveDate;
use source::Diagnostic;

/// Year, month and day as a document numbers them.
pub(in crate::format) type Numbers = (i32, u32, u32);

/// A finding about what stands in the place of a day. Where its numbers name a month that only is too short, it says which
/// one (`month`, `year`) and how many `days` that has.
pub(in crate::format) fn no_day(finding: Diagnostic, numbers: Option<Numbers>) -> Diagnostic {
    let Some((year, month, days)) = numbers.and_then(too_short) else {
        return finding;
    };
    finding
        .with("month", month)
        .with("year", year)
        .with("days", days)
}

/// The month that ends before the day, and its length.
fn too_short((year, month, day): Numbers) -> Option<Numbers> {
    let days = (28..=31)
        .rev()
        .find(|last| NaiveDate::from_ymd_opt(year, month, *last).is_some())?;
    (day > days).then_some((year, month, days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_behind_the_end_of_its_month_is_told_with_the_length_of_the_month() {
        for (numbers, days) in [
            ((2026, 10, 32), 31),
            ((2026, 4, 31), 30),
            ((2026, 2, 30), 28),
            ((2026, 2, 29), 28),
            ((2024, 2, 30), 29),
            ((2000, 2, 30), 29),
            ((1900, 2, 29), 28),
        ] {
            let (year, month, _) = numbers;
            assert_eq!(too_short(numbers), Some((year, month, days)), "{numbers:?}");
        }
    }

    #[test]
    fn no_month_is_blamed_for_other_numbers_that_are_no_day() {
        for numbers in [(2026, 13, 1), (2026, 0, 32), (2026, 10, 0), (2024, 2, 29)] {
            assert_eq!(too_short(numbers), None, "{numbers:?}");
        }
    }
}
