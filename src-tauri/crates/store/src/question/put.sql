INSERT INTO questions (id, account_id, counterparty_id, day, question, chosen)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
    day = excluded.day,
    question = excluded.question,
    chosen = excluded.chosen
