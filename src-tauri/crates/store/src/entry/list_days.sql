SELECT day, sum(amount_minor) AS sum
FROM entries
WHERE account_id = ? AND currency = ? AND day BETWEEN ? AND ? AND is_shown AND status = 'booked'
GROUP BY day
ORDER BY day
