-- Receipts: what documents say of purchases, and the entries that paid for them.

-- What one document says of one purchase. It counts while its reading is live.
CREATE TABLE receipt_sightings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reading_id INTEGER NOT NULL REFERENCES readings (id),
    ordinal INTEGER NOT NULL,
    -- As read: JSON.
    stated TEXT NOT NULL,
    UNIQUE (reading_id, ordinal)
) STRICT;

-- What a sighting shares with others of the same purchase: numbers of orders, invoices, parcels.
CREATE TABLE receipt_keys (
    key TEXT NOT NULL,
    sighting_id INTEGER NOT NULL REFERENCES receipt_sightings (id),
    PRIMARY KEY (key, sighting_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_keys_of_sighting ON receipt_keys (sighting_id);

-- One purchase: the projection of its live sightings, the least of which lends it its id.
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
CREATE INDEX receipts_of_counterparty ON receipts (counterparty_id, day);

CREATE TABLE receipt_parts (
    sighting_id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    receipt_id INTEGER NOT NULL REFERENCES receipts (id)
) STRICT;
CREATE INDEX receipt_parts_of_receipt ON receipt_parts (receipt_id);

-- Which entries paid for a receipt or gave it back: by the rules, found anew after each change, or by the user's word.
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
CREATE INDEX links_of_entry ON links (entry_id);

-- What the user says of a link. It hangs on the document's sighting, so that it outlives every new projection.
CREATE TABLE link_words (
    sighting_id INTEGER NOT NULL REFERENCES receipt_sightings (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    is_linked INTEGER NOT NULL CHECK (is_linked IN (0, 1)),
    PRIMARY KEY (sighting_id, entry_id)
) STRICT, WITHOUT ROWID;

-- The day on which the user says that a purchase arrived.
CREATE TABLE arrivals (
    sighting_id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    day TEXT NOT NULL
) STRICT;
