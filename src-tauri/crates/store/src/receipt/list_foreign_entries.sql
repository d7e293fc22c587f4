SELECT entries.id
FROM sightings
JOIN entries ON entries.id = sightings.entry_id AND entries.sighting_id = sightings.id
WHERE sightings.original_currency = ? AND sightings.original_currency <> sightings.currency
    AND entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted AND NOT entries.is_transfer
    AND entries.status <> 'info'
