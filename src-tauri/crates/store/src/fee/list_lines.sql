SELECT
    entries.id, entries.account_id, entries.counterparty_id, entries.order_date, entries.amount_minor, entries.currency,
    sightings.payment_type, sightings.name, sightings.texts
FROM entries
JOIN sightings ON sightings.id = entries.sighting_id
WHERE
    entries.counterparty_id = ?
    AND entries.is_live
    AND entries.order_date BETWEEN ? AND ?
    AND entries.is_shown
    AND NOT entries.is_transfer
    AND entries.status = 'booked'
    AND sightings.payment_type IN ('fee', 'interest', 'refund')
ORDER BY entries.order_date, entries.order_time, entries.order_key, entries.id
