//! Sightings to entries: which rows of which documents show one and the same entry.
//!
//! How they are parted is a function of the set of live sightings alone, never of the order in which they came: documents are taken
//! in one canonical order (richer format first, then by hash), and each row of a document claims at most one entry. N equal
//! rows of one document therefore stay N entries, and as many entries stand as the document that shows most of them has.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::{EntryId, SightingId};

use crate::Keys;

/// A row of some document, within one bucket (account, day, amount).
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// The sighting.
    pub sighting: SightingId,
    /// The entry that it first was of: it goes back there whenever nothing joins that one to another.
    pub home: Option<EntryId>,
    /// The entry that it was of so far.
    pub entry: Option<EntryId>,
    /// Whether its import stands.
    pub live: bool,
    /// Booked, rather than pending or for information.
    pub booked: bool,
    /// Its document's place in the canonical order; rows of one document share it.
    pub document: u32,
    /// How much a row of its document's format says.
    pub richness: u8,
    /// Its row in the document.
    pub row: u32,
    /// Its keys.
    pub keys: Keys,
}

/// The sightings of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Indices of its live sightings.
    pub members: Vec<usize>,
    /// The index of the sighting whose values the entry shows: booked before pending, then in canonical order.
    pub winner: usize,
    /// The entry that it was before, when it was one.
    pub entry: Option<EntryId>,
    /// Its number among the bucket's entries with the same text key, from 0.
    pub ordinal: u32,
}

