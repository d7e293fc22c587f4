//! A ledger backed up, lost and brought back; its passphrase forgotten; and everything erased.

use crate::files::ofx;
use crate::terminal::{PASSPHRASE, Terminal};

fn with_statement() -> Terminal {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    terminal
}

#[test]
fn a_backup_brings_a_lost_ledger_back_on_another_computer() {
    let old = with_statement();
    let file = old.ledger().with_file_name("backup.zip");
    let file = file.to_str().unwrap();
    let made = old.foil(&["backup", file, "--json"]);
    assert_eq!(made.status, 0, "{}", made.err);
    let bytes = std::fs::metadata(file).unwrap().len();
    assert_eq!(made.json()["bytes"], bytes);
    let new = Terminal::new();
    let restored = new.foil(&["restore", file, "--json"]);
    assert_eq!(restored.status, 0, "{}", restored.err);
    assert_eq!(restored.json()["held"]["entries"], 11);
    assert!(restored.json()["replaced"].is_null());
    assert!(new.export() == old.export(), "both hold the same");
    new.verify();
}

#[test]
fn a_restored_backup_keeps_the_ledger_that_it_replaces() {
    let terminal = with_statement();
    let file = terminal.ledger().with_file_name("backup.zip");
    let file = file.to_str().unwrap();
    let then = terminal.export();
    assert_eq!(terminal.foil(&["backup", file]).status, 0);
    terminal.import(&terminal.file("november.ofx", ofx("2026-11-01", "2026-11-30")));
    let now = terminal.export();
    let restored = terminal.foil(&["restore", file]);
    assert_eq!(restored.status, 0, "{}", restored.err);
    assert!(restored.err.contains("replaced-1"), "{}", restored.err);
    assert!(terminal.export() == then, "it is not as it was");
    let aside = terminal.ledger().with_file_name("aside");
    std::fs::rename(terminal.ledger().join("ledger.replaced-1"), &aside).unwrap();
    std::fs::remove_dir_all(terminal.ledger()).unwrap();
    std::fs::rename(aside, terminal.ledger()).unwrap();
    assert!(
        terminal.export() == now,
        "what was replaced opens as it was"
    );
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_whoever_has_the_words() {
    let terminal = with_statement();
    let words = terminal.foil(&["phrase", "--json"]).json()["recoveryPhrase"].clone();
    let new = terminal.file("new", "quatre mots bien choisis");
    let recover = ["recover", "--new-passphrase-file", new.to_str().unwrap()];
    let refused = terminal.foil_with("these are not the words", &recover);
    assert_eq!(refused.status, 2);
    let done = terminal.foil_with(words.as_str().unwrap(), &recover);
    assert_eq!(done.status, 0, "{}", done.err);
    let open = |passphrase| terminal.foil_with(passphrase, &["accounts"]).status;
    assert_eq!(open("quatre mots bien choisis"), 0);
    assert_eq!(open(PASSPHRASE), 2);
}

#[test]
fn nothing_is_erased_unless_it_is_meant() {
    let terminal = with_statement();
    let refused = terminal.foil(&["erase"]);
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert_eq!(terminal.count(), 11);
    let erased = terminal.foil(&["erase", "--yes"]);
    assert_eq!(erased.status, 0, "{}", erased.err);
    let left = std::fs::read_dir(terminal.ledger()).unwrap().count();
    assert_eq!(left, 0, "files are left");
    assert_eq!(terminal.foil(&["accounts"]).status, 2);
    assert_eq!(
        terminal.foil(&["init"]).status,
        0,
        "and one can begin again"
    );
}
