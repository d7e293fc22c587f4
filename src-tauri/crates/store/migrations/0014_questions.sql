-- What the user asked in conversations. An answer is never stored: it is made whenever it is read.
CREATE TABLE questions (
    id INTEGER PRIMARY KEY REFERENCES operations (id),
    account_id INTEGER REFERENCES accounts (id),
    counterparty_id INTEGER REFERENCES counterparties (id),
    -- The day it was asked on: what it says of days is counted from there.
    day TEXT NOT NULL,
    -- As typed.
    question TEXT NOT NULL CHECK (question <> ''),
    -- What was chosen of its readings, and what it goes on from: JSON.
    chosen TEXT NOT NULL,
    CHECK ((account_id IS NULL) <> (counterparty_id IS NULL))
) STRICT;
CREATE INDEX questions_of_account ON questions (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX questions_of_counterparty ON questions (counterparty_id) WHERE counterparty_id IS NOT NULL;
