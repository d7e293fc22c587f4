//! What importing promises: nothing twice, nothing lost.

use crate::files::{Line, csv, ofx, ofx_of};
use crate::terminal::Terminal;

#[test]
fn importing_twice_is_importing_once() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let first = terminal.import(&file);
    assert_eq!(first["counts"]["new"], 11);
    let once = terminal.export();
    let second = terminal.import(&file);
    assert_eq!(second["import"], serde_json::Value::Null, "{second}");
    assert_eq!(
        (&second["counts"]["new"], &second["counts"]["known"]),
        (&0.into(), &11.into())
    );
    assert_eq!(terminal.export(), once);
    terminal.verify();
}

#[test]
fn the_same_lines_under_another_name_or_in_another_format_are_known() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    let other = terminal.file("copy.ofx", ofx("2026-10-01", "2026-10-31") + "\n");
    assert_eq!(terminal.import(&other)["counts"]["known"], 11);
    let table = terminal.file("october.csv", csv("2026-10-01", "2026-10-31"));
    let counts = terminal.import(&table)["counts"].clone();
    assert_eq!(
        (&counts["new"], &counts["known"]),
        (&0.into(), &11.into()),
        "{counts}"
    );
    assert_eq!(terminal.count(), 11);
}

#[test]
fn two_equal_coffees_stay_two_also_when_a_second_file_shows_them_again() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("a.ofx", ofx("2026-10-01", "2026-10-12")));
    terminal.import(&terminal.file("b.csv", csv("2026-10-05", "2026-10-20")));
    let found = terminal.foil(&["search", "--json", "tilleuls"]).json();
    assert_eq!(found.as_array().unwrap().len(), 2, "{found}");
}

#[test]
fn a_reused_reference_with_another_date_or_amount_is_another_entry() {
    let terminal = Terminal::with_ledger();
    let once: &[Line] = &[("2026-10-05", -1_000, "PRESSE DU QUAI", "SAME")];
    let again: &[Line] = &[
        ("2026-10-06", -1_000, "PRESSE DU QUAI MIDI", "SAME"),
        ("2026-10-05", -1_100, "PRESSE DU QUAI SOIR", "SAME"),
    ];
    terminal.import(&terminal.file("a.ofx", ofx_of(once, "2026-10-05", "10.00")));
    terminal.import(&terminal.file("b.ofx", ofx_of(again, "2026-10-06", "10.00")));
    assert_eq!(terminal.count(), 3);
}

#[test]
fn a_dry_run_changes_nothing() {
    let terminal = Terminal::with_ledger();
    let empty = terminal.export();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let answer = terminal.foil(&[
        "import",
        "--dry-run",
        "--yes",
        "--json",
        file.to_str().unwrap(),
    ]);
    assert_eq!(
        (answer.status, &answer.json()["import"]),
        (0, &serde_json::Value::Null)
    );
    assert_eq!(answer.json()["counts"]["new"], 11);
    assert_eq!(terminal.export(), empty);
    assert_eq!(terminal.foil(&["history", "--json"]).out, "[]\n");
}

#[test]
fn a_new_account_waits_for_a_yes() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let answer = terminal.foil(&["import", file.to_str().unwrap()]);
    assert_eq!(answer.status, 2, "{}", answer.out);
    assert_eq!(terminal.count(), 0);
    terminal.import(&file);
    let next = terminal.file("november.ofx", ofx("2026-11-01", "2026-11-04"));
    assert_eq!(
        terminal.foil(&["import", next.to_str().unwrap()]).status,
        0,
        "a known account needs none"
    );
}

#[test]
fn an_import_undone_and_made_again_brings_its_lines_again() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let operation = terminal.operation(&file);
    let once = terminal.export();
    assert_eq!(terminal.foil(&["undo", &operation]).status, 0);
    assert_eq!(terminal.count(), 0);
    assert_eq!(terminal.import(&file)["counts"]["new"], 11);
    assert_eq!(terminal.export(), once);
}

#[test]
fn a_mail_with_a_statement_names_what_else_it_carries() {
    let terminal = Terminal::with_ledger();
    let part = |kind: &str, name: &str, body: &str| {
        format!(
            "--part\r\nContent-Type: {kind}\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n{body}\r\n"
        )
    };
    let mail = format!(
        "From: Banque du Fleuve <releves@fleuve.example>\r\nTo: lea@exemple.example\r\nSubject: Votre releve\r\n\
         Date: Mon, 02 Nov 2026 08:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n{}{}--part--\r\n",
        part(
            "application/x-ofx",
            "october.ofx",
            &ofx("2026-10-01", "2026-10-31")
        ),
        part(
            "text/plain",
            "conditions.txt",
            "Conditions generales, sans aucune operation."
        ),
    );
    let done = terminal.import(&terminal.file("bank.eml", mail));
    assert_eq!(done["counts"]["new"], 11, "{done}");
    let findings = done["diagnostics"].as_array().unwrap();
    let told = findings
        .iter()
        .find(|finding| finding["code"] == "membersLeftOut")
        .unwrap();
    let message = told["message"].as_str().unwrap();
    assert!(
        message.contains("conditions.txt"),
        "nothing of a drop is passed over in silence: {message}"
    );
}
