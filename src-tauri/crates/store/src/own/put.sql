INSERT INTO own_entries (entry_id, account_id, counterparty_id, day, time, amount_minor, currency, name, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (entry_id) DO UPDATE SET
    counterparty_id = excluded.counterparty_id,
    day = excluded.day,
    time = excluded.time,
    amount_minor = excluded.amount_minor,
    name = excluded.name,
    text = excluded.text
