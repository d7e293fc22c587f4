//! Files that are no statements, or not whole ones: said with place and remedy, the ledger untouched.

use crate::files::{csv, ofx};
use crate::terminal::Terminal;

fn refused(name: &str, bytes: &[u8], says: &str) {
    let terminal = Terminal::with_ledger();
    let empty = terminal.export();
    let file = terminal.file(name, bytes);
    let answer = terminal.foil(&["import", "--yes", file.to_str().unwrap()]);
    assert_eq!(answer.status, 2, "{name}: {}{}", answer.out, answer.err);
    assert!(answer.err.contains(says), "{name}: {}", answer.err);
    assert_eq!(terminal.export(), empty, "{name}");
}

#[test]
fn what_is_no_statement_is_refused_in_words_of_its_own() {
    refused("empty.ofx", b"", "empty");
    refused(
        "letter.ofx",
        b"Dear customer,\nyour statement is ready.\n",
        "no bank statement",
    );
    refused(
        "error.ofx",
        b"<!DOCTYPE html><html><body>Session expired</body></html>",
        "web page",
    );
    let noise: Vec<u8> = (0..4_096_u32)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    refused("noise.bin", &noise, "no bank statement");
}

#[test]
fn a_file_that_is_not_there_does_not_stop_the_others() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let missing = terminal.ledger().join("nowhere.ofx");
    let answer = terminal.foil(&[
        "import",
        "--yes",
        "--json",
        missing.to_str().unwrap(),
        file.to_str().unwrap(),
    ]);
    assert_eq!(answer.status, 1, "done, with a finding: {}", answer.err);
    assert_eq!(answer.out.lines().count(), 2, "one line per file");
    assert_eq!(terminal.count(), 11);
}

#[test]
fn a_row_that_cannot_be_read_waits_for_a_yes_and_is_then_left_out_and_named() {
    let terminal = Terminal::with_ledger();
    let text = csv("2026-10-01", "2026-10-31").replace("12/10/2026", "32/10/2026");
    let file = terminal.file("october.csv", text);
    let path = file.to_str().unwrap();
    assert_eq!(terminal.foil(&["import", path]).status, 2);
    assert_eq!(terminal.count(), 0);
    let answer = terminal.foil(&["import", "--yes", "--json", path]);
    assert_eq!(answer.status, 1, "{}{}", answer.out, answer.err);
    let counts = &answer.json()["counts"];
    assert_eq!(
        (&counts["new"], &counts["unreadable"]),
        (&10.into(), &1.into()),
        "{}",
        answer.out
    );
    let lines = answer.json()["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["line"].as_u64())
        .collect::<Vec<_>>();
    assert!(lines.contains(&9), "the line is named: {}", answer.out);
}

#[test]
fn a_day_that_cannot_be_read_is_corrected_by_an_answer_that_the_finding_names() {
    let terminal = Terminal::with_ledger();
    let text = csv("2026-10-01", "2026-10-31").replace("12/10/2026", "32/10/2026");
    let file = terminal.file("october.csv", text);
    let path = file.to_str().unwrap();
    let asked = terminal.foil(&["import", "--yes", "--dry-run", path]);
    let named = asked
        .out
        .lines()
        .find_map(|line| line.trim().strip_prefix("--answer "));
    let (about, found) = named
        .and_then(|named| named.split_once('='))
        .expect("an answer to give");
    assert_eq!(found, "32/10/2026", "{}", asked.out);
    let answer = format!("{about}=12/10/2026");
    let done = terminal.foil(&["import", "--yes", "--json", "--answer", &answer, path]);
    assert_eq!(done.json()["counts"]["new"], 11, "{}{}", done.out, done.err);
    assert_eq!(terminal.count(), 11);
    let again = terminal.foil(&["import", "--yes", "--json", path]);
    assert_eq!(again.json()["counts"]["known"], 11, "{}", again.out);
    assert_eq!(terminal.count(), 11);
}

#[test]
fn a_truncated_statement_says_that_something_is_missing() {
    let terminal = Terminal::with_ledger();
    let whole = ofx("2026-10-01", "2026-10-31");
    let half: String = whole.chars().take(whole.len() * 2 / 3).collect();
    let file = terminal.file("half.ofx", half);
    let answer = terminal.foil(&["import", file.to_str().unwrap()]);
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.contains("stops before its end"),
        "{}",
        answer.err
    );
    assert_eq!(terminal.count(), 0);
}
