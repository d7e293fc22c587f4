//! One ledger and its model, step by step.

use domain::{CounterpartyId, EntryId, OperationId};
use ledger::{Answers, Error, Ledger, Watch};
use proptest::sample::Index;
use vault::Key;

use crate::Step;
use crate::files::File;
use crate::model::Model;
use crate::view::{check_balances, entries, found, lines};
use crate::words::{Word, Words};

/// What the user says of rows that may be known under a day nearby.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    None,
    Different,
    Same,
}

pub(crate) struct Run {
    _folder: tempfile::TempDir,
    pub(crate) ledger: Ledger,
    files: Vec<File>,
    pub(crate) model: Model,
    /// The ledger's number of each import of the model.
    pub(crate) imports: Vec<OperationId>,
    pub(crate) said: Words,
}

fn answers(other: bool, answer: Answer) -> Answers {
    let mut answers = Answers::none();
    // A table that shows no payment would be asked about.
    answers.set("sign", "asPrinted");
    if other {
        answers.set("encoding", "utf-8");
    }
    match answer {
        Answer::None => {}
        Answer::Different => answers.set("conflict", "different"),
        Answer::Same => answers.set("conflict", "same"),
    }
    answers
}

/// One of a list, if it has any.
fn pick<T: Clone>(list: &[T], index: &Index) -> Option<T> {
    (!list.is_empty()).then(|| list[index.index(list.len())].clone())
}

impl Run {
    pub(crate) fn new(files: &[File]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
        Run {
            _folder: folder,
            ledger,
            files: files.to_vec(),
            model: Model::new(files),
            imports: Vec::new(),
            said: Words::default(),
        }
    }

    pub(crate) fn import(&mut self, file: usize, other: bool, answer: Answer) {
        let dropped = self.files[file].dropped();
        let given = answers(other, answer);
        let previewed = self.ledger.preview(&dropped, &given, Watch::nobody());
        let stood = self.model.stands(file);
        let profile = answer.profile(other);
        let shifted = self.model.shifted(file, profile).len() as u64;
        let does = self.model.import(file, profile);
        let done = self
            .ledger
            .import(&dropped, &given, true, Watch::nobody())
            .unwrap();
        let counts = done.review.counts;
        assert_eq!(
            previewed.unwrap().counts,
            counts,
            "a preview says what the import does"
        );
        assert_eq!(
            counts.total(),
            self.files[file].rows.len() as u64,
            "every row is accounted for"
        );
        let asked = if answer == Answer::None { shifted } else { 0 };
        assert_eq!(counts.conflict, asked, "what is in doubt is asked once");
        assert_eq!(
            done.operation.is_some(),
            does,
            "the same reading is imported once"
        );
        if !does {
            assert!(
                stood && counts.known == counts.total(),
                "a second import adds nothing"
            );
        }
        self.imports.extend(done.operation);
    }

    pub(crate) fn switch(&mut self, which: usize, undone: bool) {
        let id = self.imports[which];
        let (may, done) = if undone {
            (self.model.undo(which), self.ledger.undo(id))
        } else {
            (self.model.redo(which), self.ledger.redo(id))
        };
        match done {
            Ok(_) => assert!(may, "the model refuses it"),
            Err(Error::Refused(why)) => assert!(!may, "the model does it: {why}"),
            Err(error) => panic!("{error}"),
        }
    }

    pub(crate) fn take(&mut self, step: &Step) {
        match step {
            Step::Import(which, other, answer) => {
                self.import(which.index(self.files.len()), *other, *answer);
            }
            Step::Undo(which) | Step::Redo(which) => {
                if !self.imports.is_empty() {
                    let which = which.index(self.imports.len());
                    self.switch(which, matches!(step, Step::Undo(_)));
                }
            }
            Step::Switch(which) => self.switch_word(which),
            Step::See => {
                for conversation in self.ledger.conversations(100).unwrap() {
                    self.ledger.mark_seen(conversation.row.with).unwrap();
                }
            }
            _ => {
                self.say(step);
            }
        }
    }

    fn shown(&self) -> Vec<EntryId> {
        let rows = entries(&self.ledger);
        rows.iter().map(|row| row.state.entry.id).collect()
    }

