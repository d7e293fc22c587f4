SELECT count(*)
FROM entries
LEFT JOIN told ON told.id = entries.sighting_id
WHERE
    entries.is_live AND entries.origin = 'statement'
    AND (
        told.entry_id IS NOT entries.id
        OR told.amount_minor IS NOT entries.amount_minor
        OR told.day IS NOT entries.day
    )
