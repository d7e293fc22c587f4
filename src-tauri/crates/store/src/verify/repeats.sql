SELECT count(*)
FROM repeats
JOIN statements ON statements.id = repeats.statement_id
WHERE
    -- Of one reading, and of what is written out.
    statements.reading_id <> repeats.first_id >> 24
    OR (repeats.first_id + repeats.row_count - 1) >> 24 <> repeats.first_id >> 24
    OR (
        SELECT count(*) FROM sightings
        WHERE
            sightings.id BETWEEN repeats.of_id AND repeats.of_id + repeats.row_count - 1
            AND sightings.account_id = statements.account_id
    ) <> repeats.row_count
    -- No row twice.
    OR EXISTS (
        SELECT 1 FROM sightings
        WHERE sightings.id BETWEEN repeats.first_id AND repeats.first_id + repeats.row_count - 1
    )
    OR EXISTS (
        SELECT 1 FROM repeats AS next
        WHERE
            next.first_id > repeats.first_id
            AND next.first_id < repeats.first_id + repeats.row_count
    )
