-- A digest of all that the document says in the row, by which the same row is known again; unknown for rows of before.
ALTER TABLE sightings ADD COLUMN said BLOB;
