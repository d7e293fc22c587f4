SELECT entries.id
FROM entry_texts
JOIN entries ON entries.id = entry_texts.rowid
WHERE entry_texts MATCH :query AND entries.is_shown
ORDER BY entries.order_date DESC, entries.order_time DESC, entries.order_key DESC, entries.id DESC
LIMIT :limit
