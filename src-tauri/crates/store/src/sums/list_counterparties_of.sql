SELECT
    counterparty_id,
    sum(max(amount_minor, 0)) AS in_minor,
    sum(min(amount_minor, 0)) AS out_minor,
    count(*) AS entry_count
FROM entries
WHERE
    account_id = :account
    AND is_live
    AND order_date BETWEEN :from AND :until
    AND currency = :currency
    AND is_shown
    AND NOT is_transfer
    AND status = 'booked'
GROUP BY counterparty_id
