SELECT DISTINCT receipts.counterparty_id FROM receipts
WHERE receipts.total_minor <> 0
    AND NOT EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id AND links.state = 'linked')
ORDER BY receipts.counterparty_id
