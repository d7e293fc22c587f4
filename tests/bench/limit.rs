//! The limit: the same rows into a bare SQLCipher table with three indexes and an FTS5 row each, in one transaction.

use std::path::Path;

use rusqlite::Connection;

use crate::Failure;
use crate::data::Row;

/// Inserts the rows into a new encrypted file.
pub(crate) fn insert(path: &Path, rows: &[Row]) -> Result<(), Failure> {
    let mut file = Connection::open(path)?;
    file.pragma_update(None, "key", format!("x'{}'", "2a".repeat(32)))?;
    file.pragma_update(None, "journal_mode", "WAL")?;
    file.pragma_update(None, "synchronous", "FULL")?;
    file.pragma_update(None, "cache_size", -65536)?;
    file.execute_batch(
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, account INTEGER, day TEXT, cents INTEGER, reference TEXT, name TEXT, memo TEXT);
         CREATE UNIQUE INDEX by_reference ON entry (account, reference);
         CREATE INDEX by_day ON entry (account, day, id);
         CREATE INDEX by_name ON entry (name, day);
         CREATE VIRTUAL TABLE words USING fts5 (name, memo, content = 'entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');",
    )?;
    let transaction = file.transaction()?;
    {
        let mut add = transaction
            .prepare("INSERT INTO entry (id, account, day, cents, reference, name, memo) VALUES (?, ?, ?, ?, ?, ?, ?)")?;
        let mut index =
            transaction.prepare("INSERT INTO words (rowid, name, memo) VALUES (?, ?, ?)")?;
        for (id, row) in rows.iter().enumerate() {
            let day = row.day.to_string();
            add.execute((
                id as i64,
                row.account as i64,
                day,
                row.cents,
                &row.reference,
                &row.name,
                &row.memo,
            ))?;
            index.execute((id as i64, &row.name, &row.memo))?;
        }
    }
    transaction.commit()?;
    Ok(())
}
