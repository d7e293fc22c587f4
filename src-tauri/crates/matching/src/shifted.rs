//! Rows that may be known under another day or other words: they are proposed, never merged.

use domain::{NaiveDate, SightingId};

/// How many days apart two banks may book one movement.
pub const SHIFT_APART: u64 = 3;
/// The least likeness of two texts, of 100.
const LIKENESS: u8 = 60;

/// Whether two texts may name the same movement.
pub fn is_like(a: &str, b: &str) -> bool {
    text::similarity(a, b) >= LIKENESS
}

/// A known row that may be the same as another, of the same account and amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The sighting.
    pub sighting: SightingId,
    /// Its day.
    pub day: NaiveDate,
    /// The key of its words.
    pub text_key: i64,
    /// Its words.
    pub words: String,
    /// The days that the statement showing it covers, first and last.
    pub covered: (NaiveDate, NaiveDate),
}

/// What a new row may be, shifted by a few days. Only where both statements cover both days: had they been two movements,
/// each statement would show both.
pub fn shifted<'a>(
    day: NaiveDate,
    words: &str,
    covered: (NaiveDate, NaiveDate),
    known: impl Iterator<Item = &'a Neighbour>,
) -> Option<&'a Neighbour> {
    let apart = |other: &Neighbour| (other.day - day).num_days().unsigned_abs();
    let within =
        |day: NaiveDate, (from, until): (NaiveDate, NaiveDate)| from <= day && day <= until;
    known
        .filter(|other| {
            apart(other) <= SHIFT_APART
                && within(other.day, covered)
                && within(day, other.covered)
                && is_like(words, &other.words)
        })
        .min_by_key(|other| (apart(other), other.day, other.text_key, other.sighting))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn october(on: &str, words: &str) -> Neighbour {
        Neighbour {
            sighting: SightingId(1),
            day: day(on),
            text_key: 7,
            words: words.to_owned(),
            covered: (day("2026-10-01"), day("2026-10-31")),
        }
    }

    #[test]
    fn a_row_a_day_later_in_another_statement_of_the_same_days_is_proposed() {
        let known = [october("2026-10-16", "PRLV SEPA ENERGIE CLAIRE")];
        let covered = (day("2026-10-10"), day("2026-10-20"));
        let found = shifted(
            day("2026-10-17"),
            "PRLV ENERGIE CLAIRE",
            covered,
            known.iter(),
        );
        assert_eq!(found, known.first());
    }

    #[test]
    fn of_two_days_as_near_the_earlier_one_is_proposed_whichever_came_first() {
        let mut known = [
            october("2026-10-18", "PRLV ENERGIE CLAIRE"),
            october("2026-10-16", "PRLV ENERGIE CLAIRE"),
        ];
        for _ in 0..2 {
            let covered = (day("2026-10-10"), day("2026-10-20"));
            let found = shifted(
                day("2026-10-17"),
                "PRLV ENERGIE CLAIRE",
                covered,
                known.iter(),
            );
            assert_eq!(found.map(|other| other.day), Some(day("2026-10-16")));
            known.reverse();
        }
    }

    #[test]
    fn the_daily_coffee_of_the_next_statement_is_not_yesterdays() {
        let known = [october("2026-10-31", "CAFE DE LA GARE")];
        let covered = (day("2026-11-01"), day("2026-11-30"));
        assert_eq!(
            shifted(day("2026-11-01"), "CAFE DE LA GARE", covered, known.iter()),
            None
        );
    }
}
