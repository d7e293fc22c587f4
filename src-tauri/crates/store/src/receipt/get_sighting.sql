SELECT receipt_sightings.*, readings.document_id, readings.format, documents.name, documents.sha256, documents.received_at
FROM receipt_sightings
JOIN readings ON readings.id = receipt_sightings.reading_id
JOIN document_heads AS documents ON documents.id = readings.document_id
WHERE receipt_sightings.id = ?
