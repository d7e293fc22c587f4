//! Making a ledger, opening it, and being refused.

use crate::files::ofx;
use crate::terminal::{PASSPHRASE, Terminal};

#[test]
fn a_ledger_is_made_once_and_its_words_open_it() {
    let terminal = Terminal::new();
    assert_eq!(terminal.foil(&["accounts"]).status, 2, "there is none yet");
    let made = terminal.foil(&["init", "--json"]);
    assert_eq!(made.status, 0, "{}", made.err);
    let words = made.json()["recoveryPhrase"].as_str().unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 24);
    let again = terminal.foil(&["init"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("already"), "{}", again.err);
    assert_eq!(
        terminal.foil_with(&words, &["phrase", "--json"]).json()["recoveryPhrase"],
        words
    );
    let hex = terminal.foil(&["phrase", "--hex"]).out;
    assert_eq!(hex.trim().len(), 64);
}

#[test]
fn a_weak_passphrase_makes_no_ledger() {
    let terminal = Terminal::new();
    for weak in ["courte", "aaaaaaaaaaaa", ""] {
        let answer = terminal.foil_with(weak, &["init"]);
        assert_eq!(answer.status, 2, "{weak:?}");
        assert!(answer.err.contains("too easy"), "{}", answer.err);
    }
    assert_eq!(
        terminal.foil(&["init"]).status,
        0,
        "nothing stands in the way of a good one"
    );
}

#[test]
fn a_wrong_passphrase_is_refused_and_the_sixth_try_waits() {
    let terminal = Terminal::with_ledger();
    for _ in 0..5 {
        let answer = terminal.foil_with("wrong again", &["accounts"]);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""));
        assert!(answer.err.contains("does not open"), "{}", answer.err);
    }
    let answer = terminal.foil(&["accounts"]);
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.contains("Too many wrong tries"),
        "{}",
        answer.err
    );
}

#[test]
fn a_changed_passphrase_opens_and_the_one_before_does_not() {
    let terminal = Terminal::with_ledger();
    let new = terminal.file("new", "quatre mots bien choisis");
    let words = ["passphrase", "--new-passphrase-file", new.to_str().unwrap()];
    assert_eq!(terminal.foil(&words).status, 0);
    assert_eq!(
        terminal
            .foil_with("quatre mots bien choisis", &["accounts"])
            .status,
        0
    );
    assert_eq!(terminal.foil_with(PASSPHRASE, &["accounts"]).status, 2);
}

#[test]
fn a_keyring_that_is_not_there_is_said_and_changes_nothing() {
    let terminal = Terminal::with_ledger();
    let answer = terminal.foil(&["keyring", "on"]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("keyring"), "{}", answer.err);
    assert_eq!(terminal.foil(&["accounts"]).status, 0);
}

#[test]
fn nothing_of_a_statement_stands_readable_in_the_folder() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    for entry in std::fs::read_dir(terminal.ledger()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for secret in ["MERIDOR", "TILLEULS", "04178820316", "2150.00"] {
            let found = bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes());
            assert!(!found, "{secret} in {}", path.display());
        }
    }
}
