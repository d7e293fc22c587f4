SELECT receipts.*, MAX(documents.received_at) AS came
FROM receipts
JOIN receipt_parts ON receipt_parts.receipt_id = receipts.id
JOIN receipt_sightings ON receipt_sightings.id = receipt_parts.sighting_id
JOIN readings ON readings.id = receipt_sightings.reading_id
JOIN document_heads AS documents ON documents.id = readings.document_id
WHERE EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id AND links.state = 'linked')
GROUP BY receipts.id
ORDER BY came DESC, receipts.id DESC
LIMIT :limit
