UPDATE entries SET
    is_live = 1,
    status = :status,
    order_date = :order_date,
    order_time = :order_time,
    currency = :currency,
    counterparty_id = :counterparty_id,
    sighting_id = :sighting_id,
    identity_version = :identity_version,
    identity_key = :identity_key,
    ordinal = :ordinal,
    order_key = :order_key
WHERE id = :id
