SELECT coalesce(sum(amount_minor), 0)
FROM entries
WHERE account_id = ? AND currency = ? AND day BETWEEN ? AND ? AND is_shown AND status = 'booked'
