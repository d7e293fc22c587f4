SELECT DISTINCT sightings.entry_id
FROM sightings
JOIN statements ON statements.id = sightings.statement_id
JOIN readings ON readings.id = statements.reading_id
WHERE sightings.account_id = ? AND sightings.reference = ? AND readings.is_live
