//! The JSON of each command: keys that scripts may rely on.

use serde_json::Value;

use crate::files::{camt, ofx};
use crate::terminal::Terminal;

fn keys(of: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = of.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn lived_in() -> Terminal {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file(
        "october.xml",
        camt("2026-10-01", "2026-10-31", "2026-10-31"),
    ));
    terminal
}

#[test]
fn import_answers_one_object_per_file() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let done = terminal.import(&file);
    let expected = [
        "accounts",
        "counts",
        "diagnostics",
        "file",
        "format",
        "import",
        "links",
        "period",
        "profile",
        "proof",
        "questions",
    ];
    assert_eq!(keys(&done), expected);
    assert_eq!(
        keys(&done["counts"]),
        ["conflict", "known", "new", "unreadable", "updated"]
    );
    assert_eq!(done["period"]["from"], "2026-10-01");
    assert_eq!(done["format"], "ofx");
    assert_eq!(done["accounts"][0]["id"], 1);
}

#[test]
fn balances_are_decimal_strings_on_iso_days() {
    let terminal = lived_in();
    let balances = terminal.foil(&["balances", "--json"]).json();
    let row = &balances[0];
    assert_eq!(
        keys(row),
        ["account", "asOf", "balance", "currency", "name", "proved"]
    );
    assert_eq!(
        (&row["balance"], &row["asOf"]),
        (&"2209.69".into(), &"2026-10-31".into()),
        "{row}"
    );
    assert_eq!(row["proved"], true);
    let earlier = terminal
        .foil(&["balances", "--at", "2026-10-04", "--json"])
        .json();
    assert_eq!(earlier[0]["balance"], "203.17", "{earlier}");
}

#[test]
fn conversations_and_timelines_say_what_each_row_is_and_when() {
    let terminal = lived_in();
    for words in [
        &["conversations", "--json"][..],
        &["timeline", "--json"],
        &["search", "--json", "volt"],
    ] {
        let rows = terminal.foil(words).json();
        let rows = rows.as_array().unwrap();
        assert!(!rows.is_empty(), "{words:?}");
        for row in rows {
            assert!(
                row["kind"].is_string() && row["date"].is_string(),
                "{words:?} {row}"
            );
        }
    }
    let days = terminal
        .foil(&[
            "timeline",
            "--json",
            "--from",
            "2026-10-09",
            "--until",
            "2026-10-12",
        ])
        .json();
    assert_eq!(days.as_array().unwrap().len(), 3, "{days}");
    let newest = terminal
        .foil(&["timeline", "account:1", "--json", "--limit", "2"])
        .json();
    assert_eq!(newest.as_array().unwrap().len(), 2, "{newest}");
}

#[test]
fn history_names_operations_by_the_number_that_undo_takes() {
    let terminal = lived_in();
    let history = terminal.foil(&["history", "--json"]).json();
    let number = history[0]["operation"].to_string();
    let undone = terminal.foil(&["undo", &number, "--json"]).json();
    assert_eq!(
        (&undone["operation"], &undone["undone"]),
        (&history[0]["operation"], &true.into())
    );
    assert_eq!(
        terminal.foil(&["undo", &number]).status,
        2,
        "it is undone already"
    );
    assert_eq!(terminal.foil(&["undo", "99"]).status, 2, "there is none");
    assert_eq!(
        terminal.foil(&["redo", &number, "--json"]).json()["undone"],
        false
    );
}

#[test]
fn an_export_goes_to_a_folder_too() {
    let terminal = lived_in();
    let folder = terminal.ledger().join("out");
    let path = folder.to_str().unwrap();
    let answer = terminal.foil(&["export", "--to", "json", "--out", path]);
    assert_eq!(
        (answer.status, answer.out.as_str()),
        (0, ""),
        "{}",
        answer.err
    );
    let written = std::fs::read_to_string(folder.join("counterfoil.json")).unwrap();
    assert_eq!(written, terminal.foil(&["export", "--to", "json"]).out);
    let all: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(all["accounts"][0]["entries"].as_array().unwrap().len(), 11);
}

#[test]
fn standard_output_holds_nothing_but_the_answer() {
    let terminal = lived_in();
    let answer = terminal.foil(&["search", "nothing like this", "--json"]);
    assert_eq!((answer.status, answer.out.as_str()), (0, "[]\n"));
    let answer = terminal.foil(&["search", "nothing like this"]);
    assert_eq!(answer.out, "");
    assert_eq!(terminal.foil(&["frobnicate"]).status, 2);
}
