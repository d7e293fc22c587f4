-- The own place of sightings that count elsewhere: the user said that they are what was known under a day nearby.
CREATE TABLE shifts (
    sighting_id INTEGER PRIMARY KEY REFERENCES sightings (id),
    -- As its document states it.
    day TEXT NOT NULL,
    text_key INTEGER NOT NULL
) STRICT;
-- Before, what stood elsewhere kept no key of its own words; its texts were like those of what it is the same as.
INSERT INTO shifts (sighting_id, day, text_key)
SELECT id, coalesce(booking_date, value_date, order_date), text_key
FROM sightings
WHERE day <> coalesce(booking_date, value_date, order_date);
