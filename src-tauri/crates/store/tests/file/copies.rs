//! A copy holds the same under the same key; a file that is not as it was written is no copy.

use std::fs;

use store::{Error, Store, inspect};

use crate::fixture::{Fixture, KEY, connect};

#[test]
fn a_copy_of_an_open_ledger_holds_the_same_under_the_same_key() {
    let Fixture { folder, store } = Fixture::with_entries(&["BOULANGERIE MOREL"; 20]);
    let copy = folder.path().join("copy.db");
    store.copy_to(&copy).unwrap();
    let held = store.read(|read| read.held()).unwrap();
    assert_eq!((held.accounts, held.entries), (1, 20));
    inspect(&copy, &KEY).unwrap();
    let bytes = fs::read(&copy).unwrap();
    let is_clear = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    assert!(!is_clear(b"MOREL") && !is_clear(b"SQLite format 3"));
    let outside: i64 = connect(&copy)
        .query_row("SELECT count(*) FROM entries", [], |row| row.get(0))
        .unwrap();
    assert_eq!(outside, 20, "any SQLCipher 4 reads it");
    let again = Store::open(&copy, &KEY).unwrap();
    assert_eq!(again.read(|read| read.held()).unwrap(), held);
    let defects = |store: &Store| store.read(|read| read.list_defects()).unwrap();
    assert_eq!(defects(&again), defects(&store), "what was whole is whole");
}

#[test]
fn no_copy_is_written_over_another_file() {
    let Fixture { folder, store } = Fixture::new();
    let there = folder.path().join("there.db");
    fs::write(&there, b"mine").unwrap();
    assert!(matches!(store.copy_to(&there), Err(Error::Exists(_))));
    assert_eq!(fs::read(&there).unwrap(), b"mine");
}

#[test]
fn one_changed_byte_anywhere_in_a_copy_is_found() {
    let Fixture { folder, store } = Fixture::with_entries(&["BOULANGERIE MOREL"; 20]);
    let copy = folder.path().join("copy.db");
    store.copy_to(&copy).unwrap();
    let good = fs::read(&copy).unwrap();
    for place in [100, good.len() / 2, good.len() - 1_000] {
        let mut bad = good.clone();
        bad[place] ^= 1;
        fs::write(&copy, bad).unwrap();
        let found = inspect(&copy, &KEY);
        assert!(
            matches!(found, Err(Error::Unreadable)),
            "byte {place}: {found:?}"
        );
    }
    fs::write(&copy, &good[..good.len() - 4_096]).unwrap();
    assert!(inspect(&copy, &KEY).is_err(), "cut short");
    fs::write(&copy, good).unwrap();
    assert!(inspect(&copy, &KEY).is_ok());
    assert!(matches!(inspect(&copy, &[8; 32]), Err(Error::Unreadable)));
}
