SELECT receipts.counterparty_id, MAX(EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id)) AS in_doubt
FROM receipts
WHERE receipts.total_minor <> 0
    AND NOT EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id AND links.state = 'linked')
GROUP BY receipts.counterparty_id
ORDER BY receipts.counterparty_id
