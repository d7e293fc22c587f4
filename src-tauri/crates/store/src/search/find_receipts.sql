SELECT receipt_parts.receipt_id, receipt_parts.sighting_id, links.entry_id
FROM receipt_texts(?) AS led
CROSS JOIN receipt_parts ON receipt_parts.sighting_id = led.rowid
CROSS JOIN receipts ON receipts.id = receipt_parts.receipt_id
LEFT JOIN links ON links.receipt_id = receipts.id AND links.state = 'linked'
ORDER BY receipts.day DESC, receipts.id DESC, receipt_parts.sighting_id
