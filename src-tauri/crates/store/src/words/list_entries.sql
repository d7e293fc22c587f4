SELECT
    entries.id, entries.account_id, entries.is_live, entries.is_superseded, entries.is_deleted, entries.status,
    entries.day, entries.order_date, entries.order_time, entries.amount_minor, entries.currency,
    entries.counterparty_id, entries.sighting_id, entries.identity_version, entries.identity_key, entries.ordinal,
    entries.order_key, entries.is_transfer, coalesce(sightings.counterparty_id, own_entries.counterparty_id)
FROM entries
LEFT JOIN sightings ON sightings.id = entries.sighting_id
LEFT JOIN own_entries ON own_entries.entry_id = entries.id AND entries.origin = 'user'
WHERE entries.counterparty_id = ? AND entries.is_live
