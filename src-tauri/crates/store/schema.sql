CREATE TABLE absences (
    sighting_id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    day TEXT NOT NULL
) STRICT;
CREATE TABLE account_months (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    month TEXT NOT NULL,
    currency TEXT NOT NULL,
    in_minor INTEGER NOT NULL,
    out_minor INTEGER NOT NULL,
    entry_count INTEGER NOT NULL, own_in_minor INTEGER NOT NULL DEFAULT 0, own_out_minor INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, month, currency)
) STRICT, WITHOUT ROWID;
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
, is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1))) STRICT;
CREATE TABLE alert_words (
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    alert TEXT NOT NULL CHECK (alert IN ('doubleDebit', 'missed', 'rise')),
    answer TEXT NOT NULL CHECK (answer IN ('mine', 'unusual', 'awaited', 'ended', 'seen')),
    PRIMARY KEY (entry_id, alert)
) STRICT, WITHOUT ROWID;
CREATE TABLE arrivals (
    sighting_id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    day TEXT NOT NULL
) STRICT;
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
CREATE TABLE categories (
    word TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    glyph TEXT NOT NULL
) STRICT;
CREATE TABLE conversation_marks (
    kind TEXT NOT NULL CHECK (kind IN ('account', 'counterparty')),
    id INTEGER NOT NULL,
    is_muted INTEGER NOT NULL CHECK (is_muted IN (0, 1)),
    is_pinned INTEGER NOT NULL CHECK (is_pinned IN (0, 1)),
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE counterparties (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merchant', 'person', 'bank')),
    user_name TEXT
) STRICT;
CREATE TABLE counterparty_categories (
    counterparty_id INTEGER PRIMARY KEY REFERENCES counterparties (id),
    category TEXT NOT NULL
) STRICT;
CREATE TABLE counterparty_merges (
    counterparty_id INTEGER PRIMARY KEY REFERENCES counterparties (id),
    into_id INTEGER NOT NULL REFERENCES counterparties (id),
    CHECK (counterparty_id <> into_id)
) STRICT;
CREATE TABLE counterparty_months (
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    month TEXT NOT NULL,
    currency TEXT NOT NULL,
    in_minor INTEGER NOT NULL,
    out_minor INTEGER NOT NULL,
    entry_count INTEGER NOT NULL,
    PRIMARY KEY (counterparty_id, month, currency)
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    name TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    bytes BLOB,
    received_at TEXT NOT NULL
) STRICT;
CREATE TABLE double_debits (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    -- The bucket's day and amount.
    day TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor < 0),
    first_id INTEGER NOT NULL REFERENCES entries (id),
    second_id INTEGER NOT NULL REFERENCES entries (id),
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    -- The day shown.
    order_date TEXT NOT NULL,
    -- NULL where the time of either is unknown.
    minutes INTEGER,
    -- Equal debits of that day.
    equal_count INTEGER NOT NULL CHECK (equal_count > 1),
    PRIMARY KEY (account_id, day, amount_minor, second_id)
) STRICT, WITHOUT ROWID;
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
    status TEXT NOT NULL CHECK (status = 'booked' OR status = 'pending' OR status = 'info'),
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
, is_transfer INTEGER NOT NULL DEFAULT 0 CHECK (is_transfer IN (0, 1))) STRICT;
CREATE TABLE entry_index (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))
) STRICT;
CREATE TABLE entry_moves (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id)
) STRICT;
CREATE TABLE entry_notes (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
    note TEXT NOT NULL CHECK (note <> '')
) STRICT;
CREATE TABLE entry_tags (
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    tag TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_texts USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full, prefix = '2'
);
CREATE TABLE insight_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE link_words (
    sighting_id INTEGER NOT NULL REFERENCES receipt_sightings (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    is_linked INTEGER NOT NULL CHECK (is_linked IN (0, 1)),
    PRIMARY KEY (sighting_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE links (
    receipt_id INTEGER NOT NULL REFERENCES receipts (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    -- A candidate waits for the user's word.
    state TEXT NOT NULL CHECK (state IN ('linked', 'candidate')),
    decided_by TEXT NOT NULL CHECK (decided_by IN ('rule', 'user')),
    -- Tenths of a point.
    score INTEGER NOT NULL,
    -- Words of evidence, parted by spaces.
    reasons TEXT NOT NULL,
    PRIMARY KEY (receipt_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "operations" (
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
CREATE TABLE price_changes (
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    -- The newest entry of what recurs.
    charge_id INTEGER NOT NULL REFERENCES entries (id),
    day TEXT NOT NULL,
    currency TEXT NOT NULL,
    from_minor INTEGER NOT NULL,
    to_minor INTEGER NOT NULL,
    PRIMARY KEY (counterparty_id, entry_id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    profile TEXT NOT NULL,
    format TEXT NOT NULL,
    richness INTEGER NOT NULL,
    is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
    UNIQUE (document_id, profile)
) STRICT;
CREATE TABLE receipt_days (
    receipt_id INTEGER NOT NULL REFERENCES receipts (id),
    -- Of a parcel that is on its way, the last day promised, else the day it was told of.
    kind TEXT NOT NULL CHECK (kind IN ('parcel', 'return', 'guarantee', 'warranty')),
    day TEXT NOT NULL,
    PRIMARY KEY (receipt_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE receipt_keys (
    key TEXT NOT NULL,
    sighting_id INTEGER NOT NULL REFERENCES receipt_sightings (id),
    PRIMARY KEY (key, sighting_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE receipt_parts (
    sighting_id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    receipt_id INTEGER NOT NULL REFERENCES receipts (id)
) STRICT;
CREATE TABLE receipt_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE receipt_sightings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reading_id INTEGER NOT NULL REFERENCES readings (id),
    ordinal INTEGER NOT NULL,
    -- As read: JSON.
    stated TEXT NOT NULL,
    UNIQUE (reading_id, ordinal)
) STRICT;
CREATE VIRTUAL TABLE receipt_texts USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full
);
CREATE TABLE 'receipt_texts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'receipt_texts_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'receipt_texts_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'receipt_texts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE receipts (
    id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    kind TEXT NOT NULL CHECK (kind IN ('order', 'invoice', 'creditNote', 'receipt', 'shipment', 'refund')),
    -- The day of the purchase, else the day its first document came.
    day TEXT NOT NULL,
    total_minor INTEGER,
    currency TEXT,
    -- What its documents say together: JSON.
    stated TEXT NOT NULL
) STRICT;
CREATE TABLE recurrings (
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    -- Its newest entry.
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    currency TEXT NOT NULL,
    rhythm TEXT NOT NULL CHECK (
        rhythm IN ('weekly', 'fortnightly', 'monthly', 'twoMonthly', 'quarterly', 'halfYearly', 'yearly')
    ),
    -- A day of the week from 1 (Monday) or, from a month on, of the month; NULL where it keeps to none.
    usual_day INTEGER,
    -- Whether its amount is a price, which seldom changes.
    is_steady INTEGER NOT NULL CHECK (is_steady IN (0, 1)),
    payment_type TEXT NOT NULL,
    last_minor INTEGER NOT NULL,
    expected_minor INTEGER NOT NULL,
    last_day TEXT NOT NULL,
    next_day TEXT NOT NULL,
    entry_count INTEGER NOT NULL,
    PRIMARY KEY (counterparty_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE refund_words (
    refund_id INTEGER NOT NULL REFERENCES entries (id),
    purchase_id INTEGER NOT NULL REFERENCES entries (id),
    is_refund INTEGER NOT NULL CHECK (is_refund IN (0, 1)),
    PRIMARY KEY (refund_id, purchase_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE refunds (
    -- The conversation for which it was found.
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    refund_id INTEGER NOT NULL REFERENCES entries (id),
    purchase_id INTEGER NOT NULL REFERENCES entries (id),
    -- How much of the purchase comes back, in its currency.
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    -- Whether receipts name the pair.
    is_named INTEGER NOT NULL CHECK (is_named IN (0, 1)),
    PRIMARY KEY (counterparty_id, refund_id, purchase_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE repeats (
    -- The id that the first of them would have as a sighting.
    first_id INTEGER PRIMARY KEY,
    -- Limited, so that what repeats a sighting is found by looking that far back.
    row_count INTEGER NOT NULL CHECK (row_count BETWEEN 1 AND 1024),
    of_id INTEGER NOT NULL REFERENCES sightings (id),
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    -- How many lines further down than what they repeat.
    line_shift INTEGER NOT NULL
) STRICT;
CREATE TABLE revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL
) STRICT;
CREATE TABLE shift_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE shifts (
    sighting_id INTEGER PRIMARY KEY REFERENCES sightings (id),
    -- As its document states it.
    day TEXT NOT NULL,
    text_key INTEGER NOT NULL
) STRICT;
CREATE TABLE sightings (
    -- reading id * 2^24 + row: the same row of the same reading can only be stored once.
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    line INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status = 'booked' OR status = 'pending' OR status = 'info'),
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
, said BLOB, home_id INTEGER REFERENCES entries (id)) STRICT;
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
CREATE TABLE transfer_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE transfer_words (
    from_id INTEGER NOT NULL REFERENCES entries (id),
    to_id INTEGER NOT NULL REFERENCES entries (id),
    is_transfer INTEGER NOT NULL CHECK (is_transfer IN (0, 1)),
    PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE transfers (
    from_id INTEGER PRIMARY KEY REFERENCES entries (id),
    to_id INTEGER NOT NULL UNIQUE REFERENCES entries (id),
    decided_by TEXT NOT NULL CHECK (decided_by IN ('rule', 'user')),
    -- Words of evidence, parted by spaces.
    reasons TEXT NOT NULL
) STRICT;
CREATE INDEX balances_of_account ON balances (account_id, as_of_date);
CREATE INDEX conversations_by_activity ON conversations (kind, last_date DESC, id);
CREATE VIEW document_heads AS
SELECT id, sha256, name, received_at
FROM documents INDEXED BY documents_told;
CREATE INDEX documents_told ON documents (id, sha256, name, received_at);
CREATE INDEX double_debits_by_first ON double_debits (first_id);
CREATE INDEX double_debits_by_second ON double_debits (second_id);
CREATE INDEX double_debits_of_counterparty ON double_debits (counterparty_id, order_date);
CREATE UNIQUE INDEX entries_by_identity
    ON entries (account_id, day, amount_minor, identity_version, identity_key, ordinal);
CREATE INDEX entries_in ON entries (counterparty_id) WHERE is_live AND amount_minor > 0;
CREATE INDEX entries_of_account
    ON entries (account_id, order_date, order_time, order_key, id) WHERE is_live;
CREATE INDEX entries_of_counterparty
    ON entries (counterparty_id, order_date, order_time, order_key, id) WHERE is_live;
CREATE INDEX entries_pending ON entries (account_id) WHERE status = 'pending';
CREATE INDEX entries_superseded ON entries (account_id) WHERE is_superseded;
CREATE INDEX links_of_entry ON links (entry_id);
CREATE INDEX notes_of_account ON conversation_notes (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX notes_of_counterparty ON conversation_notes (counterparty_id) WHERE counterparty_id IS NOT NULL;
CREATE INDEX operations_of_counterparty ON operations (counterparty_id) WHERE counterparty_id IS NOT NULL;
CREATE INDEX operations_of_entry ON operations (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX operations_of_reading ON operations (reading_id) WHERE reading_id IS NOT NULL;
CREATE INDEX price_changes_of_entry ON price_changes (entry_id);
CREATE INDEX questions_of_account ON questions (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX questions_of_counterparty ON questions (counterparty_id) WHERE counterparty_id IS NOT NULL;
CREATE INDEX receipt_days_by_day ON receipt_days (kind, day);
CREATE INDEX receipt_keys_of_sighting ON receipt_keys (sighting_id);
CREATE INDEX receipt_parts_of_receipt ON receipt_parts (receipt_id);
CREATE INDEX receipts_by_day ON receipts (day, id);
CREATE INDEX receipts_of_counterparty ON receipts (counterparty_id, day);
CREATE INDEX recurrings_of_account ON recurrings (account_id, next_day);
CREATE INDEX refunds_named ON refunds (counterparty_id) WHERE is_named;
CREATE INDEX refunds_of_purchase ON refunds (purchase_id);
CREATE INDEX refunds_of_refund ON refunds (refund_id);
CREATE INDEX repeats_of ON repeats (of_id);
CREATE INDEX sightings_foreign ON sightings (original_currency) WHERE original_currency <> currency;
CREATE INDEX sightings_in_another_currency
    ON sightings (account_id, day, amount_minor) WHERE original_currency IS NOT NULL;
CREATE INDEX sightings_of_bucket ON sightings (account_id, day, amount_minor);
CREATE INDEX sightings_that_correct ON sightings (account_id) WHERE corrects IS NOT NULL;
CREATE INDEX statements_of_account ON statements (account_id, until_date);
CREATE VIEW told AS
SELECT sightings.*
FROM sightings
JOIN statements ON statements.id = sightings.statement_id
JOIN readings ON readings.id = statements.reading_id
WHERE
    readings.is_live
    OR EXISTS (
        SELECT 1
        FROM repeats
        JOIN statements AS repeating ON repeating.id = repeats.statement_id
        JOIN readings AS tellers ON tellers.id = repeating.reading_id
        WHERE
            repeats.of_id BETWEEN sightings.id - 1023 AND sightings.id
            AND repeats.of_id + repeats.row_count > sightings.id
            AND tellers.is_live
    );
