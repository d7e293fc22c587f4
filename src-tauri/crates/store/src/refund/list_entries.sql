SELECT
    entries.id, entries.order_date, entries.amount_minor, entries.currency,
    sightings.original_amount, sightings.original_currency, sightings.payment_type
FROM entries
JOIN sightings ON sightings.id = entries.sighting_id
WHERE entries.counterparty_id = ? AND entries.order_date BETWEEN ? AND ? AND entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted
    AND NOT entries.is_transfer AND entries.status <> 'info'
ORDER BY entries.order_date, entries.order_time, entries.order_key, entries.id
