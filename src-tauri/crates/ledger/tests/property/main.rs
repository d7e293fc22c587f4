//! Any sequence of imports, answers, undos, redos and words of the user, against a model that computes everything anew.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod files;
mod model;
mod own;
mod run;
mod view;
mod words;

use files::files;
use model::Profile;
use proptest::prelude::*;
use proptest::sample::Index;
use run::{Answer, Run};
use view::export;

/// A step. Indices choose among what there is at that moment.
#[derive(Debug, Clone)]
enum Step {
    /// A file, read plainly or with an answer that changes nothing but the reading's name, its question of shifted rows
    /// answered or not.
    Import(Index, bool, Answer),
    Undo(Index),
    Redo(Index),
    Delete(Index),
    Restore(Index),
    Note(Index),
    Tag(Index),
    Untag(Index),
    /// An entry into a conversation, or back.
    Move(Index, Option<Index>),
    /// One counterparty into another.
    Merge(Index, Index),
    Unmerge(Index),
    /// A word of the user, undone or done again.
    Switch(Index),
    See,
}

fn step() -> impl Strategy<Value = Step> {
    let i = any::<Index>;
    let answer = prop_oneof![
        4 => Just(Answer::None),
        1 => Just(Answer::Different),
        2 => Just(Answer::Same),
    ];
    prop_oneof![
        8 => (i(), prop::bool::weighted(0.2), answer).prop_map(|(which, other, answer)| Step::Import(which, other, answer)),
        3 => i().prop_map(Step::Undo),
        3 => i().prop_map(Step::Redo),
        1 => i().prop_map(Step::Delete),
        1 => i().prop_map(Step::Restore),
        1 => i().prop_map(Step::Note),
        1 => i().prop_map(Step::Tag),
        1 => i().prop_map(Step::Untag),
        1 => (i(), prop::option::weighted(0.8, i())).prop_map(|(which, to)| Step::Move(which, to)),
        1 => (i(), i()).prop_map(|(which, into)| Step::Merge(which, into)),
        1 => i().prop_map(Step::Unmerge),
        2 => i().prop_map(Step::Switch),
        1 => Just(Step::See),
    ]
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
        steps in prop::collection::vec(step(), 1..12),
        turn in any::<Index>(),
    ) {
        let mut run = Run::new(&files);
        for step in &steps {
            run.take(step);
            run.check();
        }
        // Undo of a new import is as if it had never been, also beside what the user said.
        let before = export(&run.ledger);
        let unread = |run: &Run| -> Vec<i64> {
            run.ledger.conversations(100).unwrap().iter().map(|one| one.row.unread_count).collect()
        };
        let unread_before = unread(&run);
        for file in 0..files.len() {
            for answer in [Answer::None, Answer::Same] {
                let log = run.imports.len();
                run.import(file, false, answer);
                if run.imports.len() > log {
                    run.switch(log, true);
                }
                prop_assert_eq!(export(&run.ledger), before.clone(), "import, then undo");
                prop_assert_eq!(unread(&run), unread_before.clone(), "what was read stays read");
            }
        }
        // So is an import that is taken back and done again, or done again and taken back.
        for import in 0..run.imports.len() {
            let undone = run.model.clone().redo(import);
            if undone || run.model.clone().undo(import) {
                run.switch(import, !undone);
                run.switch(import, undone);
                prop_assert_eq!(export(&run.ledger), before.clone(), "there and back, {}", import);
            }
        }
        run.check();
        if !run.said.are_none_standing() {
            return Ok(());
        }
        // Whatever was undone: the standing files alone, with the answers that were given, give the same ledger.
        let mut order = run.model.in_order();
        prop_assert_eq!(export(&replayed(&files, &order).ledger), before.clone(), "never imported");
        // In any other order too, where no file took on the days of one before it.
        if order.iter().all(|(_, same)| !same) && !order.is_empty() {
            order.reverse();
            let turn = turn.index(order.len());
            order.rotate_left(turn);
            prop_assert_eq!(export(&replayed(&files, &order).ledger), before, "in another order");
        }
    }
}

/// A new ledger with these files: which, and whether their shifted rows are what is known.
fn replayed(files: &[files::File], order: &[(usize, bool)]) -> Run {
    let mut run = Run::new(files);
    for (file, same) in order {
        let answer = if *same {
            Answer::Same
        } else {
            Answer::Different
        };
        run.import(*file, false, answer);
    }
    run
}

impl Answer {
    fn profile(self, other: bool) -> Profile {
        Profile {
            other,
            same: self == Answer::Same,
        }
    }
}
