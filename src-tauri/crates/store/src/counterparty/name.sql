UPDATE counterparties SET name = sightings.name
FROM sightings
WHERE counterparties.id = ?1 AND sightings.id = ?2 AND counterparties.name IS NOT sightings.name
