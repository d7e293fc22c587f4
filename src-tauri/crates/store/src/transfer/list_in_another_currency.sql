SELECT entry_id, day, amount_minor, original_amount, original_currency
FROM sightings
WHERE account_id = ? AND day BETWEEN ? AND ? AND original_currency IS NOT NULL
