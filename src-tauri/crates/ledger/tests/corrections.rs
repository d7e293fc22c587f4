//! Words that could not be read, and what the user put in their place.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ledger::{Answers, Dropped, Ledger, Outcome, Review, RowState, Watch};
use vault::Key;

const TEXT: &str = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant;Solde\n\
    01/10/2026;SALAIRE ATELIER;900,00;1000,00\n32/10/2026;CAFÉ DE LA GARE;-4,20;995,80\n\
    30/10/2026;LOYER;-650,00;345,80\n";

fn fixture() -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    (folder, ledger)
}

fn file(text: &str) -> Dropped {
    Dropped {
        name: "october.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn preview(ledger: &Ledger, answers: &Answers) -> Review {
    ledger
        .preview(&file(TEXT), answers, Watch::nobody())
        .unwrap()
}

fn corrected(text: &str) -> Answers {
    let mut answers = Answers::none();
    answers.set("correct:6:1-10", text);
    answers
}

fn states(review: &Review) -> Vec<(u32, RowState)> {
    review
        .rows
        .iter()
        .map(|row| (row.line, row.state))
        .collect()
}

#[test]
fn a_day_that_is_none_is_corrected_and_its_row_is_read_like_any_other() {
    let (_folder, ledger) = fixture();
    let before = preview(&ledger, &Answers::none());
    assert_eq!(before.counts.unreadable, 1);
    let (finding, stands) = &before.correctable[0];
    assert!(before.diagnostics[*finding].unreadable_row);
    assert_eq!(
        (stands.place.to_string().as_str(), stands.text.as_str()),
        ("6:1-10", "32/10/2026"),
        "the place that an answer names, and what stands there"
    );
    let after = preview(&ledger, &corrected("31/10/2026"));
    assert_eq!((after.counts.unreadable, after.counts.new), (0, 3));
    assert_eq!(after.rows[1].date.to_string(), "2026-10-31");
    assert_eq!(after.corrected[0].text, "31/10/2026");
    assert_eq!(after.correctable, []);
}

#[test]
fn what_is_corrected_in_vain_may_be_corrected_again_in_the_same_place() {
    let (_folder, ledger) = fixture();
    let again = preview(&ledger, &corrected("31/13/2026 ou avant"));
    assert_eq!(again.counts.unreadable, 1);
    let stands = &again.correctable[0].1;
    assert_eq!(
        (stands.place.to_string().as_str(), stands.text.as_str()),
        ("6:1-10", "31/13/2026 ou avant")
    );
}

#[test]
fn the_same_file_again_keeps_its_correction_and_brings_nothing() {
    let (_folder, ledger) = fixture();
    let answers = corrected("31/10/2026");
    let done = ledger
        .import(&file(TEXT), &answers, true, Watch::nobody())
        .unwrap();
    assert_eq!(done.review.counts.new, 3);
    let again = preview(&ledger, &Answers::none());
    assert!(again.already.is_some(), "it stands, as it was corrected");
    assert_eq!(again.counts.known, 3);
    ledger
        .import(&file(TEXT), &Answers::none(), true, Watch::nobody())
        .unwrap();
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    let mut back = Answers::none();
    back.unset("correct:6:1-10");
    let before = preview(&ledger, &back);
    assert_eq!(
        (before.counts.unreadable, before.corrected.len()),
        (1, 0),
        "a correction that was imported can be taken back too"
    );
    ledger.undo(done.operation.unwrap()).unwrap();
    let undone = preview(&ledger, &Answers::none());
    assert_eq!(
        states(&undone),
        [(5, RowState::New), (7, RowState::New)],
        "an import that was taken back leaves no correction behind"
    );
}

#[test]
fn a_correction_teaches_nothing_about_other_files() {
    let (_folder, ledger) = fixture();
    ledger
        .import(&file(TEXT), &corrected("31/10/2026"), true, Watch::nobody())
        .unwrap();
    assert!(ledger.profiles().unwrap().is_empty());
    let other = TEXT.replace("SALAIRE ATELIER", "SALAIRE");
    let review = ledger
        .preview(&file(&other), &Answers::none(), Watch::nobody())
        .unwrap();
    assert_eq!(review.counts.unreadable, 1);
}

#[test]
fn a_corrected_amount_makes_the_statement_add_up() {
    let (_folder, ledger) = fixture();
    let text = TEXT.replace("32/10", "31/10").replace("-4,20", "quatre");
    let mut answers = Answers::none();
    let before = ledger
        .preview(&file(&text), &answers, Watch::nobody())
        .unwrap();
    assert_ne!(before.proof(), Outcome::Holds);
    let stands = &before.correctable[0].1;
    assert_eq!(stands.text, "quatre");
    answers.set(&format!("correct:{}", stands.place), "-4,20");
    let after = ledger
        .preview(&file(&text), &answers, Watch::nobody())
        .unwrap();
    assert_eq!(
        (after.counts.unreadable, after.proof()),
        (0, Outcome::Holds)
    );
}
