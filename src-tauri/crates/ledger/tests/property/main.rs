//! Any sequence of imports, undos, redos, deletions, notes and merges, against a model that computes everything anew.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod files;
mod model;
mod own;

use std::collections::BTreeSet;

use domain::{EntryId, OperationId};
use files::{File, files};
use ledger::{Answers, Error, ExportFormat, Ledger, Watch};
use model::{Line, Model, shown};
use proptest::prelude::*;
use serde_json::Value;
use vault::Key;

#[derive(Debug, Clone)]
enum Step {
    /// A file, read plainly or with an answer that changes nothing but the reading's name.
    Import(prop::sample::Index, bool),
    Undo(prop::sample::Index),
    Redo(prop::sample::Index),
    Delete(prop::sample::Index),
    Restore(prop::sample::Index),
    DeleteAgain(prop::sample::Index),
    Note(prop::sample::Index),
    /// One counterparty into another.
    Merge(prop::sample::Index, prop::sample::Index),
    /// An operation of the user, undone or done again.
    Switch(prop::sample::Index),
    See,
}

fn step() -> impl Strategy<Value = Step> {
    let any_index = any::<prop::sample::Index>;
    prop_oneof![
        6 => (any_index(), prop::bool::weighted(0.2)).prop_map(|(which, other)| Step::Import(which, other)),
        3 => any_index().prop_map(Step::Undo),
        3 => any_index().prop_map(Step::Redo),
        1 => any_index().prop_map(Step::Delete),
        1 => any_index().prop_map(Step::Restore),
        1 => any_index().prop_map(Step::DeleteAgain),
        1 => any_index().prop_map(Step::Note),
        1 => (any_index(), any_index()).prop_map(|(which, into)| Step::Merge(which, into)),
        1 => any_index().prop_map(Step::Switch),
        1 => Just(Step::See),
    ]
}

struct Run<'a> {
    _folder: tempfile::TempDir,
    ledger: Ledger,
    files: &'a [File],
    model: Model,
    /// The ledger's number of each import of the model.
    imports: Vec<OperationId>,
    /// Deletions, and whether each stands.
    deletions: Vec<(OperationId, bool)>,
    /// Notes and merges, and whether each stands.
    words: Vec<(OperationId, bool)>,
    /// The notes: the operation, the entry and a word that finds it.
    notes: Vec<(OperationId, EntryId, String)>,
}

fn answers(other: bool) -> Answers {
    let mut answers = Answers::none();
    // A table that shows no payment would be asked about.
    answers.set("sign", "asPrinted");
    if other {
        answers.set("encoding", "utf-8");
    }
    answers
}