    /// `None` where there is nothing to say it of.
    fn say(&mut self, step: &Step) -> Option<()> {
        let shown = self.shown();
        let ledger = &self.ledger;
        let fresh = self.said.len();
        let (done, word) = match step {
            Step::Delete(which) => {
                let id = pick(&shown, which)?;
                (ledger.delete_entry(id), Word::Delete(id))
            }
            Step::Restore(which) => {
                let deleted: Vec<EntryId> = self.said.deleted().into_iter().collect();
                let id = pick(&deleted, which)?;
                (ledger.restore_entry(id), Word::Restore(id))
            }
            Step::Note(which) => {
                let (id, note) = (pick(&shown, which)?, format!("note{fresh:02}"));
                (ledger.note_entry(id, &note), Word::Note(id, note))
            }
            Step::Tag(which) => {
                let (id, tag) = (pick(&shown, which)?, format!("tag{fresh:02}"));
                let done = ledger.tag_entry(id, std::slice::from_ref(&tag), &[]);
                (done, Word::Tag(id, tag, true))
            }
            Step::Untag(which) => {
                let tags: Vec<(EntryId, &str)> = self.said.tags().into_iter().collect();
                let (id, tag) = pick(&tags, which)?;
                let tag = tag.to_owned();
                let done = ledger.tag_entry(id, &[], std::slice::from_ref(&tag));
                (done, Word::Tag(id, tag, false))
            }
            Step::Move(which, to) => {
                let id = pick(&shown, which)?;
                let to = match to {
                    Some(to) => Some(pick(&self.listed(), to)?),
                    None => None,
                };
                let row = ledger.entry(id).unwrap().0;
                if to == Some(row.state.entry.counterparty) {
                    assert!(
                        ledger.move_entry(id, to).is_err(),
                        "it is in that conversation"
                    );
                    return None;
                }
                (ledger.move_entry(id, to), Word::Move(id, to))
            }
            Step::Merge(which, into) => {
                let list = self.listed();
                let (id, into) = (pick(&list, which)?, pick(&list, into)?);
                if id == into {
                    assert!(
                        ledger.merge_counterparties(id, into).is_err(),
                        "one with itself"
                    );
                    return None;
                }
                (ledger.merge_counterparties(id, into), Word::Merge(id, into))
            }
            Step::Unmerge(which) => {
                let merged: Vec<CounterpartyId> = self.said.merged().into_keys().collect();
                let id = pick(&merged, which)?;
                (ledger.unmerge_counterparty(id), Word::Unmerge(id))
            }
            _ => return None,
        };
        self.said.say(done.unwrap(), word);
        Some(())
    }

    /// The counterparties of all conversations.
    fn listed(&self) -> Vec<CounterpartyId> {
        let list = self.ledger.conversations(100).unwrap();
        list.iter().map(|one| one.counterparty.id).collect()
    }

    fn switch_word(&mut self, which: &Index) {
        if self.said.len() == 0 {
            return;
        }
        let index = which.index(self.said.len());
        let (id, stands) = self.said.get(index);
        let done = if stands {
            self.ledger.undo(id)
        } else {
            self.ledger.redo(id)
        };
        self.said.switch(index);
        if self.said.has_circle() {
            self.said.switch(index);
            let refused = matches!(done, Err(Error::Refused("one already")));
            assert!(refused, "merges never lead in a circle");
        } else {
            done.unwrap();
        }
    }

    /// Holds the ledger against the model.
    pub(crate) fn check(&self) {
        assert_eq!(
            self.ledger.verify().unwrap(),
            Vec::<String>::new(),
            "a ledger always verifies"
        );
        self.check_lines();
        self.check_words();
        check_balances(&self.ledger);
    }

    fn check_lines(&self) {
        let mut hidden = 0;
        for id in self.said.deleted() {
            let state = self.ledger.entry(id).unwrap().0.state;
            assert!(state.is_deleted, "what was deleted stays so");
            hidden += usize::from(state.is_live && !state.is_superseded);
        }
        let found = lines(&self.ledger);
        let mut left = found.iter().peekable();
        let expected = self.model.shown();
        let missing = expected
            .iter()
            .filter(|line| left.next_if_eq(line).is_none());
        assert_eq!(
            (missing.count(), left.next()),
            (hidden, None),
            "what the files say is shown, but for what was deleted: {found:?} of {expected:?}"
        );
        let list = self.ledger.conversations(100).unwrap();
        let listed: i64 = list.iter().map(|one| one.row.entry_count).sum();
        let rows = entries(&self.ledger);
        let (transfers, others): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| row.state.is_transfer);
        assert_eq!(
            (listed, rows.len()),
            (others.len() as i64, found.len()),
            "every entry is in one conversation, but for money between own accounts"
        );
        let sum: i64 = transfers
            .iter()
            .map(|row| row.state.entry.amount_minor)
            .sum();
        assert_eq!(
            (sum, transfers.len() % 2),
            (0, 0),
            "what leaves one account arrives in the other"
        );
    }

    fn check_words(&self) {
        let (notes, tags) = (self.said.notes(), self.said.tags());
        let rows = entries(&self.ledger);
        for row in &rows {
            let entry = &row.state.entry;
            assert_eq!(
                row.note.as_deref(),
                notes.get(&entry.id).copied(),
                "an entry bears the latest note that stands"
            );
            let own = tags.range((entry.id, "")..);
            let own = own.take_while(|(id, _)| *id == entry.id);
            let own: Vec<&str> = own.map(|(_, tag)| *tag).collect();
            assert_eq!(row.tags, own, "an entry bears the tags that stand");
            let named = row.sighting.counterparty;
            assert_eq!(
                entry.counterparty,
                self.said.conversation(entry.id, named),
                "an entry is where its text belongs, or where the user put it"
            );
        }
        for (id, word) in self.said.said() {
            let is_shown = rows.iter().any(|row| row.state.entry.id == id);
            let stands = notes.get(&id) == Some(&word) || tags.contains(&(id, word));
            let expected = if is_shown && stands { vec![id] } else { vec![] };
            assert_eq!(found(&self.ledger, word), expected, "{word}");
        }
    }
}
