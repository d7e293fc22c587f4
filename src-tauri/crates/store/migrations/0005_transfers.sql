-- Transfers: money that only moves between the user's own accounts.

-- Two entries that are one movement: found anew around whatever changes, or said by the user.
CREATE TABLE transfers (
    from_id INTEGER PRIMARY KEY REFERENCES entries (id),
    to_id INTEGER NOT NULL UNIQUE REFERENCES entries (id),
    decided_by TEXT NOT NULL CHECK (decided_by IN ('rule', 'user')),
    -- Words of evidence, parted by spaces.
    reasons TEXT NOT NULL
) STRICT;

-- What the user says of two entries. It outlives every new projection, as the entries' rows do.
CREATE TABLE transfer_words (
    from_id INTEGER NOT NULL REFERENCES entries (id),
    to_id INTEGER NOT NULL REFERENCES entries (id),
    is_transfer INTEGER NOT NULL CHECK (is_transfer IN (0, 1)),
    PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;

-- The version of the rules that the transfers were found by; they are found anew where it is not the program's.
CREATE TABLE transfer_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO transfer_rules (only, version) VALUES (1, 0);

-- Whether an entry is one side of a transfer: it then stands in the accounts' conversations alone.
ALTER TABLE entries ADD COLUMN is_transfer INTEGER NOT NULL DEFAULT 0 CHECK (is_transfer IN (0, 1));

-- The part of a month's sums that only moved between own accounts. Money in and out count it, as balances need.
ALTER TABLE account_months ADD COLUMN own_in_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account_months ADD COLUMN own_out_minor INTEGER NOT NULL DEFAULT 0;

CREATE INDEX sightings_in_another_currency
    ON sightings (account_id, day, amount_minor) WHERE original_currency IS NOT NULL;
