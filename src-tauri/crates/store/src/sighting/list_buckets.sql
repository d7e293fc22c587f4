SELECT account_id, day, amount_minor
FROM sightings
WHERE id BETWEEN ?1 AND ?2
UNION
SELECT sightings.account_id, sightings.day, sightings.amount_minor
FROM repeats
JOIN sightings ON sightings.id BETWEEN repeats.of_id AND repeats.of_id + repeats.row_count - 1
WHERE repeats.first_id BETWEEN ?1 AND ?2
