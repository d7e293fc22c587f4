//! Whoever copies the files reads nothing.

use std::fs;

use crate::fixture::Fixture;

#[test]
fn no_file_of_an_open_ledger_holds_a_word_of_it() {
    let fixture = Fixture::with_entries(&["BOULANGERIE MOREL"; 28]);
    let mut seen = Vec::new();
    for file in fs::read_dir(fixture.folder.path()).unwrap() {
        let path = file.unwrap().path();
        seen.push(path.file_name().unwrap().to_string_lossy().into_owned());
        let bytes = fs::read(&path).unwrap();
        for word in [
            "BOULANGERIE",
            "boulangerie",
            "-12.3456",
            "04178820316",
            "october.ofx",
            "SQLite format",
            "CREATE TABLE",
        ] {
            let found = bytes
                .windows(word.len())
                .any(|window| window == word.as_bytes());
            assert!(!found, "{word} in {}", path.display());
        }
    }
    seen.sort();
    assert_eq!(
        seen,
        ["ledger.db", "ledger.db-shm", "ledger.db-wal"],
        "all three were looked at"
    );
}
