SELECT
    entries.id, entries.account_id, entries.is_live, entries.is_superseded, entries.is_deleted, entries.status,
    entries.day, entries.order_date, entries.order_time, entries.amount_minor, entries.currency,
    entries.counterparty_id, entries.sighting_id, entries.identity_version, entries.identity_key, entries.ordinal,
    entries.order_key, entries.is_transfer, sightings.counterparty_id
FROM entries
JOIN sightings ON sightings.id = entries.sighting_id
WHERE entries.counterparty_id = ? AND entries.is_live
