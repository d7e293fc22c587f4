-- The ledger. Amounts are minor units of the currency beside them; days are ISO dates; instants are UTC.

-- The original bytes of a dropped file, LZ4-compressed; NULL once the user has it forgotten.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    name TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    bytes BLOB,
    received_at TEXT NOT NULL
) STRICT;

-- A document as read under one set of answers. Live while an import of it stands.
CREATE TABLE readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    profile TEXT NOT NULL,
    format TEXT NOT NULL,
    richness INTEGER NOT NULL,
    is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
    UNIQUE (document_id, profile)
) STRICT;

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    currency TEXT NOT NULL,
    iban TEXT,
    number TEXT,
    bank_id TEXT,
    branch_id TEXT,
    stated_name TEXT,
    -- What the user calls it and says it is; these win.
    user_name TEXT,
    user_kind TEXT
) STRICT;

CREATE TABLE statements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reading_id INTEGER NOT NULL REFERENCES readings (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    ordinal INTEGER NOT NULL,
    -- The account as this statement identifies it, JSON: the account's own row is the projection of its live statements'.
    account_stated TEXT NOT NULL,
    reference TEXT,
    currency TEXT NOT NULL,
    from_date TEXT,
    until_date TEXT,
    -- Orders statements that hold pending lines.
    as_of_date TEXT,
    has_pending INTEGER NOT NULL CHECK (has_pending IN (0, 1)),
    proof TEXT NOT NULL CHECK (proof IN ('holds', 'broken', 'unstated')),
    opening_minor INTEGER,
    opening_date TEXT,
    in_minor INTEGER NOT NULL,
    out_minor INTEGER NOT NULL,
    entry_count INTEGER NOT NULL,
    closing_minor INTEGER,
    closing_date TEXT,
    difference_minor INTEGER,
    broken_at_line INTEGER,
    UNIQUE (reading_id, ordinal)
) STRICT;
CREATE INDEX statements_of_account ON statements (account_id, until_date);

-- Balances as stated, each as what the account held at the END of a day.
CREATE TABLE balances (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    -- NULL: set by the user.
    statement_id INTEGER REFERENCES statements (id),
    operation_id INTEGER REFERENCES operations (id),
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'closing', 'available', 'interim', 'user')),
    as_of_date TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    CHECK ((statement_id IS NULL) = (kind = 'user'))
) STRICT;
CREATE INDEX balances_of_account ON balances (account_id, as_of_date);

-- What one row of one reading says. Never deleted, so that undo and redo are a switch of its reading.
CREATE TABLE sightings (
    -- reading id * 2^24 + row: the same row of the same reading can only be stored once.
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    line INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('booked', 'pending', 'info')),
    -- The bucket's day: booking, else value, else transaction date.
    day TEXT NOT NULL,
    booking_date TEXT,
    value_date TEXT,
    -- The day shown: transaction date (stated, or read from the text), else the bucket's.
    order_date TEXT NOT NULL,
    order_time TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    -- As printed, where it has more decimals than the currency.
    amount_printed TEXT,
    original_amount TEXT,
    original_currency TEXT,
    rate TEXT,
    reference TEXT,
    reference_key INTEGER,
    end_to_end_id TEXT,
    end_to_end_key INTEGER,
    text_key INTEGER NOT NULL,
    corrects TEXT,
    deletes INTEGER NOT NULL CHECK (deletes IN (0, 1)),
    payment_type TEXT NOT NULL,
    card_ending TEXT,
    name TEXT NOT NULL,
    -- Label and text of each field as printed, parted by U+001F and U+001E.
    texts TEXT NOT NULL,
    balance_after_minor INTEGER,
    -- Code, mandate, counterparty account, further references and details, where there are any: JSON.
    more TEXT
) STRICT;
CREATE INDEX sightings_of_bucket ON sightings (account_id, day, amount_minor);
CREATE INDEX sightings_that_correct ON sightings (account_id) WHERE corrects IS NOT NULL;

CREATE TABLE counterparties (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merchant', 'person', 'bank')),
    user_name TEXT
) STRICT;

