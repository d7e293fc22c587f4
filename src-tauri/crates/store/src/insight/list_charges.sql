SELECT
    entries.id, entries.order_date, entries.amount_minor, entries.currency, entries.account_id, sightings.payment_type
FROM entries
JOIN sightings ON sightings.id = entries.sighting_id
WHERE entries.counterparty_id = ?1 AND entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted
    AND NOT entries.is_transfer AND entries.status = 'booked'
ORDER BY entries.order_date DESC, entries.order_time DESC, entries.order_key DESC, entries.id DESC
LIMIT ?2
