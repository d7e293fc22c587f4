INSERT INTO recurrings (
    counterparty_id, entry_id, account_id, currency, rhythm, usual_day, is_steady, payment_type, last_minor, expected_minor,
    last_day, next_day, entry_count
) VALUES (
    :counterparty_id, :entry_id, :account_id, :currency, :rhythm, :usual_day, :is_steady, :payment_type, :last_minor,
    :expected_minor, :last_day, :next_day, :entry_count
)
