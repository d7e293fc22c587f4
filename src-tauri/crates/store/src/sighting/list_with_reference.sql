SELECT DISTINCT entry_id
FROM told
WHERE account_id = ? AND reference = ?
