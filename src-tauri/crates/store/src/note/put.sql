INSERT INTO conversation_notes (id, account_id, counterparty_id, day, is_reminder, is_done, note, tags)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET
    day = excluded.day,
    is_reminder = excluded.is_reminder,
    is_done = excluded.is_done,
    note = excluded.note,
    tags = excluded.tags
