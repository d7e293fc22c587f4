//! What people add with `foil`: notes, tags, names, merges; and which days their statements tell of.

use serde_json::Value;

use crate::damage::raw;
use crate::files::{camt, ofx};
use crate::terminal::Terminal;

fn lived_in() -> Terminal {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    terminal
}

fn found(terminal: &Terminal, words: &str) -> Vec<Value> {
    let found = terminal.foil(&["search", "--json", words]).json();
    found.as_array().unwrap().clone()
}

/// Does something, and gives the number that undo takes.
fn done(terminal: &Terminal, words: &[&str]) -> String {
    let mut all = words.to_vec();
    all.push("--json");
    let answer = terminal.foil(&all);
    assert_eq!(answer.status, 0, "{words:?}: {}{}", answer.out, answer.err);
    answer.json()["operation"].to_string()
}

#[test]
fn a_note_and_tags_are_shown_found_exported_and_undone() {
    let terminal = lived_in();
    let before = terminal.export();
    let id = found(&terminal, "garage")[0]["id"].to_string();
    let note = done(&terminal, &["note", &id, "oil", "change"]);
    let tag = done(&terminal, &["tag", &id, "car", "yearly"]);
    let row = &found(&terminal, "oil car")[0];
    assert_eq!(
        (&row["note"], &row["tags"]),
        (&"oil change".into(), &serde_json::json!(["car", "yearly"]))
    );
    assert!(terminal.export().contains("oil change"));
    terminal.verify();
    for operation in [&note, &tag] {
        assert_eq!(terminal.foil(&["undo", operation]).status, 0);
    }
    assert_eq!(terminal.export(), before);
}

#[test]
fn a_ledger_that_indexed_words_otherwise_is_searched_as_before_once_it_is_opened() {
    let terminal = lived_in();
    let garage = &found(&terminal, "garage")[0];
    let (garage, name) = (garage["id"].to_string(), garage["name"].as_str().unwrap());
    done(&terminal, &["note", &garage, "squeaky", "brakes"]);
    let cafe = found(&terminal, "tilleuls")[0]["counterparty"].to_string();
    done(&terminal, &["merge", name, &format!("counterparty:{cafe}")]);
    // Each is asked of the index: none is the beginning of a word.
    let words = [
        "\"CAFE DES\"",
        "squeaky",
        "\"CAFE DES TILLEULS\" garage",
        "\"VOLT ET\"",
    ];
    let search = || words.map(|words| found(&terminal, words));
    let before = search();
    assert!(before.iter().all(|rows| !rows.is_empty()));
    for older in [
        "DROP TABLE entry_index;
         DROP TABLE entry_texts;
         CREATE VIRTUAL TABLE entry_texts USING fts5 (
             body, content = '', contentless_delete = 1, tokenize = \"unicode61 remove_diacritics 2\", detail = full
         );
         PRAGMA user_version = 18;",
        // Killed on the way.
        "DELETE FROM entry_texts WHERE rowid > 3; UPDATE entry_index SET is_whole = 0;",
    ] {
        raw(&terminal).execute_batch(older).unwrap();
        assert_eq!(search(), before, "{older}");
        terminal.verify();
    }
    done(&terminal, &["note", &garage, "mended"]);
    assert_eq!(
        found(&terminal, "squeaky"),
        [] as [Value; 0],
        "indexed once"
    );
}

#[test]
fn merged_counterparties_share_a_conversation_and_part_again() {
    let terminal = lived_in();
    let before = terminal.export();
    let counts = |terminal: &Terminal| {
        terminal
            .foil(&["conversations", "--json"])
            .json()
            .as_array()
            .unwrap()
            .len()
    };
    let apart = counts(&terminal);
    let (garage, cafe) = (
        &found(&terminal, "garage")[0],
        &found(&terminal, "tilleuls")[0],
    );
    let name = garage["name"].as_str().unwrap();
    let number = format!("counterparty:{}", cafe["counterparty"]);
    done(&terminal, &["merge", name, &number]);
    assert_eq!(counts(&terminal), apart - 1);
    terminal.verify();
    let history = terminal.foil(&["history"]);
    assert!(history.out.contains("are one"), "{}", history.out);
    assert_eq!(
        terminal.foil(&["merge", &number, &number]).status,
        2,
        "one with itself"
    );
    done(&terminal, &["unmerge", name]);
    assert_eq!(terminal.export(), before);
}

#[test]
fn coverage_tells_missing_days_and_ends_with_findings() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("a.xml", camt("2026-10-01", "2026-10-09", "2026-10-09")));
    let whole = terminal.foil(&["coverage", "--json"]);
    assert_eq!(whole.status, 0, "{}", whole.out);
    terminal.import(&terminal.file("b.xml", camt("2026-10-20", "2026-10-31", "2026-10-31")));
    let answer = terminal.foil(&["coverage", "--json"]);
    assert_eq!(answer.status, 1, "something is missing");
    let periods = &answer.json()[0]["periods"];
    assert_eq!(
        periods[1],
        serde_json::json!({"from": "2026-10-10", "until": "2026-10-19", "state": "missing", "accepted": false})
    );
    let timeline = terminal.foil(&["timeline", "account:1", "--json"]).json();
    let gap = timeline
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["kind"] == "gap");
    assert_eq!(gap.unwrap()["from"], "2026-10-10");
}

#[test]
fn fees_of_a_year_are_listed_as_the_yearly_statement_groups_them() {
    let terminal = Terminal::with_ledger();
    let none = terminal.foil(&["fees"]);
    assert_eq!(none.out.trim(), "No bank fee is known.");
    let rows = "2026-01-02;FRAIS TENUE DE COMPTE;-2.90\n2026-01-15;COTISATION CARTE VISA;-3.75\n\
                2026-02-15;COTISATION CARTE VISA;-3.75\n2026-02-20;COMMISSION D'INTERVENTION;-8.00\n2026-02-27;VOLT ET CIE;-24.99\n";
    let text =
        format!("IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n{rows}");
    terminal.import(&terminal.file("fees.csv", text));
    let answer = terminal.foil(&["fees", "2026", "--json"]);
    assert_eq!(answer.status, 0, "{}", answer.err);
    let fees = &answer.json()[0];
    assert_eq!(fees["total"]["amount"], "18.40", "a purchase is no fee");
    let groups: Vec<(&str, &str)> = fees["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| {
            let money = group["money"]["amount"].as_str().unwrap();
            (group["group"].as_str().unwrap(), money)
        })
        .collect();
    assert_eq!(
        groups,
        [
            ("subscriptions", "7.50"),
            ("operation", "2.90"),
            ("incidents", "8.00")
        ]
    );
    let said = terminal.foil(&["fees", "2026", "--lang", "fr"]).out;
    assert!(said.contains("Fonctionnement"), "{said}");
    let other = terminal.foil(&["fees", "2025"]).out;
    assert_eq!(other.trim(), "No bank fee is known in 2025.");
}

#[test]
fn a_search_says_how_it_was_understood_and_what_nothing_can_be_found_by() {
    let terminal = lived_in();
    let answer = terminal.foil(&["search", "is:out", "october", "2026"]);
    assert_eq!(answer.status, 0, "{}", answer.err);
    assert!(answer.err.contains("is:out date:2026-10"), "{}", answer.err);
    assert!(answer.out.lines().count() > 3, "{}", answer.out);
    let none = terminal.foil(&["search", "2026-02-30"]);
    assert_eq!(none.status, 1, "done, with a finding");
    assert!(none.err.contains("no such day"), "{}", none.err);
    assert_eq!(none.out, "");
}
