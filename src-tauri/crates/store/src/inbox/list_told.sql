SELECT receipts.* FROM receipts
WHERE receipts.id IN (
    SELECT receipt_id FROM receipt_days WHERE kind = 'parcel' AND day >= :parcels_from
    UNION SELECT receipt_id FROM receipt_days WHERE kind = 'return' AND day BETWEEN :today AND :returns_until
    UNION SELECT receipt_id FROM receipt_days WHERE kind IN ('guarantee', 'warranty') AND day BETWEEN :today AND :guarantees_until
    UNION SELECT id FROM receipts AS owed
    WHERE owed.kind IN ('refund', 'creditNote') AND owed.total_minor <> 0 AND owed.day >= :refunds_from
        AND NOT EXISTS (SELECT 1 FROM links WHERE links.receipt_id = owed.id AND links.state = 'linked')
)
ORDER BY receipts.day DESC, receipts.id DESC
