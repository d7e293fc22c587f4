-- What the user adds. Each row is what the standing operations on its subject say together; it hangs on an entry or a
-- counterparty, whose rows outlive every import.

CREATE TABLE entry_notes (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
    note TEXT NOT NULL CHECK (note <> '')
) STRICT;

CREATE TABLE entry_tags (
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    tag TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;

-- Entries that the user moved to another conversation than their text's.
CREATE TABLE entry_moves (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id)
) STRICT;

-- Counterparties that the user says are another one. Their entries name the other one as theirs.
CREATE TABLE counterparty_merges (
    counterparty_id INTEGER PRIMARY KEY REFERENCES counterparties (id),
    into_id INTEGER NOT NULL REFERENCES counterparties (id),
    CHECK (counterparty_id <> into_id)
) STRICT;

-- The log made anew: operations on counterparties, and kinds that the program names, not the table.
CREATE TABLE operations_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
    reading_id INTEGER REFERENCES readings (id),
    account_id INTEGER REFERENCES accounts (id),
    entry_id INTEGER REFERENCES entries (id),
    counterparty_id INTEGER REFERENCES counterparties (id),
    -- The report of an import, or what the user set: JSON.
    payload TEXT NOT NULL
) STRICT;
INSERT INTO operations_anew (id, kind, at, is_undone, reading_id, account_id, entry_id, payload)
SELECT id, kind, at, is_undone, reading_id, account_id, entry_id, payload FROM operations;
DROP TABLE operations;
ALTER TABLE operations_anew RENAME TO operations;
CREATE INDEX operations_of_reading ON operations (reading_id) WHERE reading_id IS NOT NULL;
CREATE INDEX operations_of_entry ON operations (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX operations_of_counterparty ON operations (counterparty_id) WHERE counterparty_id IS NOT NULL;
