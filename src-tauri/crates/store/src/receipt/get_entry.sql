SELECT
    entries.id, entries.day, entries.order_date, entries.amount_minor, entries.currency, entries.counterparty_id,
    sightings.original_amount, sightings.original_currency, sightings.payment_type, sightings.card_ending,
    sightings.name, sightings.texts, sightings.end_to_end_id
FROM entries
JOIN sightings ON sightings.id = entries.sighting_id
WHERE entries.id = ?
