SELECT
    id, line, account_id, counterparty_id, status, day, booking_date, value_date, order_date, order_time,
    amount_minor, currency, amount_printed, original_amount, original_currency, reference, reference_key,
    end_to_end_id, end_to_end_key, rate, text_key, corrects, deletes, payment_type, card_ending, name, texts,
    balance_after_minor, more
FROM sightings
WHERE id >= ?
ORDER BY id
