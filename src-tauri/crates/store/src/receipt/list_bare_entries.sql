SELECT id, counterparty_id, day, amount_minor, currency
FROM entries
WHERE account_id = ? AND day BETWEEN ? AND ?
    AND origin = 'statement' AND is_live AND NOT is_superseded AND NOT is_deleted AND NOT is_transfer
    AND status <> 'info'
