SELECT receipts.counterparty_id, MAX(receipts.day) AS day FROM receipts
WHERE NOT EXISTS (
    SELECT 1 FROM conversations
    WHERE conversations.kind = 'counterparty' AND conversations.id = receipts.counterparty_id
        AND conversations.entry_count > 0
)
GROUP BY receipts.counterparty_id
ORDER BY day DESC, receipts.counterparty_id
