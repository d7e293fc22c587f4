SELECT
    months.counterparty_id,
    sum(months.entry_count) AS entry_count
FROM conversations
CROSS JOIN counterparty_months AS months
    ON
        months.counterparty_id = conversations.id
        AND months.month BETWEEN :from AND :until
        AND months.currency = :currency
        AND months.out_minor < 0
WHERE conversations.kind = 'counterparty' AND conversations.last_date >= :since
GROUP BY months.counterparty_id
HAVING count(*) > 1
ORDER BY entry_count, months.counterparty_id
