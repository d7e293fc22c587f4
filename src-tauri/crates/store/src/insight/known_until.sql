SELECT max(statements.until_date) AS until_date
FROM statements
JOIN readings ON readings.id = statements.reading_id
WHERE statements.account_id = ? AND readings.is_live
