-- What the user says of money that came back, and of parcels that are not there yet.

-- Whether one entry gives back another. It outlives every new projection, as the entries' rows do.
CREATE TABLE refund_words (
    refund_id INTEGER NOT NULL REFERENCES entries (id),
    purchase_id INTEGER NOT NULL REFERENCES entries (id),
    is_refund INTEGER NOT NULL CHECK (is_refund IN (0, 1)),
    PRIMARY KEY (refund_id, purchase_id)
) STRICT, WITHOUT ROWID;

-- The day on which the user said that a purchase was not there yet: asked again only after a later promise.
CREATE TABLE absences (
    sighting_id INTEGER PRIMARY KEY REFERENCES receipt_sightings (id),
    day TEXT NOT NULL
) STRICT;

-- Days on which a receipt has something to tell: read from its documents whenever it is projected.
CREATE TABLE receipt_days (
    receipt_id INTEGER NOT NULL REFERENCES receipts (id),
    -- Of a parcel that is on its way, the last day promised, else the day it was told of.
    kind TEXT NOT NULL CHECK (kind IN ('parcel', 'return', 'guarantee', 'warranty')),
    day TEXT NOT NULL,
    PRIMARY KEY (receipt_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_days_by_day ON receipt_days (kind, day);
CREATE INDEX receipts_by_day ON receipts (day, id);

-- The version of the rules that those days were read by; they are read anew where it is not the program's.
CREATE TABLE receipt_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO receipt_rules (only, version) VALUES (1, 0);
