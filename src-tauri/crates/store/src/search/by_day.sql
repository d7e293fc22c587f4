(
    WITH RECURSIVE days (day) AS (
        SELECT max(day) FROM entries WHERE account_id = ?
        UNION ALL
        SELECT (SELECT max(entries.day) FROM entries WHERE account_id = ? AND entries.day < days.day)
        FROM days WHERE days.day IS NOT NULL
    )
    SELECT day FROM days WHERE day IS NOT NULL
) AS led
CROSS JOIN json_each(?) AS span
CROSS JOIN entries INDEXED BY entries_by_identity
WHERE
    entries.account_id = ? AND entries.day = led.day
    AND entries.amount_minor BETWEEN span.value ->> 0 AND span.value ->> 1
