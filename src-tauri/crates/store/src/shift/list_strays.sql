SELECT sightings.id, sightings.entry_id
FROM sightings
JOIN entries ON entries.id = sightings.entry_id
WHERE sightings.id BETWEEN ?2 AND ?3 AND sightings.account_id = ?1 AND entries.day <> sightings.day
UNION ALL
SELECT repeats.first_id + sightings.id - repeats.of_id, sightings.entry_id
FROM repeats
JOIN sightings ON sightings.id BETWEEN repeats.of_id AND repeats.of_id + repeats.row_count - 1
JOIN entries ON entries.id = sightings.entry_id
WHERE repeats.first_id BETWEEN ?2 AND ?3 AND sightings.account_id = ?1 AND entries.day <> sightings.day
ORDER BY 1
