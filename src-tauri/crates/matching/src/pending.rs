//! Pending lines and the booked lines that take them over.
//!
//! Pending lines belong to the newest statement that states any: its successor replaces the set. A booked line takes over a
//! pending one by reference, else by equal amount within ten days and like text; each booked line takes over one.

use domain::{EntryId, NaiveDate};

use crate::is_like;

/// How long a pending line waits for its booking, in days (DESIGN §5).
const PATIENCE: i64 = 10;

/// A pending entry, or a booked one that may take it over. All of one account.
#[derive(Debug, Clone)]
pub struct Awaited {
    /// The entry.
    pub entry: EntryId,
    /// Its day.
    pub day: NaiveDate,
    /// Its amount in minor units.
    pub amount_minor: i64,
    /// Its reference key.
    pub reference: Option<i64>,
    /// Its text key and its number among the bucket's equals, which settle ties the same way in every order of import.
    pub place: (i64, i64),
    /// Its words.
    pub words: String,
}

/// What becomes of a pending entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// The pending entry.
    pub pending: EntryId,
    /// The booked entry that takes it over.
    pub by: EntryId,
}

/// Finds for each pending entry the booked one that takes it over.
pub fn settle(pending: &[Awaited], booked: &[Awaited]) -> Vec<Settled> {
    let mut pending: Vec<&Awaited> = pending.iter().collect();
    let mut booked: Vec<&Awaited> = booked.iter().collect();
    let by_key = |one: &&Awaited| (one.day, one.amount_minor, one.place);
    pending.sort_by_key(by_key);
    booked.sort_by_key(by_key);
    let mut out: Vec<Settled> = Vec::new();
    for sure in [true, false] {
        for waiting in &pending {
            let settled = out.iter().any(|one| one.pending == waiting.entry);
            let found = booked.iter().find(|booking| {
                !settled
                    && !out.iter().any(|one| one.by == booking.entry)
                    && takes_over(waiting, booking, sure)
            });
            out.extend(found.map(|booking| Settled {
                pending: waiting.entry,
                by: booking.entry,
            }));
        }
    }
    out
}

fn takes_over(waiting: &Awaited, booking: &Awaited, sure: bool) -> bool {
    // Banks reuse references: one of another month is another line's.
    let days = (booking.day - waiting.day).num_days();
    if !(-1..=PATIENCE).contains(&days) {
        return false;
    }
    if sure {
        return waiting.reference.is_some() && waiting.reference == booking.reference;
    }
    booking.amount_minor == waiting.amount_minor && is_like(&waiting.words, &booking.words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn line(id: i64, day: &str, amount_minor: i64, words: &str) -> Awaited {
        Awaited {
            entry: EntryId(id),
            day: day.parse().unwrap(),
            amount_minor,
            reference: None,
            place: (id, 0),
            words: words.to_owned(),
        }
    }

    #[test]
    fn a_booking_takes_over_what_was_pending_some_days_before() {
        let pending = [line(1, "2026-10-01", -1250, "CARTE CAFE DE LA GARE")];
        let booked = [line(
            2,
            "2026-10-03",
            -1250,
            "CARTE 01/10 CAFE DE LA GARE PARIS",
        )];
        assert_eq!(
            settle(&pending, &booked),
            [Settled {
                pending: EntryId(1),
                by: EntryId(2)
            }]
        );
    }

    #[test]
    fn two_equal_pending_lines_need_two_bookings() {
        let pending = [
            line(1, "2026-10-01", -1250, "CAFE"),
            line(2, "2026-10-01", -1250, "CAFE"),
        ];
        let booked = [line(3, "2026-10-02", -1250, "CAFE")];
        assert_eq!(settle(&pending, &booked).len(), 1);
    }

    #[test]
    fn another_amount_another_shop_or_a_month_later_is_not_its_booking() {
        let pending = [line(1, "2026-10-01", -1250, "CAFE DE LA GARE")];
        for other in [
            line(2, "2026-10-02", -1251, "CAFE DE LA GARE"),
            line(3, "2026-10-02", -1250, "LIBRAIRIE DES HALLES"),
            line(4, "2026-11-02", -1250, "CAFE DE LA GARE"),
        ] {
            assert!(settle(&pending, &[other]).is_empty());
        }
    }

    #[test]
    fn which_of_two_equals_is_taken_over_does_not_depend_on_their_ids() {
        let equal = |id: i64, ordinal: i64| Awaited {
            place: (7, ordinal),
            ..line(id, "2026-10-01", -1250, "CAFE")
        };
        let booked = [line(9, "2026-10-02", -1250, "CAFE")];
        for pending in [[equal(1, 0), equal(2, 1)], [equal(1, 1), equal(2, 0)]] {
            let settled = settle(&pending, &booked);
            let taken = pending.iter().find(|one| one.entry == settled[0].pending);
            assert_eq!(taken.unwrap().place, (7, 0), "the first of the bucket");
        }
    }
}
