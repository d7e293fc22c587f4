SELECT
    months.counterparty_id,
    sum(months.in_minor) AS in_minor,
    sum(months.out_minor) AS out_minor,
    sum(months.entry_count) AS entry_count
FROM conversations
CROSS JOIN counterparty_months AS months
    ON
        months.counterparty_id = conversations.id
        AND months.month BETWEEN :from AND :until
        AND months.currency = :currency
WHERE conversations.kind = 'counterparty' AND conversations.last_date >= :since
GROUP BY months.counterparty_id
