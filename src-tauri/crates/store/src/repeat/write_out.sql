INSERT INTO sightings (
    id, statement_id, account_id, entry_id, counterparty_id, line, status, day, booking_date,
    value_date, order_date, order_time, amount_minor, currency, amount_printed, original_amount,
    original_currency, rate, reference, reference_key, end_to_end_id, end_to_end_key, text_key,
    corrects, deletes, payment_type, card_ending, name, texts, balance_after_minor, more, said, home_id
)
SELECT
    ?1, ?2, account_id, ?3, counterparty_id, line + ?4, status, day, booking_date,
    value_date, order_date, order_time, amount_minor, currency, amount_printed, original_amount,
    original_currency, rate, reference, reference_key, end_to_end_id, end_to_end_key, text_key,
    corrects, deletes, payment_type, card_ending, name, texts, balance_after_minor, more, said, home_id
FROM sightings
WHERE id = ?5
