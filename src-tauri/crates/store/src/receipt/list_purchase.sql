WITH RECURSIVE
standing (id) AS (
    SELECT receipt_sightings.id FROM receipt_sightings
    JOIN readings ON readings.id = receipt_sightings.reading_id
    WHERE readings.is_live
),
reached (id) AS (
    SELECT id FROM standing WHERE id = ?1
    UNION
    SELECT theirs.sighting_id
    FROM reached
    JOIN receipt_keys AS mine ON mine.sighting_id = reached.id
    JOIN receipt_keys AS theirs ON theirs.key = mine.key
    JOIN standing ON standing.id = theirs.sighting_id
)
SELECT id FROM reached ORDER BY id
