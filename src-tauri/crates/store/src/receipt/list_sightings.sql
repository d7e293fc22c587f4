SELECT receipt_sightings.*, readings.document_id, readings.format, documents.name, documents.sha256, documents.received_at
FROM receipt_parts
JOIN receipt_sightings ON receipt_sightings.id = receipt_parts.sighting_id
JOIN readings ON readings.id = receipt_sightings.reading_id
JOIN document_heads AS documents ON documents.id = readings.document_id
WHERE receipt_parts.receipt_id = ?
ORDER BY receipt_sightings.id
