SELECT id
FROM counterparties
WHERE kind = 'bank' AND key IN ('bank:fee', 'bank:interest', 'bank:other')
UNION
SELECT counterparty_id
FROM entry_moves
UNION
SELECT conversations.id
FROM conversations
JOIN entries ON entries.id = conversations.last_entry_id
JOIN sightings ON sightings.id = entries.sighting_id
WHERE
    conversations.kind = 'counterparty'
    AND conversations.last_date >= ?
    AND sightings.payment_type IN ('fee', 'interest')
