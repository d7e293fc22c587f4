-- The entry that a sighting goes back to once nothing joins that one to another, where it shows another now.
ALTER TABLE sightings ADD COLUMN home_id INTEGER REFERENCES entries (id);
