UPDATE counterparties SET name = newest.name
FROM (
    SELECT sightings.name
    FROM entries
    JOIN sightings ON sightings.id = entries.sighting_id
    WHERE
        entries.counterparty_id = ?1 AND entries.is_live AND NOT entries.is_superseded AND NOT entries.is_deleted
        AND sightings.counterparty_id = ?1
    ORDER BY entries.order_date DESC, entries.order_time DESC, entries.order_key DESC, entries.id DESC
    LIMIT 1
) AS newest
WHERE counterparties.id = ?1 AND counterparties.name IS NOT newest.name
