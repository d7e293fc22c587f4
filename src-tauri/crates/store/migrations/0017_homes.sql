-- The entry that a sighting first was of, where it is of another now. Of entries that were joined before this nothing is known.
ALTER TABLE sightings ADD COLUMN home_id INTEGER REFERENCES entries (id);
