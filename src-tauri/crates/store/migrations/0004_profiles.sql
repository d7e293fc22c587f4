-- How documents of one header are read, as the user decided it. Each row is what the standing operations on it say together.
CREATE TABLE profiles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    fingerprint TEXT NOT NULL,
    -- As it is exported: JSON.
    decisions TEXT NOT NULL,
    -- Whose its documents were, where they do not say; NULL where none was, or several accounts were.
    account_id INTEGER REFERENCES accounts (id),
    has_several_accounts INTEGER NOT NULL CHECK (has_several_accounts IN (0, 1))
) STRICT;
