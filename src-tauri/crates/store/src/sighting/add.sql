INSERT INTO sightings (
    id, statement_id, account_id, entry_id, counterparty_id, line, status, day, booking_date,
    value_date, order_date, order_time, amount_minor, currency, amount_printed, original_amount,
    original_currency, rate, reference, reference_key, end_to_end_id, end_to_end_key, text_key,
    corrects, deletes, payment_type, card_ending, name, texts, balance_after_minor, more, said
)
VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
    ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32
)
