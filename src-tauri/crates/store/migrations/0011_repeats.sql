-- Rows of a document that say to the letter what an earlier document's rows say are not written out again: a stretch of
-- them stands for as many. Row `first_id + n` says what sighting `of_id + n` says, and is of the same entry.
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
CREATE INDEX repeats_of ON repeats (of_id);

-- Sightings whose words a document that stands says: their own, or one that repeats them.
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
