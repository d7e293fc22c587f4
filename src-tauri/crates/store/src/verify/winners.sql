SELECT count(*)
FROM entries
LEFT JOIN sightings ON sightings.id = entries.sighting_id
LEFT JOIN statements ON statements.id = sightings.statement_id
LEFT JOIN readings ON readings.id = statements.reading_id
WHERE
    entries.is_live AND entries.origin = 'statement'
    AND (
        readings.is_live IS NOT 1
        OR sightings.entry_id IS NOT entries.id
        OR sightings.amount_minor IS NOT entries.amount_minor
        OR sightings.day IS NOT entries.day
    )
