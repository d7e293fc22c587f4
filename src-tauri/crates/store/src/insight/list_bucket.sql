SELECT id, counterparty_id, currency, order_date, order_time
FROM entries
WHERE account_id = ? AND day = ? AND amount_minor = ? AND ordinal >= 0
    AND is_shown AND NOT is_transfer AND status = 'booked' AND origin = 'statement'
ORDER BY currency, counterparty_id, order_date, order_time, order_key, id
