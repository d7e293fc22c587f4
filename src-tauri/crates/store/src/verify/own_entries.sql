SELECT count(*)
FROM entries
LEFT JOIN own_entries ON own_entries.entry_id = entries.id
LEFT JOIN accounts ON accounts.id = entries.account_id
WHERE
    (entries.origin = 'user') IS NOT (own_entries.entry_id IS NOT NULL)
    OR (
        entries.origin = 'user'
        AND (
            accounts.is_own IS NOT 1
            OR own_entries.account_id IS NOT entries.account_id
            OR own_entries.amount_minor IS NOT entries.amount_minor
            OR own_entries.currency IS NOT entries.currency
            OR own_entries.day IS NOT entries.day
            OR entries.is_live IS NOT EXISTS (
                SELECT 1 FROM operations WHERE kind = 'addCash' AND entry_id = entries.id AND NOT is_undone
            )
        )
    )
