//! What the user added, as projections need it: whose conversation an entry is in, and by which words of theirs it is found.

use domain::{CounterpartyId, EntryId};
use store::{Read, Words};

use crate::Result;

/// What the user added.
pub(crate) struct Own {
    words: Words,
}

impl Own {
    pub(crate) fn load(read: Read<'_>) -> Result<Self> {
        let words = read.words()?;
        Ok(Own { words })
    }

    /// The conversation that an entry is in: the one it was moved to, else that of the counterparty its text names; and of
    /// that the one it is merged into.
    pub(crate) fn conversation(&self, entry: EntryId, named: CounterpartyId) -> CounterpartyId {
        self.root(self.words.moves.get(&entry).copied().unwrap_or(named))
    }

    /// Follows merges to their end.
    pub(crate) fn root(&self, id: CounterpartyId) -> CounterpartyId {
        let merges = &self.words.merges;
        let mut root = id;
        // As many steps as there are merges, should they lead in a circle: `is_circle` refuses that before it is written.
        for _ in 0..merges.len() {
            match merges.get(&root) {
                Some(into) => root = *into,
                None => break,
            }
        }
        root
    }

    /// Whether merges lead from a counterparty back to itself.
    pub(crate) fn is_circle(&self, id: CounterpartyId) -> bool {
        self.words.merges.contains_key(&self.root(id))
    }

    /// What the user calls a counterparty.
    pub(crate) fn name(&self, id: CounterpartyId) -> Option<&str> {
        self.words.names.get(&id).map(String::as_str)
    }

    /// The note on an entry.
    pub(crate) fn note(&self, entry: EntryId) -> Option<&str> {
        self.words.notes.get(&entry).map(String::as_str)
    }

    /// The tags on an entry, in order.
    pub(crate) fn tags(&self, entry: EntryId) -> Vec<&str> {
        let tags = self.words.tags.get(&entry);
        tags.into_iter().flatten().map(String::as_str).collect()
    }

    /// Counterparties that are another one.
    pub(crate) fn merges(&self) -> impl Iterator<Item = (CounterpartyId, CounterpartyId)> {
        self.words.merges.iter().map(|(id, into)| (*id, *into))
    }

    /// Counterparties that the user named.
    pub(crate) fn named(&self) -> impl Iterator<Item = CounterpartyId> {
        self.words.names.keys().copied()
    }

    /// Entries that bear words of the user.
    pub(crate) fn worded(&self) -> impl Iterator<Item = EntryId> {
        let tagged = self.words.tags.keys();
        self.words.notes.keys().chain(tagged).copied()
    }

    /// What an entry is found by beyond its own name and texts: its note, its tags, and what its conversation is called,
    /// where that is not what its text says. A folded name stands for a merchant's own: that never changes.
    pub(crate) fn found_by(
        &self,
        read: Read<'_>,
        entry: EntryId,
        named: CounterpartyId,
    ) -> Result<String> {
        let mut found = String::new();
        let mut add = |words: &str| {
            found.push('\n');
            found.push_str(words);
        };
        let conversation = self.conversation(entry, named);
        if let Some(name) = self.name(conversation) {
            add(name);
        } else if conversation != named {
            add(&read.get_counterparty(conversation)?.counterparty.key);
        }
        if let Some(note) = self.note(entry) {
            add(note);
        }
        for tag in self.tags(entry) {
            add(tag);
        }
        Ok(found)
    }
}