-- One line of an account's history: the projection of its live sightings.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    origin TEXT NOT NULL CHECK (origin IN ('statement', 'user')),
    -- Whether a live sighting shows it.
    is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
    -- Whether a booked line took it over or a correction replaced it.
    is_superseded INTEGER NOT NULL CHECK (is_superseded IN (0, 1)),
    -- Whether the user deleted it: the tombstone.
    is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
    is_shown INTEGER GENERATED ALWAYS AS (is_live AND NOT is_superseded AND NOT is_deleted) VIRTUAL,
    status TEXT NOT NULL CHECK (status IN ('booked', 'pending', 'info')),
    day TEXT NOT NULL,
    order_date TEXT NOT NULL,
    order_time TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    -- The sighting whose values it shows. No foreign key: the two tables name each other, and a deferred one would search
    -- all entries for each new sighting. `verify` checks it.
    sighting_id INTEGER NOT NULL,
    identity_version INTEGER NOT NULL,
    identity_key INTEGER NOT NULL,
    -- Among the bucket's equals, from 0; the negative id where it is not live.
    ordinal INTEGER NOT NULL,
    -- Orders the entries of one day and time the same way whatever the order of import.
    order_key INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX entries_by_identity
    ON entries (account_id, day, amount_minor, identity_version, identity_key, ordinal);
CREATE INDEX entries_of_account
    ON entries (account_id, order_date, order_time, order_key, id) WHERE is_live;
CREATE INDEX entries_of_counterparty
    ON entries (counterparty_id, order_date, order_time, order_key, id) WHERE is_live;
CREATE INDEX entries_superseded ON entries (account_id) WHERE is_superseded;
CREATE INDEX entries_pending ON entries (account_id) WHERE status = 'pending';

-- What is searched: name and texts of each entry. The rows are written beside the entries, in the same transaction.
CREATE VIRTUAL TABLE entry_texts USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full
);

-- Booked and shown entries per account, booking month and currency.
CREATE TABLE account_months (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    month TEXT NOT NULL,
    currency TEXT NOT NULL,
    in_minor INTEGER NOT NULL,
    out_minor INTEGER NOT NULL,
    entry_count INTEGER NOT NULL,
    PRIMARY KEY (account_id, month, currency)
) STRICT, WITHOUT ROWID;

-- Booked and shown entries per counterparty, month shown and currency.
CREATE TABLE counterparty_months (
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    month TEXT NOT NULL,
    currency TEXT NOT NULL,
    in_minor INTEGER NOT NULL,
    out_minor INTEGER NOT NULL,
    entry_count INTEGER NOT NULL,
    PRIMARY KEY (counterparty_id, month, currency)
) STRICT, WITHOUT ROWID;

-- The list: newest shown entry, how many there are, and up to which entry the user has seen.
CREATE TABLE conversations (
    kind TEXT NOT NULL CHECK (kind IN ('account', 'counterparty')),
    id INTEGER NOT NULL,
    last_entry_id INTEGER,
    last_date TEXT,
    entry_count INTEGER NOT NULL,
    unread_count INTEGER NOT NULL,
    seen_entry_id INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_by_activity ON conversations (kind, last_date DESC, id);

-- The log. An import's row holds what it reported when it was made.
CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('importStatement', 'setAccount', 'deleteEntry')),
    at TEXT NOT NULL,
    is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
    reading_id INTEGER REFERENCES readings (id),
    account_id INTEGER REFERENCES accounts (id),
    entry_id INTEGER REFERENCES entries (id),
    -- Before and after, or the report: JSON.
    payload TEXT NOT NULL
) STRICT;
CREATE INDEX operations_of_reading ON operations (reading_id) WHERE reading_id IS NOT NULL;

-- One row, touched by every write, whose number other processes compare.
CREATE TABLE revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO revision (only, number) VALUES (1, 0);

