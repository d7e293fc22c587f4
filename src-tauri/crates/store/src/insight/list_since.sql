SELECT id, amount_minor, currency
FROM entries
WHERE counterparty_id = ?1 AND order_date >= ?2 AND is_live AND NOT is_superseded AND NOT is_deleted AND NOT is_transfer
    AND status <> 'info'