impl<'a> Run<'a> {
    fn new(files: &'a [File]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
        Run {
            _folder: folder,
            ledger,
            files,
            model: Model::default(),
            imports: Vec::new(),
            deletions: Vec::new(),
            words: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Entries that are shown.
    fn shown(&self) -> Vec<EntryId> {
        let words = ["boulangerie", "grand", "volt"].into_iter();
        let found: BTreeSet<EntryId> = words
            .flat_map(|word| self.ledger.search(word, 100).unwrap())
            .map(|row| row.state.entry.id)
            .collect();
        found.into_iter().collect()
    }

    fn note(&mut self, which: &prop::sample::Index) {
        let shown = self.shown();
        if shown.is_empty() {
            return;
        }
        let id = shown[which.index(shown.len())];
        let word = format!("note{}", self.notes.len());
        let done = self.ledger.note_entry(id, &word).unwrap();
        self.words.push((done, true));
        self.notes.push((done, id, word));
    }

    fn merge(&mut self, which: &prop::sample::Index, into: &prop::sample::Index) {
        let list = self.ledger.conversations(100).unwrap();
        if list.is_empty() {
            return;
        }
        let id = |index: &prop::sample::Index| list[index.index(list.len())].counterparty.id;
        match self.ledger.merge_counterparties(id(which), id(into)) {
            Ok(done) => self.words.push((done, true)),
            Err(Error::Refused(_)) => assert_eq!(id(which), id(into), "listed ones are different"),
            Err(error) => panic!("{error}"),
        }
    }

    /// Of each entry the latest standing note is the one that it bears and is found by; no other finds it.
    fn check_notes(&self) {
        let stands = |operation: &OperationId| self.words.contains(&(*operation, true));
        let shown = self.shown();
        for (operation, id, word) in &self.notes {
            let last = self
                .notes
                .iter()
                .rfind(|(other, on, _)| on == id && stands(other));
            let is_last = last.is_some_and(|(other, ..)| other == operation);
            let found = self.ledger.search(word, 100).unwrap();
            let found: Vec<EntryId> = found.iter().map(|row| row.state.entry.id).collect();
            let expected = if is_last && shown.contains(id) {
                vec![*id]
            } else {
                vec![]
            };
            assert_eq!(found, expected, "{word}");
        }
    }

    fn import(&mut self, file: usize, other: bool) {
        let dropped = self.files[file].dropped();
        let previewed = self
            .ledger
            .preview(&dropped, &answers(other), Watch::nobody())
            .unwrap();
        let stood = self.model.stands(file);
        let does = self.model.import(file, other);
        let done = self
            .ledger
            .import(&dropped, &answers(other), true, Watch::nobody())
            .unwrap();
        let counts = done.review.counts;
        assert_eq!(
            previewed.counts, counts,
            "a preview says what the import does"
        );
        assert_eq!(
            counts.total(),
            self.files[file].rows.len() as u64,
            "every row is accounted for"
        );
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

    fn switch(&mut self, which: usize, undone: bool) {
        let id = self.imports[which];
        let may = if undone {
            self.model.undo(which)
        } else {
            self.model.redo(which)
        };
        let done = if undone {
            self.ledger.undo(id)
        } else {
            self.ledger.redo(id)
        };
        match done {
            Ok(_) => assert!(may, "the model refuses it"),
            Err(Error::Refused(why)) => assert!(!may, "the model does it: {why}"),
            Err(error) => panic!("{error}"),
        }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Import(which, other) => self.import(which.index(self.files.len()), *other),
            Step::Undo(which) | Step::Redo(which) => {
                if !self.imports.is_empty() {
                    self.switch(
                        which.index(self.imports.len()),
                        matches!(step, Step::Undo(_)),
                    );
                }
            }
            Step::Delete(which) => {
                let shown = self.shown();
                if !shown.is_empty() {
                    let id = shown[which.index(shown.len())];
                    let done = self.ledger.delete_entry(id).unwrap();
                    self.deletions.push((done, true));
                }
            }
            Step::Restore(which) | Step::DeleteAgain(which) => {
                if self.deletions.is_empty() {
                    return;
                }
                let index = which.index(self.deletions.len());
                let (id, stands) = self.deletions[index];
                let restore = matches!(step, Step::Restore(_));
                let done = if restore {
                    self.ledger.undo(id)
                } else {
                    self.ledger.redo(id)
                };
                assert_eq!(done.is_ok(), stands == restore);
                self.deletions[index].1 = !restore;
            }
            Step::Note(which) => self.note(which),
            Step::Merge(which, into) => self.merge(which, into),
            Step::Switch(which) => {
                if self.words.is_empty() {
                    return;
                }
                let index = which.index(self.words.len());
                let (id, stands) = self.words[index];
                let done = if stands {
                    self.ledger.undo(id)
                } else {
                    self.ledger.redo(id)
                };
                match done {
                    Ok(_) => self.words[index].1 = !stands,
                    // Merges that would lead in a circle.
                    Err(Error::Refused("one already")) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Step::See => {
                for conversation in self.ledger.conversations(100).unwrap() {
                    self.ledger.mark_seen(conversation.row.with).unwrap();
                }
            }
        }
    }

    fn live(&self) -> Vec<usize> {
        (0..self.files.len())
            .filter(|file| self.model.stands(*file))
            .collect()
    }

    fn is_without_deletions(&self) -> bool {
        self.deletions.iter().all(|(_, stands)| !stands)
    }

    /// Holds the ledger against the model.
    fn check(&self) {
        assert_eq!(
            self.ledger.verify().unwrap(),
            Vec::<String>::new(),
            "a ledger always verifies"
        );
        let expected = shown(self.files, &self.live());
        let found = lines(&self.ledger);
        if self.is_without_deletions() {
            assert_eq!(found, expected, "the ledger shows what its files say");
        } else {
            assert!(
                found.iter().all(|line| expected.contains(line)),
                "{found:?} of {expected:?}"
            );
        }
        let listed: i64 = self
            .ledger
            .conversations(100)
            .unwrap()
            .iter()
            .map(|one| one.row.entry_count)
            .sum();
        assert_eq!(
            listed,
            found.len() as i64,
            "every entry is in one conversation"
        );
        self.check_notes();
        check_balances(&self.ledger);
    }
}

fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    ledger.export(ExportFormat::Csv, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn json(ledger: &Ledger) -> Value {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn cents(amount: &Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn day(date: &Value) -> u32 {
    date.as_str()
        .unwrap()
        .rsplit('-')
        .next()
        .unwrap()
        .parse()
        .unwrap()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What the export shows, as the model says it.
fn lines(ledger: &Ledger) -> Vec<Line> {
    let mut out = Vec::new();
    for account in array(&json(ledger)["accounts"]) {
        let number = account["account"].as_str().unwrap();
        let account_index = usize::from(number.contains("55512340987"));
        for entry in array(&account["entries"]) {
            let words: Vec<&str> = array(&entry["texts"])
                .iter()
                .map(|one| one["text"].as_str().unwrap())
                .collect();
            let text = files::TEXTS
                .into_iter()
                .find(|text| words.contains(text))
                .unwrap();
            let status = if entry["status"] == "pending" {
                "pending"
            } else {
                "booked"
            };
            out.push((
                account_index,
                day(&entry["bookingDate"]),
                cents(&entry["amount"]),
                status,
                text,
            ));
        }
    }
    out.sort_unstable();
    out
}

/// Holds balances against a walk over all entries.
fn check_balances(ledger: &Ledger) {
    let exported = json(ledger);
    for view in ledger.accounts().unwrap() {
        let number = view
            .row
            .identifier
            .iban
            .clone()
            .or(view.row.identifier.number.clone())
            .unwrap();
        let is_it = |account: &&Value| account["account"].as_str().unwrap().ends_with(&number);
        let account = array(&exported["accounts"]).iter().find(is_it).unwrap();
        let anchors: Vec<(u32, i64)> = array(&account["balances"])
            .iter()
            .map(|one| (day(&one["asOf"]), cents(&one["amount"])))
            .collect();
        let moved = |after: u32, until: u32| -> i64 {
            array(&account["entries"])
                .iter()
                .filter(|entry| entry["status"] == "booked")
                .filter(|entry| (after + 1..=until).contains(&day(&entry["bookingDate"])))
                .map(|entry| cents(&entry["amount"]))
                .sum()
        };
        for on in 1u32..20 {
            let date = domain::NaiveDate::from_ymd_opt(2026, 10, on).unwrap();
            let held = ledger.balance_on(view.row.id, date).unwrap();
            let nearest = anchors
                .iter()
                .rfind(|(day, _)| *day <= on)
                .or(anchors.first());
            let Some((anchor, _)) = nearest else {
                assert!(
                    held.is_none(),
                    "where nothing states a balance there is none"
                );
                continue;
            };
            let fitting = anchors
                .iter()
                .filter(|(day, _)| day == anchor)
                .map(|(_, stated)| stated + moved(*anchor, on) - moved(on, *anchor));
            let held = held.unwrap().money.to_minor().unwrap();
            assert!(
                fitting.clone().any(|fitting| fitting == held),
                "{held} on day {on}"
            );
        }
    }
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(24),
        failure_persistence: None,
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_done_the_ledger_is_what_its_standing_files_say(
        files in files(),
        steps in prop::collection::vec(step(), 1..9),
    ) {
        let mut run = Run::new(&files);
        for step in &steps {
            run.take(step);
            run.check();
        }
        // Undo of a new import is as if it had never been, also beside deleted entries.
        let before = export(&run.ledger);
        let unread = |run: &Run<'_>| -> Vec<i64> {
            run.ledger.conversations(100).unwrap().iter().map(|one| one.row.unread_count).collect()
        };
        let unread_before = unread(&run);
        for file in 0..files.len() {
            let log = run.imports.len();
            run.import(file, false);
            if run.imports.len() > log {
                run.switch(log, true);
            }
            prop_assert_eq!(export(&run.ledger), before.clone(), "import, then undo");
            prop_assert_eq!(unread(&run), unread_before.clone(), "what was read stays read");
        }
        run.check();
        // The same files in another order.
        if run.is_without_deletions() && run.words.is_empty() {
            let mut other = Run::new(&files);
            for file in run.live().into_iter().rev() {
                other.import(file, false);
            }
            prop_assert_eq!(export(&other.ledger), before);
        }
    }
}
