SELECT entries.id
FROM accounts
CROSS JOIN entries ON entries.account_id = accounts.id
WHERE
    accounts.id <> :account_id AND entries.day BETWEEN :from AND :until AND entries.amount_minor = :amount_minor
    AND entries.currency = :currency AND entries.is_shown AND NOT entries.is_transfer AND entries.status <> 'info'
ORDER BY abs(julianday(entries.day) - julianday(:day)), entries.account_id, entries.identity_key, entries.ordinal
LIMIT :limit
