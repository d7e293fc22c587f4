SELECT receipt_parts.receipt_id, receipt_parts.sighting_id, links.entry_id
FROM entry_texts(?) AS led
CROSS JOIN receipt_parts ON receipt_parts.sighting_id = -led.rowid
CROSS JOIN receipts ON receipts.id = receipt_parts.receipt_id
LEFT JOIN links ON links.receipt_id = receipts.id AND links.state = 'linked'
WHERE led.rowid < 0
ORDER BY receipts.day DESC, receipts.id DESC, receipt_parts.sighting_id