/// Parts the live sightings of one bucket into entries.
pub fn partition(seen: &[Seen]) -> Vec<Group> {
    // Nearly every bucket holds one row.
    if let [only] = seen {
        let group = Group {
            members: vec![0],
            winner: 0,
            entry: only.home.or(only.entry),
            ordinal: 0,
        };
        return if only.live { vec![group] } else { Vec::new() };
    }
    let mut order: Vec<usize> = (0..seen.len()).filter(|i| live(seen, *i)).collect();
    order.sort_by_key(|i| seen.get(*i).map(|row| (row.document, row.row)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for rows in order.chunk_by(|a, b| document(seen, *a) == document(seen, *b)) {
        claim(seen, rows, &mut groups);
    }
    let entries = entries_of(seen, &groups);
    let mut out: Vec<Group> = Vec::with_capacity(groups.len());
    let is_alone = groups.len() == 1;
    let mut equals: HashMap<Option<i64>, u32> = HashMap::new();
    for (members, entry) in groups.into_iter().zip(entries) {
        let winner = winner(seen, &members);
        let mut ordinal = 0;
        if !is_alone {
            let key = seen.get(winner).map(|row| row.keys.text);
            let next = equals.entry(key).or_default();
            ordinal = *next;
            *next = next.saturating_add(1);
        }
        out.push(Group {
            members,
            winner,
            entry,
            ordinal,
        });
    }
    out
}

/// Lets the rows of one document claim the groups so far, rung by rung over the whole document, each group once.
fn claim(seen: &[Seen], rows: &[usize], groups: &mut Vec<Vec<usize>>) {
    if groups.is_empty() {
        groups.extend(rows.iter().map(|row| vec![*row]));
        return;
    }
    let mut claimed = vec![false; groups.len()];
    let mut left: Vec<usize> = rows.to_vec();
    for rung in [Rung::Reference, Rung::EndToEnd, Rung::Text] {
        left.retain(|row| {
            let found = groups.iter().enumerate().position(|(g, members)| {
                claimed.get(g) == Some(&false)
                    && members
                        .iter()
                        .any(|member| equal(seen, rung, *row, *member))
            });
            let Some(g) = found else { return true };
            if let (Some(flag), Some(members)) = (claimed.get_mut(g), groups.get_mut(g)) {
                *flag = true;
                members.push(*row);
            }
            false
        });
    }
    groups.extend(left.into_iter().map(|row| vec![row]));
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Rung {
    Reference,
    EndToEnd,
    Text,
}

fn equal(seen: &[Seen], rung: Rung, a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (seen.get(a), seen.get(b)) else {
        return false;
    };
    match rung {
        Rung::Reference => a.keys.reference.is_some() && a.keys.reference == b.keys.reference,
        Rung::EndToEnd => a.keys.end_to_end.is_some() && a.keys.end_to_end == b.keys.end_to_end,
        Rung::Text => a.keys.text == b.keys.text,
    }
}

fn winner(seen: &[Seen], members: &[usize]) -> usize {
    let best = members
        .iter()
        .copied()
        .min_by_key(|i| seen.get(*i).map(|row| (!row.booked, row.document, row.row)));
    best.unwrap_or_default()
}

/// The entry of each group, where it was one before.
///
/// The home of one of its sightings, the oldest sighting first: that depends on what is live alone, so that entries which a document
/// joined are the same as before once it goes. Where each of these is another group's, what its sightings were of so far; else the
/// home of switched-off sightings that say the same, so that what the user added to it comes back with it. No group is the home of
/// another's live sighting.
fn entries_of(seen: &[Seen], groups: &[Vec<usize>]) -> Vec<Option<EntryId>> {
    let mut members: Vec<(usize, &Seen)> = Vec::with_capacity(seen.len());
    for (g, group) in groups.iter().enumerate() {
        members.extend(group.iter().filter_map(|i| Some((g, seen.get(*i)?))));
    }
    members.sort_by_key(|(_, member)| member.sighting);
    let mut homes = members.iter().filter_map(|(_, member)| member.home);
    // As in nearly every bucket of more than one row.
    if let ([_], Some(home)) = (groups, homes.next()) {
        return vec![Some(home)];
    }
    let mut entries = vec![None; groups.len()];
    let mut taken: HashSet<EntryId> = HashSet::new();
    let mut take = |entries: &mut [Option<EntryId>], g: usize, entry: Option<EntryId>| {
        if let (Some(slot @ None), Some(entry)) = (entries.get_mut(g), entry)
            && taken.insert(entry)
        {
            *slot = Some(entry);
        }
    };
    for (g, member) in &members {
        take(&mut entries, *g, member.home);
    }
    if entries.iter().all(Option::is_some) {
        return entries;
    }
    let held: HashSet<EntryId> = members.iter().filter_map(|(_, one)| one.home).collect();
    for (g, member) in &members {
        take(
            &mut entries,
            *g,
            member.entry.filter(|entry| !held.contains(entry)),
        );
    }
    let mut former = Former::of(seen, &held);
    for (g, members) in groups.iter().enumerate() {
        while entries.get(g) == Some(&None)
            && let Some(entry) = former.next(members.iter().filter_map(|i| seen.get(*i)))
        {
            take(&mut entries, g, Some(entry));
        }
    }
    entries
}

/// The homes of switched-off sightings, by what these say; each is given once.
struct Former(HashMap<(Rung, i64), BTreeSet<EntryId>>);

impl Former {
    fn of(seen: &[Seen], held: &HashSet<EntryId>) -> Self {
        let mut homes: HashMap<(Rung, i64), BTreeSet<EntryId>> = HashMap::new();
        for row in seen.iter().filter(|row| !row.live) {
            if let Some(home) = row.home.filter(|home| !held.contains(home)) {
                for key in rungs(row) {
                    homes.entry(key).or_default().insert(home);
                }
            }
        }
        Former(homes)
    }

    /// The first home of what says the same as one of these.
    fn next<'s>(&mut self, members: impl Iterator<Item = &'s Seen>) -> Option<EntryId> {
        let keys = members.flat_map(rungs);
        let firsts = keys.filter_map(|key| Some((*self.0.get(&key)?.first()?, key)));
        let (home, key) = firsts.min_by_key(|(home, _)| *home)?;
        self.0.get_mut(&key)?.remove(&home);
        Some(home)
    }
}

/// What a row may be known again by.
fn rungs(row: &Seen) -> impl Iterator<Item = (Rung, i64)> {
    let keys = [
        (Rung::Reference, row.keys.reference),
        (Rung::EndToEnd, row.keys.end_to_end),
        (Rung::Text, Some(row.keys.text)),
    ];
    keys.into_iter()
        .filter_map(|(rung, key)| Some((rung, key?)))
}

fn live(seen: &[Seen], i: usize) -> bool {
    seen.get(i).is_some_and(|row| row.live)
}

fn document(seen: &[Seen], i: usize) -> Option<u32> {
    seen.get(i).map(|row| row.document)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    /// `document row reference text`, `-` for no reference.
    fn rows(lines: &[&str]) -> Vec<Seen> {
        let number = |text: &str| text.bytes().fold(7i64, |n, b| n * 31 + i64::from(b));
        lines
            .iter()
            .enumerate()
            .map(|(i, line)| {
                let fields: Vec<&str> = line.split(' ').collect();
                Seen {
                    sighting: SightingId(i as i64),
                    home: None,
                    entry: None,
                    live: true,
                    booked: true,
                    document: fields[0].parse().unwrap(),
                    richness: 1,
                    row: fields[1].parse().unwrap(),
                    keys: Keys {
                        reference: (fields[2] != "-").then(|| number(fields[2])),
                        end_to_end: None,
                        text: number(fields[3]),
                    },
                }
            })
            .collect()
    }

    fn shape(seen: &[Seen]) -> Vec<Vec<i64>> {
        let mut groups: Vec<Vec<i64>> = partition(seen)
            .into_iter()
            .map(|group| {
                let mut ids: Vec<i64> = group.members.iter().map(|i| seen[*i].sighting.0).collect();
                ids.sort_unstable();
                ids
            })
            .collect();
        groups.sort();
        groups
    }

    #[test]
    fn two_equal_coffees_stay_two_also_when_a_second_file_shows_them_again() {
        let seen = rows(&[
            "0 0 F1 coffee",
            "0 1 F2 coffee",
            "1 0 F1 coffee",
            "1 1 F2 coffee",
        ]);
        assert_eq!(shape(&seen), [[0, 2], [1, 3]]);
        let without_references = rows(&[
            "0 0 - coffee",
            "0 1 - coffee",
            "1 0 - coffee",
            "1 1 - coffee",
        ]);
        assert_eq!(shape(&without_references), [[0, 2], [1, 3]]);
    }

    #[test]
    fn equal_rows_count_as_the_most_that_one_document_shows() {
        let seen = rows(&[
            "0 0 - coffee",
            "1 0 - coffee",
            "1 1 - coffee",
            "1 2 - coffee",
            "2 0 - coffee",
        ]);
        assert_eq!(partition(&seen).len(), 3);
    }

    #[test]
    fn the_surest_rung_claims_first() {
        let seen = rows(&["0 0 F1 coffee", "0 1 F2 coffee", "1 0 F2 coffee"]);
        assert_eq!(shape(&seen), [vec![0], vec![1, 2]]);
    }

    #[test]
    fn two_formats_without_a_common_reference_meet_by_their_words() {
        let seen = rows(&["0 0 CAMT1 coffee", "1 0 OFX9 coffee"]);
        assert_eq!(shape(&seen), [[0, 1]]);
    }

    #[test]
    fn a_reused_reference_with_another_text_is_known_but_within_one_file_is_another_entry() {
        assert_eq!(partition(&rows(&["0 0 F1 coffee", "0 1 F1 tea"])).len(), 2);
        assert_eq!(
            partition(&rows(&["0 0 F1 coffee", "1 0 F1 coffee-gare"])).len(),
            1
        );
    }

    #[test]
    fn the_order_in_which_rows_are_handed_over_does_not_matter() {
        let lines = [
            "0 0 F1 a", "0 1 - a", "1 0 - a", "1 1 F1 b", "2 0 - b", "2 1 - a", "2 2 F1 a",
        ];
        let seen = rows(&lines);
        let mut turned = seen.clone();
        turned.reverse();
        assert_eq!(shape(&seen), shape(&turned));
    }

    #[test]
    fn an_entry_that_comes_back_is_the_entry_that_it_was() {
        let mut seen = rows(&["0 0 F1 coffee", "1 0 - coffee"]);
        seen[0].home = Some(EntryId(41));
        seen[0].live = false;
        let groups = partition(&seen);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].entry, Some(EntryId(41)));
    }

    #[test]
    fn booked_is_shown_before_pending_and_richer_before_poorer() {
        let mut seen = rows(&["0 0 F1 coffee", "1 0 F1 coffee"]);
        assert_eq!(partition(&seen)[0].winner, 0);
        seen[0].booked = false;
        assert_eq!(partition(&seen)[0].winner, 1);
    }
}
