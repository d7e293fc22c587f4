SELECT sightings.*
FROM sightings
JOIN statements ON statements.id = sightings.statement_id
JOIN readings ON readings.id = statements.reading_id
WHERE sightings.account_id = ? AND sightings.corrects IS NOT NULL AND readings.is_live
ORDER BY sightings.id