-- A household's ledger as the first version left it: one import, an account's name set, a deletion taken back.
INSERT INTO documents (id, sha256, name, byte_length, bytes, received_at)
VALUES (1, x'0101010101010101010101010101010101010101010101010101010101010101', 'october.ofx', 0, NULL, '2026-11-01T08:00:00Z');
INSERT INTO readings (id, document_id, profile, format, richness, is_live) VALUES (1, 1, '', 'ofx', 60, 1);
INSERT INTO accounts (id, kind, currency, number, user_name) VALUES (1, 'current', 'EUR', '04178820316', 'House');
INSERT INTO statements (
    id, reading_id, account_id, ordinal, account_stated, currency, from_date, until_date, as_of_date, has_pending, proof,
    in_minor, out_minor, entry_count, closing_minor, closing_date
)
VALUES (1, 1, 1, 0, '{"number":"04178820316"}', 'EUR', '2026-10-01', '2026-10-31', '2026-10-31', 0, 'unstated', 0, -1670, 2, 8330, '2026-10-31');
INSERT INTO counterparties (id, key, name, kind) VALUES (1, 'boulangerie morel', 'Boulangerie Morel', 'merchant');
INSERT INTO counterparties (id, key, name, kind) VALUES (2, 'volt et cie', 'Volt et Cie', 'merchant');
INSERT INTO entries (
    id, account_id, origin, is_live, is_superseded, is_deleted, status, day, order_date, order_time, amount_minor, currency,
    counterparty_id, sighting_id, identity_version, identity_key, ordinal, order_key
)
VALUES
(1, 1, 'statement', 1, 0, 0, 'booked', '2026-10-02', '2026-10-02', '', -420, 'EUR', 1, 16777216, 1, 11, 0, 1),
(2, 1, 'statement', 1, 0, 0, 'booked', '2026-10-05', '2026-10-05', '', -1250, 'EUR', 2, 16777217, 1, 12, 0, 2);
INSERT INTO sightings (
    id, statement_id, account_id, entry_id, counterparty_id, line, status, day, booking_date, order_date, order_time,
    amount_minor, currency, text_key, deletes, payment_type, name, texts
)
VALUES
(16777216, 1, 1, 1, 1, 12, 'booked', '2026-10-02', '2026-10-02', '2026-10-02', '', -420, 'EUR', 11, 0, 'card', 'Boulangerie Morel',
    'NAME' || char(31) || 'BOULANGERIE MOREL' || char(30)),
(16777217, 1, 1, 2, 2, 13, 'booked', '2026-10-05', '2026-10-05', '2026-10-05', '', -1250, 'EUR', 12, 0, 'directDebit', 'Volt et Cie',
    'NAME' || char(31) || 'VOLT ET CIE' || char(30));
INSERT INTO entry_texts (rowid, body) VALUES (1, 'Boulangerie Morel BOULANGERIE MOREL'), (2, 'Volt et Cie VOLT ET CIE');
INSERT INTO account_months (account_id, month, currency, in_minor, out_minor, entry_count) VALUES (1, '2026-10', 'EUR', 0, -1670, 2);
INSERT INTO counterparty_months (counterparty_id, month, currency, in_minor, out_minor, entry_count)
VALUES (1, '2026-10', 'EUR', 0, -420, 1), (2, '2026-10', 'EUR', 0, -1250, 1);
INSERT INTO conversations (kind, id, last_entry_id, last_date, entry_count, unread_count, seen_entry_id)
VALUES
('account', 1, 2, '2026-10-05', 2, 0, 2),
('counterparty', 1, 1, '2026-10-02', 1, 1, 0),
('counterparty', 2, 2, '2026-10-05', 1, 1, 0);
INSERT INTO operations (id, kind, at, is_undone, reading_id, account_id, entry_id, payload)
VALUES
(1, 'importStatement', '2026-11-01T08:00:00Z', 0, 1, NULL, NULL,
    '{"counts":{"new":2,"known":0,"updated":0,"conflict":0,"unreadable":0},"proof":"unstated","replaces":[]}'),
(2, 'setAccount', '2026-11-01T08:05:00Z', 0, NULL, 1, NULL,
    '{"before":{"name":null,"kind":null},"after":{"name":"House","kind":null}}'),
(3, 'deleteEntry', '2026-11-01T08:06:00Z', 1, NULL, NULL, 2, '{}');
INSERT INTO balances (id, account_id, statement_id, operation_id, kind, as_of_date, amount_minor, currency)
VALUES (1, 1, NULL, 2, 'user', '2026-09-30', 10000, 'EUR'), (2, 1, 1, NULL, 'closing', '2026-10-31', 8330, 'EUR');
UPDATE revision SET number = 3;
PRAGMA user_version = 1;
