SELECT receipts.* FROM receipts
WHERE receipts.total_minor <> 0
    AND NOT EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id AND links.state = 'linked')
    AND EXISTS (SELECT 1 FROM links WHERE links.receipt_id = receipts.id) = :in_doubt
ORDER BY receipts.day DESC, receipts.id DESC
LIMIT :limit
