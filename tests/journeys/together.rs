//! Several programs on one ledger, plans that another one made stale, and a clock that went back: nothing lost, nothing
//! doubled, the user told.

use std::path::Path;
use std::process::Stdio;

use api::imports::ImportReview;
use api::{App, ErrorCode};
use journeys::scene::Scene;
use journeys::statement;
use serde_json::Value;

use crate::files::{ofx, ofx_of};
use crate::terminal::Terminal;

#[test]
fn a_program_that_writes_is_waited_for_then_named_as_the_reason_and_nobody_waits_to_read() {
    let scene = Scene::new(10);
    let (before, after) = scene.before_and_after();
    let ledger = scene.path("ledger");
    scene.copy_to(&ledger);
    let other = scene.connect(&ledger);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = scene.import(&ledger).output().unwrap();
    assert_eq!(answer.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(answer.stderr).unwrap(),
        "foil: The ledger is in use by another program. Wait for its import to end, or close it.\n"
    );
    assert_eq!(scene.whole(&ledger), before, "and reads at once");
    other.execute_batch("COMMIT").unwrap();
    assert!(scene.import(&ledger).output().unwrap().status.success());
    assert_eq!(scene.whole(&ledger), after);
}

#[test]
fn two_programs_that_import_at_once_both_do_and_whoever_looks_meanwhile_sees_whole_imports() {
    let scene = Scene::new(2_000);
    let ledger = scene.path("ledger");
    let november = statement::entry("20261103", "-4.20", "NOV1", "CAFE DES TILLEULS", "");
    let november = statement::around(&november, "20261101", "20261130", "1502.01");
    let file = scene.path("november.ofx");
    std::fs::write(&file, november).unwrap();
    let other = |ledger: &Path| {
        let mut foil = scene.foil(ledger, &["import", "--json", "--yes"]);
        foil.arg(&file).stdout(Stdio::null()).stderr(Stdio::null());
        foil
    };
    let lines = |ledger: &Path| {
        let state = scene.whole(ledger);
        let mut lines: Vec<&str> = state.lines().filter(|line| line.contains(',')).collect();
        lines.sort_unstable();
        lines.join("\n")
    };
    let whole = |many: bool, november: bool| {
        scene.copy_to(&ledger);
        if many {
            assert!(scene.import(&ledger).output().unwrap().status.success());
        }
        if november {
            assert!(other(&ledger).status().unwrap().success());
        }
        lines(&ledger)
    };
    let known = [(false, false), (true, false), (false, true), (true, true)]
        .map(|(many, november)| whole(many, november));
    scene.copy_to(&ledger);
    let mut first = scene.start(&ledger);
    let mut second = other(&ledger).spawn().unwrap();
    while first.try_wait().unwrap().is_none() || second.try_wait().unwrap().is_none() {
        let seen = lines(&ledger);
        assert!(known.contains(&seen), "never half of an import");
    }
    assert!(first.wait().unwrap().success() && second.wait().unwrap().success());
    assert_eq!(lines(&ledger), known[3]);
}

