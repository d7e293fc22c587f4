//! What the user said, in the order in which it was said: what holds is what the standing words say together.

use std::collections::{BTreeMap, BTreeSet};

use domain::{CounterpartyId, EntryId, OperationId};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Word {
    Delete(EntryId),
    Restore(EntryId),
    Note(EntryId, String),
    /// A tag put on, or taken off.
    Tag(EntryId, String, bool),
    /// Into a conversation, or back to where its text belongs.
    Move(EntryId, Option<CounterpartyId>),
    Merge(CounterpartyId, CounterpartyId),
    Unmerge(CounterpartyId),
}

#[derive(Debug, Default)]
pub(crate) struct Words(Vec<(OperationId, Word, bool)>);

impl Words {
    pub(crate) fn say(&mut self, operation: OperationId, word: Word) {
        self.0.push((operation, word, true));
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn get(&self, index: usize) -> (OperationId, bool) {
        (self.0[index].0, self.0[index].2)
    }

    pub(crate) fn switch(&mut self, index: usize) {
        self.0[index].2 ^= true;
    }

    fn standing(&self) -> impl Iterator<Item = &Word> {
        self.0
            .iter()
            .filter(|(_, _, stands)| *stands)
            .map(|(_, word, _)| word)
    }

    pub(crate) fn are_none_standing(&self) -> bool {
        self.standing().next().is_none()
    }

    pub(crate) fn deleted(&self) -> BTreeSet<EntryId> {
        let mut deleted = BTreeSet::new();
        for word in self.standing() {
            match word {
                Word::Delete(entry) => deleted.insert(*entry),
                Word::Restore(entry) => deleted.remove(entry),
                _ => false,
            };
        }
        deleted
    }

    pub(crate) fn notes(&self) -> BTreeMap<EntryId, &str> {
        let notes = self.standing().filter_map(|word| match word {
            Word::Note(entry, note) => Some((*entry, note.as_str())),
            _ => None,
        });
        notes.collect()
    }

    pub(crate) fn tags(&self) -> BTreeSet<(EntryId, &str)> {
        let mut tags = BTreeSet::new();
        for word in self.standing() {
            match word {
                Word::Tag(entry, tag, true) => tags.insert((*entry, tag.as_str())),
                Word::Tag(entry, tag, false) => tags.remove(&(*entry, tag.as_str())),
                _ => false,
            };
        }
        tags
    }

    /// Every word that an entry was or is found by, with that entry.
    pub(crate) fn said(&self) -> Vec<(EntryId, &str)> {
        let said = self.0.iter().filter_map(|(_, word, _)| match word {
            Word::Note(entry, text) | Word::Tag(entry, text, _) => Some((*entry, text.as_str())),
            _ => None,
        });
        said.collect()
    }

    pub(crate) fn merged(&self) -> BTreeMap<CounterpartyId, CounterpartyId> {
        let mut merged = BTreeMap::new();
        for word in self.standing() {
            match word {
                Word::Merge(id, into) => merged.insert(*id, *into),
                Word::Unmerge(id) => merged.remove(id),
                _ => None,
            };
        }
        merged
    }

    /// The one that a counterparty is, and whether merges lead there without a circle.
    pub(crate) fn root(&self, id: CounterpartyId) -> Option<CounterpartyId> {
        let merged = self.merged();
        let mut root = id;
        for _ in 0..=merged.len() {
            match merged.get(&root) {
                Some(into) => root = *into,
                None => return Some(root),
            }
        }
        None
    }

    pub(crate) fn has_circle(&self) -> bool {
        self.merged().keys().any(|id| self.root(*id).is_none())
    }

    /// The conversation of an entry whose text names a counterparty.
    pub(crate) fn conversation(&self, entry: EntryId, named: CounterpartyId) -> CounterpartyId {
        let moved = self.standing().filter_map(|word| match word {
            Word::Move(id, to) if *id == entry => Some(*to),
            _ => None,
        });
        self.root(moved.last().flatten().unwrap_or(named)).unwrap()
    }
}
