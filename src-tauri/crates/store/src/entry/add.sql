INSERT INTO entries (
    id, account_id, origin, is_live, is_superseded, is_deleted, status, day, order_date, order_time,
    amount_minor, currency, counterparty_id, sighting_id, identity_version, identity_key, ordinal,
    order_key
)
VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18
)
