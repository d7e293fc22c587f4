SELECT * FROM accounts
WHERE
    EXISTS (
        SELECT 1 FROM statements
        JOIN readings ON readings.id = statements.reading_id
        WHERE statements.account_id = accounts.id AND readings.is_live
    )
    OR (is_own AND EXISTS (SELECT 1 FROM entries WHERE entries.account_id = accounts.id AND entries.is_live))
ORDER BY id
