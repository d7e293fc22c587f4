SELECT *
FROM told
WHERE account_id = ? AND corrects IS NOT NULL
ORDER BY id
