-- What recurs in each conversation: found anew for those that a change touched.
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
CREATE INDEX recurrings_of_account ON recurrings (account_id, next_day);

-- Prices of what recurs that became others, by the first entry at the new one.
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
CREATE INDEX price_changes_of_entry ON price_changes (entry_id);

-- Equal debits of one day, account and merchant, each with the one before it: found anew for a bucket that changed.
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
CREATE INDEX double_debits_of_counterparty ON double_debits (counterparty_id, order_date);
CREATE INDEX double_debits_by_first ON double_debits (first_id);
CREATE INDEX double_debits_by_second ON double_debits (second_id);

-- What the user answers; of a double debit it hangs on the second, of a charge that did not come on the last that did, of a
-- price on the first entry at it.
CREATE TABLE alert_words (
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    alert TEXT NOT NULL CHECK (alert IN ('doubleDebit', 'missed', 'rise')),
    answer TEXT NOT NULL CHECK (answer IN ('mine', 'unusual', 'awaited', 'ended', 'seen')),
    PRIMARY KEY (entry_id, alert)
) STRICT, WITHOUT ROWID;

-- The version of the rules that all this was found by.
CREATE TABLE insight_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO insight_rules (only, version) VALUES (1, 0);
