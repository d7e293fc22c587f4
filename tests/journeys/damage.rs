//! Ledgers that cannot be opened: each says why, and nothing is deleted.

use std::fs;
use std::path::Path;

use crate::files::ofx;
use crate::terminal::Terminal;

fn bytes_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

/// The file of the ledger, as another program that has its key would open it.
pub(crate) fn raw(terminal: &Terminal) -> rusqlite::Connection {
    let hex = terminal.foil(&["phrase", "--hex"]).out;
    let ledger = rusqlite::Connection::open(terminal.ledger().join("ledger.db")).unwrap();
    ledger
        .pragma_update(None, "key", format!("x'{}'", hex.trim()))
        .unwrap();
    ledger
}

#[test]
fn a_damaged_ledger_says_so_and_stays_as_it_is() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    let file = terminal.ledger().join("ledger.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes.iter_mut().take(4_096).for_each(|byte| *byte ^= 0x5a);
    fs::write(&file, bytes).unwrap();
    let before = bytes_of(&terminal.ledger());
    let answer = terminal.foil(&["accounts"]);
    assert_eq!((answer.status, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("damaged"), "{}", answer.err);
    assert_eq!(
        bytes_of(&terminal.ledger()),
        before,
        "nothing is deleted because it looks damaged"
    );
}

#[test]
fn a_ledger_of_a_newer_version_is_refused_by_name() {
    let terminal = Terminal::with_ledger();
    let ledger = raw(&terminal);
    ledger.pragma_update(None, "user_version", 4_000).unwrap();
    drop(ledger);
    let answer = terminal.foil(&["accounts"]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("newer"), "{}", answer.err);
}

#[test]
fn a_lost_ledger_is_not_mistaken_for_an_empty_one() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
        drop(fs::remove_file(terminal.ledger().join(name)));
    }
    let answer = terminal.foil(&["accounts"]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("ledger.db"), "{}", answer.err);
    assert!(
        !terminal.ledger().join("ledger.db").exists(),
        "none is made in its place"
    );
}

#[test]
fn damaged_keys_name_their_file_and_the_way_out() {
    let terminal = Terminal::with_ledger();
    for name in ["keys.json", "keys.json.bak"] {
        fs::write(terminal.ledger().join(name), "{").unwrap();
    }
    let answer = terminal.foil(&["accounts"]);
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.contains("keys.json") && answer.err.contains("twenty-four words"),
        "{}",
        answer.err
    );
}
