SELECT
    entries.id, entries.account_id, entries.day, entries.amount_minor, entries.currency, entries.identity_key,
    entries.ordinal, sightings.original_amount, sightings.original_currency, sightings.payment_type, sightings.name,
    sightings.texts, sightings.more
FROM entries
JOIN sightings ON sightings.id = entries.sighting_id
WHERE entries.id = ? AND entries.is_shown AND entries.status <> 'info'
