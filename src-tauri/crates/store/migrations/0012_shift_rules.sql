-- The version of the rules by which sightings were put where they count; they are put there anew where it is not the program's.
CREATE TABLE shift_rules (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO shift_rules (only, version) VALUES (1, 0);
