UPDATE entries SET
    is_live = :is_live,
    day = :day,
    order_date = :day,
    order_time = :order_time,
    amount_minor = :amount_minor,
    counterparty_id = :counterparty_id,
    identity_key = :identity_key,
    order_key = :order_key
WHERE id = :id
