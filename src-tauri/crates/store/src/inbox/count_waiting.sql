SELECT
    COUNT(*) AS waiting,
    COALESCE(SUM(EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id)), 0) AS in_doubt
FROM receipts
WHERE receipts.total_minor <> 0
    AND NOT EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id AND links.state = 'linked')
