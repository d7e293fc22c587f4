//! Checks of the file itself: integrity, foreign keys, stored sums.

use crate::{Read, Result};

impl Read<'_> {
    /// What SQLite and our own sums say is wrong; empty when all is well. Findings name tables and ids, never contents.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_defects(self) -> Result<Vec<String>> {
        let mut defects = Vec::new();
        // FTS5 looks whether its cached structure is still true when a cursor opens, but not when its integrity is checked:
        // after a write by another connection it would report damage that is not there.
        for index in ["entry_texts", "receipt_texts"] {
            let sql = format!("SELECT count(*) FROM {index} WHERE {index} MATCH 'a'");
            self.0.query_row(&sql, [], |_| Ok(()))?;
        }
        let mut check = self.0.prepare("PRAGMA integrity_check")?;
        let said = check.query_map([], |row| row.get::<_, String>(0))?;
        for line in said {
            let line = line?;
            if line != "ok" {
                defects.push(format!("integrity: {line}"));
            }
        }
        let mut keys = self.0.prepare("PRAGMA foreign_key_check")?;
        let broken = keys.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
        })?;
        for row in broken {
            let (table, id) = row?;
            defects.push(format!("foreign key: {table} {}", id.unwrap_or_default()));
        }
        for (name, sql) in [
            ("account months", include_str!("verify/account_months.sql")),
            (
                "counterparty months",
                include_str!("verify/counterparty_months.sql"),
            ),
            ("conversations", include_str!("verify/conversations.sql")),
            ("search index", include_str!("verify/search.sql")),
            ("transfers", include_str!("verify/transfers.sql")),
            ("repeats", include_str!("verify/repeats.sql")),
            ("winners", include_str!("verify/winners.sql")),
            ("own entries", include_str!("verify/own_entries.sql")),
            ("deletions", include_str!("verify/deletions.sql")),
            ("readings", include_str!("verify/readings.sql")),
        ] {
            let wrong: i64 = self.0.query_row(sql, [], |row| row.get(0))?;
            if wrong > 0 {
                defects.push(format!("{name}: {wrong} rows differ"));
            }
        }
        Ok(defects)
    }
}
