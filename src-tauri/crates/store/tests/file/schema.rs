//! The schema that a new file has is the one that is committed for people to read.

use std::fs;
use std::path::Path;

use crate::fixture::{Fixture, connect};

/// What SQLite says of itself, its own tables and those of the search index left out.
pub(crate) fn schema(path: &Path) -> String {
    let connection = connect(path);
    let mut list = connection
        .prepare(
            "SELECT sql FROM sqlite_schema
             WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'entry\\_texts\\_%' ESCAPE '\\'
             ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END, name",
        )
        .unwrap();
    let rows = list.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.map(|sql| format!("{};\n", sql.unwrap())).collect()
}

#[test]
fn a_new_file_has_the_committed_schema() {
    let fixture = Fixture::new();
    let found = schema(&fixture.path());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.sql");
    if std::env::var_os("WRITE_SCHEMA").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found, committed,
        "after a migration: WRITE_SCHEMA=1 cargo test -p store, and commit schema.sql"
    );
}

#[test]
fn every_table_is_strict() {
    let fixture = Fixture::new();
    let connection = connect(&fixture.path());
    let loose: i64 = connection
        .query_row(
            "SELECT count(*) FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND NOT strict
               AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'entry\\_texts%' ESCAPE '\\'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(
        loose, 0,
        "a value of the wrong type is an error, never stored"
    );
}

#[test]
fn what_is_told_of_a_document_is_read_without_its_bytes() {
    let fixture = Fixture::new();
    let connection = connect(&fixture.path());
    let queries = [
        ("SELECT * FROM document_heads WHERE id = 1", "(id=?)"),
        (
            "SELECT * FROM readings JOIN document_heads ON document_heads.id = document_id WHERE readings.id = 1",
            "(id=?)",
        ),
        ("SELECT id, name FROM document_heads", ""),
    ];
    for (query, by) in queries {
        let mut plan = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {query}"))
            .unwrap();
        let steps = plan.query_map([], |row| row.get::<_, String>("detail"));
        let steps: Vec<String> = steps.unwrap().map(Result::unwrap).collect();
        let wanted = format!("COVERING INDEX documents_told {by}");
        assert!(
            steps.iter().any(|step| step.contains(wanted.trim_end())),
            "{steps:?}"
        );
    }
}