#[test]
fn a_clock_set_back_changes_no_order_of_what_was_done_and_every_import_is_undone_and_done_again() {
    let scene = Scene::new(10);
    let ledger = scene.path("ledger");
    scene.copy_to(&ledger);
    // What stands was made years from now, as this clock has it.
    let ahead = "UPDATE operations SET at = '2031-05-01T09:00:00Z';
                 UPDATE documents SET received_at = '2031-05-01T09:00:00Z'";
    scene.connect(&ledger).execute_batch(ahead).unwrap();
    let begin = scene.whole(&ledger);
    let foil = |words: &[&str]| {
        let answer = scene.foil(&ledger, words).output().unwrap();
        assert!(
            answer.status.success(),
            "{words:?}: {}",
            String::from_utf8_lossy(&answer.stderr)
        );
        String::from_utf8(answer.stdout).unwrap()
    };
    let file = scene.file();
    let file = file.to_str().unwrap();
    foil(&["import", "--yes", file]);
    let with = scene.whole(&ledger);
    let history: Value = serde_json::from_str(&foil(&["history", "--json"])).unwrap();
    let newest = &history[0];
    assert_eq!(newest["file"], "many.ofx", "what was done last is first");
    assert!(newest["at"].as_str() < history[1]["at"].as_str());
    let number = newest["operation"].to_string();
    foil(&["undo", &number]);
    assert_eq!(
        entries(&scene.whole(&ledger)),
        entries(&begin),
        "as if it had never been"
    );
    foil(&["redo", &number]);
    assert_eq!(scene.whole(&ledger), with);
    // Read otherwise, it takes the place of what this clock calls later, and gives it back.
    let october = scene.path("october.ofx");
    std::fs::write(&october, statement::ofx()).unwrap();
    let october = october.to_str().unwrap();
    let again = ["import", "--json", "--answer", "encoding=utf-8", october];
    let done: Value = serde_json::from_str(&foil(&again)).unwrap();
    assert!(done["import"].is_i64(), "{done}");
    assert_eq!(entries(&scene.whole(&ledger)), entries(&with));
    foil(&["undo", &done["import"].to_string()]);
    assert_eq!(entries(&scene.whole(&ledger)), entries(&with));
}

/// The lines of an export, without the number of operations.
fn entries(state: &str) -> Vec<&str> {
    state.lines().filter(|line| line.contains(',')).collect()
}

fn preview(window: &App, file: &Path) -> ImportReview {
    window.preview_import(vec![file.to_owned()], None).unwrap()
}

#[test]
fn a_plan_made_stale_by_another_program_is_made_again_and_nothing_is_doubled() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("start.ofx", ofx("2026-10-01", "2026-10-01")));
    let window = terminal.window();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-20"));
    let review = preview(&window, &file);
    assert_eq!(review.files[0].counts.new, 8);
    terminal.import(&terminal.file("other.ofx", ofx("2026-10-09", "2026-10-31")));
    let done = window.commit_import(review.review, Vec::new()).unwrap();
    let counts = done.files[0].counts;
    assert_eq!(
        (counts.new, counts.known),
        (1, 8),
        "told as it came out, not as it was planned"
    );
    assert_eq!(terminal.count(), 11, "nothing doubled");
    terminal.verify();
}

#[test]
fn a_file_that_another_program_imported_while_it_was_reviewed_brings_nothing_more() {
    let terminal = Terminal::with_ledger();
    let window = terminal.window();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let review = preview(&window, &file);
    terminal.import(&file);
    let done = window.commit_import(review.review, Vec::new()).unwrap();
    assert_eq!((done.operation, done.files[0].counts.known), (None, 11));
    assert_eq!(terminal.count(), 11);
}

#[test]
fn a_doubt_that_came_up_since_the_review_was_not_agreed_to() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("start.ofx", ofx("2026-10-01", "2026-10-01")));
    let window = terminal.window();
    let rows = [
        ("2026-10-10", -880, "PRESSE DU QUAI", "P1"),
        ("2026-10-12", -990, "PRESSE DU QUAI", "P2"),
        ("2026-10-14", -4_210, "GARAGE PERVENCHE", "P3"),
    ];
    // A row that cannot be read is in doubt already, and agreed to.
    let text = ofx_of(&rows, "2026-10-14", "10.00").replace("<TRNAMT>-9.90", "<TRNAMT>nine");
    let file = terminal.file("quay.ofx", text);
    let review = preview(&window, &file);
    assert!(review.in_doubt);
    let shifted = [
        ("2026-10-10", -100, "PRESSE DU QUAI", "Q1"),
        ("2026-10-13", -4_210, "GARAGE PERVENCHE", "Q2"),
        ("2026-10-20", -100, "PRESSE DU QUAI", "Q3"),
    ];
    terminal.import(&terminal.file("other.ofx", ofx_of(&shifted, "2026-10-20", "9.00")));
    let before = terminal.export();
    let refused = window.commit_import(review.review, Vec::new()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Refused);
    assert_eq!(
        refused.message,
        "Something in quay.ofx is still to be decided. Nothing was changed. Answer its questions, or leave it out."
    );
    assert_eq!(terminal.export(), before);
}
