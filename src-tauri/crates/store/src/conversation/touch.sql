INSERT INTO conversations (kind, id, last_entry_id, last_date, entry_count, unread_count, seen_entry_id)
VALUES (:kind, :id, :last_entry_id, :last_date, :count, :unread, 0)
ON CONFLICT (kind, id) DO UPDATE SET
    last_entry_id = excluded.last_entry_id,
    last_date = excluded.last_date,
    entry_count = entry_count + excluded.entry_count,
    unread_count = unread_count + excluded.unread_count
