-- More of what the user adds: cash, notes on conversations, reminders, categories, marks.

-- Kept by hand, for what no bank saw: no import is ever of it.
ALTER TABLE accounts ADD COLUMN is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1));

-- What an entry of the user says, where others have a sighting. The entry shows the sighting of the negative of its id.
CREATE TABLE own_entries (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    -- Whom the user named.
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    day TEXT NOT NULL,
    -- HH:MM where it was written down on its day, else empty.
    time TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    -- The counterparty's name, and what else was written.
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- Notes on a conversation and its day. Each has the number of the operation that wrote it.
CREATE TABLE conversation_notes (
    id INTEGER PRIMARY KEY REFERENCES operations (id),
    account_id INTEGER REFERENCES accounts (id),
    counterparty_id INTEGER REFERENCES counterparties (id),
    -- The day it was written on or, of a reminder, the one it is for.
    day TEXT NOT NULL,
    is_reminder INTEGER NOT NULL CHECK (is_reminder IN (0, 1)),
    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    note TEXT NOT NULL,
    -- Parted by spaces.
    tags TEXT NOT NULL,
    CHECK ((account_id IS NULL) <> (counterparty_id IS NULL))
) STRICT;
CREATE INDEX notes_of_account ON conversation_notes (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX notes_of_counterparty ON conversation_notes (counterparty_id) WHERE counterparty_id IS NOT NULL;

-- What the user says that a counterparty is; what it seems to be is never stored.
CREATE TABLE counterparty_categories (
    counterparty_id INTEGER PRIMARY KEY REFERENCES counterparties (id),
    category TEXT NOT NULL
) STRICT;

-- Categories that the user made, and what the user calls those that the program has.
CREATE TABLE categories (
    word TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    glyph TEXT NOT NULL
) STRICT;

-- How the user wants a conversation listed. One without a row is listed plainly.
CREATE TABLE conversation_marks (
    kind TEXT NOT NULL CHECK (kind IN ('account', 'counterparty')),
    id INTEGER NOT NULL,
    is_muted INTEGER NOT NULL CHECK (is_muted IN (0, 1)),
    is_pinned INTEGER NOT NULL CHECK (is_pinned IN (0, 1)),
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
