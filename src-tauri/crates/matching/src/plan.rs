//! What each row of a document would become: the states of an import, before it happens.

use serde::{Deserialize, Serialize};

use crate::{Group, Seen};

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RowState {
    /// An entry that the ledger does not have.
    New,
    /// An entry that the ledger has, and nothing to add.
    Known,
    /// An entry that the ledger has, of which this row says more, or says that it is booked.
    Updated,
    /// Perhaps an entry that the ledger has: the user decides. Kept as a new entry until then.
    Conflict,
    /// Could not be read.
    Unreadable,
}

impl RowState {
    /// The word used on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            RowState::New => "new",
            RowState::Known => "known",
            RowState::Updated => "updated",
            RowState::Conflict => "conflict",
            RowState::Unreadable => "unreadable",
        }
    }
}

/// The states of the rows of `document` in one bucket, as pairs of an index into `seen` and its state. `was_live` says
/// whether a sighting stood before this import.
pub fn states(
    seen: &[Seen],
    groups: &[Group],
    document: u32,
    was_live: impl Fn(usize) -> bool,
) -> Vec<(usize, RowState)> {
    let mut out = Vec::new();
    for group in groups {
        let Some(own) = group
            .members
            .iter()
            .copied()
            .find(|i| seen.get(*i).is_some_and(|row| row.document == document))
        else {
            continue;
        };
        let others = || {
            group
                .members
                .iter()
                .copied()
                .filter(|i| *i != own && was_live(*i))
        };
        let state = if was_live(own) {
            RowState::Known
        } else if others().next().is_none() {
            RowState::New
        } else if group.winner == own && others().all(|other| says_more(seen, own, other)) {
            RowState::Updated
        } else {
            RowState::Known
        };
        out.push((own, state));
    }
    out
}

/// Whether one row is booked where the other is not, or of a richer format. Which of two equals is shown is no update.
fn says_more(seen: &[Seen], own: usize, other: usize) -> bool {
    match (seen.get(own), seen.get(other)) {
        (Some(own), Some(other)) => (own.booked, own.richness) > (other.booked, other.richness),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use domain::SightingId;

    use super::*;
    use crate::{Keys, partition};

    fn row(document: u32, richness: u8, booked: bool) -> Seen {
        Seen {
            sighting: SightingId(i64::from(document)),
            home: None,
            entry: None,
            live: true,
            booked,
            document,
            richness,
            row: 0,
            keys: Keys {
                reference: None,
                end_to_end: None,
                text: 7,
            },
        }
    }

    fn state_of_second(first: Seen, second: Seen) -> RowState {
        let seen = [first, second];
        let found = states(&seen, &partition(&seen), second.document, |i| i == 0);
        found.first().unwrap().1
    }

    #[test]
    fn a_row_updates_only_where_it_says_more() {
        let stored = row(5, 20, true);
        assert_eq!(state_of_second(stored, row(6, 20, true)), RowState::Known);
        assert_eq!(
            state_of_second(stored, row(4, 20, true)),
            RowState::Known,
            "an equal that sorts first"
        );
        assert_eq!(
            state_of_second(stored, row(1, 90, true)),
            RowState::Updated,
            "a richer format"
        );
        assert_eq!(
            state_of_second(row(5, 20, false), row(6, 20, true)),
            RowState::Updated,
            "booked at last"
        );
    }
}
