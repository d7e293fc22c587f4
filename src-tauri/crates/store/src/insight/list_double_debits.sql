SELECT
    double_debits.*, alert_words.answer,
    -- More than a few are all the same.
    (
        SELECT count(*) FROM (
            SELECT DISTINCT earlier.order_date FROM double_debits AS earlier
            WHERE earlier.counterparty_id = double_debits.counterparty_id AND earlier.order_date < double_debits.order_date
            LIMIT 8
        )
    ) AS days_before,
    EXISTS (
        SELECT 1 FROM refunds WHERE refunds.purchase_id IN (double_debits.first_id, double_debits.second_id)
    ) AS is_given_back,
    (
        SELECT count(DISTINCT links.entry_id) FROM links
        WHERE links.entry_id IN (double_debits.first_id, double_debits.second_id) AND links.state = 'linked'
            AND NOT EXISTS (
                SELECT 1 FROM links AS shared
                WHERE shared.receipt_id = links.receipt_id AND shared.entry_id <> links.entry_id AND shared.state = 'linked'
                    AND shared.entry_id IN (double_debits.first_id, double_debits.second_id)
            )
    ) = 2 AS has_receipts
FROM double_debits
LEFT JOIN alert_words ON alert_words.entry_id = double_debits.second_id AND alert_words.alert = 'doubleDebit'
