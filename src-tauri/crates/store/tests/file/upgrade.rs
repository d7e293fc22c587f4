//! Ledgers of older versions, dumped as SQL: each is brought up to date with everything that was in it.

use std::path::PathBuf;

use domain::{CounterpartyId, EntryId};
use store::{OperationKind, Store};

use crate::fixture::{Fixture, KEY, connect};
use crate::schema::schema;

/// Every version before this one, oldest first.
const DUMPED: &[&str] = &[include_str!("dumped/0001.sql")];

fn dumped(folder: &tempfile::TempDir, sql: &str) -> PathBuf {
    let path = folder.path().join("ledger.db");
    connect(&path).execute_batch(sql).unwrap();
    path
}

#[test]
fn a_ledger_of_any_older_version_gets_the_schema_of_a_new_one_and_keeps_what_it_holds() {
    let new = schema(&Fixture::new().path());
    for (version, sql) in DUMPED.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = dumped(&folder, sql);
        let old = schema(&path);
        drop(Store::open(&path, &KEY).unwrap());
        let kept = folder.path().join(format!("ledger.v{}.db", version + 1));
        store::inspect(&kept, &KEY).unwrap();
        assert_eq!(schema(&kept), old, "what it was is kept beside it");
        let store = Store::open(&path, &KEY).unwrap();
        let files = std::fs::read_dir(folder.path()).unwrap().flatten();
        let copies = files.filter(|file| file.file_name().to_string_lossy().contains(".v"));
        assert_eq!(copies.count(), 1, "and only that");
        assert_eq!(schema(&path), new, "fresh and migrated are the same");
        let whole = store.read(|read| read.is_index_whole()).unwrap();
        assert!(!whole, "entries are indexed anew by the ledger");
        store
            .write(|write| {
                for id in write.read().list_unindexed_entries(EntryId(0), 100)? {
                    write.add_entry_text(id, "")?;
                }
                write.set_index_whole()
            })
            .unwrap();
        let before = store.revision().unwrap();
        store
            .read(|read| {
                assert!(read.is_index_whole()?);
                assert_eq!(read.list_defects()?, Vec::<String>::new());
                let operations = read.list_operations()?;
                let kinds: Vec<OperationKind> =
                    operations.iter().map(|row| row.operation.kind).collect();
                assert_eq!(
                    kinds,
                    [
                        OperationKind::DeleteEntry,
                        OperationKind::SetAccount,
                        OperationKind::ImportStatement
                    ],
                    "the log is kept, newest first"
                );
                assert!(operations[0].is_undone && !operations[1].is_undone);
                assert_eq!(
                    read.get_entry(EntryId(2))?.note,
                    None,
                    "nobody had written a note yet"
                );
                Ok::<(), store::Error>(())
            })
            .unwrap();
        store
            .write(|write| {
                write.set_note(EntryId(2), Some("checked"))?;
                write.set_merge(CounterpartyId(1), Some(CounterpartyId(2)))?;
                let new = write
                    .read()
                    .get_operation(domain::OperationId(3))?
                    .operation;
                assert_eq!(
                    write.add_operation(&new)?.0,
                    4,
                    "numbers of operations go on"
                );
                Ok::<(), store::Error>(())
            })
            .unwrap();
        assert_eq!(
            store.revision().unwrap(),
            before + 1,
            "the count of writes goes on"
        );
    }
}

#[test]
fn an_operation_that_this_version_does_not_know_is_an_error_and_no_import() {
    let fixture = Fixture::new();
    connect(&fixture.path())
        .execute(
            "INSERT INTO operations (kind, at, is_undone, payload) VALUES ('fold', '2026-11-01T08:00:00Z', 0, '{}')",
            [],
        )
        .unwrap();
    let listed = fixture.store.read(|read| read.list_operations());
    assert!(listed.is_err(), "its undo would do something else");
}
