WITH fresh AS (
    SELECT
        account_id AS id,
        substr(day, 1, 7) AS month,
        currency,
        sum(max(amount_minor, 0)) AS in_minor,
        sum(min(amount_minor, 0)) AS out_minor,
        sum(max(amount_minor, 0) * is_transfer) AS own_in_minor,
        sum(min(amount_minor, 0) * is_transfer) AS own_out_minor,
        count(*) AS entry_count
    FROM entries
    WHERE is_shown AND status = 'booked'
    GROUP BY 1, 2, 3
),
stored AS (
    SELECT account_id AS id, month, currency, in_minor, out_minor, own_in_minor, own_out_minor, entry_count
    FROM account_months
)
SELECT
    (SELECT count(*) FROM (SELECT * FROM fresh EXCEPT SELECT * FROM stored))
    + (SELECT count(*) FROM (SELECT * FROM stored EXCEPT SELECT * FROM fresh))
